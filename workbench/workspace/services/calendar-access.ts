/** What the methods of the advanced Calendar service share: scopes, whose calendar, errors, checks of an event. */
import type { Execution } from '../execution'
import { isRecurrence } from './calendar-recurrence'
import type { CalendarRecord } from './calendar-state'
import { calendarOf, type Event } from './calendar-store'
import { instantOfWhen } from './calendar-time'
import { type ApiError, apiError } from './refuse'
import { isZone } from './zone'

/** Any one is enough. [Calendar API reference] */
export const SCOPES = {
  write: ['calendar', 'calendar.events', 'calendar.events.owned'],
  read: ['calendar', 'calendar.readonly', 'calendar.events', 'calendar.events.readonly', 'calendar.events.owned'],
  calendars: ['calendar', 'calendar.readonly', 'calendar.calendars', 'calendar.calendars.readonly'],
  list: ['calendar', 'calendar.readonly', 'calendar.calendarlist', 'calendar.calendarlist.readonly'],
} as const

export type CalendarAccess = ReturnType<typeof calendarAccess>

export function calendarAccess(execution: Execution) {
  const { workspace, account } = execution

  function call<T>(method: string, scopes: readonly string[], effect: () => T): T {
    return execution.call({ service: 'Calendar', method, scopes }, effect)
  }

  type Key = Parameters<typeof apiError>[4]
  function fail(method: string, code: number, reason: string, key: Key): ApiError {
    const name = method.charAt(0).toLowerCase() + method.slice(1)
    return apiError(execution, `calendar.${name}`, code, reason, key)
  }

  /** Own calendars and those shared for writing; others look as if they did not exist. */
  function calendar(method: string, id: string): CalendarRecord {
    const found = calendarOf(workspace, id === 'primary' ? account : id)
    if (!found || (found.owner !== account && !found.writers?.includes(account)))
      throw fail(method, 404, 'notFound', 'apiNotFound')
    return found
  }

  /** Throws what is wrong with an event that is to be stored. */
  function check(method: string, { timeZone }: CalendarRecord, event: Event): void {
    const zone = event.start?.timeZone
    if (zone !== undefined && !isZone(zone)) throw fail(method, 400, 'invalid', 'badZone')
    const [start, end] = [instantOfWhen(event.start, timeZone), instantOfWhen(event.end, timeZone)]
    if (start === null) throw fail(method, 400, 'required', 'emptyRange')
    if (end === null) throw fail(method, 400, 'required', 'endMissing')
    if (end < start || (end === start && event.start?.date)) throw fail(method, 400, 'timeRangeEmpty', 'emptyRange')
    if (!event.recurrence) return
    // A series needs a named zone: an offset alone does not say when the clocks change.
    if (event.start?.dateTime && !zone) throw fail(method, 400, 'required', 'badZone')
    if (!isRecurrence(event.recurrence, start, zone ?? timeZone)) throw fail(method, 400, 'invalid', 'badRecurrence')
  }

  return { workspace, account, execution, call, fail, calendar, check }
}
