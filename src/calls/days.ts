/** Days without a clock, as numbers since 1970, and the lists of days that people type. Pure. */
import { wallClock } from '../registry/when'

const DAY = 86_400_000

/** 20790 of `2026-12-03`; null where it is no day. */
export function dayNumber(text: string): number | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text.trim()) ?? []
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day))
  return year && new Date(ms).getUTCDate() === Number(day) && Number(month) <= 12 ? ms / DAY : null
}

/** `2026-12-03` */
export const dayOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** `Thu Dec 3`, with the year where it is not that of `near`. */
export function dayWords(day: number, near = day): string {
  const words = new Date(day * DAY).toUTCString().slice(0, 16)
  const [weekday = '', date = '', month = '', year = ''] = words.split(/,? /)
  return `${weekday} ${month} ${Number(date)}${year === dayOf(near).slice(0, 4) ? '' : ` ${year}`}`
}

/** 0 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

/** Day of the month, and how many it has. */
export function inMonth(day: number): { date: number; last: number } {
  const at = new Date(day * DAY)
  return { date: at.getUTCDate(), last: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate() }
}

export interface Days {
  /** First and last day of each stretch. */
  readonly stretches: readonly (readonly [number, number])[]
  /** The first piece that is no day; '' where all can be read. */
  readonly bad: string
}

/** `2026-11-26, 2026-12-24..2027-01-02` */
export function toDays(text: string): Days {
  const stretches: [number, number][] = []
  let bad = ''
  for (const piece of text.split(/[,;\n]/)) {
    if (!piece.trim()) continue
    const [first = '', last = first] = piece.split(/\.\.+|\bto\b|[–—]/)
    const [from, to] = [dayNumber(first), dayNumber(last)]
    if (from === null || to === null || to < from || to - from > 1000) bad = bad || piece.trim()
    else stretches.push([from, to])
  }
  return { stretches, bad }
}

export const holds = ({ stretches }: Days, day: number): boolean =>
  stretches.some(([first, last]) => day >= first && day <= last)

/** Today, on the wall of a zone, as a day number. */
export const todayIn = (zone: string, now: Date): number => dayNumber(wallClock(now, zone).slice(0, 10)) ?? 0
