/** “I can’t”: the next in the rota is asked. */
import type { CallCard } from '../../../src/contract'
import { DUTIES, type Duty } from '../../../src/registry/words'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { FaultNotice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { closePanel, dayOf, putCall } from '../../state/calls'
import { useTask } from '../../state/task'
import { Panel } from './panel'
import { nobody } from './turn'

export function Cannot({ card }: { card: CallCard }) {
  const { callId } = card.call
  const task = useTask()
  const say = (duty: Duty) =>
    task.run(async () => {
      const changed = await call('cannotCall', { callId, duty })
      const { name } = changed.call[duty]
      putCall(changed, name ? `${name} is asked now.` : 'Nobody else can on that day.')
    })
  const down = DUTIES.filter((duty) => !nobody(card.call[duty]))
  return (
    <Panel title={`Who can’t on ${dayOf(card.call)}?`} onSubmit={() => {}}>
      <p class="muted">The next in the rota is asked by mail, and the turn is evened out later.</p>
      <Waiting on={task.busy} what="Asking the next in the rota…" />
      <FaultNotice fault={task.fault} />
      {!down.length && <p>Nobody is down for this call.</p>}
      <div class="row">
        {down.map((duty) => (
          <Button key={duty} busy={task.busy} onClick={() => say(duty)}>
            {`${card.call[duty].name} (${duty})`}
          </Button>
        ))}
        <Button onClick={closePanel}>Leave it</Button>
      </div>
    </Panel>
  )
}
