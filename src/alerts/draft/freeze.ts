/**
 * From a plan to Outbox rows. Keys come from the content, so freezing again changes nothing; rows of an earlier attempt
 * that was not finished and is no longer right are found as stale.
 */
import { type OutboxRow, skipId } from '../../mail/outbox'
import { fingerprint } from '../../registry/fingerprint'
import { plainText } from '../../registry/text'
import type { Skip } from './audience'
import type { Message } from './cohorts'
import { type Post, toPostMessage } from './posts'

export type NewRow = Pick<
  OutboxRow,
  | 'id'
  | 'alertId'
  | 'channel'
  | 'to'
  | 'state'
  | 'tries'
  | 'reason'
  | 'changedAt'
  | 'recipients'
  | 'groupIds'
  | 'subject'
  | 'body'
>

/** A cell holds 50,000 characters. */
const MOST_GROUPS = 4_000
const LONGEST_NAME = 500

const blank = { tries: 0, reason: '', groupIds: '', subject: '', body: '' }

/** First the posts, which reach most; then one row a message in order of need, then one a person who is left out. */
export function toRows(
  alertId: string,
  messages: readonly Message[],
  skipped: readonly Skip[],
  now: Date,
  posts: readonly Post[] = [],
): NewRow[] {
  return [
    ...posts.map((post) => {
      const pasted = post.kind === 'facebook'
      const { to: _, groupIds, ...message } = toPostMessage(alertId, post)
      return {
        ...blank,
        ...message,
        alertId,
        channel: post.kind,
        to: 1,
        groupIds: groupIds.slice(0, MOST_GROUPS).join(', '),
        state: pasted ? ('skipped' as const) : ('queued' as const),
        reason: pasted ? 'a person pastes it there' : '',
        changedAt: now,
        recipients: post.to,
      }
    }),
    ...messages.map((m) => ({
      ...blank,
      id: m.id,
      alertId,
      channel: 'mail',
      to: m.to.length,
      state: 'queued' as const,
      changedAt: now,
      recipients: m.to.join(', '),
      groupIds: m.groupIds.join(', '),
      subject: m.subject,
      body: m.body,
    })),
    ...skipped.map(({ who, why }) => ({
      ...blank,
      id: skipId(alertId, fingerprint(`${who}|${why}`)),
      alertId,
      channel: 'mail',
      to: 1,
      state: 'skipped' as const,
      reason: why,
      changedAt: now,
      recipients: who.slice(0, LONGEST_NAME),
    })),
  ]
}

type Content = Pick<NewRow, 'id' | 'reason' | 'recipients' | 'subject' | 'body'>
const contentOf = ({ id, reason, recipients, subject, body }: Content): string =>
  plainText([id, reason, recipients, subject, body].join('\n'))

/**
 * What is still to be written, and which standing rows are from a freeze that never became an approval, or were written
 * beside their columns by one that was stopped.
 */
export function difference(
  rows: readonly NewRow[],
  standing: readonly Content[],
): { missing: NewRow[]; stale: Set<string> } {
  const have = new Set(standing.map(contentOf))
  const want = new Set(rows.map(contentOf))
  return {
    missing: rows.filter((row) => !have.has(contentOf(row))),
    stale: new Set(standing.flatMap((row) => (want.has(contentOf(row)) ? [] : [row.id]))),
  }
}
