/** What a cell shows: its value in its number format. */
import { type WallClock, wallClock } from '../zone'
import { localeRules } from './locale'
import type { CellValue } from './state'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const DATE_TOKENS = /"[^"]*"|\\.|am\/pm|a\/p|y+|m+|d+|h+|s+|[^ymdhsa"\\]+|a/gi

/** No format, or one that stands for none. */
export const isAutomatic = (format: string | undefined): boolean =>
  !format || format === 'General' || format === '0.###############'

const pad = (n: number, length: number): string => String(n).padStart(length, '0')

function datePart(token: string, wall: WallClock, minutes: boolean, halfDay: boolean): string {
  const weekday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay()
  const n = token.length
  switch (token[0]?.toLowerCase()) {
    case 'y':
      return n <= 2 ? pad(wall.year % 100, 2) : pad(wall.year, 4)
    case 'm': {
      if (minutes) return pad(wall.minute, Math.min(n, 2))
      const name = MONTHS[wall.month - 1] ?? ''
      return n >= 4 ? name : n === 3 ? name.slice(0, 3) : pad(wall.month, n)
    }
    case 'd': {
      const name = DAYS[weekday] ?? ''
      return n >= 4 ? name : n === 3 ? name.slice(0, 3) : pad(wall.day, n)
    }
    case 'h':
      return pad(halfDay ? wall.hour % 12 || 12 : wall.hour, Math.min(n, 2))
    default:
      return pad(wall.second, Math.min(n, 2))
  }
}

function showDate(ms: number, format: string, zone: string): string {
  const wall = wallClock(zone, ms)
  const halfDay = /am\/pm|a\/p/i.test(format)
  const tokens = format.match(DATE_TOKENS) ?? []
  let out = ''
  let afterHour = false
  tokens.forEach((token, i) => {
    const letter = token[0]?.toLowerCase() ?? ''
    if (token[0] === '"') out += token.slice(1, -1)
    else if (token[0] === '\\') out += token.slice(1)
    else if (/^(am\/pm|a\/p)$/i.test(token)) out += wall.hour < 12 ? 'AM' : 'PM'
    else if (/^(y+|m+|d+|h+|s+)$/i.test(token)) {
      const beforeSeconds = /^s/i.test(tokens.slice(i + 1).find((t) => /^[ymdhs]/i.test(t)) ?? '')
      out += datePart(
        token,
        wall,
        letter === 'm' && token !== 'M' && token !== 'MM' && (afterHour || beforeSeconds),
        halfDay,
      )
      afterHour = letter === 'h' || (afterHour && letter !== 's' && letter !== 'm')
    } else out += token
  })
  return out
}

function group(whole: string, mark: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, mark)
}

function showNumber(value: number, format: string, locale: string): string {
  const rules = localeRules(locale)
  const [positive = '', negative] = format.split(';')
  const section = value < 0 && negative !== undefined ? negative : positive
  const core = /[#0?,.]*[#0?][#0?,.]*/.exec(section)
  if (!core) return section.replace(/"/g, '')
  const percent = section.includes('%')
  const decimals = (core[0].split('.')[1] ?? '').replace(/[^0#?]/g, '')
  const least = (core[0].split('.')[0] ?? '').replace(/[^0]/g, '').length
  const size = Math.abs(value) * (percent ? 100 : 1)
  let [whole = '0', fraction = ''] = size.toFixed(decimals.length).split('.')
  const needed = decimals.replace(/#+$/, '').length
  while (fraction.length > needed && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  whole = whole.padStart(least, '0')
  if (least === 0 && whole === '0' && fraction) whole = ''
  if (core[0].includes(',')) whole = group(whole, rules.group)
  const number = fraction ? whole + rules.decimal + fraction : whole
  const sign = value < 0 && negative === undefined && Number(size.toFixed(decimals.length)) !== 0 ? '-' : ''
  const before = section.slice(0, core.index)
  const after = section.slice(core.index + core[0].length)
  return (sign + before + number + after).replace(/["\\]/g, '')
}

/** As people see it in the cell. */
export function display(value: CellValue, format: string | undefined, zone: string, locale: string): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'object') {
    if (!isAutomatic(format) && format !== '@' && /[ymdhs]/i.test(format ?? ''))
      return showDate(value.date, format ?? '', zone)
    const wall = wallClock(zone, value.date)
    const atMidnight = wall.hour + wall.minute + wall.second === 0
    const pattern = localeRules(locale).dateFormat
    return showDate(value.date, atMidnight ? pattern : `${pattern} H:mm:ss`, zone)
  }
  if (isAutomatic(format) || format === '@' || !/[#0?]/.test(format ?? ''))
    return String(Number(value.toPrecision(15)))
      .replace('.', localeRules(locale).decimal)
      .replace('e+', 'E+')
  return showNumber(value, format ?? '', locale)
}
