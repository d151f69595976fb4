/**
 * One date of a series, in the sheet and in Calendar. Either may be changed by hand at any time; what both had in common
 * last is kept with the row, so that it is known who changed what. Pure.
 */
import type { CalendarEvent } from '../google/events'
import type { Row } from '../registry/tables'
import { wallClock } from '../registry/when'
import { clockOf, instant, type Series, wallOn } from './series'

export type CallRow = Row<'calls'>

export interface Shape {
  /** `2026-12-03T19:00`, in the series' zone. */
  readonly wall: string
  readonly minutes: number
  readonly cancelled: boolean
}

/** The shape that was agreed, and what the series gave this date then. */
interface Agreed extends Shape {
  readonly givenWall: string
  readonly givenMinutes: number
}

export const givenOn = (series: Series, day: number): Shape => ({
  wall: wallOn(series, day),
  minutes: series.minutes,
  cancelled: false,
})

export const same = (a: Shape, b: Shape): boolean =>
  a.cancelled === b.cancelled && (a.cancelled || (a.wall === b.wall && a.minutes === b.minutes))

export const toAgreed = (shape: Shape, given: Shape): string =>
  [shape.wall, shape.minutes, shape.cancelled ? 'cancelled' : 'on', given.wall, given.minutes].join(' ')

function fromAgreed(text: string, given: Shape): Agreed {
  const [wall = '', minutes = '', state = '', givenWall = '', givenMinutes = ''] = text.split(' ')
  if (!givenMinutes) return { ...given, givenWall: given.wall, givenMinutes: given.minutes }
  return {
    wall,
    minutes: Number(minutes),
    cancelled: state === 'cancelled',
    givenWall,
    givenMinutes: Number(givenMinutes),
  }
}

/** As a person reads and types it: `2026-12-03 19:00`. */
export const typedWall = (wall: string): string => wall.replace('T', ' ')

/** The wall clock in a cell: `2026-12-03 19:00`, `2026-12-03 7:30 pm`; a day alone keeps the `clock`. Null: unreadable. */
export function readWall(cell: string, clock: string): string | null {
  const [, day = '', rest = ''] = /^(\d{4}-\d\d-\d\d)[T\s]*(.*)$/.exec(cell.trim()) ?? []
  const wall = `${day}T${rest ? clockOf(rest.replace(/:00$/, (end) => (rest.split(':').length > 2 ? '' : end))).padStart(5, '0') : clock}`
  return day && instant(wall, 'UTC') ? wall : null
}

/** What the row asks for; the reason where its start cannot be read. */
export function wishOf(row: CallRow, given: Shape): Shape & { readonly problem: string } {
  const agreed = fromAgreed(row.agreed, given)
  const typed = readWall(row.starts, agreed.wall.slice(11))
  const minutes = row.minutes && row.minutes >= 5 && row.minutes <= 480 ? Math.round(row.minutes) : null
  const wall = typed ?? agreed.wall
  return {
    // What nobody moved goes with the series.
    wall: wall === agreed.givenWall ? given.wall : wall,
    minutes: minutes === null || minutes === agreed.givenMinutes ? given.minutes : minutes,
    cancelled: row.state === 'cancelled',
    problem: typed ? '' : `“${row.starts}” under Starts is no time: type it as ${typedWall(agreed.wall)}.`,
  }
}

/** The instant of a start or an end as Calendar gives it; null where it is none. */
export function momentIn(when: CalendarEvent['start'], zone: string): Date | null {
  const text = when?.dateTime ?? `${when?.date}T00:00`
  return /(Z|[+-]\d\d:?\d\d)$/i.test(text) ? new Date(text) : instant(text.slice(0, 16), when?.timeZone ?? zone)
}

/** The shape of a date in Calendar, and the day of the series it is. */
export function foundIn(event: CalendarEvent, zone: string): Shape & { readonly day: string } {
  const at = (when: CalendarEvent['start']): Date | null => momentIn(when, zone)
  const original = at(event.originalStartTime) ?? new Date(0)
  const start = at(event.start) ?? original
  const end = at(event.end) ?? start
  return {
    day: wallClock(original, zone).slice(0, 10),
    wall: wallClock(start, zone),
    minutes: Math.round((end.getTime() - start.getTime()) / 60_000),
    cancelled: event.status === 'cancelled',
  }
}

export interface Settled extends Shape {
  /** Calendar is to be brought to it. */
  readonly patch: boolean
  /** What a person did in Calendar, and so everybody is to be told. */
  readonly inCalendar: boolean
  readonly change: 'moved' | 'cancelled' | ''
}

/** What becomes of a date. `found`: as Calendar has it now. What a person did in Calendar goes before what the sheet says. */
export function settleDate(row: CallRow | null, given: Shape, found: Shape): Settled {
  if (!row) return { ...found, patch: false, inCalendar: false, change: '' }
  const agreed = fromAgreed(row.agreed, given)
  const wish = wishOf(row, given)
  // A series that changed as a whole takes back what was set for single dates: nobody did that by hand.
  const reset = same(found, given) && (given.wall !== agreed.givenWall || given.minutes !== agreed.givenMinutes)
  const theirs = !same(found, agreed) && !same(found, wish) && !reset
  const ours = !theirs && !same(wish, found)
  const shape = theirs ? found : wish
  // A series that changed as a whole is told as a whole.
  const followed = wish.wall === given.wall && agreed.wall === agreed.givenWall && agreed.cancelled === wish.cancelled
  const change = same(shape, agreed) || (!theirs && followed) ? '' : shape.cancelled ? 'cancelled' : 'moved'
  const { wall, minutes, cancelled } = shape
  return { wall, minutes, cancelled, patch: ours, inCalendar: theirs, change }
}
