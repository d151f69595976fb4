/** Who is asked or reminded next: backups of groups without an answer, then everybody who has not answered. Pure. */
import type { Answer } from '../contract'
import { isFollowUp, type LeftOut, listed, optedOutOf, recipientsOf } from '../mail/outbox'
import { mailboxOf, toAddress } from '../registry/address'
import { fingerprint } from '../registry/fingerprint'
import type { Row } from '../registry/tables'
import { type Asked, isOf } from './asked'
import type { Stand } from './stand'

type Doubts = NonNullable<Answer<'alertBoard'>['doubts']>

export interface FollowUp {
  /** Of its batch: the same from pass to pass. */
  readonly id: string
  readonly subject: string
  /** What the first mail said. */
  readonly body: string
  readonly to: readonly string[]
}

/** Groups of which nothing more is asked: they have answered, or get no alerts any more. */
type Settled = Pick<ReadonlySet<string>, 'has'>

const short = (key: string): string => fingerprint(key).slice(0, 8)
const backupId = (alertId: string, key: string): string => `${alertId}-backup-${short(key)}`
const remindId = (alertId: string, key: string): string => `${alertId}-remind-${short(key)}`
export const summaryId = (alertId: string): string => `${alertId}-summary`

export const isSummary = (batchId: string): boolean => batchId.endsWith('-summary')
/** So long what came of it is told. */
export const summaryUntil = ({ actBy }: Row<'alerts'>): Date => new Date((actBy?.getTime() ?? 0) + 24 * 3_600_000)

const isBackupBatch = (alertId: string, batchId: string): boolean => batchId.startsWith(`${alertId}-backup-`)

/** Addresses of backups that were asked, by the wording they were asked with. */
const askedBackups = ({ alert, more }: Asked): { batchId: string; to: string[]; went: boolean }[] =>
  more
    .filter((row) => isBackupBatch(alert.id, row.alertId))
    .map((row) => ({ batchId: row.alertId, to: recipientsOf(row), went: row.state === 'sent' }))

/** Groups whose backups were asked. */
export function groupsWithBackup(asked: Asked): Set<string> {
  const to = askedBackups(asked).flatMap((b) => b.to)
  return new Set(to.flatMap((address) => asked.groupsOf(mailboxOf(address))))
}

const isAway = ({ awayUntil }: Row<'people'>, now: Date): boolean =>
  typeof awayUntil === 'string' ? awayUntil !== '' : awayUntil !== null && awayUntil > now

/** Who has a mail of the alert itself, or is to get one. */
const mailedBy = ({ messages }: Asked): Set<string> => new Set(messages.flatMap(recipientsOf).map(mailboxOf))

/**
 * For each wording the backups of its groups that have it and did not answer, and leads whom nobody asked. Nobody who was mailed
 * already; leads who have it by the Google Group are reminded later.
 */
export function backupsFor(asked: Asked, settled: Settled, people: readonly Row<'people'>[], now: Date): FollowUp[] {
  const optedOut = optedOutOf(people)
  const had = mailedBy(asked)
  for (const { to } of askedBackups(asked)) for (const address of to) had.add(mailboxOf(address))
  const posted = new Set(asked.waves.flatMap((wave) => wave.posted))
  return asked.waves.map(({ key, subject, body, groupIds }) => {
    const open = groupIds.filter((id) => asked.reached.has(id) && !settled.has(id))
    const to: string[] = []
    for (const person of people) {
      const address = toAddress(person.email)
      const isLead = person.roles.includes('lead')
      const isBackup = isLead ? !posted.has(person.groupId) : person.roles.includes('backup')
      if (!address || !isBackup || !open.includes(person.groupId)) continue
      const mailbox = mailboxOf(address)
      if (had.has(mailbox) || optedOut.has(mailbox) || isAway(person, now)) continue
      had.add(mailbox)
      to.push(address)
    }
    return { id: backupId(asked.alert.id, key), subject, body, to }
  })
}

/**
 * For each wording whoever got it by mail, backups too, and leads of groups that have it by the Google Group; of them those of
 * whose groups at least one did not answer.
 */
export function remindersFor(asked: Asked, settled: Settled, people: readonly Row<'people'>[], now: Date): FollowUp[] {
  const backups = askedBackups(asked)
  const mailed = mailedBy(asked)
  const optedOut = optedOutOf(people)
  const reminded = new Set<string>()
  const leadsOf = (groupIds: readonly string[]): string[] =>
    people
      .filter((p) => p.roles.includes('lead') && groupIds.includes(p.groupId) && !isAway(p, now))
      .map(({ email }) => toAddress(email) ?? '')
      .filter((address) => address && !mailed.has(mailboxOf(address)) && !optedOut.has(mailboxOf(address)))
  return asked.waves.map(({ key, subject, body, to, posted }) => {
    // Whoever is still to be asked is not reminded of it in the same breath.
    const own = backups.filter((b) => b.went && b.batchId === backupId(asked.alert.id, key)).flatMap((b) => b.to)
    const left = [...to, ...own, ...leadsOf(posted)].filter((address) => {
      const mailbox = mailboxOf(address)
      if (reminded.has(mailbox) || areIn(settled, asked.groupsOf(mailbox))) return false
      reminded.add(mailbox)
      return true
    })
    return { id: remindId(asked.alert.id, key), subject, body, to: left }
  })
}

/** Of which nobody knows whether they went. */
export const doubtsOf = ({ more }: Pick<Asked, 'more'>): Doubts =>
  more
    .filter((row) => row.state === 'doubt' && isFollowUp(row.alertId))
    .map((row) => ({
      messageId: row.id,
      to: recipientsOf(row),
      reason: row.reason,
      at: (row.changedAt ?? new Date(0)).toISOString(),
    }))

/** Mailboxes that some follow-up was for, and all of whose groups are settled since: what was not sent yet is not for them. */
export const passedOverIn = (asked: Asked, settled: Settled, { groups }: Stand): NonNullable<LeftOut['passedOver']> =>
  new Map(
    asked.more
      .filter((row) => isFollowUp(row.alertId))
      .flatMap((row) => listed(row.recipients).map(mailboxOf))
      .filter((mailbox) => areIn(settled, asked.groupsOf(mailbox)))
      .map((mailbox) => [mailbox, areIn(groups, asked.groupsOf(mailbox)) ? 'answered' : 'paused or left']),
  )

const areIn = (settled: Settled, groupIds: readonly string[]): boolean =>
  groupIds.length > 0 && groupIds.every((id) => settled.has(id))

/** Batches of this alert that a stopped run left half done. */
export const unfinished = (asked: Asked): Set<string> =>
  new Set(
    asked.more
      .filter((row) => isOf(asked.alert.id, row) && (row.state === 'queued' || row.state === 'claimed'))
      .map((row) => row.alertId),
  )
