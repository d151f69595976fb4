/**
 * A second witness of which batches were put into the Outbox: rows that somebody inserts there while a stopped run appends
 * can write over older ones, and a batch whose rows are gone must not be put there, and mailed, again.
 */
import { getProperty, setProperty } from '../google/properties'

const NAME = 'batches put'
/** A property holds 9 KB; the oldest batches are long over. */
const MOST = 8_000

const known = (): string[] => getProperty(NAME).split('\n').filter(Boolean)

export const wasPut = (batchId: string): boolean => known().includes(batchId)

/** Does nothing where it is known already. */
export function notePut(batchId: string): void {
  const all = known()
  if (all.includes(batchId)) return
  all.push(batchId)
  while (all.join('\n').length > MOST) all.shift()
  setProperty(NAME, all.join('\n'))
}
