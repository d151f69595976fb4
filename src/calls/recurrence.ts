/**
 * On which days a series meets, and how that is said to Calendar (RFC 5545). Days are days of the series' zone, so the
 * clock on the wall never moves. Pure.
 */
import { wordIn } from '../registry/words'
import { type Days, dayOf, holds, inMonth, weekdayOf } from './days'

export interface Rule {
  readonly every: 'week' | 'two weeks' | 'month'
  /** 0 is Sunday; null for a day of the month. */
  readonly weekday: number | null
  /** Of a month: 1 to 5, -1 the last; 0 where it is not monthly. */
  readonly nth: number
  /** Of a month, 1 to 31; in shorter months the last day. 0 where it meets on a weekday. */
  readonly date: number
}

/** What a series needs for its dates. */
export interface Rhythm {
  readonly rule: Rule
  /** The first day it may meet. */
  readonly first: number
  /** The last one; null for no end. */
  readonly until: number | null
  readonly skips: Days
}

const weekdays = () => 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const places = () => 'last first second third fourth fifth'.split(' ')

/** The rule of `weekly` `Thursday`, `monthly` `third Thursday`, `monthly` `day 31`; null where it is none. */
export function toRule(repeats: string, on: string): Rule | null {
  const known = wordIn(['weekly', 'every two weeks', 'monthly'] as const, repeats)
  const words = on.trim().toLowerCase().split(/\s+/)
  const monthly = known === 'monthly'
  if (!known) return null
  if (monthly && words.length === 2 && words[0] === 'day') {
    const date = Number(words[1])
    return Number.isInteger(date) && date >= 1 && date <= 31 ? { every: 'month', weekday: null, nth: 0, date } : null
  }
  const named = words.pop() ?? ''
  const weekday = weekdays().findIndex((day) => day.toLowerCase() === named)
  const place = places().indexOf(words.join(' '))
  if (weekday < 0 || (monthly ? place < 0 : words.length > 0)) return null
  const every = monthly ? 'month' : known === 'weekly' ? 'week' : 'two weeks'
  return { every, weekday, nth: monthly ? place || -1 : 0, date: 0 }
}

function meets({ every, weekday, nth, date }: Rule, day: number): boolean {
  if (weekday !== null && weekdayOf(day) !== weekday) return false
  if (every !== 'month') return true
  const month = inMonth(day)
  if (date) return month.date === Math.min(date, month.last)
  return nth < 0 ? month.date + 7 > month.last : Math.ceil(month.date / 7) === nth
}

/** The first day on or after `first`: where its one event begins, and what two weeks are counted from. */
export function anchorOf({ rule, first }: Pick<Rhythm, 'rule' | 'first'>): number {
  let day = first
  while (!meets(rule, day)) day++
  return day
}

/** Its days from `from` to `to`, both included; `skipped` ones too where asked for. */
export function daysOf(rhythm: Rhythm, from: number, to: number, withSkipped = false): number[] {
  const { rule, until, skips } = rhythm
  const anchor = anchorOf(rhythm)
  const last = until === null ? to : Math.min(until, to)
  const days: number[] = []
  for (let day = Math.max(from, anchor); day <= last; day++)
    if (
      meets(rule, day) &&
      (rule.every !== 'two weeks' || (day - anchor) % 14 === 0) &&
      (withSkipped || !holds(skips, day))
    )
      days.push(day)
  return days
}

/** Its next days from `from` on: at most `count` in `within` days, but two wherever there are two. */
export function nextDays(rhythm: Rhythm, from: number, count: number, within: number): number[] {
  const near = daysOf(rhythm, from, from + within)
  return (near.length < 2 ? daysOf(rhythm, from, from + 800).slice(0, 2) : near).slice(0, count)
}

/** `RRULE` without its end. */
function coreOf({ every, weekday, nth, date }: Rule): string {
  const short = (weekdays()[weekday ?? 0] ?? '').slice(0, 2).toUpperCase()
  if (every !== 'month') return `FREQ=WEEKLY;${every === 'week' ? '' : 'INTERVAL=2;'}BYDAY=${short}`
  if (!date) return `FREQ=MONTHLY;BYDAY=${nth}${short}`
  if (date <= 28) return `FREQ=MONTHLY;BYMONTHDAY=${date}`
  if (date === 31) return 'FREQ=MONTHLY;BYMONTHDAY=-1'
  // The latest of these days that the month has.
  return `FREQ=MONTHLY;BYMONTHDAY=28,29${date === 30 ? ',30' : ''};BYSETPOS=-1`
}

/**
 * The lines of a recurring event that begins on `anchorOf` at `at` (`19:00`) in `zone`. `end`: the instant after which
 * nothing begins, as Calendar wants it in UTC; null for no end.
 */
export function linesOf(rhythm: Rhythm, at: string, zone: string, end: Date | null): string[] {
  const until = end ? `;UNTIL=${end.toISOString().replace(/[-:]|\.\d+/g, '')}` : ''
  const last = Math.max(0, ...rhythm.skips.stretches.map(([, to]) => to))
  const all = daysOf(rhythm, anchorOf(rhythm), last, true).filter((day) => holds(rhythm.skips, day))
  const out = all.map((day) => `${dayOf(day).replace(/-/g, '')}T${at.replace(':', '')}00`)
  return [`RRULE:${coreOf(rhythm.rule)}${until}`, ...(out.length > 0 ? [`EXDATE;TZID=${zone}:${out.join(',')}`] : [])]
}

/** `Every third Thursday of the month` */
export function rhythmWords({ every, weekday, nth, date }: Rule): string {
  const name = weekdays()[weekday ?? 0] ?? ''
  if (every === 'week') return `Every ${name}`
  if (every === 'two weeks') return `Every two weeks on ${name}`
  if (date) return `On day ${date} of every month${date > 28 ? ', or its last day' : ''}`
  return nth === 5
    ? `Every fifth ${name}, in months that have one`
    : `Every ${places()[Math.max(nth, 0)]} ${name} of the month`
}
