/** What the Outbox rows of an alert add up to, and what that makes of the alert. People, not messages. */

import { isPost, leftOutOf, type OutboxRow, peopleIn } from '../mail/outbox'
import type { Row } from '../registry/tables'
import type { AlertState } from '../registry/words'

/** Of a drill it begins so, wherever it is shown. */
export const titleOf = ({ kind, title }: Pick<Row<'alerts'>, 'kind' | 'title'>): string =>
  kind === 'drill' && !/^drill\b/i.test(title) ? `DRILL: ${title}` : title

export interface Tally {
  readonly people: number
  readonly sent: number
  readonly waiting: number
  /** Of the waiting: in the hands of a run. */
  readonly claimed: number
  readonly doubt: number
  readonly failed: number
  readonly stopped: number
  readonly messages: number
  readonly messagesSent: number
  /** Posts to channels, none of which is a person. */
  readonly posts: {
    readonly sent: number
    readonly waiting: number
    readonly doubt: number
    readonly failed: number
    readonly stopped: number
  }
}

const KIND: Record<string, 'sent' | 'waiting' | 'doubt' | 'failed' | 'stopped'> = {
  queued: 'waiting',
  claimed: 'waiting',
  sent: 'sent',
  doubt: 'doubt',
  failed: 'failed',
  cancelled: 'stopped',
  expired: 'stopped',
}

/** Skipped rows are no messages: they say who was left out and why. */
export function tallyOf(rows: readonly OutboxRow[]): Tally {
  const sum = {
    people: 0,
    sent: 0,
    waiting: 0,
    claimed: 0,
    doubt: 0,
    failed: 0,
    stopped: 0,
    messages: 0,
    messagesSent: 0,
    posts: { sent: 0, waiting: 0, doubt: 0, failed: 0, stopped: 0 },
  }
  for (const row of rows) {
    const kind = KIND[row.state]
    if (!kind) continue
    const people = peopleIn(row)
    const leftOut = isPost(row) ? 0 : leftOutOf(row).length
    if (isPost(row)) sum.posts[kind] += 1
    sum.people += people + leftOut
    sum.stopped += leftOut
    sum[kind] += people
    if (row.state === 'claimed') sum.claimed += people
    sum.messages += 1
    if (kind === 'sent') sum.messagesSent += 1
  }
  return sum
}

/** People and posts that may or may not have gone. */
const doubtOf = ({ doubt, posts }: Tally): number => doubt + posts.doubt

/** Nothing waits any more: what the alert has become. */
export function stateAfter(state: AlertState | '', rows: readonly OutboxRow[]): AlertState | '' {
  if (state !== 'approved' && state !== 'sending' && state !== 'sent' && state !== 'expired') return state
  if (rows.length === 0) return state
  if (rows.some((row) => row.state === 'queued' || row.state === 'claimed'))
    return state === 'approved' ? 'approved' : 'sending'
  return rows.some((row) => row.state === 'expired') ? 'expired' : 'sent'
}

/**
 * The counters an alert should show, or null where they stand already. While a cancelled alert still has messages in a
 * run's hands they count as doubt: that is how `tick` knows that it is not over.
 */
export function countersOf(alert: Row<'alerts'>, rows: readonly OutboxRow[]): Partial<Row<'alerts'>> | null {
  const tally = tallyOf(rows)
  const state = stateAfter(alert.state, rows)
  const counters = {
    state,
    sent: tally.sent,
    doubt: doubtOf(tally) + (state === 'cancelled' ? tally.waiting + tally.posts.waiting : 0),
  }
  const same = alert.state === counters.state && alert.sent === counters.sent && alert.doubt === counters.doubt
  return same ? null : counters
}
