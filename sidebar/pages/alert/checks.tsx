/** The list before it goes: what is fine, what to mind, what stops it. */
import type { AlertPreview } from '../../../src/contract'
import { Section } from '../../parts/page'

const MARKS = { ok: ['✓', 'Fine'], warn: ['○', 'Mind'], stop: ['✕', 'Stops it'] } as const

export function Checks({ preview }: { preview: AlertPreview }) {
  return (
    <Section title="Before it goes">
      <ul class="checks">
        {preview.checks.map((check) => {
          const [mark, word] = MARKS[check.level]
          return (
            <li key={`${check.id} ${check.text}`} class={check.level}>
              <span class="mark" aria-hidden="true">
                {mark}
              </span>
              <div>
                <span class="unseen">{word}: </span>
                {check.text}
                {check.next && <p class="muted">{check.next}</p>}
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
