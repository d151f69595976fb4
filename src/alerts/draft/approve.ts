/** Approving: who may, is it still what was seen, and then audience, words and act-by are frozen as Outbox rows. */
import type { AlertPreview, Params, Progress } from '../../contract'
import { Fault } from '../../fault'
import { mailboxOf } from '../../registry/address'
import type { Caller } from '../../registry/callers'
import { log } from '../../registry/log'
import { alone } from '../../registry/settle'
import { appendRows, lookOnce, removeRows, updateRows } from '../../registry/table'
import { plural } from '../../registry/when'
import { demandApprover } from '../approver'
import type { Kept } from '../kept-draft'
import { noteApproved } from '../lost'
import { viewOf } from '../lot'
import { progressOf } from '../progress'
import { type AlertRow, demandState, findAlert, messagesOf } from '../store'
import { NO_GROUP } from './audience'
import { stopsOf } from './checks'
import { keptDraft } from './drafting'
import { difference, toRows } from './freeze'
import { instantIn } from './plan'
import { foresee } from './preview'
import { firstsOf } from './second'

/**
 * Freezes what the preview with this seal showed. An alert that is approved already is left as it is. Throws
 * `MAY_NOT_APPROVE`, `AUDIENCE_CHANGED`, `CHECK_STOPS`, `SECOND_PERSON`, `PEOPLE_DIFFER`, `SHEET_BUSY`.
 */
export function approveAlert({ alertId, seal, people }: Params<'approveAlert'>, caller: Caller): Progress {
  const { settings, alert } = alone(() =>
    lookOnce(() => {
      const by = demandApprover(caller)
      const found = findAlert(alertId)
      demandState(found)
      return { settings: by, alert: found.state === 'draft' ? freeze(found, seal, people, caller) : found }
    }),
  )
  return progressOf(alert, messagesOf(alertId), viewOf(settings, caller.email, null))
}

/** Two people have looked where two have to: whoever approves neither made nor changed it, and knows how many it reaches. */
function demandSecond(
  { second }: AlertPreview,
  kept: Kept,
  alert: AlertRow,
  typed: number | undefined,
  { email }: Caller,
) {
  if (!second?.why) return
  if (firstsOf(alert.madeBy, kept).has(mailboxOf(email)))
    throw new Fault(
      'SECOND_PERSON',
      `A second person has to approve this alert. ${second.why}.`,
      'Ask for approval: whoever may approve and has neither made nor changed it can do it.',
    )
  const { people = 0 } = second
  // A Group alone whose members nobody counted: there is no number to type.
  if (people > 0 && typed !== people)
    throw new Fault(
      'PEOPLE_DIFFER',
      typed === undefined ? 'How many people get it was not typed.' : `It goes to ${people} people, not to ${typed}.`,
      'Look at who gets it, then type their number.',
      'people',
    )
}

function freeze(alert: AlertRow, seal: string, typed: number | undefined, caller: Caller): AlertRow {
  const kept = keptDraft(alert.id)
  const { plan, messages, preview } = foresee(alert.id, kept, caller, alert.madeBy)
  if (plan.seal !== seal)
    throw new Fault(
      'AUDIENCE_CHANGED',
      'Since you looked, something changed in who gets this alert or what it says.',
      'Look at Check again, then approve.',
    )
  const [stop] = stopsOf(preview.checks)
  if (stop) throw new Fault('CHECK_STOPS', stop.text, stop.next)

  demandSecond(preview, kept, alert, typed, caller)
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
  const groups = plan.audience.groups.filter((g) => g.id !== NO_GROUP).length
  const approved = {
    state: 'approved' as const,
    actBy: instantIn(plan.actBy),
    groups,
    people: plan.addressed.length,
    sent: 0,
    doubt: 0,
    approvedBy: caller.email,
  }
  if (approved.actBy) noteApproved(alert.id, kept.title, approved.actBy, now)
  updateRows('alerts', new Map([[alert.id, approved]]))
  log(
    caller.email,
    `approved ${kept.kind ?? 'alert'}`,
    alert.id,
    [
      `${plural(plan.addressed.length, 'person', 'people')} in ${plural(groups, 'group')}`,
      ...plan.posts.map((post) => `${post.kind} ${post.to}`),
    ].join('; '),
  )
  return { ...alert, ...approved }
}
