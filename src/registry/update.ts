import { readGrid } from './grid'
import { alone, settle } from './settle'
import { toWanted } from './strays'
import type { Row, TableName } from './tables'

/**
 * Writes the given columns of the rows with these keys, as few blocks as can be: program columns whole over the rows'
 * span, columns of people exactly the given cells. Keys that are nowhere are returned. Cells that hold the value already
 * are not written. Rows are found by key right before and looked at right after; where they moved, it is written again.
 * Throws `TAB_MISSING`, `COLUMN_MISSING`, `CELL_TOO_LONG`, `SHEET_BUSY`.
 */
export function updateRows<N extends TableName>(
  name: N,
  changes: ReadonlyMap<string, Partial<Row<N>>>,
): { missing: string[] } {
  if (changes.size === 0) return { missing: [] }
  return alone(() => {
    const before = readGrid(name)
    const wanted = toWanted(before.table, changes as ReadonlyMap<string, Record<string, unknown>>)
    const after = settle(before, before, wanted, new Set())
    const standing = new Set(after.keys)
    return { missing: [...wanted.keys()].filter((key) => !standing.has(key)) }
  })
}
