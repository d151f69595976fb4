/** Alerts: what the doors of the script may ask of this folder. */
import type { Progress } from '../contract'
import { ownerOf } from '../mail/outbox'
import { type Caller, mayApprove } from '../registry/callers'
import { getSettings } from '../registry/settings'
import { readTable } from '../registry/table'
import { demandApprover } from './approver'
import { oneLot } from './lot'

export { demandApprover } from './approver'
export { draftsFor, listed } from './drafts'
export { alertLedger, alertProgress, answerable, cancelAlert, recentAlert, settleDoubt } from './ledger'
export { lostAlerts } from './lost'
export { liveAlert, tickAlerts } from './tick-alerts'

/** Messages of the alert that lie with this account, as with somebody who was operator when a run of theirs stopped. */
const hasInHand = (alertId: string, { email }: Caller): boolean =>
  email !== '' &&
  readTable('outbox').some((row) => row.alertId === alertId && row.state === 'claimed' && ownerOf(row.run) === email)

/**
 * Sends one lot by the caller's account. Ask again while not `done`. Who may not send (any more) still settles what their
 * account has in hand: no other account can. Throws `MAY_NOT_APPROVE`, `GMAIL_REFUSED`.
 */
export function sendLot({ alertId }: { alertId: string }, caller: Caller): Progress {
  const settings = getSettings()
  const may = mayApprove(caller, readTable('people'), settings)
  if (!may && !hasInHand(alertId, caller)) demandApprover(caller)
  return oneLot(alertId, caller.email, settings, may).progress
}
