/** Does today's mail suffice, and when is it done. */
import type { AlertPreview } from '../../../src/contract'
import { Card, Section } from '../../parts/page'
import { Bar } from '../../parts/progress'
import { people } from '../../words'

export function MailToday({ quota }: { quota: AlertPreview['quota'] }) {
  const { needed, left, waits, forecast } = quota
  return (
    <Section title="Mail today">
      <Card>
        <div class="row apart">
          <span>{`${needed.toLocaleString('en-US')} needed`}</span>
          <span>{left === null ? 'Google does not say what is left' : `${left.toLocaleString('en-US')} left`}</span>
        </div>
        {left !== null && <Bar value={needed} of={Math.max(left, needed)} kind={waits > 0 ? 'amber' : 'blue'} />}
        {waits > 0 && <p>{`! ${people(waits)} cannot be mailed from this account now.`}</p>}
        <p class="muted">{forecast}</p>
      </Card>
    </Section>
  )
}
