/**
 * Times of a state: wall-clock time in a named zone to instant and back, and the words for them. Stands on
 * `toLocaleString` with `timeZone`, which Apps Script documents; zones are IANA names, never offsets.
 */
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export type Style = Intl.DateTimeFormatOptions

export const local = (at: Date, timeZone: string, style: Style): string =>
  at.toLocaleString('en-US', { ...style, timeZone })

const DIGITS: Style = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
}

/** Milliseconds since 1970 as if the wall clock in `zone` showed UTC. */
function wallMs(at: Date, zone: string): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
    local(at, zone, DIGITS).match(/\d+/g) ?? []
  ).map(Number)
  // Some engines write midnight as 24:00.
  return Date.UTC(year, month - 1, day, hour % 24, minute, second)
}

/** `2026-11-23T17:00`: what a clock on the wall shows. */
export const wallClock = (at: Date, zone: string): string => new Date(wallMs(at, zone)).toISOString().slice(0, 16)

export type Instant =
  | { readonly kind: 'once' | 'twice'; readonly at: Date }
  /** The clocks jump over it. */
  | { readonly kind: 'never' }
  /** Not a date and time. */
  | { readonly kind: 'unreadable' }

/** The instant of a wall-clock time. `twice`: clocks go back over it that night; the first of the two is given. */
export function instantOf(wall: string, zone: string): Instant {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(wall)
  const shown = parts ? Date.parse(`${wall}:00.000Z`) : Number.NaN
  if (Number.isNaN(shown) || new Date(shown).toISOString().slice(0, 16) !== wall) return { kind: 'unreadable' }
  const offset = (ms: number): number => wallMs(new Date(ms), zone) - ms
  const offsets = new Set([offset(shown - DAY), offset(shown + DAY)])
  const instants = [...offsets].map((o) => shown - o).filter((ms) => wallMs(new Date(ms), zone) === shown)
  if (instants.length === 0) return { kind: 'never' }
  return { kind: instants.length > 1 ? 'twice' : 'once', at: new Date(Math.min(...instants)) }
}

/** `5:00 pm` */
export const clockText = (at: Date, zone: string): string =>
  local(at, zone, { hour: 'numeric', minute: '2-digit', hour12: true }).replace(/\s+/g, ' ').toLowerCase()

/** `today 5:00 pm`, `tomorrow 9:00 am`, `Mon Nov 30, 5:00 pm` */
export function dayText(at: Date, now: Date, zone: string): string {
  const days = Math.floor(wallMs(at, zone) / DAY) - Math.floor(wallMs(now, zone) / DAY)
  const clock = clockText(at, zone)
  if (days === 0) return `today ${clock}`
  if (days === 1) return `tomorrow ${clock}`
  if (days === -1) return `yesterday ${clock}`
  return `${local(at, zone, { weekday: 'short', month: 'short', day: 'numeric' }).replace(',', '')}, ${clock}`
}

/** `Eastern`; the zone’s own letters where it has no such name. */
export function zoneName(at: Date, zone: string): string {
  const short = local(at, zone, { hour: 'numeric', timeZoneName: 'short' }).split(/\s/).pop() ?? zone
  const names = { E: 'Eastern', C: 'Central', M: 'Mountain', P: 'Pacific', AK: 'Alaska', H: 'Hawaii' }
  return names[short.replace(/[SD]?T$/, '') as keyof typeof names] ?? short
}

/** `Dec 3`. A day cell is midnight in the sheet’s zone: noon keeps the day in any zone near it. */
export const dateText = (day: Date, zone: string): string =>
  local(new Date(day.getTime() + DAY / 2), zone, { month: 'short', day: 'numeric' })

/** `3 h 40 min`, `25 min`, `2 days`, `10 seconds`; rounded down. */
export function spanText(ms: number): string {
  if (ms < MINUTE) return plural(Math.max(0, Math.floor(ms / 1000)), 'second')
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`
  if (ms >= 2 * DAY) return plural(Math.floor(ms / DAY), 'day')
  const minutes = Math.floor((ms % HOUR) / MINUTE)
  return minutes ? `${Math.floor(ms / HOUR)} h ${minutes} min` : `${Math.floor(ms / HOUR)} h`
}

/** `1 message`, `3 messages`, `2 people`. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
