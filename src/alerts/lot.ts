/** One lot of an alert, from claiming to counting: the unit that the sidebar asks for and `tick` repeats. */
import type { Progress } from '../contract'
import { Fault } from '../fault'
import { deleteDraft } from '../google/gmail'
import { withScriptLock } from '../google/lock'
import { mailsLeft } from '../google/mail'
import { mailingBy } from '../mail/by-mail-app'
import { planLot, TAKES_NOTHING } from '../mail/claim'
import { roomOf } from '../mail/lots'
import { type OutboxRow, optedOutOf } from '../mail/outbox'
import { isPast } from '../mail/recover'
import { type Assignment, sendLotOf, twice } from '../mail/send'
import { log } from '../registry/log'
import { zoneOf } from '../registry/network'
import type { Settings } from '../registry/settings'
import { readTable, updateRows } from '../registry/table'
import { plural } from '../registry/when'
import { progressOf, type View } from './progress'
import { type AlertRow, demandState, findAlert, messagesOf, settleAlert } from './store'

const OPEN_MS = 15_000
const CLOSE_MS = 60_000

export interface LotResult {
  readonly progress: Progress
  /** Messages this lot had in hand. */
  readonly handled: number
}

export function viewOf(settings: Settings, me: string, left: number | null): View {
  return { now: new Date(), timeZone: zoneOf(settings), me, left, reserve: settings.mailReserve }
}

interface Opened {
  readonly alert: AlertRow
  readonly rows: readonly OutboxRow[]
  readonly assignment: Assignment | null
  readonly discard: readonly string[]
}

/** Without a message of its own an alert would be due for ever: it is over with its act-by. */
function stillOpen(alert: AlertRow): AlertRow {
  const live = alert.state === 'approved' || alert.state === 'sending'
  if (!live || !isPast(alert.actBy, new Date()) || messagesOf(alert.id).length > 0) return alert
  updateRows('alerts', new Map([[alert.id, { state: 'expired' as const }]]))
  return { ...alert, state: 'expired' }
}

/** Under the script lock: recovery and claim, in one write. */
function open(alertId: string, me: string, settings: Settings, room: number): Opened {
  const alert = stillOpen(findAlert(alertId))
  demandState(alert)
  if (alert.state === 'draft')
    throw new Fault('NOT_APPROVED', 'This alert is not approved yet.', 'Look at Check, then approve it.')
  const run = `${me}#${Math.random().toString(36).slice(2, 8)}`
  const cancelled = alert.state === 'cancelled'
  const { actBy } = alert
  const standing = { me, run, now: new Date(), actBy, cancelled }
  let lot = planLot([], standing, 0)
  let optedOut: ReadonlySet<string> = new Set()
  const live = alert.state === 'approved' || alert.state === 'sending'
  if (live && !actBy)
    throw new Fault(
      'ACT_BY_UNREADABLE',
      `The act-by of ${alertId} in the Alerts tab is no date and time.`,
      'Type it there again, such as 2026-11-23 17:00, or cancel the alert.',
    )
  const updated = updateRows('outbox', (outbox) => {
    const messages = messagesOf(alertId, outbox)
    if (live && messages.length === 0)
      throw new Fault(
        'LEDGER_GONE',
        `The messages of ${alertId} are gone from the Outbox, so nobody can tell who has it.`,
        'Bring the tab back by File › Version history, or cancel the alert.',
      )
    lot = planLot(messages, standing, room)
    // Before anything is claimed: where it cannot be read, nothing is in hand that others would have to wait for.
    if (lot.work.length > 0) optedOut = optedOutOf(readTable('people'))
    return lot.changes
  })
  const rows = messagesOf(alertId, updated.rows())
  const work = lot.work.filter((row) => !updated.missing.includes(row.id))
  const begun = alert.state === 'approved' && work.length > 0 ? { ...alert, state: 'sending' as const } : alert
  if (begun !== alert) updateRows('alerts', new Map([[alertId, { state: begun.state }]]))
  if (work.length === 0) return { alert: settleAlert(alert, rows), rows, assignment: null, discard: lot.discard }
  const { replyTo, operator } = settings
  return {
    alert: begun,
    rows,
    assignment: {
      me,
      run,
      actBy,
      cancelled,
      isCancelled: () => findAlert(alertId).state === 'cancelled',
      replyTo: replyTo || operator,
      mailApp: settings.mailApp && mailingBy(settings) === 'mailApp',
      optedOut,
      work,
      search: lot.search,
    },
    discard: lot.discard,
  }
}

/**
 * Does one lot by the caller's account; without `takesNew` only what that account has in hand already. Throws `NOT_APPROVED`, `ALERT_NOT_FOUND`, `GMAIL_REFUSED`.
 */
export function oneLot(alertId: string, me: string, settings: Settings, takesNew = true): LotResult {
  const left = mailsLeft()
  const room = takesNew ? roomOf(left, settings.mailReserve) : TAKES_NOTHING
  const opened = withScriptLock(OPEN_MS, () => open(alertId, me, settings, room))
  if (!opened) {
    const progress = progressOf(findAlert(alertId), messagesOf(alertId), viewOf(settings, me, left))
    return {
      progress: { ...progress, note: progress.note || 'Another run is at work in the sheet; it goes on in a moment.' },
      handled: 0,
    }
  }
  const { alert, rows, assignment, discard } = opened.value
  for (const draftId of discard) deleteDraft(draftId)
  if (!assignment) return { progress: progressOf(alert, rows, viewOf(settings, me, left)), handled: 0 }

  const { outcomes, discard: unneeded, refused } = sendLotOf(assignment)
  const closed = twice(() =>
    withScriptLock(CLOSE_MS, () => {
      const { missing, rows: all } = updateRows('outbox', outcomes)
      const after = messagesOf(alertId, all())
      return { missing, after, alert: settleAlert(alert, after) }
    }),
  )
  // Only now: a draft on record that is gone counts as sent.
  if (closed) for (const draftId of unneeded) deleteDraft(draftId)
  for (const id of closed?.value.missing ?? [])
    if (outcomes.get(id)?.state === 'sent') log(me, 'sent a message whose row is gone', alertId, id)
  if (refused) throw refused
  const progress = progressOf(
    closed?.value.alert ?? findAlert(alertId),
    closed?.value.after ?? messagesOf(alertId),
    viewOf(settings, me, mailsLeft()),
  )
  if (progress.done && !['draft', 'sent'].includes(alert.state))
    log(
      me,
      `${alert.kind || 'alert'} ${progress.state}`,
      alertId,
      `${progress.sent} of ${plural(progress.people, 'person', 'people')}`,
    )
  return { progress, handled: assignment.work.length }
}
