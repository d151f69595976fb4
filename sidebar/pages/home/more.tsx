/** Pages without a tab of their own. */
import type { Page } from '../../../src/contract'
import { Button } from '../../parts/button'
import { Section } from '../../parts/page'
import { goTo } from '../../state/view'

const PAGES: readonly { page: Page; label: string; about: string }[] = [
  { page: 'channels', label: 'Channels', about: 'Google Group, Slack, Facebook, the organizer' },
]

export function More() {
  return (
    <Section title="More">
      <ul class="bullets">
        {PAGES.map(({ page, label, about }) => (
          <li key={page}>
            <Button kind="link" onClick={() => goTo(page)}>
              {label}
            </Button>
            <span class="muted">{` ${about}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
