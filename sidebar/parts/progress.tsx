/** Bars: always with their numbers in text beside them. */
import { useEffect, useState } from 'preact/hooks'

interface BarProps {
  value: number
  of: number
  kind?: 'blue' | 'green' | 'amber'
  /** Named, it is a progress bar of its own; without, a picture of the numbers beside it. */
  label?: string
}

export function Bar({ value, of, kind = 'blue', label }: BarProps) {
  const part = of > 0 ? Math.min(100, Math.max(0, (100 * value) / of)) : 0
  const named = label
    ? {
        role: 'progressbar' as const,
        'aria-label': label,
        'aria-valuemin': 0,
        'aria-valuemax': of,
        'aria-valuenow': Math.min(value, of),
      }
    : { 'aria-hidden': 'true' as const }
  return (
    <div class={`bar ${kind}`} {...named}>
      <div style={{ width: `${part}%` }} />
    </div>
  )
}

const SHOW_MS = 300
const SAY_MS = 2000

interface WaitingProps {
  on: boolean
  what: string
  /** Something older is on the page meanwhile: shown over its top edge, so that nothing moves. */
  over?: boolean
}

/** Waiting: over 300 ms shows that something happens, over 2 s shows (and says) what. */
export function Waiting({ on, what, over }: WaitingProps) {
  const [stage, setStage] = useState(0)
  useEffect(() => {
    setStage(0)
    if (!on) return
    const timers = [setTimeout(() => setStage(1), SHOW_MS), setTimeout(() => setStage(2), SAY_MS)]
    return () => timers.forEach(clearTimeout)
  }, [on])
  const shown = on ? stage : 0
  if (!shown) return <output class="unseen" />
  return (
    <output class={over ? 'waiting over' : 'waiting'}>
      <span class="moving" aria-hidden="true" />
      {shown > 1 && <span>{what}</span>}
    </output>
  )
}
