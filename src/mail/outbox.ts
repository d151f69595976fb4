/** Reading a row of the Outbox. */

import { mailboxesIn, mailboxOf } from '../registry/address'
import { fingerprint } from '../registry/fingerprint'
import { readTable } from '../registry/table'
import type { Row } from '../registry/tables'
import { CHANNEL_KINDS, type ChannelKind, hasOptedOut } from '../registry/words'

export type OutboxRow = Row<'outbox'>
export type Change = Partial<OutboxRow>

/** A run lives six minutes at most; half a minute more, and it is dead for certain. */
export const RUN_LIFE_MS = 6.5 * 60_000
/** After so many tries a message is given up. */
export const MAX_TRIES = 5

/** Stands in place of a draft ID from the moment at which a message is handed to MailApp: nobody can learn what became of it. */
export const BY_MAIL_APP = 'by MailApp'

export const listed = (text: string): string[] =>
  text
    .split(',')
    .map((a) => a.trim())
    .filter(Boolean)

/**
 * Who opted out, or is passed over for another reason, before it was sent stands in front of the reason: the frozen list of
 * recipients is never written again, since a write to it that landed in another row would mail people twice.
 */
const WITHOUT = /^without (.+?) \((?:opted out|answered|paused or left| or )+\)/

/** Mailboxes that a message leaves out, whoever it was frozen for. */
export interface LeftOut {
  /** They get nothing. */
  readonly optedOut: ReadonlySet<string>
  /** Others, and why: what they are asked for has been answered, or their groups get no alerts any more. */
  readonly passedOver?: ReadonlyMap<string, 'answered' | 'paused or left'> | undefined
}

/** Recipients at approval that this message leaves out. */
export const leftOutOf = (row: OutboxRow): string[] => listed(WITHOUT.exec(row.reason)?.[1] ?? '')

/** `why`, behind who is left out. */
export const because = ({ reason }: OutboxRow, why: string): string =>
  [WITHOUT.exec(reason)?.[0], why].filter(Boolean).join('; ')

/** The message as it may be written now. */
export function without(row: OutboxRow, { optedOut, passedOver }: LeftOut): OutboxRow {
  const whys = new Set<string>()
  const out = listed(row.recipients).filter((address) => {
    const mailbox = mailboxOf(address)
    const why = optedOut.has(mailbox) ? 'opted out' : passedOver?.get(mailbox)
    return why && whys.add(why)
  })
  return { ...row, reason: out.length > 0 ? `without ${out.join(', ')} (${[...whys].join(' or ')})` : '' }
}

/** Mailboxes of everyone who has opted out, in whichever row. */
export const optedOutOf = (people: readonly Row<'people'>[]): Set<string> =>
  new Set(people.filter(hasOptedOut).flatMap((p) => mailboxesIn(p.email)))

/** The ID of a message says what is in it: a row that holds anything else is not what was approved. */
export const messageId = (alertId: string, to: readonly string[], subject: string, body: string): string =>
  `${alertId}-${fingerprint([alertId, to.join(','), subject, body].join('\n'))}`

/** Ends the ID of a post: the cell under “Channel” can be lost, and a post must not be taken for a person’s mail. */
const ENDS: Record<ChannelKind, string> = { 'google group': '-group', slack: '-slack', facebook: '-facebook' }

/** Of which kind a post is; '' for mail. */
export const kindOf = ({ id }: Pick<OutboxRow, 'id'>): ChannelKind | '' =>
  CHANNEL_KINDS.find((kind) => id.endsWith(ENDS[kind])) ?? ''

/** As `messageId`, of a post to one channel. */
export const postId = (kind: ChannelKind, alertId: string, to: string, subject: string, body: string): string =>
  messageId(alertId, [to], subject, body) + ENDS[kind]

/** The row holds what was approved. */
export function holdsItsMessage(row: OutboxRow): boolean {
  const { id, alertId, recipients, subject, body } = row
  const kind = kindOf(row)
  return (
    id ===
    (kind ? postId(kind, alertId, recipients, subject, body) : messageId(alertId, listed(recipients), subject, body))
  )
}

/** IDs of rows that are no messages: they say who was left out when the alert was approved. */
export const skipId = (alertId: string, mark: string): string => `${alertId}-skip-${mark}`
export const isSkip = ({ id, alertId }: OutboxRow): boolean => id.startsWith(skipId(alertId, ''))

const WHY_LOST = 'Why they were left out was lost or cleared in the Outbox.'

/** The Outbox, each message once. One without a state is in doubt: it may have gone. Who was left out was not mailed. */
export function readOutbox(rows: readonly OutboxRow[] = readTable('outbox')): OutboxRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...byId.values()].map((row) => {
    if (isSkip(row)) return { ...row, state: 'skipped', reason: row.reason || WHY_LOST }
    if (row.state) return row
    return { ...row, state: 'doubt', draftId: '', reason: because(row, 'Its state was lost or cleared in the Outbox.') }
  })
}

/** Messages of a call have more than the call’s ID in front: which of its mails they are. */
export const isOfCall = (messageOrBatchId: string): boolean => messageOrBatchId.includes(' ')

/** Messages that follow an alert by itself: its backups, reminders, summary. */
export const isFollowUp = (messageOrBatchId: string): boolean => /-(backup|remind|summary)\b/.test(messageOrBatchId)

/** Who gets this message. */
export const recipientsOf = (row: OutboxRow): string[] => {
  const out = leftOutOf(row)
  return listed(row.recipients).filter((address) => !out.includes(address))
}

/** One row that reaches a whole channel: a Google Group’s is a mail to its one address. */
export const isPost = (row: Pick<OutboxRow, 'id'>): boolean => kindOf(row) !== ''
/** Goes by Slack’s webhook and not by Gmail. */
export const isSlack = (row: Pick<OutboxRow, 'id'>): boolean => kindOf(row) === 'slack'
/** Waits for a person who pastes it. */
export const isPasted = (row: Pick<OutboxRow, 'id'>): boolean => kindOf(row) === 'facebook'
/** Stands under “Draft ID” of a Slack post from right before it is made. */
export const POSTING = 'posting'
/** And from when Slack has taken it: a row whose state was lost says so still. */
export const POSTED = 'posted'

/** Posts to Slack and Facebook stand for their channel: `CH-002 #alerts`. */
export const channelOf = ({ recipients }: Pick<OutboxRow, 'recipients'>): string => recipients.split(' ')[0] ?? ''

/** Addresses that count against an account’s daily mail. */
export const costOf = (row: OutboxRow): number =>
  isSlack(row) ? 0 : (row.to ?? listed(row.recipients).length) - leftOutOf(row).length

/** People who get this message. A post is not a person. */
export const peopleIn = (row: OutboxRow): number => (isPost(row) ? 0 : costOf(row))

/** `maya@example.org#k3f9` → `maya@example.org`: the account in whose mailbox the draft lies. */
export const ownerOf = (run: string): string => run.split('#')[0] ?? ''

/** One word that a mail search finds, the same for every try of a message to the same people. */
export const tokenOf = (row: OutboxRow): string => {
  const out = leftOutOf(row)
  return `sw${row.id.toLowerCase().replace(/[^a-z0-9]/g, '')}${out.length > 0 ? fingerprint(out.join()) : ''}`
}

/** The run that last touched this row cannot be alive any more. A row without a date was touched by hand. */
export const isDead = (row: OutboxRow, now: Date): boolean =>
  now.getTime() - (row.changedAt?.getTime() ?? 0) > RUN_LIFE_MS
