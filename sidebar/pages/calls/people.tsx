/** Who volunteered, with their turns; groups that were not seen for three calls. */
import type { CallsView } from '../../../src/contract'
import { More } from '../../parts/more'
import { Section } from '../../parts/page'
import { count } from '../../words'

export function Missing({ view }: { view: CallsView }) {
  if (!view.missing.length) return null
  return (
    <Section title="Missed three in a row" aside={count(view.missing.length, 'group')}>
      <More items={view.missing} first={5} noun="groups">
        {({ groupId, group, series, leader }) => (
          <li key={`${groupId} ${series}`}>
            {group}
            <p class="muted">{`${series} · ${leader ? `ask ${leader}` : 'no leader is known'}`}</p>
          </li>
        )}
      </More>
    </Section>
  )
}

export function Volunteers({ view }: { view: CallsView }) {
  const none = !view.volunteers.some((one) => one.duties.includes('facilitator'))
  return (
    <Section title="Volunteers" aside={view.volunteers.length ? count(view.volunteers.length, 'person', 'people') : ''}>
      {none && (
        <p>
          Nobody volunteered to facilitate, so every call falls to the coordinator. Add the role “facilitator” or
          “notes” to people in the People tab.
        </p>
      )}
      <More items={view.volunteers} first={4} noun="people">
        {({ personId, name, group, duties, turns, away }) => (
          <li key={personId}>
            {name}
            <p class="muted">{[group, duties.join(' and '), count(turns, 'turn'), away].filter(Boolean).join(' · ')}</p>
          </li>
        )}
      </More>
    </Section>
  )
}
