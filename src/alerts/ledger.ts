/** What was sent to whom, and what a person may still decide: cancel the rest, settle a doubt. */
import type { Answer, Params, Progress } from '../contract'
import { mailsLeft } from '../google/mail'
import { settleMessage } from '../mail/doubt'
import { type OutboxRow, peopleIn, recipientsOf } from '../mail/outbox'
import { endOf, isPast } from '../mail/recover'
import type { Caller } from '../registry/callers'
import { log } from '../registry/log'
import { getSettings } from '../registry/settings'
import { alone } from '../registry/settle'
import { readTable, updateRows } from '../registry/table'
import { demandApprover } from './approver'
import { oneLot, viewOf } from './lot'
import { progressOf } from './progress'
import { type AlertRow, findAlert, messagesOf, settleAlert } from './store'
import { countersOf, titleOf } from './tally'

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

/** Alerts and drills of today, whose boards are still looked at. Pure. */
export const answerable = (alerts: readonly AlertRow[], now: Date): { alertId: string; title: string }[] =>
  alerts
    .filter((a) => a.approvedBy && a.state !== 'cancelled' && (a.actBy?.getTime() ?? 0) + DAY > now.getTime())
    .map((a) => ({ alertId: a.id, title: titleOf(a) }))
    .reverse()

/**
 * Nothing more is taken up from now on, and nothing follows; what lies in drafts is thrown away. What has gone has gone. A draft
 * may be cancelled by its maker too.
 */
export function cancelAlert({ alertId }: { alertId: string }, caller: Caller): Progress {
  const done = alone(() => {
    const alert = findAlert(alertId)
    if (alert.state !== 'draft' || alert.madeBy !== caller.email) demandApprover(caller)
    // Where all has gone, backups would still be asked and people reminded.
    const follows = alert.state === 'sent' && !isPast(alert.actBy, new Date())
    if (alert.state !== 'draft' && alert.state !== 'approved' && alert.state !== 'sending' && !follows) return false
    // With the counters: a run that was stopped may not have counted what it sent, and nobody comes by again.
    const state = 'cancelled' as const
    const counters = countersOf({ ...alert, state }, messagesOf(alertId))
    updateRows('alerts', new Map([[alertId, { state, ...counters }]]))
    return alert.kind || 'alert'
  })
  if (done) log(caller.email, `cancelled ${done}`, alertId)
  return oneLot(alertId, caller.email, getSettings()).progress
}

/** A person's word on a message that no machine can judge. Throws `NOT_IN_DOUBT`, `TOO_LATE`, `MAY_NOT_APPROVE`. */
export function settleDoubt({ messageId, as }: Params<'settleDoubt'>, caller: Caller): Progress {
  const settings = demandApprover(caller)
  const isOver = ({ alertId }: OutboxRow): boolean => {
    const { state, actBy } = findAlert(alertId)
    return endOf({ now: new Date(), actBy, cancelled: state === 'cancelled' }) !== null
  }
  const done = alone(() => {
    const { all, row } = settleMessage(messageId, as, caller.email, isOver)
    const rows = all.filter((r) => r.alertId === row.alertId)
    return { rows, alert: settleAlert(findAlert(row.alertId), rows) }
  })
  return progressOf(done.alert, done.rows, viewOf(settings, caller.email, null))
}
