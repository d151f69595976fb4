/** What an account’s daily quota means for an alert, told before anyone approves it. */
import { fitting, type Message } from './cohorts'
import { plural, spanText } from './when'

export interface Forecast {
  readonly needed: number
  /** Recipients this account may still mail today; null where Google does not say. */
  readonly left: number | null
  readonly messages: number
  /** People who have to wait. */
  readonly waits: number
  readonly forecast: string
}

/** Two service calls a message, about a second each, and a few seconds around each lot of twenty. */
const SECONDS_A_MESSAGE = 2
const SECONDS_A_LOT = 4
const LOT = 20

export const roomOf = (left: number | null, reserve: number): number =>
  left === null ? Number.POSITIVE_INFINITY : Math.max(0, left - reserve)

export function forecastOf(
  messages: readonly Message[],
  mode: 'cohort' | 'personal',
  left: number | null,
  reserve: number,
): Forecast {
  const people = (list: readonly Message[]): number => list.reduce((sum, m) => sum + m.to.length, 0)
  const needed = people(messages)
  const now = fitting(messages, (m) => m.to.length, roomOf(left, reserve))
  const waits = needed - people(now)
  const seconds = now.length * SECONDS_A_MESSAGE + Math.ceil(now.length / LOT) * SECONDS_A_LOT
  const how = mode === 'personal' ? 'one for each person' : 'everyone in BCC'
  const parts = [`${plural(messages.length, 'message')}, ${how}.`]
  if (now.length > 0) parts.push(`${waits > 0 ? 'What can go is done' : 'Done'} in about ${spanText(seconds * 1000)}.`)
  if (waits > 0)
    parts.push(
      `${plural(waits, 'person waits', 'people wait')} until your quota is back, within 24 hours, or until a second person with the right to approve opens this alert and lends theirs.`,
    )
  if (left === null) parts.push('Google does not say how many mails are left today.')
  else if (reserve > 0) parts.push(`${reserve} of today’s mails are kept back.`)
  return {
    needed,
    left,
    messages: messages.length,
    waits,
    forecast: messages.length ? parts.join(' ') : 'Nothing to send.',
  }
}
