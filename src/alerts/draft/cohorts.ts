/**
 * From people to messages: everyone with the same words shares a message of at most 49 addresses in BCC (the platform
 * takes 50 in all), or each gets their own. Order is order of need: target districts before whoever is asked besides, the
 * first reachable person of every group before any second one, leads before backups, whoever has more legislators to call
 * before whoever has fewer.
 */
import { chunks, MAX_TO } from '../../mail/lots'
import { messageId } from '../../mail/outbox'
import { plainText } from '../../registry/text'
import type { Recipient } from './audience'
import type { Wording } from './text'

export interface Addressed extends Recipient {
  readonly wording: Wording
}

export interface Message {
  /** Made from alert, addresses and words: the same message always has the same ID. */
  readonly id: string
  readonly to: readonly string[]
  readonly groupIds: readonly string[]
  readonly subject: string
  readonly body: string
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byNeed = (a: Addressed, b: Addressed): number =>
  (a.need ?? 0) - (b.need ?? 0) ||
  a.rank - b.rank ||
  Number(a.backup ?? false) - Number(b.backup ?? false) ||
  b.targetIds.length - a.targetIds.length ||
  byText(a.address, b.address)

function toMessage(alertId: string, people: readonly Addressed[]): Message {
  const to = people.map((p) => p.address).sort(byText)
  // As a cell keeps them, so that the row that is read is the message that was written.
  const subject = plainText(people[0]?.wording.subject ?? '')
  const body = plainText(people[0]?.wording.body ?? '')
  return {
    id: messageId(alertId, to, subject, body),
    to,
    groupIds: [...new Set(people.flatMap((p) => p.groups.map((g) => g.id)))].sort(byText),
    subject,
    body,
  }
}

function sameWords(people: readonly Addressed[]): Addressed[][] {
  const cohorts = new Map<string, Addressed[]>()
  for (const person of people) {
    const key = `${person.wording.subject}\n${person.wording.body}`
    const cohort = cohorts.get(key)
    if (cohort) cohort.push(person)
    else cohorts.set(key, [person])
  }
  return [...cohorts.values()]
}

/**
 * The messages of an alert in order of need, cut where a day’s mails end: `today` and `daily` say how many people can be
 * mailed now and on a day to come. So each day goes in full, and no message is bigger than what a day has room for.
 */
export function toMessages(
  alertId: string,
  people: readonly Addressed[],
  mode: 'cohort' | 'personal',
  today = Number.POSITIVE_INFINITY,
  daily = MAX_TO,
): Message[] {
  const inNeed = [...people].sort(byNeed)
  const most = mode === 'personal' ? 1 : Math.min(MAX_TO, daily)
  return [inNeed.slice(0, today), ...chunks(inNeed.slice(today), daily)].flatMap((wave) =>
    sameWords(wave).flatMap((cohort) => chunks(cohort, most).map((part) => toMessage(alertId, part))),
  )
}
