/** What is coming up in every calendar of the workspace. */
import { type Event, endOf, startOf } from '../../workspace/services/calendar-store'
import type { Desk } from '../desk'
import { longMoment } from '../times'
import { Dates } from './dates'

export function CalendarView({ desk }: { desk: Desk }) {
  const { workspace } = desk
  const now = workspace.clock.now
  // What was changed of single dates is shown with their series.
  const events = Object.values(workspace.state.calendar.calendars)
    .flatMap((record) =>
      Object.values(record.events).map((stored) => {
        const event = stored.resource as Event
        return { calendar: record.id, id: stored.id, event, starts: startOf(record, event), ends: endOf(record, event) }
      }),
    )
    .filter(({ event }) => event.status !== 'cancelled' && !event.recurringEventId)
    .filter(({ event, ends }) => event.recurrence || ends >= now)
    .sort((a, b) => a.starts - b.starts)
  return (
    <section aria-labelledby="coming">
      <h2 id="coming">Coming up</h2>
      {events.length === 0 ? <p class="empty">Nothing is in anybody’s calendar yet.</p> : null}
      <ul class="events">
        {events.map(({ calendar, id, event, starts }) => (
          <li key={`${calendar} ${id}`}>
            <strong>{event.summary ?? '(no title)'}</strong>
            <span>
              {event.start?.dateTime ? longMoment(starts, desk.spreadsheet.timeZone) : event.start?.date}
              {event.recurrence ? ', repeats' : ''}
            </span>
            <span class="quiet">
              {[calendar, event.location, event.attendees && `${event.attendees.length} invited`]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {event.recurrence ? <Dates desk={desk} calendar={calendar} id={id} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
