import { readGrid } from './grid'
import { withMarks } from './marks'
import { readTable, rowsOf } from './read'
import { alone, settle } from './settle'
import { toWanted } from './strays'
import type { Row, TableName } from './tables'

type Changes<N extends TableName> = ReadonlyMap<string, Partial<Row<N>>>

export interface Updated<N extends TableName> {
  /** Keys that are nowhere. */
  readonly missing: string[]
  /** All rows as they stood right after. */
  rows(): Row<N>[]
}

/**
 * Writes the given columns of the rows with these keys, as few blocks as can be: program columns whole over the rows'
 * span, columns of people exactly the given cells. `changes` may be worked out from the rows as they are read right
 * before. Cells that hold the value already are not written. Rows are looked at right after; where they moved, it is
 * written again. Throws `TAB_MISSING`, `COLUMN_MISSING`, `CELL_TOO_LONG`, `SHEET_BUSY`.
 */
export function updateRows<N extends TableName>(
  name: N,
  changes: Changes<N> | ((rows: Row<N>[]) => Changes<N>),
): Updated<N> {
  if (typeof changes !== 'function' && changes.size === 0) return { missing: [], rows: () => readTable(name) }
  return alone(() => {
    const before = readGrid(name)
    const asked = typeof changes === 'function' ? changes(rowsOf(before)) : changes
    const wanted = toWanted(before.table, asked as ReadonlyMap<string, Record<string, unknown>>)
    const after = settle(before, before, withMarks(before, wanted), new Set())
    const standing = new Set(after.keys)
    return { missing: [...wanted.keys()].filter((key) => !standing.has(key)), rows: () => rowsOf(after) }
  })
}
