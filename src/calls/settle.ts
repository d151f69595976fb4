/** Who may change what of calls, and what follows a change. */
import { Fault } from '../fault'
import { type Caller, mayApprove } from '../registry/callers'
import { getSettings, type Settings } from '../registry/settings'
import { readTable } from '../registry/table'
import { pass } from './pass'
import { readWorld, type World } from './world'

/** A person waits: what takes longer is left to the timer. */
const WAIT_MS = 60_000

/** The settings, for whoever sets series and dates. Throws `MAY_NOT_MANAGE`. */
export function demandManager(caller: Caller): Settings {
  const settings = getSettings()
  if (mayApprove(caller, readTable('people'), settings)) return settings
  throw new Fault(
    'MAY_NOT_MANAGE',
    'Series and dates are set by the operator or a coordinator.',
    'Ask one of them. What you typed is still here.',
  )
}

const isOperator = (caller: Caller, settings: Settings): boolean =>
  caller.email !== '' && caller.email === settings.operator

/** By the operator’s account everything is brought up to date at once; the others’ wishes stand in the sheet for `tick`. */
export function settle(caller: Caller, settings: Settings): World {
  if (isOperator(caller, settings)) pass(caller, settings, Date.now() + WAIT_MS)
  return readWorld(caller.email, settings, caller.now)
}
