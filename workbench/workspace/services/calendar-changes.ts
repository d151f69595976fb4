/** Calendar.Events: insert, update, patch, remove. */
import type { CalendarAccess } from './calendar-access'
import { SCOPES } from './calendar-access'
import { notifyGuests } from './calendar-invite'
import type { CalendarRecord } from './calendar-state'
import { type Event, findEvent, keep, resourceOf } from './calendar-store'
import { refuse, spend } from './refuse'

interface Options {
  sendUpdates?: 'all' | 'externalOnly' | 'none'
  conferenceDataVersion?: number
}
type Headers = Record<string, string>

/** Google names no number; this many creations in a minute is what makes it refuse here. */
const BURST = 100
const MINUTE = 60_000

/** Null removes a field, objects are merged, everything else is replaced. */
function merge(old: unknown, patch: unknown): unknown {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isObject(patch)) return patch
  const out: Record<string, unknown> = isObject(old) ? { ...old } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete out[key]
    else if (value !== undefined) out[key] = merge(out[key], value)
  }
  return out
}

export function calendarChanges(access: CalendarAccess) {
  const { workspace, account, call, fail } = access

  const withGuests = (event: Event): void => {
    event.attendees = event.attendees?.map((guest) => ({ responseStatus: 'needsAction', ...guest }))
    if (!event.attendees) delete event.attendees
  }

  /** A video link is made where one is asked for, and only with `conferenceDataVersion` 1. */
  const withConference = (event: Event, old: Event | null, options: Options): void => {
    if (options.conferenceDataVersion !== 1) {
      event.conferenceData = old?.conferenceData
      if (!event.conferenceData) delete event.conferenceData
      return
    }
    const request = event.conferenceData?.createRequest
    if (!request) return
    const letters = () =>
      Array.from({ length: 10 }, () => workspace.random.pick([...'abcdefghijkmnopqrstuvwxyz'])).join('')
    const conferenceId = letters().replace(/^(...)(....)(...)$/, '$1-$2-$3')
    const uri = `https://meet.google.com/${conferenceId}`
    event.hangoutLink = uri
    event.conferenceData = {
      createRequest: { ...request, status: { statusCode: 'success' } },
      entryPoints: [{ entryPointType: 'video', uri, label: uri.slice(8) }],
      conferenceSolution: { key: { type: 'hangoutsMeet' }, name: 'Google Meet' },
      conferenceId,
    }
  }

  const tell = (
    calendar: CalendarRecord,
    event: Event,
    options: Options,
    notice: Parameters<typeof notifyGuests>[3],
  ) => {
    if (options.sendUpdates === 'all' || options.sendUpdates === 'externalOnly')
      notifyGuests(workspace, calendar, event, notice)
  }

  const existing = (method: string, calendar: CalendarRecord, id: string, headers: Headers = {}): Event => {
    const found = findEvent(calendar, id)
    if (!found) throw fail(method, 404, 'notFound', 'apiNotFound')
    const match = Object.entries(headers).find(([name]) => name.toLowerCase() === 'if-match')?.[1]
    if (match !== undefined && match !== '*' && match !== found.etag)
      throw fail(method, 412, 'conditionNotMet', 'precondition')
    return found
  }

  const checkBurst = (calendar: CalendarRecord): void => {
    const since = workspace.clock.now - MINUTE
    const recent = Object.values(calendar.events).filter((e) => Date.parse(String(e.resource.created)) > since)
    if (recent.length >= BURST) throw refuse(access.execution, 'calendarBurst')
  }

  const change = (
    method: string,
    calendarId: string,
    id: string,
    options: Options,
    headers: Headers,
    to: (old: Event) => Event,
  ): Event =>
    call(`Events.${method}`, SCOPES.write, () => {
      const calendar = access.calendar(`events.${method}`, calendarId)
      const old = existing(`events.${method}`, calendar, id, headers)
      const { kind, created, creator, organizer, recurringEventId, originalStartTime, iCalUID, htmlLink } = old
      const fixed = { kind, created, creator, organizer, recurringEventId, originalStartTime, iCalUID, htmlLink, id }
      const event: Event = { status: 'confirmed', ...to(structuredClone(old)) }
      for (const [key, value] of Object.entries(fixed)) if (value !== undefined) Object.assign(event, { [key]: value })
      if (old.recurringEventId) delete event.recurrence
      access.check(`events.${method}`, calendar, event)
      withGuests(event)
      withConference(event, old, options)
      const moved = (['start', 'end', 'recurrence'] as const).some(
        (f) => JSON.stringify(old[f]) !== JSON.stringify(event[f]),
      )
      keep(workspace, calendar, event, (old.sequence ?? 0) + (moved ? 1 : 0))
      tell(calendar, event, options, event.status === 'cancelled' ? 'Canceled event' : 'Updated invitation')
      return structuredClone(event)
    })

  return {
    insert: (resource: Event, calendarId: string, options: Options = {}) =>
      call('Events.insert', SCOPES.write, () => {
        const calendar = access.calendar('events.insert', calendarId)
        const id = resource.id ?? workspace.newId(26).replace(/[^0-9a-v]/g, '0')
        if (!/^[0-9a-v]{5,1024}$/.test(id)) throw fail('events.insert', 400, 'invalid', 'badId')
        if (calendar.events[id]) throw fail('events.insert', 409, 'duplicate', 'idTaken')
        access.check('events.insert', calendar, resource)
        checkBurst(calendar)
        spend(access.execution, 'calendar events created', 1, 'calendar')
        const now = new Date(workspace.clock.now).toISOString()
        const event: Event = {
          kind: 'calendar#event',
          status: 'confirmed',
          reminders: { useDefault: true },
          ...structuredClone(resource),
          id,
          iCalUID: resource.iCalUID ?? `${id}@google.com`,
          htmlLink: `https://www.google.com/calendar/event?eid=${id}`,
          created: now,
          creator: { email: account, self: true },
          organizer: { email: calendar.id, self: true },
        }
        withGuests(event)
        withConference(event, null, options)
        keep(workspace, calendar, event, 0)
        tell(calendar, event, options, 'Invitation')
        return structuredClone(event)
      }),
    update: (resource: Event, calendarId: string, id: string, options: Options = {}, headers: Headers = {}) =>
      change('update', calendarId, id, options, headers, () => structuredClone(resource)),
    patch: (resource: Event, calendarId: string, id: string, options: Options = {}, headers: Headers = {}) =>
      change('patch', calendarId, id, options, headers, (old) => merge(old, structuredClone(resource)) as Event),
    remove: (calendarId: string, id: string, options: Options = {}, headers: Headers = {}) =>
      call('Events.remove', SCOPES.write, () => {
        const calendar = access.calendar('events.delete', calendarId)
        const old = existing('events.delete', calendar, id, headers)
        if (old.status === 'cancelled') throw fail('events.delete', 410, 'deleted', 'apiDeleted')
        for (const stored of Object.values(calendar.events))
          if (resourceOf(stored).recurringEventId === id) delete calendar.events[stored.id]
        const event: Event = { ...structuredClone(old), status: 'cancelled' }
        keep(workspace, calendar, event, (old.sequence ?? 0) + 1)
        tell(calendar, event, options, 'Canceled event')
      }),
  }
}
