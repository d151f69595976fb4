/** What is pointed at, in words beside it. Screen readers hear the same from the live region. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

export type Tipped = { lines: string[] } & ({ x: number; y: number } | { spot: readonly [x: number, y: number] })

interface Props {
  tip: Tipped
  frame: HTMLElement | null
  svg: SVGSVGElement | null
}

const MOST = 6

/** Pixels from the frame’s corner. */
function placeOf(tip: Tipped, frame: HTMLElement, svg: SVGSVGElement | null): { x: number; y: number } {
  if (!('spot' in tip)) return tip
  const matrix = svg?.getScreenCTM()
  const box = frame.getBoundingClientRect()
  if (!matrix) return { x: 0, y: 0 }
  const [x, y] = tip.spot
  return { x: matrix.a * x + matrix.e - box.left, y: matrix.d * y + matrix.f - box.top }
}

export function Tip({ tip, frame, svg }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ left: 0, top: 0 })
  useLayoutEffect(() => {
    if (!frame || !box.current) return
    const { x, y } = placeOf(tip, frame, svg)
    const { offsetWidth: wide, offsetHeight: high } = box.current
    const left = Math.max(0, Math.min(x + 14, frame.clientWidth - wide))
    const below = y + 16 + high <= frame.clientHeight
    setAt({ left, top: Math.max(0, below ? y + 16 : y - 12 - high) })
  }, [tip, frame, svg])
  return (
    <div ref={box} class="tip" aria-hidden="true" style={{ left: `${at.left}px`, top: `${at.top}px` }}>
      {tip.lines.slice(0, MOST).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {tip.lines.length > MOST && <p>{`And ${tip.lines.length - MOST} more.`}</p>}
    </div>
  )
}
