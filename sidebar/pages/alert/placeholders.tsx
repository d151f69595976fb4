/** Blanks that are filled for each group: what they mean, and a button that puts one in at the caret. */
import type { AlertChoices } from '../../../src/contract'
import { Button } from '../../parts/button'

/** The text with `blank` in place of what was selected, and where the caret stands then. */
export function insertAt(text: string, start: number | null, end: number | null, blank: string) {
  const from = Math.min(start ?? text.length, text.length)
  const to = Math.max(from, Math.min(end ?? from, text.length))
  return { text: text.slice(0, from) + blank + text.slice(to), caret: from + blank.length }
}

/** How a blank is written in the text. */
export const blankOf = (name: string) => `{${name}}`

interface Props {
  placeholders: AlertChoices['placeholders']
  onInsert: (blank: string) => void
}

export function Placeholders({ placeholders, onInsert }: Props) {
  if (!placeholders.length) return null
  return (
    <details class="blanks">
      <summary>Blanks that are filled in</summary>
      <ul>
        {placeholders.map(({ name, about }) => (
          <li key={name}>
            <Button onClick={() => onInsert(blankOf(name))}>
              <span class="unseen">Insert </span>
              {blankOf(name)}
            </Button>
            <span class="muted">{about}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
