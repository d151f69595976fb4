/** What was mailed of a call and what will be, with what became of it. */
import type { CallCard, Params } from '../../../src/contract'
import { call } from '../../call'
import { Doubts } from '../../parts/doubts'
import { FaultNotice } from '../../parts/notice'
import { putCall } from '../../state/calls'
import { useTask } from '../../state/task'
import { moment, people } from '../../words'

const STATES = {
  due: ['○', 'due'],
  sent: ['✓', 'sent'],
  doubt: ['?', 'in doubt: nobody can tell whether it went, so it is not sent again'],
  late: ['!', 'not sent: its time had passed'],
  failed: ['✕', 'failed'],
} as const

/** What nobody knows of, for whoever may say what becomes of it. */
function InDoubt({ card }: { card: CallCard }) {
  const task = useTask()
  const settle = (choice: Params<'settleDoubt'>) =>
    task.run(async () => {
      // Of a mail of a call: so its card is what comes back.
      putCall((await call('settleDoubt', choice)) as CallCard, `Noted: ${choice.as}.`)
    })
  return (
    <>
      <FaultNotice fault={task.fault} />
      <Doubts doubts={card.mails.flatMap(({ doubts }) => doubts)} settle={settle} />
    </>
  )
}

interface Props {
  card: CallCard
  timeZone: string | undefined
  mayManage: boolean
}

export function Mails({ card, timeZone, mayManage }: Props) {
  const { mails } = card
  if (!mails.length) return null
  const mind = mails.filter(({ state }) => state === 'doubt' || state === 'late' || state === 'failed').length
  return (
    <details class="blanks" open={mind > 0}>
      <summary>{`Mails of this call${mind ? ` (${mind} to look at)` : ''}`}</summary>
      <ul class="checks">
        {mails.map((mail) => {
          const [mark, word] = STATES[mail.state]
          const calm = mail.state === 'due' || mail.state === 'sent'
          return (
            <li key={`${mail.what} ${mail.at}`} class={mail.state === 'sent' ? 'ok' : calm ? '' : 'stop'}>
              <span class="mark" aria-hidden="true">
                {mark}
              </span>
              <div>
                {mail.what}
                <p class="muted">{`${moment(mail.at, timeZone)} · ${people(mail.people)} · ${word}`}</p>
              </div>
            </li>
          )
        })}
      </ul>
      {mayManage && <InDoubt card={card} />}
    </details>
  )
}
