/** Verbs. One primary button on a page, at the left. */
import type { ComponentChildren } from 'preact'

interface Props {
  children: ComponentChildren
  /** `event.detail` is 0 where the keyboard pressed it. */
  onClick?: (event: MouseEvent) => void
  /** For whoever brings the focus here. */
  id?: string | undefined
  pressed?: boolean | undefined
  kind?: 'primary' | 'plain' | 'danger' | 'link'
  type?: 'button' | 'submit'
  /** Under way: clicks do nothing, the focus stays. */
  busy?: boolean
  /** Why it cannot be used now, for screen readers; shown beside the button by the page. */
  off?: string | false | undefined
  label?: string
  expanded?: boolean
}

/** A key that is held down presses once: held a moment too long it would go through group after group. */
const pressOnce = (event: KeyboardEvent) => {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
}

/** `aria-disabled` rather than `disabled`: a focused button that is switched off would lose the keyboard's place. */
export function Button({
  children,
  onClick,
  id,
  pressed,
  kind = 'plain',
  type = 'button',
  busy = false,
  off,
  label,
  expanded,
}: Props) {
  const still = busy || Boolean(off)
  return (
    <button
      type={type}
      id={id}
      aria-pressed={pressed}
      class={`button ${kind}`}
      aria-disabled={still ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-label={label}
      aria-expanded={expanded}
      title={off || undefined}
      onKeyDown={pressOnce}
      onClick={(event) => {
        if (still) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {children}
    </button>
  )
}
