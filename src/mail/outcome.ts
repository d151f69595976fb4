/** What becomes of a message, whichever way it is sent. */
import { toAddress } from '../registry/address'
import { updateRows } from '../registry/table'
import { MAX_TO } from './lots'
import { because, type Change, holdsItsMessage, listed, type OutboxRow } from './outbox'

/** A change of the whole program block of a row, so that it is written as one block. */
export function change(row: OutboxRow, what: Change): Change {
  const { state, run, draftId, sentId, tries, reason } = row
  const why = what.reason === undefined ? reason : because(row, what.reason)
  return { state, run, draftId, sentId, tries, ...what, reason: why, changedAt: new Date() }
}

/**
 * Writes changes of rows that a run has in hand, but for those that another run has by now: somebody who clears “Changed at”
 * makes a living run look dead. Gives which were written, and which are gone.
 */
export function writeOurs(changes: ReadonlyMap<string, Change>): { written: ReadonlySet<string>; missing: string[] } {
  const ours = new Map(changes)
  const { missing } = updateRows('outbox', (rows) => {
    for (const { id, state, run } of rows)
      if (state && (state !== 'claimed' || run !== changes.get(id)?.run)) ours.delete(id)
    return ours
  })
  return { written: new Set([...ours.keys()].filter((id) => !missing.includes(id))), missing }
}

/** A message that nobody is left to get. */
export const NOBODY: Change = { state: 'cancelled', reason: '' }

/** The row holds what was approved, and it can be mailed. */
export const isIntact = (row: OutboxRow): boolean => {
  const to = listed(row.recipients)
  return holdsItsMessage(row) && to.length > 0 && to.length <= MAX_TO && to.every(toAddress)
}

export const changedByHand = (): Change => ({
  state: 'failed',
  reason: 'its addresses or its text were changed in the Outbox since it was approved',
})
