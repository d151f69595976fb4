/**
 * `Date` as a script finds it: now is the workspace’s clock, local time is the script’s time zone (from the manifest),
 * whatever zone the machine is in that the workspace runs on.
 */
import type { Clock } from './clock'
import { instantOf, offsetMinutes, type WallClock, wallClock } from './services/zone'

const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const pad = (n: number, length = 2): string => String(n).padStart(length, '0')

/** Year, month from 0, day, hours, minutes, seconds, milliseconds; any of them may be beyond its range. */
type Fields = [number, number, number, number, number, number, number]

function momentOf(zone: string, [year, month, day, hour, minute, second, ms]: Fields): number {
  const utc = new Date(Date.UTC(2000, 0, 1))
  utc.setUTCFullYear(year, month, day)
  utc.setUTCHours(hour, minute, second, ms)
  if (Number.isNaN(utc.getTime())) return Number.NaN
  const wall: WallClock = {
    year: utc.getUTCFullYear(),
    month: utc.getUTCMonth() + 1,
    day: utc.getUTCDate(),
    hour: utc.getUTCHours(),
    minute: utc.getUTCMinutes(),
    second: utc.getUTCSeconds(),
  }
  return instantOf(zone, wall) + utc.getUTCMilliseconds()
}

const HAS_ZONE = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}|\b[ECMP][SD]T)\s*(?:\(.*\))?$/i
const DATE_ONLY = /^[+-]?\d{4,6}(?:-\d{2}){0,2}$/

/** As `Date.parse`, but a text without a zone means the script’s; a bare ISO day is UTC, as the language says. */
function parse(zone: string, text: string): number {
  const host = new Date(Date.parse(text))
  if (Number.isNaN(host.getTime()) || HAS_ZONE.test(text.trim()) || DATE_ONLY.test(text.trim())) return host.getTime()
  return momentOf(zone, [
    host.getFullYear(),
    host.getMonth(),
    host.getDate(),
    host.getHours(),
    host.getMinutes(),
    host.getSeconds(),
    host.getMilliseconds(),
  ])
}

const INDEX = { FullYear: 0, Month: 1, Date: 2, Hours: 3, Minutes: 4, Seconds: 5, Milliseconds: 6 } as const

function fieldsOf(zone: string, ms: number): Fields {
  if (Number.isNaN(ms)) return [ms, ms, ms, ms, ms, ms, ms]
  const wall = wallClock(zone, ms)
  return [wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, ((ms % 1000) + 1000) % 1000]
}

const PARTS = 'weekday year month day dayPeriod hour minute second fractionalSecondDigits dateStyle timeStyle'.split(
  ' ',
)
const WHOLE = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
}
const formats = new Map<string, Intl.DateTimeFormat>()

/** What `toLocaleString` uses, kept: making one takes longer than anything else a short run does. */
function localeFormat(locales: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locales, options])
  const known = formats.get(key)
  if (known) return known
  const isPartial = PARTS.some((part) => options[part as keyof Intl.DateTimeFormatOptions] !== undefined)
  const made = new Intl.DateTimeFormat(locales, isPartial ? options : ({ ...options, ...WHOLE } as typeof options))
  if (formats.size >= 200) formats.clear()
  formats.set(key, made)
  return made
}

function addLocalMethods(prototype: Record<string, unknown>, zone: string): void {
  const define = (name: string, value: (this: Date, ...args: never[]) => unknown): void => {
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true, enumerable: false })
  }
  for (const [name, index] of Object.entries(INDEX)) {
    define(`get${name}`, function () {
      return fieldsOf(zone, this.getTime())[index]
    })
    define(`set${name}`, function (...values: number[]) {
      const fields = fieldsOf(zone, this.getTime())
      values.forEach((value, i) => {
        fields[index + i] = value
      })
      return this.setTime(momentOf(zone, fields))
    })
  }
  define('getDay', function () {
    const [year, month, day] = fieldsOf(zone, this.getTime())
    return new Date(Date.UTC(year, month, day)).getUTCDay()
  })
  define('getTimezoneOffset', function () {
    return -offsetMinutes(zone, this.getTime())
  })
  const day = (date: Date): string => {
    const [year, month, dayOfMonth] = fieldsOf(zone, date.getTime())
    return `${DAYS[date.getDay()]} ${MONTHS[month]} ${pad(dayOfMonth)} ${pad(year, 4)}`
  }
  const time = (date: Date): string => {
    const [, , , hour, minute, second] = fieldsOf(zone, date.getTime())
    const offset = offsetMinutes(zone, date.getTime())
    const size = Math.abs(offset)
    const sign = offset < 0 ? '-' : '+'
    return `${pad(hour)}:${pad(minute)}:${pad(second)} GMT${sign}${pad(Math.floor(size / 60))}${pad(size % 60)}`
  }
  const valid = (show: (date: Date) => string) =>
    function (this: Date): string {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : show(this)
    }
  define('toDateString', valid(day))
  define('toTimeString', valid(time))
  define(
    'toString',
    valid((date) => `${day(date)} ${time(date)}`),
  )
  define('toLocaleString', function (locales?: string, options?: Intl.DateTimeFormatOptions) {
    if (Number.isNaN(this.getTime())) return 'Invalid Date'
    return localeFormat(locales, { timeZone: zone, ...options }).format(this.getTime())
  })
  for (const name of ['toLocaleDateString', 'toLocaleTimeString'] as const)
    define(name, function (locales?: string, options?: Intl.DateTimeFormatOptions) {
      return Date.prototype[name].call(new Date(this.getTime()), locales, { timeZone: zone, ...options })
    })
}

/** The `Date` of one run. */
export function scriptDate(clock: Clock, zone: string): DateConstructor {
  class ScriptDate extends Date {
    constructor(...args: unknown[]) {
      const [first] = args
      if (args.length === 0) super(clock.now)
      else if (args.length > 1) {
        const [year = Number.NaN, month = 0, day = 1, ...time] = args.map(Number)
        const [hour = 0, minute = 0, second = 0, ms = 0] = time
        super(momentOf(zone, [year >= 0 && year <= 99 ? 1900 + year : year, month, day, hour, minute, second, ms]))
      } else super(typeof first === 'string' ? parse(zone, first) : (first as number))
    }
    static override now(): number {
      return clock.now
    }
    static override parse(text: string): number {
      return parse(zone, text)
    }
    static override [Symbol.hasInstance](value: unknown): boolean {
      return Object.prototype.toString.call(value) === '[object Date]'
    }
  }
  addLocalMethods(ScriptDate.prototype as unknown as Record<string, unknown>, zone)
  // `Date()` without `new` gives a text.
  return new Proxy(ScriptDate, { apply: () => String(new ScriptDate()) }) as unknown as DateConstructor
}
