/** How far an alert is, in people, and why it does not go on right now. */
import type { Progress } from '../contract'
import { retryAt } from '../mail/claim'
import { roomOf } from '../mail/lots'
import {
  costOf,
  isDead,
  isPasted,
  isPost,
  isSlack,
  kindOf,
  type OutboxRow,
  ownerOf,
  peopleIn,
  RUN_LIFE_MS,
  recipientsOf,
} from '../mail/outbox'
import { isPast } from '../mail/recover'
import type { Row } from '../registry/tables'
import { clockText, dayText, plural } from '../registry/when'
import type { ChannelKind } from '../registry/words'
import { tallyOf, titleOf } from './tally'

export interface View {
  readonly now: Date
  readonly timeZone: string
  /** The account that looks. */
  readonly me: string
  /** Recipients it may still mail today; null where unknown or not asked. */
  readonly left: number | null
  readonly reserve: number
}

export function progressOf(alert: Row<'alerts'>, all: readonly OutboxRow[], view: View): Progress {
  const rows = all.filter((row) => row.alertId === alert.id)
  const { claimed: _, posts: _posts, ...tally } = tallyOf(rows)
  const state = alert.state || 'draft'
  const done = state !== 'draft' && !rows.some((row) => row.state === 'queued' || row.state === 'claimed')
  const ended = Math.max(0, ...rows.map((row) => row.changedAt?.getTime() ?? 0))
  return {
    alertId: alert.id,
    title: titleOf(alert),
    kind: alert.kind || 'alert',
    state,
    actBy: alert.actBy ? alert.actBy.toISOString() : null,
    actByText: alert.actBy ? dayText(alert.actBy, view.now, view.timeZone) : '',
    ...tally,
    people: state === 'draft' ? (alert.people ?? 0) : tally.people,
    yours: view.me ? rows.filter((row) => row.state === 'claimed' && ownerOf(row.run) === view.me).length : 0,
    done,
    follows: state === 'sent' && !isPast(alert.actBy, view.now),
    endedAt: done && ended > 0 ? new Date(ended).toISOString() : null,
    note: [noteOf(rows, view), goneText(state === 'draft' ? 0 : (alert.people ?? 0) - tally.people)]
      .filter(Boolean)
      .join(' '),
    groups: alert.groups ?? 0,
    acknowledged: alert.acknowledged ?? 0,
    posts: rows.filter(isPost).map((row) => ({
      messageId: row.id,
      kind: kindOf(row) as ChannelKind,
      // A channel stands there as `CH-002 #alerts`.
      to: kindOf(row) === 'google group' ? row.recipients : row.recipients.replace(/^\S+ ?/, ''),
      state: row.state || 'doubt',
      reason: row.reason,
      text: isPasted(row) ? row.body : '',
    })),
    doubts: rows
      .filter((row) => row.state === 'doubt')
      .map((row) => ({
        messageId: row.id,
        to: recipientsOf(row),
        reason: row.reason,
        at: (row.changedAt ?? view.now).toISOString(),
      })),
  }
}

/** `42 people wait`, `1 post waits`, or both: a post reaches a channel and is counted by itself. */
function whoIn(rows: readonly OutboxRow[], one = '', many = one): string {
  const people = rows.reduce((sum, row) => sum + peopleIn(row), 0)
  const posts = rows.filter(isPost).length
  const last = posts > 0 ? posts : people
  const parts = [people > 0 && plural(people, 'person', 'people'), posts > 0 && plural(posts, 'post')]
  return `${parts.filter(Boolean).join(' and ')}${last === 1 && parts.filter(Boolean).length === 1 ? one : many}`
}

/** Rows that somebody deleted, or a stopped approval of a later alert wrote over. */
const goneText = (people: number): string =>
  people > 0 ? `${plural(people, 'person is', 'people are')} missing: their rows are gone from the Outbox.` : ''

/** The most telling sentence first; '' where it simply goes on, or is over. */
function noteOf(rows: readonly OutboxRow[], view: View): string {
  const { now, timeZone } = view
  const claimed = rows.filter((row) => row.state === 'claimed')
  const alive = claimed.filter((row) => !isDead(row, now))
  const first = alive[0]
  if (first) {
    const owner = ownerOf(first.run)
    const held = alive.filter((row) => ownerOf(row.run) === owner)
    const until = new Date(Math.max(...held.map((row) => row.changedAt?.getTime() ?? 0)) + RUN_LIFE_MS)
    return `${owner === view.me ? 'A run of yours' : `A run of ${owner}`} holds ${plural(held.length, 'message')}, until ${clockText(until, timeZone)} at the latest.`
  }
  const foreign = claimed.find((row) => row.draftId && !isSlack(row) && ownerOf(row.run) !== view.me)
  if (foreign)
    return `A run of ${ownerOf(foreign.run)} stopped on the way. Ask them to open this alert: their account knows what went.`
  const queued = rows.filter((row) => row.state === 'queued')
  const refused = queued.filter((row) => retryAt(row) > now.getTime())
  if (refused.length > 0 && refused.length === queued.length) {
    const next = new Date(Math.min(...refused.map(retryAt)))
    const who = refused.every(isSlack) ? 'Slack' : 'Gmail'
    return `${who} did not take ${plural(refused.length, 'message')}. Next try at ${clockText(next, timeZone)}.`
  }
  const room = roomOf(view.left, view.reserve)
  if (queued.length > 0 && queued.every((row) => costOf(row) > room))
    return `${whoIn(queued, ' waits', ' wait')} for your mail quota, which is back within 24 hours. A second person with the right to approve can open this alert and send with theirs.`
  const doubts = rows.filter((row) => row.state === 'doubt')
  if (doubts.length > 0) return `${whoIn(doubts)} in doubt: settle it below.`
  const failed = rows.filter((row) => row.state === 'failed' && !isSlack(row))
  const unposted = rows.find((row) => row.state === 'failed' && isSlack(row))
  return [
    failed.length > 0 && `${whoIn(failed)} not reached: Gmail refused ${plural(failed.length, 'message')}.`,
    unposted && `Not posted in Slack: ${unposted.reason}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
