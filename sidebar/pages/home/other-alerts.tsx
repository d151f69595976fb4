/** Alerts that take answers beside the one that Home shows: two bills a day, or a drill. */
import type { Home } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { FaultNotice } from '../../parts/notice'
import { Section } from '../../parts/page'
import { goToStep } from '../../state/draft'
import { sending, show } from '../../state/send-run'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { goTo } from '../../state/view'

export function OtherAlerts({ others }: { others: NonNullable<Home['others']> }) {
  const { running } = useStore(sending)
  const task = useTask()
  if (!others.length) return null
  const open = (alertId: string) =>
    task.run(async () => {
      show(await call('alertProgress', { alertId }))
      goToStep('send')
      goTo('alert')
    })
  return (
    <Section title="Other alerts that take answers">
      <FaultNotice fault={task.fault} />
      <More items={others} first={3} noun="alerts">
        {({ alertId, title }) => (
          <li key={alertId}>
            <div class="row apart">
              <span>
                <b>{alertId}</b> {title}
              </span>
              <Button
                busy={task.busy}
                off={running && 'Another alert is being sent from here.'}
                label={`Open ${alertId}`}
                onClick={() => open(alertId)}
              >
                Open
              </Button>
            </div>
          </li>
        )}
      </More>
    </Section>
  )
}
