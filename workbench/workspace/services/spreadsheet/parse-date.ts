/** Dates and times as people type them, in the order of the spreadsheet’s locale. */
import { instantOf, wallClock } from '../zone'
import { localeRules } from './locale'
import type { Typed, TypingContext } from './parse'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const FULL = 'january february march april may june july august september october november december'.split(' ')
const TIME = /(?:^|[ ,]+|T)(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?$/i

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly format: string
}

/** 1 to 12, or 0. */
function monthNumber(word: string): number {
  const lower = word.toLowerCase().replace(/\.$/, '')
  const i = FULL.indexOf(lower)
  return (i >= 0 ? i : lower === 'sept' ? 8 : MONTHS.indexOf(lower)) + 1
}

const fullYear = (text: string): number =>
  text.length <= 2 ? Number(text) + (Number(text) < 30 ? 2000 : 1900) : Number(text)

function exists(day: Day): Day | null {
  const { year, month } = day
  if (month < 1 || month > 12 || day.day < 1 || year < 0 || year > 9999) return null
  return day.day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? day : null
}

function readDay(text: string, thisYear: number, context: TypingContext): Day | null {
  const { dayFirst, dateFormat } = localeRules(context.locale)
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (iso) return exists({ year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]), format: 'yyyy-MM-dd' })
  const numeric = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text)
  if (numeric && (numeric[2] !== '.' || dateFormat.includes('.'))) {
    const first = Number(numeric[1])
    const second = Number(numeric[3])
    const format = numeric[4] === undefined ? (dayFirst ? 'd/M' : 'M/d') : dateFormat
    const year = numeric[4] === undefined ? thisYear : fullYear(numeric[4])
    return exists(dayFirst ? { year, month: second, day: first, format } : { year, month: first, day: second, format })
  }
  const monthYear = /^(\d{1,2})[-/](\d{4})$/.exec(text)
  if (monthYear) return exists({ year: Number(monthYear[2]), month: Number(monthYear[1]), day: 1, format: 'M/yyyy' })
  return readWordy(text, thisYear)
}

function readWordy(text: string, thisYear: number): Day | null {
  const monthFirst = /^([A-Za-z]+\.?)[ -]?(\d{1,2})(?:st|nd|rd|th)?(?:,? +|-)?(\d{4})?$/.exec(text)
  const month1 = monthFirst ? monthNumber(monthFirst[1] ?? '') : 0
  if (monthFirst && month1) {
    const year = monthFirst[3] ? Number(monthFirst[3]) : thisYear
    return exists({ year, month: month1, day: Number(monthFirst[2]), format: monthFirst[3] ? 'MMM d, yyyy' : 'MMM d' })
  }
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]+\.?)(?:[ ,-]+(\d{4}|\d{2}))?$/.exec(text)
  const month2 = dayFirst ? monthNumber(dayFirst[2] ?? '') : 0
  if (dayFirst && month2) {
    const year = dayFirst[3] ? fullYear(dayFirst[3]) : thisYear
    return exists({ year, month: month2, day: Number(dayFirst[1]), format: dayFirst[3] ? 'd MMM yyyy' : 'd MMM' })
  }
  const monthYear = /^([A-Za-z]+\.?)[ ,-]+(\d{4})$/.exec(text)
  const month3 = monthYear ? monthNumber(monthYear[1] ?? '') : 0
  return monthYear && month3 ? { year: Number(monthYear[2]), month: month3, day: 1, format: 'MMM yyyy' } : null
}

function readTime(match: RegExpExecArray): { hour: number; minute: number; second: number; format: string } | null {
  const half = match[4]?.toLowerCase().replace(/\./g, '')
  if (match[2] === undefined && !half) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  const second = Number(match[3] ?? 0)
  if (minute > 59 || second > 59 || hour > 23 || (half && (hour > 12 || hour === 0))) return null
  const format = `${half ? 'h:mm' : 'H:mm'}${match[3] === undefined ? '' : ':ss'}${half ? ' am/pm' : ''}`
  return { hour: half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour, minute, second, format }
}

const days = new Map<string, number>()

/** Midnight of a day in a zone; days repeat down a column, so they are remembered. */
function midnight(zone: string, { year, month, day }: Day): number {
  const key = `${zone} ${year}-${month}-${day}`
  const known = days.get(key)
  if (known !== undefined) return known
  const found = instantOf(zone, { year, month, day, hour: 0, minute: 0, second: 0 })
  if (days.size > 5000) days.clear()
  days.set(key, found)
  return found
}

const years = { zone: '', now: Number.NaN, year: 0 }

function currentYear({ zone, now }: TypingContext): number {
  if (years.zone !== zone || years.now !== now) Object.assign(years, { zone, now, year: wallClock(zone, now).year })
  return years.year
}

/** Reads a date, a time (a moment of 30 December 1899, as everywhere in Sheets), or both. Null: neither. */
export function readDate(text: string, context: TypingContext): Typed | null {
  if (text.length > 40) return null
  const { zone } = context
  const thisYear = currentYear(context)
  const whole = readDay(text, thisYear, context)
  if (whole) return { value: { date: midnight(zone, whole) }, format: whole.format }
  const match = TIME.exec(text)
  const time = match && readTime(match)
  if (!match || !time) return null
  const before = text.slice(0, match.index).trim()
  if (before === '') {
    const base = { year: 1899, month: 12, day: 30 }
    return { value: { date: instantOf(zone, { ...base, ...time }) }, format: time.format }
  }
  const day = readDay(before, thisYear, context)
  if (!day) return null
  return { value: { date: instantOf(zone, { ...day, ...time }) }, format: `${day.format} ${time.format}` }
}
