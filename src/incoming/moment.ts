/** A time as people write it in a subject: `today 4pm`, `tomorrow 5:30 pm`, `Nov 30 17:00`, `Friday noon`, `in 3 hours`. Pure. */
import { type Instant, instantOf, wallClock } from '../registry/when'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ')
const DAY = 86_400_000

export interface Moment {
  /** Wall clock in the zone: `2026-11-23T17:00`. */
  readonly wall: string
  /** The words it stood in. */
  readonly words: string
}

/** A bare number is none: it may be a bill’s (`SB 123 today`), and nobody knows whether `by 5` is morning or afternoon. */
const TIME =
  '(?:at\\s+)?(?<![\\w:/.-])(noon|midnight|\\d{1,2}(?::\\d{2}\\s*(?:[ap]\\.?m\\b)?|\\s*[ap]\\.?m\\b)\\.?)(?![\\w:/-])'
const DATE =
  '(today|tonight|tomorrow|(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\\.?|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}(?:/\\d{4})?)(?![\\w/-])'
const SPAN = /\bin\s+(\d{1,3}|an?|one|two|three|four|five|six)\s*(hours?|hrs?|h|minutes?|mins?|m|days?|d)\b/i
const NUMBERS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 }

function minutesOf(text: string): number | null {
  if (/^noon$/i.test(text)) return 12 * 60
  if (/^midnight$/i.test(text)) return 24 * 60
  const [, h = '', m = '0', half = ''] = /^(\d{1,2})(?::(\d{2}))?\s*([ap])?/i.exec(text) ?? []
  const hour = Number(h)
  const minute = Number(m)
  if (h === '' || minute > 59) return null
  if (half) return hour < 1 || hour > 12 ? null : ((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + minute
  return hour > 24 ? null : hour * 60 + minute
}

/** Midnight, as if UTC, of the day that the words name; null where it is no day. */
function dayOf(text: string, today: number): number | null {
  const word = text.toLowerCase()
  if (word === 'today' || word === 'tonight') return today
  if (word === 'tomorrow') return today + DAY
  const weekday = WEEKDAYS.indexOf(word.slice(0, 3))
  if (weekday >= 0 && /^[a-z]+\.?$/.test(word)) return today + ((weekday - new Date(today).getUTCDay() + 7) % 7) * DAY
  const year = new Date(today).getUTCFullYear()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word)
  const slash = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(word)
  const named = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/.exec(word)
  const [y, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])]
    : slash
      ? [Number(slash[3] ?? year), Number(slash[1]) - 1, Number(slash[2])]
      : [Number(named?.[3] ?? year), MONTHS.indexOf(named?.[1] ?? ''), Number(named?.[2])]
  const at = Date.UTC(y, month, day)
  if (month < 0 || Number.isNaN(at) || new Date(at).getUTCDate() !== day) return null
  // `Jan 4` said in December is the next one.
  return !iso && !slash?.[3] && !named?.[3] && at < today - 60 * DAY ? Date.UTC(y + 1, month, day) : at
}

const toWall = (ms: number): string => new Date(ms).toISOString().slice(0, 16)

/** The time named behind `by` or anywhere in a text; null where there is none, or it is not clear. Without a day: the next time it is that late. */
export function momentIn(text: string, now: Date, zone: string): Moment | null {
  const clock = wallClock(now, zone)
  const nowMs = Date.parse(`${clock}:00Z`)
  const today = Date.parse(`${clock.slice(0, 10)}T00:00:00Z`)
  const span = SPAN.exec(text)
  if (span) {
    const count = NUMBERS[(span[1] ?? '').toLowerCase()] ?? Number(span[1])
    const unit = (span[2] ?? 'h').charAt(0).toLowerCase()
    const length = unit === 'd' ? DAY : unit === 'h' ? 3_600_000 : 60_000
    // On the clock, not on the wall: three hours are three hours in the night the clocks change.
    return { wall: wallClock(new Date(now.getTime() + count * length), zone), words: span[0] }
  }
  const both = new RegExp(`\\b${DATE}[\\s,;:!.–-]*(?:by\\s+)?${TIME}`, 'i').exec(text)
  const turned = new RegExp(`${TIME}\\s*,?\\s*(?:on\\s+)?\\b${DATE}`, 'i').exec(text)
  const [words, dayWords, timeWords] = both
    ? [both[0], both[1] ?? '', both[2] ?? '']
    : turned
      ? [turned[0], turned[2] ?? '', turned[1] ?? '']
      : ['', '', '']
  if (words) {
    const day = dayOf(dayWords, today)
    const minutes = minutesOf(timeWords.trim())
    return day === null || minutes === null ? null : { wall: toWall(day + minutes * 60_000), words }
  }
  const alone = new RegExp(`\\bby\\s+${TIME}`, 'i').exec(text)
  const minutes = alone && minutesOf((alone[1] ?? '').trim())
  // `tomorrow HD-14A by 5pm`: which day is meant, a person says.
  if (!alone || minutes === null || new RegExp(`\\b${DATE}`, 'i').test(text)) return null
  const at = today + minutes * 60_000
  return { wall: toWall(at > nowMs ? at : at + DAY), words: alone[0] }
}

/** The instant of a wall clock that exists; null else. */
export function instantAt(wall: string, zone: string): Date | null {
  const at: Instant = instantOf(wall, zone)
  return at.kind === 'once' || at.kind === 'twice' ? at.at : null
}
