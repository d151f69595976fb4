/**
 * What stopped runs left behind, and what is to become of it. Stands on one rule of `send.ts`: a draft is sent only
 * after its ID is on record. So a claimed row without a draft ID was not sent; one with a draft ID was sent if the draft
 * is gone, which only the account it lies with can see. Rows of runs that may still be alive are left alone.
 */
import {
  BY_MAIL_APP,
  because,
  type Change,
  isDead,
  isFollowUp,
  isOfCall,
  isSlack,
  type OutboxRow,
  ownerOf,
  POSTED,
} from './outbox'

export interface Standing {
  /** The account whose run this is. */
  readonly me: string
  /** `me#random`, new for every lot. */
  readonly run: string
  readonly now: Date
  readonly actBy: Date | null
  readonly cancelled: boolean
}

export interface Recovery {
  readonly changes: Map<string, Change>
  /** Taken over by this run: it can find out for certain. */
  readonly taken: OutboxRow[]
  /** Drafts of this account that are not needed any more. */
  readonly discard: string[]
}

/** How long a draft in another mailbox waits for its owner before a person is asked to judge. */
export const OWNER_WAIT_MS = 30 * 60_000

export const isPast = (actBy: Date | null, now: Date): boolean => actBy !== null && now.getTime() >= actBy.getTime()

/** The end of a message that was not sent and will not be; null while it may still go. */
export function endOf(s: Pick<Standing, 'now' | 'actBy' | 'cancelled'>): Change | null {
  if (s.cancelled) return { state: 'cancelled', reason: 'cancelled before it was sent' }
  if (isPast(s.actBy, s.now)) return { state: 'expired', reason: 'act by had come before it was sent' }
  return null
}

export const doubtAbout = (owner: string, { alertId }: OutboxRow): string => {
  // Its cell was lost or cleared by hand.
  if (!owner) return 'A run stopped with this message in hand. Look into Sent mail of whoever sent this alert.'
  return `A run of ${owner} stopped with this message in hand. Whether it went can be seen in that account alone${isOfCall(alertId) || isFollowUp(alertId) ? '' : `: ${owner} opens this alert, and it is settled`}.`
}

const DOUBT_OF_MAIL_APP =
  'A run stopped while this message was handed to MailApp. Look into Sent mail of the account that sent it.'

const postDoubt = (owner: string): string =>
  `A run of ${owner} stopped while it posted this. Look in the channel whether it is there.`

export function recover(rows: readonly OutboxRow[], s: Standing): Recovery {
  const changes = new Map<string, Change>()
  const taken: OutboxRow[] = []
  const discard: string[] = []
  const end = endOf(s)
  const change = (row: OutboxRow, what: Change): void => {
    changes.set(row.id, { ...what, changedAt: s.now })
  }
  const take = (row: OutboxRow): void => {
    const mine: Change = { state: 'claimed', run: s.run, reason: because(row, '') }
    change(row, mine)
    taken.push({ ...row, ...mine, changedAt: s.now })
  }

  for (const row of rows) {
    const mine = ownerOf(row.run) === s.me
    if (row.state === 'queued' && end) {
      change(row, end)
      if (row.draftId && mine) discard.push(row.draftId)
    } else if (row.draftId === BY_MAIL_APP) {
      if (row.state === 'claimed' && isDead(row, s.now))
        change(row, { state: 'doubt', reason: because(row, DOUBT_OF_MAIL_APP) })
    } else if (isSlack(row) && row.draftId) {
      // No account can look it up: what was being posted when its run stopped is for a person to see.
      if (row.state === 'claimed' && isDead(row, s.now))
        change(
          row,
          row.draftId === POSTED
            ? { state: 'sent', reason: '' }
            : { state: 'doubt', reason: postDoubt(ownerOf(row.run)) },
        )
    } else if (row.state === 'doubt' && row.draftId && mine) {
      take(row)
    } else if (row.state === 'claimed' && isDead(row, s.now)) {
      if (mine && (row.draftId || !end)) take(row)
      else if (!row.draftId) change(row, end ?? { state: 'queued', run: '', reason: '' })
      else {
        const waited = s.now.getTime() - (row.changedAt?.getTime() ?? 0)
        if (end || waited > OWNER_WAIT_MS)
          change(row, { state: 'doubt', reason: because(row, doubtAbout(ownerOf(row.run), row)) })
      }
    }
  }
  return { changes, taken, discard }
}
