/** Something to know, marked by sign, word and colour. */
import type { ComponentChildren } from 'preact'
import type { FaultShape } from '../../src/contract'
import { Button } from './button'

const MARKS = { error: ['⚠', 'Problem'], warn: ['!', 'Mind'], info: ['i', 'Note'], done: ['✓', 'Done'] } as const

interface Props {
  kind: keyof typeof MARKS
  children: ComponentChildren
  /** Read out as soon as it appears. */
  live?: boolean
}

export function Notice({ kind, children, live }: Props) {
  const [mark, word] = MARKS[kind]
  return (
    <div class={`notice ${kind}`} role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}>
      <span class="mark" aria-hidden="true">
        {mark}
      </span>
      <div class="notice-words">
        <span class="unseen">{word}: </span>
        {children}
      </div>
    </div>
  )
}

/** What went wrong in a sentence, and what to do next. */
export function FaultNotice({ fault, retry }: { fault: FaultShape | null; retry?: () => void }) {
  if (!fault) return null
  return (
    <Notice kind="error" live>
      <p>
        <b>{fault.message}</b>
      </p>
      <p>{fault.next}</p>
      {retry && <Button onClick={retry}>Try again</Button>}
    </Notice>
  )
}
