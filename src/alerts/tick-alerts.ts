/** What the timer does for alerts, and which alert is the one of the hour. */
import type { Progress } from '../contract'
import { Fault, isOfSheet } from '../fault'
import type { Caller } from '../registry/callers'
import { log } from '../registry/log'
import { getSettings } from '../registry/settings'
import { readTable } from '../registry/table'
import { oneLot, viewOf } from './lot'
import { progressOf } from './progress'
import { type AlertRow, messagesOf } from './store'

const DAY = 24 * 3_600_000
/** The timer’s. */
const EVERY_MINUTES = 5

/** Something is left to do: messages to send, or a doubt of the last day that the right account could settle. */
function isDue(alert: AlertRow, now: Date): boolean {
  if (alert.state === 'approved' || alert.state === 'sending') return true
  const end = alert.actBy ?? alert.madeAt
  return alert.state !== 'draft' && (alert.doubt ?? 0) > 0 && end !== null && end.getTime() + DAY > now.getTime()
}

/** A drill waits for whatever is real. */
const soonest = (a: AlertRow, b: AlertRow): number =>
  Number(a.kind === 'drill') - Number(b.kind === 'drill') || (a.actBy?.getTime() ?? 0) - (b.actBy?.getTime() ?? 0)

/**
 * Goes on with every alert that is due, the most urgent first, lot after lot until `deadlineMs` (milliseconds since
 * 1970). With nothing due it costs one read, whose rows are handed on. A refusal by Gmail is noted in the log, and the
 * next alert has its turn.
 */
export function tickAlerts(deadlineMs: number, caller: Caller): AlertRow[] {
  const alerts = readTable('alerts')
  const due = alerts.filter((alert) => isDue(alert, new Date())).sort(soonest)
  if (due.length === 0) return alerts
  const settings = getSettings()
  for (const alert of due) {
    try {
      while (Date.now() < deadlineMs) {
        const { progress, handled } = oneLot(alert.id, caller.email, settings)
        if (progress.done || handled === 0) break
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      // The first page says what is wrong with the sheet: once an hour is enough.
      if (!isOfSheet(error) || new Date().getUTCMinutes() < EVERY_MINUTES)
        log(caller.email, `could not go on with ${alert.kind || 'alert'}`, alert.id, error.message)
    }
  }
  return alerts
}

/** The alert that Home shows: one that is being sent, or else the newest whose act-by is still to come. */
export function liveAlert(now: Date): Progress | null {
  const alerts = readTable('alerts').filter((a) => a.state !== 'draft' && a.state !== 'cancelled' && a.state !== '')
  const live =
    alerts.filter((a) => a.state === 'approved' || a.state === 'sending').sort(soonest)[0] ??
    alerts
      .filter((a) => (a.actBy?.getTime() ?? 0) > now.getTime())
      .sort((a, b) => Number(b.kind === 'drill') - Number(a.kind === 'drill'))
      .pop()
  return live ? progressOf(live, messagesOf(live.id), { ...viewOf(getSettings(), '', null), now }) : null
}
