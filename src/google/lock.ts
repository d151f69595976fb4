import { flush } from './sheet'

/** How many `withScriptLock` of this run are open inside each other. A run starts with fresh globals, so with 0. */
let depth = 0

/**
 * Runs `work` while no other run of this script holds the lock; null where the lock could not be had in `waitMs`.
 * Writes are flushed before the lock is let go. Inside itself it runs at once: whether a second Lock object of the same
 * run would wait for the first is not documented.
 */
export function withScriptLock<T>(waitMs: number, work: () => T): { value: T } | null {
  if (depth > 0) return { value: work() }
  const lock = LockService.getScriptLock()
  if (!lock.tryLock(waitMs)) return null
  depth += 1
  try {
    const value = work()
    flush()
    return { value }
  } finally {
    depth -= 1
    lock.releaseLock()
  }
}
