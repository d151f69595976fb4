/** A second, clear click in place of a dialog: dialogs would suspend the sheet. */
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from './button'

interface Props {
  ask: string
  detail?: ComponentChildren
  /** What stands between the question and its buttons: a list, or what is to be typed before it is confirmed. */
  children?: ComponentChildren
  yes: string
  no: string
  danger?: boolean
  busy?: boolean
  onYes: () => void
  onNo: () => void
}

/** Takes the focus when it opens, so that keyboard and screen reader meet the question; Escape says no. */
export function Confirm({ ask, detail, children, yes, no, danger, busy, onYes, onNo }: Props) {
  const id = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => box.current?.focus(), [])
  return (
    <fieldset
      class="confirm"
      ref={box}
      tabIndex={-1}
      aria-labelledby={id}
      onKeyDown={(event) => event.key === 'Escape' && !busy && onNo()}
    >
      <p id={id}>
        <b>{ask}</b>
      </p>
      {detail && <p class="muted">{detail}</p>}
      {children}
      <div class="row">
        <Button kind={danger ? 'danger' : 'primary'} busy={busy ?? false} onClick={onYes}>
          {yes}
        </Button>
        <Button onClick={onNo} off={busy ? 'It is under way.' : false}>
          {no}
        </Button>
      </div>
    </fieldset>
  )
}
