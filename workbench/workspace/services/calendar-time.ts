/** Points in time as the Calendar API writes them. */
import { formatDate } from './date-format'
import { instantOf, isZone, type WallClock } from './zone'

export type When = GoogleAppsScript.Calendar.Schema.EventDateTime

/** Ms since 1970 of `2026-11-23T18:00:00-05:00`, of `2026-11-23T18:00:00` in a zone, of a date's midnight; or null. */
export function instantOfText(text: string, zone: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?([Zz]|[+-]\d\d:?\d\d)?$/.exec(text)
  if (!found) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0', offset] = found
  const wall: WallClock = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  }
  const sensible = wall.month >= 1 && wall.month <= 12 && wall.day >= 1 && wall.day <= 31 && wall.hour <= 24
  if (!sensible) return null
  if (offset === undefined) return isZone(zone) ? instantOf(zone, wall) : null
  return instantOf(/^z$/i.test(offset) ? 'UTC' : `GMT${offset}`, wall)
}

export const isAllDay = (when: When | undefined): boolean => Boolean(when?.date)

/** Null for what names no time. Zone: the event's own, else the calendar's. */
export function instantOfWhen(when: When | undefined, calendarZone: string): number | null {
  const text = when?.dateTime ?? when?.date
  return text ? instantOfText(text, when?.timeZone ?? calendarZone) : null
}

/** `2026-11-23T18:00:00-05:00` in a zone. */
export const textOfInstant = (ms: number, zone: string): string =>
  formatDate(ms, zone, "yyyy-MM-dd'T'HH:mm:ssXXX") ?? ''

export function whenOf(ms: number, zone: string, allDay: boolean): When {
  if (allDay) return { date: formatDate(ms, zone, 'yyyy-MM-dd') ?? '' }
  return { dateTime: textOfInstant(ms, zone), timeZone: zone }
}

/** The part of an instance's ID after the underscore: its original start. */
export const stampOf = (ms: number, zone: string, allDay: boolean): string =>
  (allDay ? formatDate(ms, zone, 'yyyyMMdd') : formatDate(ms, 'UTC', "yyyyMMdd'T'HHmmss'Z'")) ?? ''
