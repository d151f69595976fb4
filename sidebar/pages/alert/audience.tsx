/** Who gets it, who is left out and why, and which districts have nobody. */
import { useState } from 'preact/hooks'
import type { AlertChoices, AlertPreview } from '../../../src/contract'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { Card, Pill, Section } from '../../parts/page'
import { count, people } from '../../words'

/** `2 away`, `1 opted out`: the reasons with their numbers, most first. */
function reasons(skipped: AlertPreview['skipped']): string[] {
  const counts = new Map<string, number>()
  for (const { why } of skipped) counts.set(why, (counts.get(why) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([why, n]) => `${n} ${n > 1 ? why.replace(/^gets /, 'get ') : why}`)
}

/** A district where nobody gets it: no group at all, or none of whom anyone can be reached. */
export function gapText(gap: AlertPreview['gaps'][number], choices: AlertChoices): string {
  const same = choices.districts.find((one) => one.chamber === gap.chamber && one.district === gap.district)
  return same?.groups ? `${gap.label}: nobody can be reached` : `${gap.label} has no group`
}

export function Audience({ preview, choices }: { preview: AlertPreview; choices: AlertChoices }) {
  const [open, setOpen] = useState(false)
  const { groups, skipped, gaps, reached = preview.people } = preview
  return (
    <Section title="Who gets it">
      <Card>
        <div class="row apart">
          <b>{`${count(groups.filter((group) => group.id !== '-').length, 'group')}, ${people(reached)}`}</b>
          {(groups.length > 0 || skipped.length > 0) && (
            <Button onClick={() => setOpen(!open)} expanded={open}>
              List
            </Button>
          )}
        </div>
        {reached !== preview.people && (
          <p class="muted">{`${preview.people} by mail, ${reached - preview.people} by the Google Group`}</p>
        )}
        {skipped.length > 0 && (
          <div class="muted">
            Skipped:
            <ul class="bullets">
              {reasons(skipped).map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        )}
        {gaps.map((gap) => (
          <p key={`${gap.chamber} ${gap.district}`}>
            <Pill kind="mind">{gapText(gap, choices)}</Pill>
          </p>
        ))}
        {open && (
          <>
            <More items={groups} first={20} noun="groups">
              {(group) => (
                <li key={group.id}>
                  <b>{group.name}</b>{' '}
                  <span class="muted">{[group.town, ...group.districts].filter(Boolean).join(' · ')}</span>
                  <br />
                  {group.people.join(', ')}
                </li>
              )}
            </More>
            {skipped.length > 0 && (
              <>
                <h3>Skipped</h3>
                <More items={skipped} first={20} noun="people">
                  {(one) => (
                    <li key={`${one.who} ${one.why}`}>
                      {one.who} <span class="muted">{one.why}</span>
                    </li>
                  )}
                </More>
              </>
            )}
          </>
        )}
      </Card>
    </Section>
  )
}
