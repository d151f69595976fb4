/** Wall clocks of IANA time zones. */
export interface WallClock {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const formats = new Map<string, Intl.DateTimeFormat | null>()

/** Minutes of zones such as `GMT+2`, `GMT-05:30`, `UTC`; null for named ones. */
function fixedOffset(zone: string): number | null {
  const found = /^(?:GMT|UTC|Z)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/.exec(zone)
  if (!found) return null
  const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0)
  return found[1] === '-' ? -minutes : minutes
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  let made: Intl.DateTimeFormat | null = null
  try {
    made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    })
  } catch {
    made = null
  }
  formats.set(zone, made)
  return made
}

export const isZone = (zone: string): boolean => fixedOffset(zone) !== null || formatOf(zone) !== null

const utcOf = (w: WallClock): number => {
  const date = new Date(Date.UTC(2000, w.month - 1, w.day, w.hour, w.minute, w.second))
  date.setUTCFullYear(w.year)
  // The day is set again: 29 February of 2000 need not exist in the year meant.
  date.setUTCMonth(w.month - 1, w.day)
  return date.getTime()
}

/** Since 1973 clocks change at a full quarter of an hour: so long an offset that was looked up holds. */
const QUARTER = 900_000
const YEAR_1973 = 94_694_400_000
const offsets = new Map<string, Map<number, number>>()

function wallFrom(utc: number): WallClock {
  const d = new Date(utc)
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    second: d.getUTCSeconds(),
  }
}

function lookUp(zone: string, ms: number): WallClock {
  const format = formatOf(zone)
  if (!format) throw new RangeError(`unknown time zone: ${zone}`)
  const found: Record<string, string> = {}
  for (const part of format.formatToParts(ms)) found[part.type] = part.value
  const year = Number(found.year)
  return {
    year: found.era === 'BC' ? 1 - year : year,
    month: Number(found.month),
    day: Number(found.day),
    hour: Number(found.hour),
    minute: Number(found.minute),
    second: Number(found.second),
  }
}

/** What the clock on the wall shows at `ms` (since 1970). Throws a RangeError for an unknown zone. */
export function wallClock(zone: string, ms: number): WallClock {
  const fixed = fixedOffset(zone)
  if (fixed !== null) return wallFrom(ms + fixed * 60_000)
  if (!(ms >= YEAR_1973)) return lookUp(zone, ms)
  const quarter = Math.floor(ms / QUARTER)
  const known = offsets.get(zone) ?? new Map<number, number>()
  let offset = known.get(quarter)
  if (offset === undefined) {
    const begin = quarter * QUARTER
    offset = utcOf(lookUp(zone, begin)) - begin
    if (known.size >= 5_000) known.clear()
    offsets.set(zone, known.set(quarter, offset))
  }
  return wallFrom(ms + offset)
}

/** Minutes the zone is ahead of UTC at `ms`. */
export function offsetMinutes(zone: string, ms: number): number {
  const whole = Math.floor(ms / 1000) * 1000
  return Math.round((utcOf(wallClock(zone, whole)) - whole) / 60_000)
}

/**
 * The moment a wall clock means. In the hour that is skipped in spring: as much later as the clock jumps (02:30 means
 * 03:30); in the hour that comes twice in autumn: the first.
 */
export function instantOf(zone: string, wall: WallClock): number {
  const utc = utcOf(wall)
  const before = offsetMinutes(zone, utc - 86_400_000)
  const after = offsetMinutes(zone, utc + 86_400_000)
  const first = utc - before * 60_000
  if (offsetMinutes(zone, first) === before) return first
  const second = utc - after * 60_000
  return offsetMinutes(zone, second) === after ? second : first
}
