/**
 * Posts the claimed rows of Slack channels. A post cannot be taken back or looked up, so before each one its row says
 * `posting`, on record: a stopped run that had come that far leaves a doubt, one that had not leaves a message to take.
 */
import { withScriptLock } from '../google/lock'
import { getProperty } from '../google/properties'
import { type Change, channelOf, holdsItsMessage, MAX_TRIES, type OutboxRow, POSTED, POSTING } from './outbox'
import { change, writeOurs } from './outcome'
import { postToSlack, type Verdict, webhookKey } from './slack'
import { twice } from './twice'

export interface Desk {
  settle(row: OutboxRow, what: Change): unknown
  /** Why nothing more is posted; null while it may be. */
  end(): Change | null
  isCancelled(): boolean
}

const LOCK_MS = 60_000

export function postAll(rows: readonly OutboxRow[], desk: Desk): void {
  for (const row of rows) {
    const over = desk.end()
    const webhook = getProperty(webhookKey(channelOf(row)))
    if (over) desk.settle(row, over)
    else if (!holdsItsMessage(row))
      desk.settle(row, {
        state: 'failed',
        reason: 'its text or its channel was changed in the Outbox since it was approved',
      })
    else if (!webhook)
      desk.settle(row, { state: 'failed', reason: 'no webhook is set for this channel: set it on the Channels page' })
    else {
      const held = recorded(row, desk)
      if (held === 'stop') return
      if (held === 'cancelled') desk.settle(row, { state: 'cancelled', reason: 'cancelled before it was posted' })
      if (held === 'go') desk.settle(row, desk.end() ?? outcomeOf(row, postToSlack(webhook, row.body)))
    }
  }
}

/** Puts on record that it is being posted. `gone`: somebody took the row out of the ledger meanwhile, or another run has it. */
function recorded(row: OutboxRow, { isCancelled }: Desk): 'go' | 'gone' | 'cancelled' | 'stop' {
  const put = () =>
    withScriptLock(LOCK_MS, () => {
      if (isCancelled()) return 'cancelled'
      return writeOurs(new Map([[row.id, change(row, { draftId: POSTING })]])).written.has(row.id) ? 'go' : 'gone'
    })
  try {
    return twice(put)?.value ?? 'stop'
  } catch {
    // What mails of this lot have gone is still to be written.
    return 'stop'
  }
}

function outcomeOf(row: OutboxRow, verdict: Verdict): Change {
  const tries = (row.tries ?? 0) + 1
  switch (verdict.is) {
    case 'sent':
      return { state: 'sent', draftId: POSTED, reason: '' }
    case 'doubt':
      return { state: 'doubt', draftId: POSTING, reason: verdict.why }
    case 'refused':
      return { state: 'failed', draftId: '', tries, reason: verdict.why }
    default: {
      if (tries >= MAX_TRIES) return { state: 'failed', draftId: '', tries, reason: 'Slack was too busy each time' }
      const at = new Date(Date.now() + verdict.seconds * 1000)
      return { state: 'queued', draftId: '', sentId: `not before ${at.toISOString()}`, tries, reason: 'Slack is busy' }
    }
  }
}
