/**
 * A second witness of which batches were put into the Outbox: rows that somebody inserts there while a stopped run appends
 * can write over older ones, and a batch whose rows are gone must not be put there, and mailed, again.
 */
import { getProperty, setProperty } from '../google/properties'
import { fingerprint } from '../registry/fingerprint'

const NAME = 'batches put'
/** A property holds 9 KB: some 880 batches. On a busy day each group's own wording is one, with a backup's and a reminder. */
const MOST = 8_000

/** Short, so that many fit: two of so few hardly ever share one. */
const markOf = (batchId: string): string => fingerprint(batchId).slice(0, 8)
const known = (): string[] => getProperty(NAME).split('\n').filter(Boolean)

/** Tells of a batch whether it was put there before. */
export function putBefore(): (batchId: string) => boolean {
  const marks = new Set(known())
  return (batchId) => marks.has(markOf(batchId))
}

/** Does nothing where they are known already. */
export function notePut(batchIds: readonly string[]): void {
  const all = known()
  const more = batchIds.map(markOf).filter((mark) => !all.includes(mark))
  if (more.length === 0) return
  all.push(...more)
  while (all.join('\n').length > MOST) all.shift()
  setProperty(NAME, all.join('\n'))
}
