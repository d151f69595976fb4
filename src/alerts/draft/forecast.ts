/** What an account’s daily quota means for an alert, told before anyone approves it. */
import { fitting, roomOf } from '../../mail/lots'
import { plural, spanText } from '../../registry/when'
import type { Message } from './cohorts'

export interface Forecast {
  readonly needed: number
  /** Recipients this account may still mail today; null where Google does not say. */
  readonly left: number | null
  readonly messages: number
  /** People who have to wait. */
  readonly waits: number
  /** How many still wait once quota has come back so many times; `waits` first. */
  readonly waiting: readonly number[]
  readonly forecast: string
}

/** Two service calls a message, about a second each, and a few seconds around each lot of twenty. */
const SECONDS_A_MESSAGE = 2
const SECONDS_A_LOT = 4
const LOT = 20
const DAY = 24 * 3_600_000

/** What Google gives the smallest account a day; what is left of a day may be all that is known of a bigger one. */
const SMALLEST_QUOTA = 100

/** People that can be mailed on a day to come. Never none, so that a message has a size. */
export const dailyRoom = (left: number | null, reserve: number): number =>
  Math.max(1, roomOf(Math.max(SMALLEST_QUOTA, left ?? 0), reserve))

/** People whose turn comes after this many milliseconds. */
export const lateAfter = ({ waiting }: Forecast, ms: number): number => waiting[Math.floor(ms / DAY)] ?? 0

/** Counted day by day as far as this; after it, a full day each. */
const MOST_DAYS = 1_000

/** `accounts`: how many may approve, this one among them. */
export function forecastOf(
  messages: readonly Message[],
  mode: 'cohort' | 'personal',
  left: number | null,
  reserve: number,
  accounts = 1,
): Forecast {
  const people = (list: readonly Message[]): number => list.reduce((sum, m) => sum + m.to.length, 0)
  const needed = people(messages)
  const going = (list: readonly Message[], room: number) => new Set(fitting(list, (m) => m.to.length, room))
  const now = going(messages, roomOf(left, reserve))
  const waiting: number[] = []
  const daily = dailyRoom(left, reserve)
  for (let rest = messages.filter((m) => !now.has(m)); rest.length > 0 && waiting.length < MOST_DAYS; ) {
    waiting.push(people(rest))
    const next = going(rest, daily)
    rest = rest.filter((m) => !next.has(m))
  }
  const [waits = 0] = waiting
  const seconds = now.size * SECONDS_A_MESSAGE + Math.ceil(now.size / LOT) * SECONDS_A_LOT
  const how = mode === 'personal' ? 'one for each person' : 'everyone in BCC'
  const parts = [`${plural(messages.length, 'message')}, ${how}.`]
  if (now.size > 0) parts.push(`${waits > 0 ? 'What can go is done' : 'Done'} in about ${spanText(seconds * 1000)}.`)
  if (waits > 0)
    parts.push(
      `${plural(waits, 'person waits', 'people wait')} until your quota is back, within ${waiting.length > 1 ? plural(waiting.length, 'day') : '24 hours'}, or until a second person who may approve opens this alert and lends theirs.`,
      ...sharedText(waits, accounts, daily, reserve),
    )
  if (left === null) parts.push('Google does not say how many mails are left today.')
  else if (reserve > 0) parts.push(`${reserve} of today’s mails are kept back.`)
  return {
    needed,
    left,
    messages: messages.length,
    waits,
    waiting,
    forecast: messages.length ? parts.join(' ') : 'Nothing to send.',
  }
}

/** What it takes when everyone who may lends their account; of the others’ no more is counted on than the smallest quota. */
function sharedText(waits: number, accounts: number, daily: number, reserve: number): string[] {
  if (accounts < 2) return []
  const others = (accounts - 1) * dailyRoom(SMALLEST_QUOTA, reserve)
  // The others’ first day is today.
  const rest = waits - others
  const days = rest <= 0 ? 0 : Math.ceil(rest / (daily + others))
  const when = days === 0 ? 'it is done today' : days === 1 ? 'within 24 hours' : `within ${plural(days, 'day')}`
  const all = accounts === 2 ? 'both' : `all ${accounts}`
  return [`If ${all} accounts that may approve share it: ${when}.`]
}
