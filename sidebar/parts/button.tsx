/** Verbs. One primary button on a page, at the left. */
import type { ComponentChildren } from 'preact'

interface Props {
  children: ComponentChildren
  onClick?: () => void
  kind?: 'primary' | 'plain' | 'danger' | 'link'
  type?: 'button' | 'submit'
  /** Under way: clicks do nothing, the focus stays. */
  busy?: boolean
  /** Why it cannot be used now, for screen readers; shown beside the button by the page. */
  off?: string | false | undefined
  label?: string
  expanded?: boolean
}

/** `aria-disabled` rather than `disabled`: a focused button that is switched off would lose the keyboard's place. */
export function Button({
  children,
  onClick,
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
      class={`button ${kind}`}
      aria-disabled={still ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-label={label}
      aria-expanded={expanded}
      title={off || undefined}
      onClick={(event) => {
        if (still) event.preventDefault()
        else onClick?.()
      }}
    >
      {children}
    </button>
  )
}
