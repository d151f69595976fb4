/** What a series would be: its sentence, its dates, what to know before, who is invited. */
import type { SeriesPreview } from '../../../src/contract'
import { CheckList } from '../../parts/check-list'
import { Pill, Section } from '../../parts/page'

type When = SeriesPreview['dates'][number]

function DateLine({ one }: { one: When }) {
  const who = [one.facilitator && `Facilitator ${one.facilitator}`, one.notes && `notes ${one.notes}`].filter(Boolean)
  if (one.skipped)
    return (
      <li>
        <s>{one.when}</s> <Pill kind="mind">skipped</Pill>
        {one.note && one.note !== 'skipped' && <p class="muted">{one.note}</p>}
      </li>
    )
  return (
    <li>
      {one.when}
      {one.note && <p>{`○ ${one.note}`}</p>}
      <p class="muted">{who.length ? who.join(' · ') : '○ nobody yet'}</p>
    </li>
  )
}

export function SeriesPreviewView({ preview, outdated }: { preview: SeriesPreview; outdated: boolean }) {
  return (
    <Section title="What it will be" aside={outdated ? 'before your last change' : ''}>
      <p>
        <b>{preview.sentence}</b>
      </p>
      <ul class="list" aria-label="Next dates">
        {preview.dates.map((one) => (
          <DateLine key={one.date} one={one} />
        ))}
      </ul>
      {preview.checks.length > 0 && <CheckList checks={preview.checks} />}
      <p class="muted">{preview.forecast}</p>
    </Section>
  )
}
