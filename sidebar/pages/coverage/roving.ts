/** Many buttons, one stop for the keyboard: arrow keys go from one to the next. */
import { useRef, useState } from 'preact/hooks'

/** `total` buttons, marked `data-rove`, inside the element that `box` is given to. */
export function useRoving<E extends HTMLElement>(total: number) {
  const box = useRef<E>(null)
  const [kept, setAt] = useState(0)
  const at = Math.min(kept, Math.max(0, total - 1))
  const all = () => [...(box.current?.querySelectorAll<HTMLElement>('[data-rove]') ?? [])]

  /** The one above or below that is nearest to the side. */
  const vertical = (from: number, sign: 1 | -1): number => {
    const boxes = all().map((one) => one.getBoundingClientRect())
    const own = boxes[from]
    if (!own) return from
    const beyond = boxes
      .map((rect, i) => ({ i, along: (rect.top - own.top) * sign, across: Math.abs(rect.left - own.left) }))
      .filter(({ along }) => along > 1)
    const row = Math.min(...beyond.map(({ along }) => along))
    const [best] = beyond.filter(({ along }) => along < row + 1).sort((a, b) => a.across - b.across)
    return best ? best.i : from
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const keys: Record<string, () => number> = {
      ArrowRight: () => at + 1,
      ArrowLeft: () => at - 1,
      ArrowDown: () => vertical(at, 1),
      ArrowUp: () => vertical(at, -1),
      Home: () => 0,
      End: () => total - 1,
    }
    const to = keys[event.key]?.()
    if (to === undefined) return
    event.preventDefault()
    const next = all()[Math.min(Math.max(to, 0), total - 1)]
    next?.focus()
  }
  return {
    box,
    onKeyDown,
    /** Props of the `i`th button. */
    of: (i: number) => ({ 'data-rove': '', tabIndex: i === at ? 0 : -1, onFocus: () => setAt(i) }),
  }
}
