/**
 * LockService. Runs are synchronous, so a lock is found taken only by a run that starts inside another one's service
 * call (a test's hook). It then waits its whole time, because the holder cannot go on meanwhile. At rest nothing is
 * locked: locks are no part of the saved state.
 */
import { strict } from '../errors'
import type { Execution } from '../execution'
import type { Workspace } from '../workspace'
import { elapse } from './elapse'
import { badSignature, refuse } from './refuse'

type Lock = GoogleAppsScript.Lock.Lock
interface Holder {
  readonly execution: Execution
  /** Two Lock objects of one run exclude each other: whether Google lets the second in is not documented. */
  readonly lock: object
}
const held = new WeakMap<Workspace, Map<string, Holder>>()

function holdersOf(workspace: Workspace): Map<string, Holder> {
  let found = held.get(workspace)
  if (!found) held.set(workspace, (found = new Map()))
  return found
}

/** Every lock of this run falls: when it ends, and when `alert` or `prompt` suspends it. */
export function dropLocks(execution: Execution): void {
  const holders = holdersOf(execution.workspace)
  for (const [name, holder] of holders) if (holder.execution === execution) holders.delete(name)
}

function makeLock(execution: Execution, name: string): Lock {
  const me = {}
  const holders = () => holdersOf(execution.workspace)
  const mine = (): boolean => holders().get(name)?.lock === me
  const call = <T>(method: string, effect: () => T): T =>
    execution.call({ service: 'LockService', method: `Lock.${method}`, limited: true }, effect)

  const take = (method: string, ms: number): boolean => {
    if (typeof ms !== 'number') throw badSignature(execution, `LockService.Lock.${method}`, ms)
    if (mine()) return true
    if (ms < 0) return false
    if (holders().has(name)) {
      elapse(execution, ms)
      return false
    }
    holders().set(name, { execution, lock: me })
    return true
  }

  execution.onEnd(() => dropLocks(execution))
  return strict<Lock>('Lock', {
    hasLock: () => call('hasLock', mine),
    tryLock: (ms) => call('tryLock', () => take('tryLock', ms)),
    waitLock: (ms) =>
      call('waitLock', () => {
        if (!take('waitLock', ms)) throw refuse(execution, 'lockTimeout')
      }),
    releaseLock: () =>
      call('releaseLock', () => {
        if (mine()) holders().delete(name)
      }),
  })
}

export function makeLockService(execution: Execution): GoogleAppsScript.Lock.LockService {
  const get = (method: string, name: string): Lock =>
    execution.call({ service: 'LockService', method, limited: true, ms: 0 }, () => makeLock(execution, name))
  return strict('LockService', {
    getScriptLock: () => get('getScriptLock', 'script'),
    getDocumentLock: () => get('getDocumentLock', `document:${execution.spreadsheetId}`),
    getUserLock: () => get('getUserLock', `user:${execution.account}`),
  })
}
