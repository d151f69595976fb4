/**
 * Dates of a series. The rules are worked out by the `rrule` library on the clock of the wall (as if it were UTC), and
 * only then turned into moments of the series' zone: so seven in the evening stays seven in the evening all year.
 */
import { type RRuleSet, rrulestr } from 'rrule'
import { instantOf, wallClock } from './zone'

/** A rule without end is followed this far beyond the time asked for. */
const HORIZON = 2 * 366 * 86_400_000
/** Single dates may lie before the first. */
const EARLIEST = new Date(-8e15)

const floating = (zone: string, ms: number): Date => {
  const w = wallClock(zone, ms)
  return new Date(Date.UTC(w.year, w.month - 1, w.day, w.hour, w.minute, w.second))
}

function moment(zone: string, wall: Date): number {
  return instantOf(zone, {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  })
}

const stamp = (date: Date): string => date.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')

/** `20261110T190000Z` (UTC), `20261110T190000` (wall of `zone`), `20261110` → the same on the wall of the series. */
function onWall(text: string, zone: string, given: string | undefined, startOfDay: Date): string {
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(text.trim())
  if (!found) throw new Error(`no date: ${text}`)
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  // A date alone stands for the series' time on that day.
  if (found[4] === undefined)
    return stamp(new Date(Date.UTC(year, month - 1, day) + (startOfDay.getTime() % 86_400_000)))
  const wall = { year, month, day, hour: Number(found[4]), minute: Number(found[5]), second: Number(found[6]) }
  return stamp(floating(zone, instantOf(found[7] ? 'UTC' : (given ?? zone), wall)))
}

function toSet(lines: readonly string[], start: number, zone: string): RRuleSet {
  const first = floating(zone, start)
  const text = [`DTSTART:${stamp(first)}`]
  for (const line of lines) {
    const found = /^(RRULE|EXRULE|RDATE|EXDATE)((?:;[^:]*)?):(.*)$/i.exec(line.trim())
    if (!found) throw new Error(`no rule: ${line}`)
    const [, kind = '', parameters = '', value = ''] = found
    if (/RULE$/i.test(kind)) {
      const until = value.replace(
        /UNTIL=(\d{8}(?:T\d{6}Z?)?)/i,
        (_, end: string) =>
          // A last day without a time is meant to its end.
          `UNTIL=${end.length === 8 ? `${end}T235959Z` : onWall(end, zone, undefined, first)}`,
      )
      text.push(`${kind.toUpperCase()}:${until}`)
    } else {
      const given = /TZID=([^;]+)/i.exec(parameters)?.[1]
      for (const one of value.split(',')) text.push(`${kind.toUpperCase()}:${onWall(one, zone, given, first)}`)
    }
  }
  return rrulestr(text.join('\n'), { forceset: true }) as RRuleSet
}

/** Would a calendar take these lines? */
export function isRecurrence(lines: readonly string[], start: number, zone: string): boolean {
  try {
    toSet(lines, start, zone)
    return lines.some((line) => /^(RRULE|RDATE)/i.test(line.trim()))
  } catch {
    return false
  }
}

/** The starts of one series from its first to `until`, in order. */
interface Spread {
  until: number
  starts: readonly number[]
}
/** The same series is asked for again and again: it is spread out once, and again where somebody looks further. */
const spreads = new Map<string, Spread>()

function spread(lines: readonly string[], start: number, zone: string, until: number): readonly number[] {
  const key = [zone, start, ...lines].join('\n')
  const known = spreads.get(key)
  if (known && known.until >= until) return known.starts
  const day = 86_400_000
  const reach = until + 100 * day
  const starts = toSet(lines, start, zone)
    .between(EARLIEST, new Date(reach + day), true)
    .map((wall) => moment(zone, wall))
    .filter((ms) => ms <= reach)
  if (spreads.size >= 100) spreads.clear()
  spreads.set(key, { until: reach, starts })
  return starts
}

/** Starts of the series from `from` to `to` (ms, both included), in order; `to` null: two years beyond. */
export function startsOf(
  lines: readonly string[],
  start: number,
  zone: string,
  from: number,
  to: number | null,
): number[] {
  const last = to ?? Math.max(from, start) + HORIZON
  return spread(lines, start, zone, last).filter((ms) => ms >= from && ms <= last)
}
