/** What was mailed of a call and what will be, with what became of it. */
import type { CallCard } from '../../../src/contract'
import { moment, people } from '../../words'

const STATES = {
  due: ['○', 'due'],
  sent: ['✓', 'sent'],
  doubt: ['?', 'in doubt: nobody can tell whether it went, so it is not sent again'],
  late: ['!', 'not sent: its time had passed'],
  failed: ['✕', 'failed'],
} as const

export function Mails({ card, timeZone }: { card: CallCard; timeZone: string | undefined }) {
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
    </details>
  )
}
