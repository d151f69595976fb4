/** Java's SimpleDateFormat patterns, in English, as Utilities.formatDate takes them. */
import { offsetMinutes, wallClock } from './zone'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const pad = (value: number, length: number): string => String(value).padStart(length, '0')

function zoneName(zone: string, ms: number, length: 'short' | 'long'): string {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: length })
    return format.formatToParts(ms).find((p) => p.type === 'timeZoneName')?.value ?? zone
  } catch {
    return zone
  }
}

function offset(minutes: number, colon: boolean): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${colon ? ':' : ''}${pad(size % 60, 2)}`
}

/** ISO week number of a day given as UTC midnight. */
function isoWeek(utc: number): number {
  const day = new Date(utc)
  const thursday = utc + (3 - ((day.getUTCDay() + 6) % 7)) * 86_400_000
  const year = new Date(thursday).getUTCFullYear()
  return Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1
}

/** `formatDate(0, 'UTC', "EEE, d MMM yyyy 'at' HH:mm")` → `Thu, 1 Jan 1970 at 00:00`. Null: a letter Java refuses. */
export function formatDate(ms: number, zone: string, pattern: string): string | null {
  const wall = wallClock(zone, ms)
  const utcDay = Date.UTC(wall.year, wall.month - 1, wall.day)
  const weekday = new Date(utcDay).getUTCDay()
  const minutes = offsetMinutes(zone, ms)

  const field = (letter: string, n: number): string | null => {
    switch (letter) {
      case 'G':
        return wall.year > 0 ? 'AD' : 'BC'
      case 'y':
      case 'Y':
      case 'u':
        if (letter === 'u') return pad(weekday === 0 ? 7 : weekday, n)
        return n === 2 ? pad(wall.year % 100, 2) : pad(wall.year, n)
      case 'M':
      case 'L': {
        const name = MONTHS[wall.month - 1] ?? ''
        return n > 3 ? name : n === 3 ? name.slice(0, 3) : pad(wall.month, n)
      }
      case 'd':
        return pad(wall.day, n)
      case 'D':
        return pad((utcDay - Date.UTC(wall.year, 0, 1)) / 86_400_000 + 1, n)
      case 'E': {
        const name = DAYS[weekday] ?? ''
        return n > 3 ? name : name.slice(0, 3)
      }
      case 'w':
        return pad(isoWeek(utcDay), n)
      case 'a':
        return wall.hour < 12 ? 'AM' : 'PM'
      case 'H':
        return pad(wall.hour, n)
      case 'k':
        return pad(wall.hour || 24, n)
      case 'K':
        return pad(wall.hour % 12, n)
      case 'h':
        return pad(wall.hour % 12 || 12, n)
      case 'm':
        return pad(wall.minute, n)
      case 's':
        return pad(wall.second, n)
      case 'S':
        return pad(((ms % 1000) + 1000) % 1000, n)
      case 'z':
        return zoneName(zone, ms, n > 3 ? 'long' : 'short')
      case 'Z':
        return offset(minutes, false)
      case 'X':
        if (minutes === 0) return 'Z'
        return n === 1 ? offset(minutes, false).slice(0, 3) : offset(minutes, n > 2)
      default:
        return null
    }
  }

  let out = ''
  for (const [token] of pattern.matchAll(/''|'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    if (token === "''") out += "'"
    else if (token.startsWith("'")) out += token.slice(1, -1).replace(/''/g, "'")
    else if (/[A-Za-z]/.test(token)) {
      const text = field(token.charAt(0), token.length)
      if (text === null) return null
      out += text
    } else out += token
  }
  return out
}
