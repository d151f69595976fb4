/** What is coming up in every calendar of the workspace. */
import type { Desk } from '../desk'
import { longMoment } from '../times'
import { Dates } from './dates'

interface Moment {
  dateTime?: string
  date?: string
}
interface Resource {
  summary?: string
  status?: string
  location?: string
  start?: Moment
  recurrence?: string[]
  attendees?: { email: string }[]
}

const startOf = (event: Resource): number => Date.parse(event.start?.dateTime ?? event.start?.date ?? '')

export function CalendarView({ desk }: { desk: Desk }) {
  const { workspace } = desk
  const now = workspace.clock.now
  const events = Object.values(workspace.state.calendar.calendars)
    .flatMap(({ id, events: own }) =>
      Object.values(own).map((stored) => ({ calendar: id, id: stored.id, event: stored.resource as Resource })),
    )
    .filter(({ event }) => event.status !== 'cancelled' && (event.recurrence || startOf(event) >= now))
    .sort((a, b) => startOf(a.event) - startOf(b.event))
  return (
    <section aria-labelledby="coming">
      <h2 id="coming">Coming up</h2>
      {events.length === 0 ? <p class="empty">Nothing is in anybody’s calendar yet.</p> : null}
      <ul class="events">
        {events.map(({ calendar, id, event }) => (
          <li key={`${calendar} ${id}`}>
            <strong>{event.summary ?? '(no title)'}</strong>
            <span>
              {event.start?.dateTime ? longMoment(startOf(event), desk.spreadsheet.timeZone) : event.start?.date}
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
