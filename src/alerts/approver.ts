/** Who may approve, send and cancel. */
import { Fault } from '../fault'
import { type Caller, identified, mayApprove } from '../registry/callers'
import { getSettings, type Settings } from '../registry/settings'
import { readTable } from '../registry/table'

/**
 * Approving, sending and cancelling are for the operator and for coordinators. Gives the settings it had to read.
 * Throws `MAY_NOT_APPROVE`.
 */
export function demandApprover(caller: Caller): Settings {
  identified(caller)
  const settings = getSettings()
  if (mayApprove(caller, readTable('people'), settings)) return settings
  throw new Fault(
    'MAY_NOT_APPROVE',
    'Alerts are approved and sent by the operator or a coordinator.',
    'Ask one of them to open this alert; it is kept as it is.',
  )
}
