/** What was sent to whom, and what a person may still decide: cancel the rest, settle a doubt. */
import type { Answer, Params, Progress } from '../contract'
import { Fault } from '../fault'
import { mailsLeft } from '../google/mail'
import { because, type Change, isPasted, type OutboxRow, peopleIn, recipientsOf } from '../mail/outbox'
import { endOf } from '../mail/recover'
import type { Caller } from '../registry/callers'
import { log } from '../registry/log'
import { getSettings } from '../registry/settings'
import { alone } from '../registry/settle'
import { readTable, updateRows } from '../registry/table'
import { demandApprover } from './approver'
import { oneLot, viewOf } from './lot'
import { progressOf } from './progress'
import { findAlert, messagesOf, readOutbox, settleAlert } from './store'
import { doubtOf, tallyOf } from './tally'

const DAY = 24 * 3_600_000

export function alertProgress({ alertId }: { alertId: string }, caller: Caller): Progress {
  const alert = findAlert(alertId)
  const waits = alert.state === 'approved' || alert.state === 'sending'
  return progressOf(alert, messagesOf(alertId), viewOf(getSettings(), caller.email, waits ? mailsLeft() : null))
}

export const alertLedger = ({ alertId }: { alertId: string }, _caller: Caller): Answer<'alertLedger'> => ({
  rows: messagesOf(findAlert(alertId).id).map((row) => ({
    messageId: row.id,
    state: row.state || 'doubt',
    people: peopleIn(row),
    to: recipientsOf(row),
    reason: row.reason,
    at: row.changedAt ? row.changedAt.toISOString() : null,
  })),
})

/** The alert that was approved last, until a day after its act-by; where people were not asked in time, for good. */
export function recentAlert(now: Date): Progress | null {
  const last = readTable('alerts')
    .filter((a) => a.approvedBy)
    .pop()
  const shown = last && (last.state === 'expired' || (last.actBy?.getTime() ?? 0) + DAY > now.getTime())
  return shown ? progressOf(last, messagesOf(last.id), viewOf(getSettings(), '', null)) : null
}

/**
 * Nothing more is taken up from now on; what lies in drafts is thrown away. What has gone has gone. A draft may be
 * cancelled by its maker too.
 */
export function cancelAlert({ alertId }: { alertId: string }, caller: Caller): Progress {
  const done = alone(() => {
    const alert = findAlert(alertId)
    if (alert.state !== 'draft' || alert.madeBy !== caller.email) demandApprover(caller)
    if (alert.state !== 'draft' && alert.state !== 'approved' && alert.state !== 'sending') return false
    const tally = tallyOf(messagesOf(alertId))
    // Until the rows are settled too, the doubt says that there is something to look at.
    updateRows(
      'alerts',
      new Map([
        [alertId, { state: 'cancelled' as const, doubt: doubtOf(tally) + tally.waiting + tally.posts.waiting }],
      ]),
    )
    return true
  })
  if (done) log(caller.email, 'cancelled alert', alertId)
  return oneLot(alertId, caller.email, getSettings()).progress
}

const SETTLED: Record<Params<'settleDoubt'>['as'], (who: string) => Change> = {
  'it went': (who) => ({ state: 'sent', draftId: '', reason: `${who} says it went` }),
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

function decide(row: OutboxRow | undefined, as: Params<'settleDoubt'>['as'], caller: Caller): OutboxRow {
  const open =
    row &&
    (row.state === 'doubt' ||
      (row.state === 'failed' && as !== 'it went') ||
      (isPasted(row) && row.state === 'skipped' && as === 'it went'))
  if (!row || !open)
    throw new Fault(
      'NOT_IN_DOUBT',
      'This message is not in doubt any more.',
      'Look at the list again: it was settled meanwhile.',
    )
  const { state: now, actBy } = findAlert(row.alertId)
  if (as === 'send it again' && endOf({ now: new Date(), actBy, cancelled: now === 'cancelled' }))
    throw new Fault('TOO_LATE', 'This alert is over: nothing is sent any more.', 'Choose “it went” or “let it be”.')
  const settled = SETTLED[as](caller.email)
  return { ...row, ...settled, reason: because(row, settled.reason ?? ''), changedAt: new Date() }
}

/** A person's word on a message that no machine can judge. Throws `NOT_IN_DOUBT`, `TOO_LATE`, `MAY_NOT_APPROVE`. */
export function settleDoubt({ messageId, as }: Params<'settleDoubt'>, caller: Caller): Progress {
  const settings = demandApprover(caller)
  const done = alone(() => {
    const all = readOutbox()
    const row = decide(
      all.find((r) => r.id === messageId),
      as,
      caller,
    )
    const { state, run, draftId, sentId, tries, reason, changedAt } = row
    updateRows('outbox', new Map([[messageId, { state, run, draftId, sentId, tries, reason, changedAt }]]))
    const rows = all.filter((r) => r.alertId === row.alertId).map((r) => (r.id === messageId ? row : r))
    return { rows, alert: settleAlert(findAlert(row.alertId), rows) }
  })
  log(caller.email, `settled a doubt: ${as}`, messageId)
  return progressOf(done.alert, done.rows, viewOf(settings, caller.email, null))
}
