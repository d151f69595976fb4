/** Approving: who may, is it still what was seen, and then audience, words and act-by are frozen as Outbox rows. */
import type { Progress } from '../../contract'
import { Fault } from '../../fault'
import type { Caller } from '../../registry/callers'
import { log } from '../../registry/log'
import { alone } from '../../registry/settle'
import { appendRows, lookOnce, removeRows, updateRows } from '../../registry/table'
import { demandApprover } from '../approver'
import { viewOf } from '../lot'
import { progressOf } from '../progress'
import { type AlertRow, demandState, findAlert, messagesOf } from '../store'
import { stopsOf } from './checks'
import { keptDraft } from './drafting'
import { difference, toRows } from './freeze'
import { instantIn } from './plan'
import { foresee } from './preview'

/**
 * Freezes what the preview with this seal showed. An alert that is approved already is left as it is. Throws
 * `MAY_NOT_APPROVE`, `AUDIENCE_CHANGED`, `CHECK_STOPS`, `SHEET_BUSY`.
 */
export function approveAlert({ alertId, seal }: { alertId: string; seal: string }, caller: Caller): Progress {
  const { settings, alert } = alone(() =>
    lookOnce(() => {
      const by = demandApprover(caller)
      const found = findAlert(alertId)
      demandState(found)
      return { settings: by, alert: found.state === 'draft' ? freeze(found, seal, caller) : found }
    }),
  )
  return progressOf(alert, messagesOf(alertId), viewOf(settings, caller.email, null))
}

function freeze(alert: AlertRow, seal: string, caller: Caller): AlertRow {
  const { plan, messages, preview } = foresee(alert.id, keptDraft(alert.id), caller)
  if (plan.seal !== seal)
    throw new Fault(
      'AUDIENCE_CHANGED',
      'Since you looked, something changed in who gets this alert or what it says.',
      'Look at Check again, then approve.',
    )
  const [stop] = stopsOf(preview.checks)
  if (stop) throw new Fault('CHECK_STOPS', stop.text, stop.next)

  const now = new Date()
  const rows = toRows(alert.id, messages, plan.audience.skipped, now, plan.posts)
  const standing = messagesOf(alert.id)
  // Somebody set an alert back to draft by hand: its ledger must not be thrown away.
  if (standing.some((row) => row.state !== 'queued' && row.state !== 'skipped'))
    throw new Fault('ALREADY_APPROVED', `Messages of ${alert.id} were taken in hand already.`, 'Begin a new alert.')
  const { missing, stale } = difference(rows, standing)
  // Rows of an approval that was killed on the way: this alert was never approved, so none of them was taken by a run.
  if (stale.size > 0) removeRows('outbox', stale)
  if (missing.length > 0) appendRows('outbox', missing)
  const approved = {
    state: 'approved' as const,
    actBy: instantIn(plan.actBy),
    groups: plan.audience.groups.length,
    people: plan.addressed.length,
    sent: 0,
    doubt: 0,
    approvedBy: caller.email,
  }
  updateRows('alerts', new Map([[alert.id, approved]]))
  log(
    caller.email,
    'approved alert',
    alert.id,
    [
      `${plan.addressed.length} people in ${plan.audience.groups.length} groups`,
      ...plan.posts.map((post) => `${post.kind} ${post.to}`),
    ].join('; '),
  )
  return { ...alert, ...approved }
}
