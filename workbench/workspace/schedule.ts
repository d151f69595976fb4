/**
 * When a clock’s trigger runs. Google promises little: `atHour(9)` is some minute between nine and ten, the same every
 * day; `nearMinute` is a quarter of an hour about; `after` is never early. The chance is the workspace’s own.
 */
import { instantOf, wallClock } from './services/zone'
import type { TimerRecord } from './timers-state'
import type { Workspace } from './workspace'

const MINUTE = 60_000
const DAYS = 'SUNDAY MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY'.split(' ')

const numberOf = (record: TimerRecord, name: string, otherwise: number): number => {
  const value = record.spec[name]
  return typeof value === 'number' ? value : otherwise
}

/** Where in its window this trigger runs, chosen once and kept in the record. */
function settle(workspace: Workspace, record: TimerRecord): void {
  const { random } = workspace
  if (typeof record.spec.hour !== 'number') record.spec.hour = random.int(0, 23)
  if (typeof record.spec.settledMinute === 'number') return
  const near = record.spec.minute
  record.spec.settledMinute = typeof near === 'number' ? near + random.int(-15, 15) : random.int(0, 59)
}

/** The next moment with the settled time of day on a day that `fits`, after `after`. */
function daily(workspace: Workspace, record: TimerRecord, after: number, fits: (utcDay: number) => boolean): number {
  settle(workspace, record)
  const zone = String(record.spec.zone ?? workspace.options.manifest.timeZone)
  const start = wallClock(zone, after)
  for (let i = -1; i < 800; i++) {
    const day = new Date(Date.UTC(start.year, start.month - 1, start.day + i))
    const wall = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate(), second: 0 }
    const hour = instantOf(zone, { ...wall, hour: numberOf(record, 'hour', 0), minute: 0 })
    const at = hour + numberOf(record, 'settledMinute', 0) * MINUTE
    if (at > after && fits(day.getTime())) return at
  }
  return after + 365 * 24 * 60 * MINUTE
}

const lastDay = (day: Date): number => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()

function byCalendar(workspace: Workspace, record: TimerRecord, after: number): number {
  if (record.kind === 'onMonthDay') {
    const wanted = numberOf(record, 'monthDay', 1)
    return daily(workspace, record, after, (utc) => {
      const day = new Date(utc)
      return day.getUTCDate() === Math.min(wanted, lastDay(day))
    })
  }
  if (typeof record.spec.weekDay !== 'string') record.spec.weekDay = DAYS[workspace.random.int(0, 6)] ?? 'MONDAY'
  const weekday = DAYS.indexOf(record.spec.weekDay)
  return daily(workspace, record, after, (utc) => new Date(utc).getUTCDay() === weekday)
}

/** The first run of a trigger just made; null for those that do not run by the clock. */
export function firstRun(workspace: Workspace, record: TimerRecord): number | null {
  const { clock, random } = workspace
  const every = numberOf(record, 'every', 1)
  switch (record.kind) {
    case 'everyMinutes':
      return clock.now + random.int(1, every * 60) * 1000
    case 'everyHours':
      return clock.now + random.int(1, every * 60) * MINUTE
    case 'everyDays':
      return daily(workspace, record, clock.now, () => true)
    case 'everyWeeks':
    case 'onMonthDay':
      return byCalendar(workspace, record, clock.now)
    case 'at':
      return Math.max(clock.now, numberOf(record, 'at', clock.now)) + random.int(0, 60) * 1000
    default:
      return null
  }
}

/** The run after the one that is due now. A trigger for one moment is spent, but stays in its owner’s list. */
export function nextRun(workspace: Workspace, record: TimerRecord): number | null {
  const due = record.next ?? workspace.clock.now
  const every = numberOf(record, 'every', 1)
  switch (record.kind) {
    case 'everyMinutes':
      return afterNow(workspace, due, every * MINUTE)
    case 'everyHours':
      return afterNow(workspace, due, every * 60 * MINUTE)
    case 'everyDays':
      return daily(workspace, record, due + (every - 1) * 1440 * MINUTE, () => true)
    case 'everyWeeks':
      return byCalendar(workspace, record, due + (every - 1) * 7 * 1440 * MINUTE)
    case 'onMonthDay':
      return byCalendar(workspace, record, due)
    default:
      return null
  }
}

/** Runs that were missed because the trigger was off or a run took long are not made up for. */
function afterNow(workspace: Workspace, due: number, period: number): number {
  const missed = Math.max(0, Math.floor((workspace.clock.now - due) / period))
  return due + (missed + 1) * period
}
