import { dropRows, flush, openRows } from '../google/sheet'
import { type Block, runs } from './blocks'
import { asRead } from './cells'
import { type Grid, lastRow, readGrid } from './grid'
import { alone, busy, put } from './settle'
import { stamps } from './strays'
import type { TableName } from './tables'

const ROUNDS = 4

/** Whole rows as they were read, with the columns of people. */
function putBack(grid: Grid, rows: Grid['body']): void {
  const top = lastRow(grid) - 1
  openRows(grid.tab, top + 2, rows.length)
  const block: Block = { row: top, column: 0, cells: rows.map((row) => row.map(asRead)) }
  put(grid, [block], new Set())
}

/**
 * Removes the rows with these keys, wherever they stand now: one call a run of neighbouring rows. A row that slid into
 * the place of a removed one is put back at the end. Throws `TAB_MISSING`, `COLUMN_MISSING`, `SHEET_BUSY`.
 */
export function removeRows<N extends TableName>(name: N, keys: ReadonlySet<string>): void {
  if (keys.size === 0) return
  alone(() => {
    const isGone = (key: string) => key !== '' && keys.has(key)
    let grid = readGrid(name)
    for (let round = 0; round < ROUNDS; round++) {
      const rows = grid.keys.map((key, i) => (isGone(key) ? i : -1)).filter((i) => i >= 0)
      if (rows.length === 0) return
      const before = grid
      for (const [first, last] of runs(rows).reverse()) dropRows(grid.tab, first + 2, last - first + 1)
      flush()
      grid = readGrid(name, before)
      const survivors = grid.keys.filter(isGone).length
      if (survivors === 0) continue
      const standing = new Set(stamps(grid))
      const lost = stamps(before).flatMap((stamp, i) =>
        stamp && !isGone(stamp) && !standing.has(stamp) ? [before.body[i] ?? []] : [],
      )
      if (lost.length > 0) putBack(grid, lost.slice(0, survivors))
      grid = readGrid(name)
    }
    if (grid.keys.some(isGone)) throw busy()
  })
}
