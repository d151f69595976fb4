/** What a series and its dates are in Calendar. Pure. */
import type { CalendarEvent } from '../google/events'
import { mailboxOf, toAddress } from '../registry/address'
import { isReachable } from '../registry/district-rows'
import type { Row } from '../registry/tables'
import { hasOptedOut } from '../registry/words'
import { momentIn } from './date'
import { dayOf } from './days'
import { anchorOf, linesOf } from './recurrence'
import { firstWall, instant, type Series } from './series'

/** An event takes so many guests; more are reached through a Google Group, or by mail alone. */
export const MOST_GUESTS = 200
/** The private note that an event is found by, should Calendar not have kept the ID it was given. */
export const TAG = 'statewide'

type Attendee = NonNullable<CalendarEvent['attendees']>[number]

/** Everybody who is invited: one address each. */
export function invitedTo(
  series: Pick<Series, 'invite' | 'guests'>,
  people: readonly Row<'people'>[],
  groups: readonly Pick<Row<'groups'>, 'id' | 'status'>[],
): string[] {
  if (series.invite === 'google group' || series.invite === 'list') return [...series.guests]
  const closed = new Set(groups.filter((g) => !isReachable(g)).map((g) => g.id))
  const out = new Set(
    people
      .filter(hasOptedOut)
      .flatMap((p) => toAddress(p.email) ?? [])
      .map(mailboxOf),
  )
  const found = new Map<string, string>()
  for (const person of people) {
    const { roles } = person
    const wanted =
      series.invite === 'working group'
        ? roles.includes('working group')
        : roles.includes('lead') || roles.includes('backup')
    const address = toAddress(person.email)
    if (!wanted || !address || closed.has(person.groupId) || out.has(mailboxOf(address))) continue
    found.set(mailboxOf(address), address)
  }
  return [...found.values(), ...series.guests.filter((g) => !found.has(mailboxOf(g)))].sort()
}

/** Guests of the event: nobody where they are too many. */
export const guestsIn = (invited: readonly string[]): readonly string[] => (invited.length > MOST_GUESTS ? [] : invited)

/** These addresses as guests; who is one already keeps the answer they gave. */
export function attendeesOf(addresses: readonly string[], standing: readonly Attendee[] = []): Attendee[] {
  const known = new Map(standing.map((a) => [(a.email ?? '').toLowerCase(), a]))
  return [...new Set(addresses)].map((email) => known.get(email) ?? { email })
}

const when = (wall: string, minutes: number, zone: string) => {
  const start = instant(wall, zone) ?? new Date(0)
  return {
    start: { dateTime: `${wall}:00`, timeZone: zone },
    end: { dateTime: new Date(start.getTime() + minutes * 60_000).toISOString(), timeZone: zone },
  }
}

/** Start and end of one date. */
export const timesOf = (wall: string, minutes: number, zone: string) => when(wall, minutes, zone)

/** The whole recurring event. `link`: what people join by where Calendar makes no link. */
export function seriesEvent(series: Series, guests: readonly string[], link: string, text: string): CalendarEvent {
  const { until, zone, at, minutes, join } = series
  const end = until === null ? null : instant(`${dayOf(until)}T23:59`, zone)
  return {
    summary: series.name,
    description: text,
    location: join === 'fixed' ? link : '',
    ...when(firstWall(series), minutes, zone),
    recurrence: linesOf(series, at, zone, end),
    attendees: attendeesOf(guests),
    visibility: 'private',
    guestsCanInviteOthers: false,
    guestsCanSeeOtherGuests: guests.length === 1,
  }
}

/** The rules of a recurring event, however their parts are ordered. */
const rulesOf = ({ recurrence }: CalendarEvent): string =>
  (recurrence ?? [])
    .map((line) => line.split(/[:;]/).sort().join(';'))
    .sort()
    .join()

/** Does it stand at these times and this place already? A run that was stopped after it told the guests finds it so. */
export const standsAs = (event: CalendarEvent, wanted: CalendarEvent, zone: string): boolean =>
  (['start', 'end'] as const).every(
    (side) => momentIn(event[side], zone)?.getTime() === momentIn(wanted[side], zone)?.getTime(),
  ) &&
  rulesOf(event) === rulesOf(wanted) &&
  (event.location ?? '') === (wanted.location ?? '')

/** The end in its rule: `20261211T045900Z`; '' for none. */
export const untilIn = ({ recurrence }: CalendarEvent): string => /UNTIL=(\w+)/i.exec(recurrence?.[0] ?? '')?.[1] ?? ''

/** Nothing of it took place yet, or ever will. */
export const neverMet = (series: Series, today: number): boolean =>
  anchorOf(series) > Math.min(series.until ?? today, today)
