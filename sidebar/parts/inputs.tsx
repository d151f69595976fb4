/** The controls that forms are made of, each with its label, hint and error. */
import type { ComponentChildren } from 'preact'
import { Field } from './field'

interface Props {
  label: string
  hint?: ComponentChildren
  error?: ComponentChildren
  value: string
  onValue: (value: string) => void
}

interface TextProps extends Props {
  type?: 'text' | 'date' | 'time' | 'datetime-local' | 'number' | 'url' | 'search'
  most?: number
}

/** One line of text, or a date, time or number as text. */
export function TextField({ label, hint, error, value, onValue, type = 'text', most = 500 }: TextProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <input
          {...wiring}
          type={type}
          maxLength={most}
          autocomplete="off"
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

export function LongField({
  label,
  hint,
  error,
  value,
  onValue,
  rows = 3,
  most = 20_000,
}: Props & { rows?: number; most?: number }) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={rows}
          maxLength={most}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** A drop-down; an option is its value, or value and words. */
export function SelectField({
  label,
  hint,
  error,
  value,
  onValue,
  options,
}: Props & { options: readonly (string | readonly [string, string])[] }) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {options.map((option) => {
            const [of, words] = typeof option === 'string' ? [option, option] : option
            return (
              <option key={of} value={of}>
                {words}
              </option>
            )
          })}
        </select>
      )}
    </Field>
  )
}

/** After the errors are drawn, the focus stands on the first field that has one. */
export function focusFirstError(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
}
