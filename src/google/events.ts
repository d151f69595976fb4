/**
 * Events of one calendar, for the room that keeps the calls. Nothing here throws what Calendar throws: its messages are in the
 * user's language. The number of its refusal is given instead.
 */
import { calendarEvents } from './calendar'

export type CalendarEvent = GoogleAppsScript.Calendar.Schema.Event

/** `code` 404 and 410: it is not there; 409: the ID is taken; 0: no number came. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: number }

function attempt<T>(call: (events: GoogleAppsScript.Calendar.Collection.EventsCollection) => T): Outcome<T> {
  try {
    const events = calendarEvents()
    if (!events) throw new Error('advanced Calendar is off')
    return { ok: true, value: call(events) }
  } catch (error) {
    return { ok: false, code: Number((error as { details?: { code?: number } }).details?.code) || 0 }
  }
}

/** `all`: Calendar mails the guests; this draws on no mail quota of the script. */
export type Tell = 'all' | 'none'

/** An event, a series or one date of it. A deleted one is given with the status `cancelled`, or is a 404. */
export const getEvent = (calendarId: string, id: string): Outcome<CalendarEvent> =>
  attempt((events) => events.get(calendarId, id))

/** The events that carry this private note, deleted ones left out. */
export const findEvents = (calendarId: string, name: string, value: string): Outcome<CalendarEvent[]> =>
  attempt((events) => {
    const found = events.list(calendarId, { privateExtendedProperty: `${name}=${value}`, maxResults: 10 }).items ?? []
    return found.filter((event) => !event.recurringEventId && event.status !== 'cancelled')
  })

/** Makes an event; with `conferenceData.createRequest` it gets a video link. */
export const insertEvent = (calendarId: string, event: CalendarEvent, sendUpdates: Tell): Outcome<CalendarEvent> =>
  attempt((events) => events.insert(event, calendarId, { conferenceDataVersion: 1, sendUpdates }))

/** Changes only the fields that are given. */
export const patchEvent = (
  calendarId: string,
  id: string,
  event: CalendarEvent,
  sendUpdates: Tell,
  withConference = false,
): Outcome<CalendarEvent> =>
  attempt((events) =>
    events.patch(event, calendarId, id, { sendUpdates, ...(withConference ? { conferenceDataVersion: 1 } : {}) }),
  )

export const removeEvent = (calendarId: string, id: string, sendUpdates: Tell): Outcome<true> =>
  attempt((events) => {
    events.remove(calendarId, id, { sendUpdates })
    return true
  })

/** The dates of a series from `from` to `to`, changed and cancelled ones too. One call for 250 of them. */
export const instancesOf = (calendarId: string, id: string, from: Date, to: Date): Outcome<CalendarEvent[]> =>
  attempt(
    (events) =>
      events.instances(calendarId, id, {
        timeMin: from.toISOString(),
        timeMax: to.toISOString(),
        showDeleted: true,
        maxResults: 250,
      }).items ?? [],
  )
