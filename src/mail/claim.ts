/** Which messages a run takes: its own leftovers first, then queued ones in the order of the Outbox, as far as quota reaches. */
import { fitting } from './lots'
import { type Change, costOf, isDead, isPasted, isSlack, type OutboxRow, ownerOf } from './outbox'
import { endOf, recover, type Standing } from './recover'

/** Messages a lot. */
export const LOT = 20
const MINUTE = 60_000

export interface Lot {
  /** To be written before anything is done. */
  readonly changes: ReadonlyMap<string, Change>
  /** Claimed by this run, as they stand after that write. */
  readonly work: readonly OutboxRow[]
  /** Those of `work` whose earlier try may have left a draft that is not on record. */
  readonly search: ReadonlySet<string>
  readonly discard: readonly string[]
}

/** When Slack said that it wants to be asked again. */
const notBefore = ({ sentId }: OutboxRow): number => Date.parse(/^not before (.+)$/.exec(sentId)?.[1] ?? '') || 0

/** 1, 2, 4, 8 minutes after the first, second … try that failed; or when it was asked for. */
export const retryAt = (row: OutboxRow): number =>
  Math.max((row.changedAt?.getTime() ?? 0) + (row.tries ? 2 ** (row.tries - 1) * MINUTE : 0), notBefore(row))

/**
 * A queued row may carry a draft: Gmail refused to send it, and it was seen lying there. Its owner goes on with it;
 * another account makes its own, once the owner’s run is dead.
 */
function mayTake(row: OutboxRow, s: Standing): boolean {
  if (row.state !== 'queued' || isPasted(row) || s.now.getTime() < retryAt(row)) return false
  return !row.draftId || ownerOf(row.run) === s.me || isDead(row, s.now)
}

/** As `room`: nothing new is taken, not even what needs no room, such as a post to Slack. */
export const TAKES_NOTHING = -1

/** `room`: recipients this account can mail now (Infinity where nothing is known). */
export function planLot(rows: readonly OutboxRow[], s: Standing, room: number): Lot {
  const { changes, taken, discard } = recover(rows, s)
  const work = taken.slice(0, LOT)
  // What is beyond one lot stays as it is for the next.
  for (const row of taken.slice(LOT)) changes.delete(row.id)

  if (!endOf(s)) {
    const standing = rows.map((row) => ({ ...row, ...changes.get(row.id) }))
    // A row that was just given back keeps nothing of its last try: it may go at once.
    const free = standing.filter((row) => (changes.has(row.id) ? row.state === 'queued' : mayTake(row, s)))
    const inHand = work.reduce((sum, row) => sum + costOf(row), 0)
    const left = room < 0 ? room : Math.max(0, room - inHand)
    for (const row of fitting(free, costOf, left).slice(0, LOT - work.length)) {
      const claimed: Change = {
        state: 'claimed',
        run: s.run,
        draftId: ownerOf(row.run) === s.me && !isSlack(row) ? row.draftId : '',
        ...(isSlack(row) ? { sentId: '' } : {}),
        changedAt: s.now,
      }
      changes.set(row.id, claimed)
      work.push({ ...row, ...claimed })
    }
  }
  const takenIds = new Set(taken.map((row) => row.id))
  return {
    changes,
    work,
    search: new Set(work.filter((row) => !row.draftId && (takenIds.has(row.id) || row.tries)).map((row) => row.id)),
    discard,
  }
}
