/** Events as stored, and the instances of series as they follow from them. */
import type { Workspace } from '../workspace'
import { startsOf } from './calendar-recurrence'
import type { CalendarRecord, StoredEvent } from './calendar-state'
import { instantOfWhen, isAllDay, stampOf, type When, whenOf } from './calendar-time'

export type Event = GoogleAppsScript.Calendar.Schema.Event

/** A person's own calendar comes with the account; null for a calendar nobody made. */
export function calendarOf(workspace: Workspace, id: string): CalendarRecord | null {
  const { calendars } = workspace.state.calendar
  const key = id.toLowerCase()
  const account = workspace.state.accounts[key]
  if (account) return (calendars[key] ??= { id: key, owner: key, timeZone: account.timeZone, events: {} })
  return calendars[id] ?? null
}

export const resourceOf = (stored: StoredEvent): Event => stored.resource as Event

/** Writes an event down as changed now, with a new etag. */
export function keep(workspace: Workspace, calendar: CalendarRecord, event: Event, sequence: number): StoredEvent {
  const id = event.id ?? ''
  const serial = (calendar.serial ?? 0) + 1
  calendar.serial = serial
  const updated = workspace.clock.now
  event.updated = new Date(updated).toISOString()
  event.sequence = sequence
  event.etag = `"${serial}${updated}"`
  const stored: StoredEvent = {
    id,
    iCalUID: event.iCalUID ?? '',
    updated,
    sequence,
    resource: event as Record<string, unknown>,
    changed: serial,
  }
  calendar.events[id] = stored
  return stored
}

/** Tokens handed out so far become useless, as the real calendar does now and then. */
export function expireSyncTokens(calendar: CalendarRecord): void {
  calendar.serial = (calendar.serial ?? 0) + 1
  calendar.oldestSync = calendar.serial
}

export const startOf = (calendar: CalendarRecord, event: Event): number =>
  instantOfWhen(event.start ?? event.originalStartTime, calendar.timeZone) ?? 0
export const endOf = (calendar: CalendarRecord, event: Event): number =>
  instantOfWhen(event.end, calendar.timeZone) ?? startOf(calendar, event)

/** One date of a series, as if nothing had been changed about it. */
function instanceAt(calendar: CalendarRecord, series: Event, start: number): Event {
  const zone = series.start?.timeZone ?? calendar.timeZone
  const allDay = isAllDay(series.start)
  const length = endOf(calendar, series) - startOf(calendar, series)
  const { recurrence: _, ...rest } = series
  const when: When = whenOf(start, zone, allDay)
  return {
    ...structuredClone(rest),
    id: `${series.id}_${stampOf(start, zone, allDay)}`,
    recurringEventId: series.id,
    htmlLink: `https://www.google.com/calendar/event?eid=${series.id}_${stampOf(start, zone, allDay)}`,
    start: when,
    originalStartTime: { ...when },
    // Days may have 23 or 25 hours: half a day more, then midnight, is the right date.
    end: whenOf(start + length + (allDay ? 43_200_000 : 0), zone, allDay),
  }
}

/**
 * Dates of a series whose original start lies from `from` to `to`, with their exceptions (cancelled ones too), and
 * exceptions that were moved into that time.
 */
export function instancesOf(calendar: CalendarRecord, series: Event, from: number, to: number | null): Event[] {
  const zone = series.start?.timeZone ?? calendar.timeZone
  const start = startOf(calendar, series)
  const lines = series.recurrence ?? []
  const length = endOf(calendar, series) - start
  const found = startsOf(lines, start, zone, from - length, to).map((at) => {
    const plain = instanceAt(calendar, series, at)
    const exception = calendar.events[plain.id ?? '']
    return exception ? resourceOf(exception) : plain
  })
  const known = new Set(found.map((event) => event.id))
  for (const stored of Object.values(calendar.events)) {
    const event = resourceOf(stored)
    if (event.recurringEventId !== series.id || known.has(event.id)) continue
    const original = instantOfWhen(event.originalStartTime, calendar.timeZone) ?? 0
    const still = startsOf(lines, start, zone, original, original).length > 0
    if (still) found.push(event)
  }
  const overlaps = (event: Event): boolean =>
    event.status === 'cancelled'
      ? startOf(calendar, event) >= from
      : endOf(calendar, event) > from && (to === null || startOf(calendar, event) < to)
  return found.filter(overlaps).sort((a, b) => startOf(calendar, a) - startOf(calendar, b))
}

/** An event, an exception, or a date of a series by its ID; null where there is none. */
export function findEvent(calendar: CalendarRecord, id: string): Event | null {
  const stored = calendar.events[id]
  if (stored) return resourceOf(stored)
  const [, seriesId = '', date] = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/.exec(id) ?? []
  const series = calendar.events[seriesId]
  if (!series || !date || !resourceOf(series).recurrence || resourceOf(series).status === 'cancelled') return null
  const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6, 8)))
  const near = instancesOf(calendar, resourceOf(series), day - 2 * 86_400_000, day + 3 * 86_400_000)
  return near.find((event) => event.id === id) ?? null
}
