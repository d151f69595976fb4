/** Moments on a wall clock somewhere: zones by IANA name. */
import { offsetMinutes } from '../workspace/services/zone'

/** Days since 1899-12-30 on the wall clock of `zone`, as spreadsheets count. */
export const serialDate = (at: number, zone: string): number =>
  (at + offsetMinutes(zone, at) * 60_000) / 86_400_000 + 25_569

const said = new Map<string, Intl.DateTimeFormat>()

function say(at: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = zone + JSON.stringify(options)
  let format = said.get(key)
  if (!format) said.set(key, (format = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options })))
  return format.format(at)
}

/** `Mon, Nov 23, 12:00 PM EST` */
export const longMoment = (at: number, zone: string): string =>
  say(at, zone, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })

/** `Nov 23, 12:00 PM` */
export const shortMoment = (at: number, zone: string): string =>
  say(at, zone, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' })

/** `12:00 PM`, with the day in front where it is not the day of `now`. */
export const clockTime = (at: number, zone: string, now: number): string => {
  const day: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' }
  const sameDay = say(at, zone, day) === say(now, zone, day)
  return sameDay ? say(at, zone, { hour: 'numeric', minute: '2-digit' }) : shortMoment(at, zone)
}
