/** Who keeps it running, when it last ran, what mail is left today. */
import { useState } from 'preact/hooks'
import type { Home } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { Confirm } from '../../parts/confirm'
import { FaultNotice, Notice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { home as homeAnswer } from '../../state/answers'
import { useTask } from '../../state/task'

function Stale({ operator }: { operator: Home['operator'] }) {
  if (!operator.lastTick)
    return <Notice kind="warn">The timed run has not run yet. It should have begun by now: start it again.</Notice>
  return (
    <Notice kind="error">
      {operator.isYou
        ? 'Nothing runs by itself now. Start it again.'
        : 'Nothing runs by itself now. Ask the operator to open this sheet, or become operator.'}
    </Notice>
  )
}

export function HomeFoot({ home }: { home: Home }) {
  const [asking, setAsking] = useState(false)
  const task = useTask()
  const { operator } = home
  const become = async () => {
    const well = await task.run(async () => homeAnswer.put(await call('becomeOperator', {})))
    setAsking(false)
    if (well) announce('You are the operator now.')
  }
  const parts = [
    home.state?.name,
    operator.email ? `Operator: ${operator.email}${operator.isYou ? ' (you)' : ''}` : 'No operator',
    operator.lastTick
      ? `last run ${operator.lastTickText}`
      : operator.stale
        ? 'has not run yet'
        : 'first run within 15 minutes',
    home.mailsLeft === null ? '' : `you can send ${home.mailsLeft.toLocaleString('en-US')} more today`,
  ]
  return (
    <>
      <p>{parts.filter(Boolean).join(' · ')}</p>
      {operator.stale && <Stale operator={operator} />}
      <FaultNotice fault={task.fault} />
      <Waiting on={task.busy} what="Starting the timed run…" />
      {asking ? (
        <Confirm
          ask={operator.isYou ? 'Start the timed run again?' : 'Become operator?'}
          detail={`What runs by itself will use ${home.you.email || 'your account'}, and its mail goes out from it.${
            operator.email && !operator.isYou ? ` ${operator.email} is no longer operator then.` : ''
          }`}
          yes={operator.isYou ? 'Start it' : 'Become operator'}
          no="Leave it"
          busy={task.busy}
          onYes={become}
          onNo={() => setAsking(false)}
        />
      ) : (
        (!operator.isYou || operator.stale) && (
          <Button kind="link" onClick={() => setAsking(true)}>
            {operator.isYou ? 'Start it again' : 'Become operator'}
          </Button>
        )
      )}
    </>
  )
}
