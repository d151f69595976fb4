/** Mail that may or may not have gone: never sent again by a machine, settled by a person with one click. */
import { useState } from 'preact/hooks'
import type { Params, Progress } from '../../src/contract'
import { home } from '../state/answers'
import { useStore } from '../state/store'
import { count, moment } from '../words'
import { Button } from './button'
import { Card, Section } from './page'
import { Waiting } from './progress'

type As = Params<'settleDoubt'>['as']
const CHOICES: { as: As; label: string; about: string }[] = [
  { as: 'it went', label: 'It went', about: 'it is there' },
  { as: 'send it again', label: 'Send it again', about: 'it is not there; they get it now' },
  { as: 'let it be', label: 'Let it be', about: 'nobody looks further' },
]

interface Props {
  /** What kind of messages, where others may be in doubt on the same page. */
  noun?: string
  doubts: Progress['doubts']
  /** Never rejects. */
  settle(choice: Params<'settleDoubt'>): Promise<unknown>
}

export function Doubts({ noun = 'message', doubts, settle }: Props) {
  if (!doubts.length) return null
  return (
    <Section title={`${count(doubts.length, noun)} in doubt`}>
      <p>
        Look in the Sent folder of the account that sent it, for a post in Slack in the channel; then say what happened.
      </p>
      {doubts.map((doubt) => (
        <DoubtCard key={doubt.messageId} doubt={doubt} settle={settle} />
      ))}
      <ul class="muted bullets">
        {CHOICES.map(({ as, label, about }) => (
          <li key={as}>{`${label}: ${about}`}</li>
        ))}
      </ul>
    </Section>
  )
}

function DoubtCard({ doubt, settle }: { doubt: Progress['doubts'][number]; settle: Props['settle'] }) {
  const [busy, setBusy] = useState<As | ''>('')
  const zone = useStore(home.store).value?.state?.timeZone
  const choose = async (as: As) => {
    setBusy(as)
    await settle({ messageId: doubt.messageId, as })
    setBusy('')
  }
  return (
    <Card>
      <p>
        <b>{doubt.to.slice(0, 3).join(', ')}</b>
        {doubt.to.length > 3 && ` and ${doubt.to.length - 3} more`}
      </p>
      <p class="muted">{`${doubt.reason} · ${moment(doubt.at, zone)}`}</p>
      <div class="row">
        {CHOICES.map(({ as, label }) => (
          <Button
            key={as}
            busy={busy === as}
            off={busy !== '' && busy !== as && 'One choice is being written.'}
            label={`${label}: ${doubt.to[0] ?? doubt.messageId}`}
            onClick={() => choose(as)}
          >
            {label}
          </Button>
        ))}
      </div>
      <Waiting on={busy !== ''} what="Writing it down…" />
    </Card>
  )
}
