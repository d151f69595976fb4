/** Alerts: what the doors of the script may ask of this folder. */
import type { Progress } from '../contract'
import type { Caller } from '../registry/callers'
import { demandApprover } from './approver'
import { oneLot } from './lot'

export { demandApprover } from './approver'
export { draftsFor, listed } from './drafts'
export { alertLedger, alertProgress, cancelAlert, recentAlert, settleDoubt } from './ledger'
export { liveAlert, tickAlerts } from './tick-alerts'

/** Sends one lot by the caller's account. Ask again while not `done`. Throws `MAY_NOT_APPROVE`, `GMAIL_REFUSED`. */
export function sendLot({ alertId }: { alertId: string }, caller: Caller): Progress {
  const settings = demandApprover(caller)
  return oneLot(alertId, caller.email, settings).progress
}
