/**
 * Brings one series to Calendar: one recurring event, made once and changed in place. Its ID is chosen before it is made
 * and stands in the sheet already, so a run that is stopped anywhere is made good by the next: it finds the event by that
 * ID, or by the private note that carries it. To be called under the script lock, by the account that keeps the calls.
 */
import {
  type CalendarEvent,
  findEvents,
  getEvent,
  insertEvent,
  type Outcome,
  patchEvent,
  removeEvent,
} from '../google/events'
import { fingerprint } from '../registry/fingerprint'
import { attendeesOf, guestsIn, neverMet, seriesEvent, standsAs, TAG, untilIn } from './event'
import type { Series, SeriesRow } from './series'

export interface Brought {
  /** What to write into the row. */
  readonly change: Partial<SeriesRow>
  /** Its dates may be looked at. */
  readonly there: boolean
  /** Calendar does not take any more now. */
  readonly refused: boolean
}

/** A new event ID, of the letters that Calendar allows. */
export const newEventId = (): string =>
  `sw${Array.from({ length: 24 }, () => Math.floor(Math.random() * 32).toString(32)).join('')}`.replace('w', 'v')

const GONE = [404, 410]
const refusal = (code: number): Brought => ({
  change: {
    note: `Calendar refused (${code || 'no reason given'}). Statewide goes on by itself within minutes.`,
  },
  there: false,
  refused: true,
})

function ended(row: SeriesRow, series: Series, calendarId: string, lines: CalendarEvent, today: number): Brought {
  const done = neverMet(series, today)
    ? removeEvent(calendarId, row.eventId, 'all')
    : cutOff(calendarId, row.eventId, lines)
  if (!done.ok && !GONE.includes(done.code)) return refusal(done.code)
  return { change: { synced: 'ended', note: '' }, there: false, refused: false }
}

/** Guests are told once: where the event ends so already, a run was stopped after it had said so. */
function cutOff(calendarId: string, eventId: string, { recurrence }: CalendarEvent): Outcome<unknown> {
  const found = getEvent(calendarId, eventId)
  if (!found.ok || untilIn(found.value) === untilIn({ recurrence })) return found
  return patchEvent(calendarId, eventId, { recurrence }, 'all')
}

/** The event, or null where there is none (any more). */
function live(row: SeriesRow, calendarId: string): Outcome<CalendarEvent | null> {
  const found = getEvent(calendarId, row.eventId)
  if (found.ok && found.value.status !== 'cancelled') return found
  if (!found.ok && !GONE.includes(found.code)) return found
  if (row.synced) return { ok: true, value: null }
  const tagged = findEvents(calendarId, TAG, row.eventId)
  return tagged.ok ? { ok: true, value: tagged.value[0] ?? null } : tagged
}

export function bring(
  row: SeriesRow,
  series: Series,
  invited: readonly string[],
  link: string,
  me: string,
  calendar: string,
  today: number,
): Brought {
  const calendarId = row.calendarId || calendar || me
  const text =
    'The agenda of each date stands in its own event, about a week before. Please keep the link within the groups.'
  const wanted = seriesEvent(series, guestsIn(invited), link, text)
  const { start, end, recurrence, location } = wanted
  const times = fingerprint(JSON.stringify([start, end, recurrence, location, series.join]))
  const synced = `${times} ${fingerprint(JSON.stringify(wanted))}`
  if (series.state === 'ended')
    return row.synced === 'ended'
      ? { change: {}, there: false, refused: false }
      : ended(row, series, calendarId, wanted, today)
  if (row.synced === synced && row.state === 'active')
    return { change: row.note ? { note: '' } : {}, there: true, refused: false }

  const found = live(row, calendarId)
  if (!found.ok) return refusal(found.code)
  const event = found.value
  if (!event && row.synced) return { change: gone(calendarId, me), there: false, refused: false }
  const meet = { createRequest: { requestId: row.eventId, conferenceSolutionKey: { type: 'hangoutsMeet' } } }
  const asks = series.join === 'meet' && !event?.hangoutLink
  const done = event
    ? patchEvent(
        calendarId,
        event.id ?? row.eventId,
        {
          ...wanted,
          attendees: attendeesOf(guestsIn(invited), event.attendees),
          ...(asks ? { conferenceData: meet } : {}),
          ...(series.join !== 'meet' && event.conferenceData ? { conferenceData: null as never } : {}),
        },
        row.synced.split(' ')[0] === times || standsAs(event, wanted, series.zone) ? 'none' : 'all',
        asks || (series.join !== 'meet' && Boolean(event.conferenceData)),
      )
    : insertEvent(
        calendarId,
        {
          ...wanted,
          id: row.eventId,
          extendedProperties: { private: { [TAG]: row.eventId } },
          ...(asks ? { conferenceData: meet } : {}),
        },
        'all',
      )
  // The ID is used up: its event was deleted before it stood on record. The next run makes another.
  if (!done.ok && !event && done.code === 409) return { change: { eventId: newEventId() }, there: false, refused: true }
  if (!done.ok) return refusal(done.code)
  const eventId = done.value.id ?? row.eventId
  return { change: { eventId, calendarId, synced, state: 'active', note: '' }, there: true, refused: false }
}

/** What is said of an event that is not there any more. */
export function gone(calendarId: string, me: string): Partial<SeriesRow> {
  const elsewhere = calendarId !== me && calendarId.includes('@') && !calendarId.endsWith('calendar.google.com')
  return {
    state: 'gone',
    note: elsewhere
      ? `Its event is in the calendar of ${calendarId}, which ${me} may not change. Let them share it (“Make changes to events”), or make it again here and delete the old one there.`
      : 'Its event was deleted in Calendar. Make it again, or end the series.',
  }
}
