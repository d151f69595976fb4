/** What is fine, what to mind, what stops it: each by sign and word. */
import type { Check } from '../../src/contract'

const MARKS = { ok: ['✓', 'Fine'], warn: ['○', 'Mind'], stop: ['✕', 'Stops it'] } as const

export function CheckList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul class="checks">
      {checks.map((check) => {
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
  )
}
