/** The live board: what comes back once an alert is out. */
import { useEffect } from 'preact/hooks'
import type { AlertBoard } from '../../../../src/contract'
import { Button } from '../../../parts/button'
import { Doubts } from '../../../parts/doubts'
import { FaultNotice, Notice } from '../../../parts/notice'
import { Card, Section } from '../../../parts/page'
import { Bar, Waiting } from '../../../parts/progress'
import { held, loadBoard, lookNow, settleFollowUp } from '../../../state/board'
import { useStore } from '../../../state/store'
import { useTask } from '../../../state/task'
import { count } from '../../../words'
import { Groups } from './groups'
import { Heard } from './heard'

const LOOK_MS = 20_000

const sums = ({ counts, calls, asked, answered }: AlertBoard): string =>
  [
    counts.haveIt && `has it ${counts.haveIt}`,
    counts.in && `in ${counts.in}`,
    counts.out && `out ${counts.out}`,
    counts.done && `done ${counts.done} with ${count(calls, 'call')}`,
    asked > answered && `no answer ${asked - answered}`,
  ]
    .filter(Boolean)
    .join(' · ')

/** So many are listed though nobody has called them; where everybody calls their own, only those who were called. */
const MOST_UNCALLED = 20

function Legislators({ board }: { board: AlertBoard }) {
  const isShort = board.legislators.length <= MOST_UNCALLED
  const shown = board.legislators.filter(({ calls, groups }) => isShort || calls + groups > 0)
  if (shown.length === 0 && board.unnamedCalls === 0) return null
  return (
    <>
      <h3>Calls by legislator</h3>
      <ul class="list">
        {shown.map(({ id, name, calls, groups }) => (
          <li
            key={id}
          >{`${name}: ${calls ? `${count(calls, 'call')} by ${count(groups, 'group')}` : 'no calls yet'}`}</li>
        ))}
        {board.unnamedCalls > 0 && <li>{`Not said to whom: ${count(board.unnamedCalls, 'call')}`}</li>}
      </ul>
    </>
  )
}

/** `version` changes with what has gone or was called off: who was asked and what follows is read once more. `over`: nothing more goes out. */
export function Board({ alertId, version, over }: { alertId: string; version: string; over: boolean }) {
  const { board, fault } = useStore(held)
  const look = useTask()
  const settling = useTask()
  useEffect(() => {
    loadBoard(alertId)
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') loadBoard(alertId)
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [alertId, version])
  if (!board || board.alertId !== alertId)
    return (
      <Section title="Answers">
        <Waiting on={!fault} what="Reading the answers…" />
        <FaultNotice fault={fault} retry={() => loadBoard(alertId)} />
      </Section>
    )
  return (
    <>
      <Section title={board.drill ? 'Answers to the drill' : 'Answers'}>
        <Card>
          <Bar value={board.answered} of={board.asked} kind="blue" label="Groups that answered" />
          <p>
            <b>{`${board.answered} of ${count(board.asked, 'group')} answered`}</b>
          </p>
          <p class="muted">{sums(board)}</p>
          {board.next && <p>{board.next}</p>}
        </Card>
        {board.note && (
          <Notice kind="warn">
            <p>{board.note}</p>
          </Notice>
        )}
        {board.mayLook ? (
          <div class="row">
            <Button busy={look.busy} onClick={() => look.run(() => lookNow(alertId))}>
              Look for answers now
            </Button>
          </div>
        ) : (
          !board.note && <p class="muted">{`The account of ${board.operator} looks for answers every few minutes.`}</p>
        )}
        <Waiting on={look.busy} what="Reading the mail…" />
        <FaultNotice fault={look.fault ?? settling.fault ?? fault} />
        <Doubts
          noun="follow-up"
          doubts={board.doubts ?? []}
          settle={(choice) => settling.run(() => settleFollowUp(choice))}
        />
        <Legislators board={board} />
        {board.bill && (
          <p>{`All ${board.bill.alerts} alerts about ${board.bill.bill}: ${count(board.bill.calls, 'call')} by ${count(board.bill.groups, 'group')}.`}</p>
        )}
        <h3>Groups</h3>
        <Groups board={board} over={over} />
      </Section>
      <Heard board={board} />
    </>
  )
}
