/** The next call: when, and who is down for it. */
import type { Home } from '../../../src/contract'
import { Button } from '../../parts/button'
import { Card, Pill, Section } from '../../parts/page'
import { callsAt } from '../../state/calls'
import { goTo } from '../../state/view'
import { count } from '../../words'

export function NextCall({ home }: { home: Home }) {
  const next = home.nextCall
  if (!next) return null
  const holes = [!next.facilitator && 'no facilitator', !next.notes && 'no notes taker'].filter(Boolean)
  const about = [
    next.facilitator && `Facilitator ${next.facilitator}`,
    next.notes && `notes ${next.notes}`,
    count(next.items, 'agenda item'),
  ]
  return (
    <Section title="Next call" aside={next.series}>
      <Card>
        <h3>{next.when}</h3>
        <div class="row apart">
          <span class="muted">{about.filter(Boolean).join(' · ')}</span>
          <Button
            label="Open the next call"
            onClick={() => {
              callsAt.set({ screen: 'calls', callId: next.callId, panel: '' })
              goTo('calls')
            }}
          >
            Open
          </Button>
        </div>
        {holes.length > 0 && <Pill kind="mind">{`○ ${holes.join(', ')}`}</Pill>}
      </Card>
    </Section>
  )
}
