/** A small form on a card: takes the focus when it opens; Escape closes it. */
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { focusFirstError } from '../../parts/inputs'
import { closePanel } from '../../state/calls'

interface Props {
  title: string
  onSubmit: () => unknown
  children: ComponentChildren
}

export function Panel({ title, onSubmit, children }: Props) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('h3')?.focus(), [])
  return (
    <form
      ref={form}
      class="confirm"
      noValidate
      aria-labelledby={id}
      onSubmit={async (event) => {
        event.preventDefault()
        await onSubmit()
        focusFirstError(form.current)
      }}
      onKeyDown={(event) => event.key === 'Escape' && closePanel()}
    >
      <h3 id={id} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </form>
  )
}
