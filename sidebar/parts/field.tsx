/** A label above its control, a hint under the label, an error under the control. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface Wiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

interface Props {
  /** The control’s, where something else has to find it. */
  id?: string
  label: string
  hint?: ComponentChildren
  error?: ComponentChildren
  /** Gets what ties label, hint and error to the control. */
  children: (wiring: Wiring) => ComponentChildren
}

export function Field({ id: given, label, hint, error, children }: Props) {
  const own = useId()
  const id = given ?? own
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? 'true' : undefined })}
      <div role="alert" class={error ? 'field-error' : 'unseen'} id={`${id}-error`}>
        {error && (
          <>
            <span aria-hidden="true">⚠ </span>
            {error}
          </>
        )}
      </div>
    </div>
  )
}
