/** One series as the sheet has it, made sure of: what is wrong is said with the field where it was typed. Pure. */
import { Fault } from '../fault'
import { toAddress } from '../registry/address'
import { zoneOrBlank } from '../registry/settings'
import type { Row } from '../registry/tables'
import { clockText, instantOf, local, zoneName } from '../registry/when'
import { INVITES, type Invite, JOINS, type Join, type SeriesState } from '../registry/words'
import { dayNumber, dayOf, toDays } from './days'
import { anchorOf, daysOf, type Rhythm, rhythmWords, toRule } from './recurrence'

export type SeriesRow = Row<'series'>
export type SeriesFields = Pick<
  SeriesRow,
  'name' | 'repeats' | 'on' | 'first' | 'at' | 'minutes' | 'zone' | 'invite' | 'guests' | 'join' | 'skips' | 'until'
>

export interface Series extends Rhythm {
  readonly id: string
  readonly name: string
  /** `19:00` */
  readonly at: string
  readonly minutes: number
  readonly zone: string
  /** This one first, then the others of the state. */
  readonly zones: readonly string[]
  readonly invite: Invite
  /** Typed addresses, each once. */
  readonly guests: readonly string[]
  readonly join: Join
  readonly state: SeriesState
}

const AT = /^([01]?\d|2[0-3]):([0-5]\d)$/

/** The instant of a wall clock, an hour later where the clocks jump over it; null where it is none. */
export function instant(wall: string, zone: string): Date | null {
  const found = instantOf(wall, zone)
  if (found.kind === 'once' || found.kind === 'twice') return found.at
  const ms = Date.parse(`${wall}:00Z`)
  if (Number.isNaN(ms) || found.kind !== 'never') return null
  const later = instantOf(new Date(ms + 3_600_000).toISOString().slice(0, 16), zone)
  return 'at' in later ? later.at : null
}

/** `19:30` of `7:30 pm`, `19.30`, `7 PM`; what is no time stays as it is. */
export function clockOf(text: string): string {
  const [, hour = '', minute = '00', half = ''] =
    /^(\d{1,2})(?:[:.](\d\d))?\s*([ap])?\.?m?\.?$/i.exec(text.trim()) ?? []
  if (!hour || (!half && !/[:.]/.test(text))) return text.trim()
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  return `${String(hours).padStart(2, '0')}:${minute}`
}

/** Throws a fault with the field that is wrong. */
export function checked(
  row: SeriesFields & { id: string; state: SeriesState | '' },
  stateZones: readonly string[],
): Series {
  const wrong = (field: string, message: string, next: string): Fault => new Fault('SERIES_WRONG', message, next, field)
  const name = row.name.trim()
  if (!name) throw wrong('name', 'The call has no name.', 'Type one, such as Statewide call.')
  const rule = toRule(row.repeats, row.on)
  if (!rule)
    throw wrong(
      'on',
      `“${`${row.repeats} ${row.on}`.trim()}” is no rhythm.`,
      'Weekly and every two weeks: a weekday, such as Thursday. Monthly: such as third Thursday, last Monday, or day 15.',
    )
  const first = dayNumber(row.first)
  if (first === null) throw wrong('first', `“${row.first}” is no day.`, 'Type it as 2026-12-03.')
  const at = clockOf(row.at)
  if (!AT.test(at)) throw wrong('at', `“${row.at}” is no time of day.`, 'Type it as 19:00 or 7:00 pm.')
  const minutes = row.minutes ?? 0
  if (!Number.isInteger(minutes) || minutes < 10 || minutes > 480)
    throw wrong(
      'minutes',
      'A call lasts from 10 minutes to 8 hours, and ends after it starts.',
      'Type its length in minutes, such as 60.',
    )
  const zone = zoneOrBlank(row.zone.trim())
  if (!zone || !/\//.test(zone))
    throw wrong(
      'timeZone',
      `“${row.zone}” is no time zone.`,
      'Choose one of the state’s, or type a name such as America/Chicago.',
    )
  const skips = toDays(row.skips)
  if (skips.bad)
    throw wrong(
      'skips',
      `“${skips.bad}” is no day and no stretch of days.`,
      'Type 2026-11-26, or 2026-12-24..2027-01-02, parted by commas.',
    )
  const until = row.until.trim() ? dayNumber(row.until) : null
  if (row.until.trim() && until === null)
    throw wrong('until', `“${row.until}” is no day.`, 'Type it as 2027-06-30, or leave it blank.')
  if (until !== null && until < first && row.state !== 'ended')
    throw wrong('until', 'It would end before it starts.', 'Choose a last day after the first one.')
  const invite = INVITES.find((i) => i === row.invite) ?? 'all leaders'
  const typed = row.guests.split(/[\s,;]+/).filter(Boolean)
  const guests = typed.map((text) => {
    const address = toAddress(text)
    if (!address) throw wrong('guests', `“${text}” is no e-mail address.`, 'Correct it, or take it out.')
    return address
  })
  if (invite === 'google group' && guests.length !== 1)
    throw wrong(
      'guests',
      'The Google Group’s address is missing.',
      'Type its one address, such as leaders@googlegroups.com.',
    )
  if (invite === 'list' && guests.length === 0)
    throw wrong('guests', 'Nobody is on the list.', 'Type the addresses of the guests.')
  const series: Series = {
    id: row.id,
    name,
    rule,
    first,
    until,
    skips,
    at: at.padStart(5, '0'),
    minutes,
    zone,
    zones: [zone, ...stateZones.filter((z) => z !== zone)],
    invite,
    guests: [...new Set(guests)],
    join: JOINS.find((j) => j === row.join) ?? 'meet',
    state: row.state || 'active',
  }
  if (daysOf(series, first, first + 800).length === 0 && series.state === 'active')
    throw wrong('until', 'It would never meet.', 'Look at the last day and at the days that are skipped.')
  return series
}

/** `2026-12-03T19:00`: when it starts on a day. */
export const wallOn = ({ at }: Pick<Series, 'at'>, day: number): string => `${dayOf(day)}T${at}`

/** Start of its one event in Calendar. */
export const firstWall = (series: Series): string => wallOn(series, anchorOf(series))

/** `7:00 pm Eastern / 6:00 pm Central`, zones that show the same told once. */
export function clocks(at: Date, [zone = 'UTC', ...others]: readonly string[]): string {
  const day = (z: string): string => local(at, z, { weekday: 'short' })
  const texts = [zone, ...others].map((z) => {
    const clock = `${day(z) === day(zone) ? '' : `${day(z)} `}${clockText(at, z)}`
    return { clock, text: `${clock} ${zoneName(at, z)}` }
  })
  return texts
    .flatMap(({ clock, text }, i) => (texts.findIndex((t) => t.clock === clock) === i ? [text] : []))
    .join(' / ')
}

/** `Thu Dec 3, 7:00 pm Eastern / 6:00 pm Central` */
export const whenText = (at: Date, zones: readonly string[]): string =>
  `${local(at, zones[0] ?? 'UTC', { weekday: 'short', month: 'short', day: 'numeric' }).replace(',', '')}, ${clocks(at, zones)}`

/** `Every third Thursday of the month at 7:00 pm Eastern / 6:00 pm Central, 60 minutes` */
export function sentenceOf(series: Series): string {
  const at = instant(firstWall(series), series.zone)
  const until = series.until === null ? '' : `, until ${dayOf(series.until)}`
  return `${rhythmWords(series.rule)} at ${at ? clocks(at, series.zones) : series.at}, ${series.minutes} minutes${until}`
}
