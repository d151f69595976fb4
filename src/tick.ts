/** The timed trigger: every few minutes, by the operator's account, whatever is due. */
import { tickAlerts } from './alerts'
import { tickMapping } from './districts'
import { effectiveEmail } from './google/account'
import { getProperty, setProperty } from './google/properties'
import { findTab } from './google/sheet'
import { installTimer, removeTimers } from './google/triggers'
import { flushLog, log } from './registry/log'
import { getSettings } from './registry/settings'
import { readTable } from './registry/table'
import { TABLES } from './registry/tables'
import { callsRoom } from './rooms'

/**
 * Google ends a run after six minutes; a run stops by itself well before. A consumer account has 90 minutes of timed
 * runs a day: at one run in five minutes that is 18 seconds each, plenty while nothing is being sent.
 */
const RUN_MS = 4.5 * 60_000
const EVERY_MINUTES = 5
const HEARTBEAT = 'last tick'

/** When `tick` last began; null before the first time. */
export function lastTick(): Date | null {
  const at = new Date(getProperty(HEARTBEAT))
  return Number.isNaN(at.getTime()) ? null : at
}

/** Makes `tick` run by the account that calls this. */
export const installTick = (): void => installTimer('tick', EVERY_MINUTES)

/**
 * A series that is not over. A sheet that was set up before there were calls has none; where a column is missing, the first
 * page says so, and nothing else waits for it.
 */
function hasCalls(): boolean {
  try {
    return (
      findTab(TABLES.series.tab) !== null &&
      readTable('series').some((row) => row.state !== 'ended' || row.synced !== 'ended')
    )
  } catch {
    return false
  }
}

/**
 * Does what is due. The timer of someone who is no longer operator removes itself. While nobody is operator (the setting
 * was emptied), or Google does not say whose run this is, nothing is done and nothing removed.
 */
export function tick(): void {
  const now = new Date()
  const email = effectiveEmail()
  const settings = getSettings()
  const { operator } = settings
  if (email === '' || operator === '') return
  if (email !== operator) {
    removeTimers('tick')
    log(email, 'stopped the timer', 'tick', `The operator is ${operator}.`)
    flushLog()
    return
  }
  setProperty(HEARTBEAT, now.toISOString())
  try {
    // Alerts first: mapping has no hour to keep.
    tickAlerts(now.getTime() + RUN_MS, { email, now })
    if (hasCalls()) callsRoom().tickCalls(now.getTime() + RUN_MS, { email, now: new Date() }, settings)
    tickMapping(now.getTime() + RUN_MS, { email, now }, settings)
  } finally {
    flushLog()
  }
}
