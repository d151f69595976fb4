/** The timed trigger: every few minutes, by the operator's account, whatever is due. */
import { tickAlerts } from './alerts'
import { isAskedFor } from './alerts/kept-draft'
import { tickMapping } from './districts'
import { Fault } from './fault'
import { effectiveEmail } from './google/account'
import { getProperty, setProperty } from './google/properties'
import { findTab } from './google/sheet'
import { installTimer, removeTimers } from './google/triggers'
import { isAnythingDue, liveAlerts, looksLate } from './mail/arrivals'
import type { Caller } from './registry/callers'
import { flushLog, log } from './registry/log'
import { getSettings, type Settings } from './registry/settings'
import { readTable } from './registry/table'
import { type Row, TABLES } from './registry/tables'
import { callsRoom, channelsRoom, draftRoom, incomingRoom } from './rooms'
import { beginRun, endRun, readTickTime, SHARES_MS, spentMs } from './tick-time'

/** Google ends a run after six minutes; a run stops by itself well before. */
const RUN_MS = 4.5 * 60_000
const EVERY_MINUTES = 5
const TIME = 'tick time'

/**
 * `last`: when `tick` last began, null before the first time. `rests`: the day's timed runs are used up as far as alerts go, so
 * they wait, or a person sends from the sidebar.
 */
export function tickState(now: Date): { last: Date | null; rests: boolean } {
  const time = readTickTime(getProperty(TIME))
  return { last: time.began > 0 ? new Date(time.began) : null, rests: spentMs(time, now.getTime()) >= SHARES_MS.alerts }
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

/** Approves a draft by the account whose run this is, as its Check shows it now. Throws a Fault that says why not. */
function approveSmall(alertId: string, most: number, caller: Caller): number {
  const { openDraft, previewAlert, approveAlert } = draftRoom()
  const { people, seal } = previewAlert({ ...openDraft({ alertId }).draft, alertId }, caller)
  if (people > most)
    throw new Fault(
      'TOO_MANY',
      `It would reach ${people} people; without a person ${most} at most.`,
      'Approve it on the Alert page.',
    )
  approveAlert({ alertId, seal }, caller)
  return people
}

/**
 * Mail that comes in. Nothing is opened while no alert is live or lately was, no mail may ask for one, or nothing arrived and
 * nothing is due.
 */
function goOnWithMail(alerts: readonly Row<'alerts'>[], deadlineMs: number, caller: Caller, settings: Settings): void {
  const live = liveAlerts(alerts, caller.now)
  if (live.length === 0 && !settings.alertsByMail && !(settings.readAnswers && looksLate(alerts, caller.now))) return
  if (!isAnythingDue(live, settings.readAnswers || settings.alertsByMail, caller.now)) return
  const approve = (alertId: string, most: number): number => approveSmall(alertId, most, caller)
  incomingRoom().tickIncoming(deadlineMs, caller, settings, { approve })
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
  const time = beginRun(readTickTime(getProperty(TIME)), email, now.getTime())
  setProperty(TIME, JSON.stringify(time))
  const spent = spentMs(time, now.getTime())
  /** Until when a kind of work may go on; in the past where it has had its share of the day. */
  const until = (share: number): number => now.getTime() + Math.min(RUN_MS, share - spent)
  try {
    // Alerts first: mapping has no hour to keep.
    if (spent < SHARES_MS.alerts) {
      const alerts = tickAlerts(until(SHARES_MS.alerts), { email, now })
      goOnWithMail(alerts, until(SHARES_MS.alerts), { email, now: new Date() }, settings)
      const asked = alerts.filter((alert) => isAskedFor(alert, now))
      if (asked.length > 0) draftRoom().tellApprovers(asked, until(SHARES_MS.alerts), { email, now }, settings)
    }
    if (spent < SHARES_MS.calls && hasCalls())
      callsRoom().tickCalls(until(SHARES_MS.calls), { email, now: new Date() }, settings)
    if (spent < SHARES_MS.calls && getProperty('organizer digest'))
      channelsRoom().tickChannels(until(SHARES_MS.calls), { email, now }, settings)
    if (spent < SHARES_MS.mapping) tickMapping(until(SHARES_MS.mapping), { email, now }, settings)
  } finally {
    flushLog()
    setProperty(TIME, JSON.stringify(endRun(time, Date.now())))
  }
}
