/**
 * A second witness of which batches were put into the Outbox: rows that somebody inserts there while a stopped run appends
 * can write over older ones, and a batch whose rows are gone must not be put there, and mailed, again.
 */
import { getProperty, setProperty } from '../google/properties'

const NAME = 'batches put'
/** A property holds 9 KB; the oldest batches are long over. */
const MOST = 8_000

const known = (): string[] => getProperty(NAME).split('\n').filter(Boolean)

export const putBefore = (): ReadonlySet<string> => new Set(known())

/** Does nothing where they are known already. */
export function notePut(batchIds: readonly string[]): void {
  const all = known()
  const more = batchIds.filter((id) => !all.includes(id))
  if (more.length === 0) return
  all.push(...more)
  while (all.join('\n').length > MOST) all.shift()
  setProperty(NAME, all.join('\n'))
}
