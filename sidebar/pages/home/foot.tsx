/** Who keeps it running, when it last ran, what mail is left today. */
import { useState } from 'preact/hooks'
import type { Answer, Home } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { Confirm } from '../../parts/confirm'
import { FaultNotice, Notice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { home as homeAnswer } from '../../state/answers'
import { useTask } from '../../state/task'

type HandOver = Answer<'handOver'>

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

const Rests = ({ isYou }: { isYou: boolean }) => (
  <Notice kind="warn">
    The timed runs of {isYou ? 'your account' : 'the operator’s account'} are used up for today. Alerts go on while
    somebody has them open here; or another person becomes operator: each account has its own time.
  </Notice>
)

/** What stays behind with the former operator: read it before, or mend it after. */
const Behind = ({ notes }: { notes: HandOver['notes'] }) => (
  <ul class="bullets">
    {notes.map(({ text, next }) => (
      <li key={text}>
        {text} {next}
      </li>
    ))}
  </ul>
)

export function HomeFoot({ home }: { home: Home }) {
  const [asking, setAsking] = useState(false)
  const [behind, setBehind] = useState<HandOver['notes']>([])
  const task = useTask()
  const { operator } = home
  const open = () =>
    task.run(async () => {
      // Who starts their own timer again takes over from nobody.
      setBehind(operator.isYou ? [] : (await call('handOver', {})).notes)
      setAsking(true)
    })
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
      {operator.rests && !operator.stale && <Rests isYou={operator.isYou} />}
      <FaultNotice fault={task.fault} />
      <Waiting on={task.busy} what={asking ? 'Starting the timed run…' : 'Looking at what is under way…'} />
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
        >
          {behind.length > 0 && <Behind notes={behind} />}
        </Confirm>
      ) : (
        (!operator.isYou || operator.stale) && (
          <Button kind="link" busy={task.busy} onClick={open}>
            {operator.isYou ? 'Start it again' : 'Become operator'}
          </Button>
        )
      )}
    </>
  )
}
