/** Calendar.Events: get, list, instances, with pages and sync tokens. */
import type { CalendarAccess } from './calendar-access'
import { SCOPES } from './calendar-access'
import type { CalendarRecord } from './calendar-state'
import { type Event, endOf, findEvent, instancesOf, resourceOf, startOf } from './calendar-store'
import { instantOfText } from './calendar-time'

interface Options {
  timeMin?: string
  timeMax?: string
  singleEvents?: boolean
  showDeleted?: boolean
  orderBy?: 'startTime' | 'updated'
  q?: string
  iCalUID?: string
  updatedMin?: string
  privateExtendedProperty?: string | string[]
  sharedExtendedProperty?: string | string[]
  originalStart?: string
  maxResults?: number
  pageToken?: string
  syncToken?: string
}
type Events = GoogleAppsScript.Calendar.Schema.Events

/** What a sync token cannot be combined with. [Calendar API, “Events: list”] */
const ALONE = [
  'timeMin',
  'timeMax',
  'q',
  'iCalUID',
  'orderBy',
  'updatedMin',
  'privateExtendedProperty',
  'sharedExtendedProperty',
] as const

const listed = (value: string | string[] | undefined): string[] => (typeof value === 'string' ? [value] : (value ?? []))
const hasAll = (own: Record<string, string> | undefined, wanted: string[]): boolean =>
  wanted.every((pair) => own?.[pair.slice(0, pair.indexOf('='))] === pair.slice(pair.indexOf('=') + 1))

export function calendarLists(access: CalendarAccess) {
  const { call, fail } = access

  const time = (method: string, text: string | undefined): number | null => {
    if (text === undefined) return null
    const ms = /([Zz]|[+-]\d\d:?\d\d)$/.test(text) ? instantOfText(text, 'UTC') : null
    if (ms === null) throw fail(method, 400, 'badRequest', 'emptyRange')
    return ms
  }

  const matches = (event: Event, options: Options): boolean => {
    const text = [
      event.summary,
      event.description,
      event.location,
      ...(event.attendees ?? []).map((a) => a.email),
    ].join('\n')
    return (
      (!options.q || text.toLowerCase().includes(options.q.toLowerCase())) &&
      (!options.iCalUID || event.iCalUID === options.iCalUID) &&
      (!options.updatedMin || Date.parse(event.updated ?? '') >= Date.parse(options.updatedMin)) &&
      hasAll(event.extendedProperties?.private, listed(options.privateExtendedProperty)) &&
      hasAll(event.extendedProperties?.shared, listed(options.sharedExtendedProperty))
    )
  }

  const answer = (calendar: CalendarRecord, items: Event[], options: Options): Events => {
    const size = Math.min(options.maxResults ?? 250, 2_500)
    const from = Number(options.pageToken ?? 0) || 0
    const more = from + size < items.length
    return {
      kind: 'calendar#events',
      summary: calendar.id,
      timeZone: calendar.timeZone,
      items: items.slice(from, from + size).map((event) => structuredClone(event)),
      ...(more ? { nextPageToken: String(from + size) } : { nextSyncToken: `s${calendar.serial ?? 0}` }),
    }
  }

  const changedSince = (calendar: CalendarRecord, token: string): Event[] => {
    const serial = /^s(\d+)$/.exec(token)?.[1]
    if (serial === undefined || Number(serial) < (calendar.oldestSync ?? 0) || Number(serial) > (calendar.serial ?? 0))
      throw fail('events.list', 410, 'fullSyncRequired', 'staleSyncToken')
    return Object.values(calendar.events)
      .filter((stored) => (stored.changed ?? 0) > Number(serial))
      .map(resourceOf)
  }

  return {
    get: (calendarId: string, id: string) =>
      call('Events.get', SCOPES.read, () => {
        const found = findEvent(access.calendar('events.get', calendarId), id)
        if (!found) throw fail('events.get', 404, 'notFound', 'apiNotFound')
        return structuredClone(found)
      }),
    list: (calendarId: string, options: Options = {}) =>
      call('Events.list', SCOPES.read, () => {
        const calendar = access.calendar('events.list', calendarId)
        if (options.syncToken) {
          if (ALONE.some((name) => options[name] !== undefined))
            throw fail('events.list', 400, 'invalid', 'syncTokenMixed')
          return answer(calendar, changedSince(calendar, options.syncToken), options)
        }
        const [from, to] = [time('events.list', options.timeMin), time('events.list', options.timeMax)]
        const single = options.singleEvents === true
        if (options.orderBy === 'startTime' && !single) throw fail('events.list', 400, 'badRequest', 'badRecurrence')
        const stored = Object.values(calendar.events).map(resourceOf)
        const dead = (event: Event): boolean => event.status === 'cancelled'
        const items = stored.flatMap((event): Event[] => {
          if (!event.recurrence) return single && event.recurringEventId ? [] : [event]
          if (!single || dead(event)) return [event]
          return instancesOf(calendar, event, from ?? 0, to)
        })
        const inTime = (event: Event): boolean =>
          Boolean(event.recurrence) ||
          ((from === null || endOf(calendar, event) > from) && (to === null || startOf(calendar, event) < to))
        // Cancelled dates of a series are told even to who did not ask for deleted events, unless it is spread out.
        const shown = (event: Event): boolean =>
          !dead(event) || options.showDeleted === true || (!single && Boolean(event.recurringEventId))
        const found = items.filter((event) => inTime(event) && shown(event) && matches(event, options))
        if (options.orderBy === 'startTime') found.sort((a, b) => startOf(calendar, a) - startOf(calendar, b))
        if (options.orderBy === 'updated') found.sort((a, b) => (a.updated ?? '').localeCompare(b.updated ?? ''))
        return answer(calendar, found, options)
      }),
    instances: (calendarId: string, id: string, options: Options = {}) =>
      call('Events.instances', SCOPES.read, () => {
        const calendar = access.calendar('events.instances', calendarId)
        const series = findEvent(calendar, id)
        if (!series?.recurrence || series.status === 'cancelled')
          throw fail('events.instances', 404, 'notFound', 'apiNotFound')
        const [from, to] = [time('events.instances', options.timeMin), time('events.instances', options.timeMax)]
        const items = instancesOf(calendar, series, from ?? 0, to)
          .filter((event) => event.status !== 'cancelled' || options.showDeleted === true)
          .filter(
            (event) =>
              !options.originalStart ||
              (event.originalStartTime?.dateTime ?? event.originalStartTime?.date) === options.originalStart,
          )
        return answer(calendar, items, options)
      }),
  }
}
