/** After a call is closed: what became of it, and decisions that should be alerts. */
import type { CallCard } from '../../../src/contract'
import { Button } from '../../parts/button'
import { FaultNotice, Notice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { calls } from '../../state/answers'
import { callsAt, goToScreen } from '../../state/calls'
import { closing, makeAlert } from '../../state/closing'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { count } from '../../words'
import { Missing } from './people'

export function Closed({ card }: { card: CallCard }) {
  const { decisions, again } = useStore(closing)
  const { value } = useStore(calls.store)
  const task = useTask()
  const decided = decisions.filter(({ item }) => item.trim() !== '')
  return (
    <>
      <Notice kind="done" live>
        {again
          ? 'Added to the call, which had been closed before.'
          : `The call is closed. ${count(card.call.attended, 'group')} answered the roll. What was not done stands on the next agenda.`}
      </Notice>
      {card.call.note && <p>{card.call.note}</p>}
      {decided.length > 0 && (
        <>
          <h3>Decided</h3>
          <ul class="list" aria-label="Decided">
            {decided.map(({ item, who }) => (
              <li key={`${item} ${who}`}>
                {item}
                {who && <p class="muted">{who}</p>}
                <div class="row links">
                  <Button
                    kind="link"
                    busy={task.busy}
                    label={`Make it an alert: ${item}`}
                    onClick={() => task.run(() => makeAlert(item.trim()))}
                  >
                    Make it an alert
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <Waiting on={task.busy} what="Preparing an alert…" />
      <FaultNotice fault={task.fault} />
      {value && <Missing view={value} />}
      <div class="row">
        <Button
          kind="primary"
          onClick={() => {
            closing.set({ callId: '' })
            callsAt.set({ callId: '' })
            goToScreen('calls')
          }}
        >
          Go to the next call
        </Button>
      </div>
    </>
  )
}
