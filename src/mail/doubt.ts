/** A person’s word on a message that no machine can judge. */
import { Fault } from '../fault'
import { log } from '../registry/log'
import { updateRows } from '../registry/table'
import { because, type Change, isPasted, type OutboxRow, readOutbox } from './outbox'

export type Verdict = 'it went' | 'send it again' | 'let it be'

const SETTLED: Record<Verdict, (who: string) => Change> = {
  'it went': (who) => ({ state: 'sent', reason: `${who} says it went` }),
  'send it again': (who) => ({
    state: 'queued',
    run: '',
    draftId: '',
    sentId: '',
    tries: 0,
    reason: `${who} asked to send it again`,
  }),
  'let it be': (who) => ({ state: 'cancelled', reason: `${who} let it be` }),
}

/**
 * To be called under the script lock. `isOver`: nothing of this message’s kind is sent any more. `first` is done right
 * before the message is written. Gives the Outbox as it stands after, and the message in it. Throws `NOT_IN_DOUBT`,
 * `TOO_LATE`.
 */
export function settleMessage(
  messageId: string,
  as: Verdict,
  who: string,
  isOver: (row: OutboxRow) => boolean,
  first: (row: OutboxRow) => void = () => {},
): { readonly all: OutboxRow[]; readonly row: OutboxRow } {
  const before = readOutbox()
  const row = before.find((r) => r.id === messageId)
  const open =
    row &&
    (row.state === 'doubt' ||
      (row.state === 'failed' && as !== 'it went') ||
      // A person pastes it and says so.
      (isPasted(row) && row.state === 'skipped' && as === 'it went'))
  if (!open)
    throw new Fault(
      'NOT_IN_DOUBT',
      'This message is not in doubt any more.',
      'Look at the list again: it was settled meanwhile.',
    )
  if (as === 'send it again' && isOver(row))
    throw new Fault('TOO_LATE', 'The time for it is over: it is not sent any more.', 'Choose “it went” or “let it be”.')
  first(row)
  const settled = SETTLED[as](who)
  const after = { ...row, ...settled, reason: because(row, settled.reason ?? ''), changedAt: new Date() }
  const { state, run, draftId, sentId, tries, reason, changedAt } = after
  updateRows('outbox', new Map([[messageId, { state, run, draftId, sentId, tries, reason, changedAt }]]))
  log(who, `settled a doubt: ${as}`, messageId)
  return { all: before.map((r) => (r.id === messageId ? after : r)), row: after }
}
