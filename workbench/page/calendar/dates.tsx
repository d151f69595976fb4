/** The next dates of a series, and what people do with one by hand: its owner deletes it, a guest answers No. */
import { useState } from 'preact/hooks'
import { answerInvitation } from '../../workspace/services/calendar-guests'
import { deleteByHand } from '../../workspace/services/calendar-hands'
import { calendarOf, type Event, findEvent, instancesOf, startOf } from '../../workspace/services/calendar-store'
import type { Desk } from '../desk'
import { longMoment } from '../times'

const SHOWN = 6
const WITHIN = 60 * 86_400_000

interface Props {
  desk: Desk
  /** Whose calendar it is. */
  calendar: string
  id: string
}

export function Dates({ desk, calendar, id }: Props) {
  const record = calendarOf(desk.workspace, calendar)
  const series = record && findEvent(record, id)
  const { now } = desk.workspace.clock
  if (!record || !series) return null
  const dates = instancesOf(record, series, now, now + WITHIN).slice(0, SHOWN)
  return (
    <ul class="dates" aria-label={`Dates of ${series.summary ?? 'the series'}`}>
      {dates.map((date) => (
        <li key={date.id}>
          <OneDate
            desk={desk}
            calendar={calendar}
            date={date}
            when={longMoment(startOf(record, date), desk.spreadsheet.timeZone)}
          />
        </li>
      ))}
    </ul>
  )
}

function OneDate({ desk, calendar, date, when }: Omit<Props, 'id'> & { date: Event; when: string }) {
  const guests = (date.attendees ?? []).flatMap(({ email, responseStatus }) =>
    email && responseStatus !== 'declined' ? [email] : [],
  )
  const no = (date.attendees ?? []).filter((guest) => guest.responseStatus === 'declined')
  const [chosen, setChosen] = useState('')
  const guest = guests.includes(chosen) ? chosen : (guests[0] ?? '')
  if (date.status === 'cancelled') return <span class="quiet">{`${when}, cancelled`}</span>
  const eventId = date.id ?? ''
  return (
    <>
      <span>{[when, ...no.map(({ email }) => `${email} said No`)].join(' · ')}</span>
      <button
        type="button"
        aria-label={`Delete ${when}`}
        onClick={() => desk.act(() => deleteByHand(desk.workspace, calendar, eventId))}
      >
        Delete
      </button>
      {guests.length > 0 ? (
        <>
          <select aria-label={`Guest, ${when}`} value={guest} onChange={(e) => setChosen(e.currentTarget.value)}>
            {guests.map((email) => (
              <option key={email}>{email}</option>
            ))}
          </select>
          <button
            type="button"
            aria-label={`Answer No, ${when}`}
            onClick={() => desk.act(() => answerInvitation(desk.workspace, calendar, eventId, guest, 'declined'))}
          >
            Answer No
          </button>
        </>
      ) : null}
    </>
  )
}
