/** Rows that people typed into the sheet themselves, and so have no ID yet. */
import type { Fix } from './blocks'
import { cellMark, fromCell } from './cells'
import { type Grid, readGrid } from './grid'
import { giveIds } from './keys'
import { alone, blocksFor, put } from './settle'
import type { TableName } from './tables'

type Named = Extract<TableName, 'groups' | 'people' | 'agenda' | 'channels'>

const nameless = (grid: Grid): number[] => {
  const { name } = grid.table.columns
  const at = grid.at.name ?? -1
  return grid.keys.flatMap((key, row) => (!key && name && fromCell(name, grid.body[row]?.[at] ?? '') ? [row] : []))
}

/** How many rows have a name and no ID: the program does not see them. */
export const countNameless = (name: Named): number => nameless(readGrid(name)).length

/** Everything in a row but its ID. */
const restOf = (grid: Grid, row: number, idColumn: number): string =>
  JSON.stringify((grid.body[row] ?? []).filter((_, column) => column !== idColumn).map(cellMark))

/** IDs that a row lost because it slid under one of the new ones. */
function overwritten(before: Grid, now: Grid, ids: ReadonlySet<string>, column: number): Fix[] {
  const was = new Map(before.keys.map((key, row) => [restOf(before, row, column), key]))
  return now.keys.flatMap((key, row) => {
    const old = ids.has(key) ? was.get(restOf(now, row, column)) : ''
    return old ? [{ row, column, cell: old }] : []
  })
}

/** Gives every such row an ID, and gives how many. A row that is moved meanwhile is left for the next time. */
export function giveMissingIds(name: Named): number {
  return alone(() => {
    const before = readGrid(name)
    const rows = nameless(before)
    const column = before.at[before.table.key[0] ?? ''] ?? 0
    if (rows.length === 0) return 0
    const ids = giveIds(before.table, before.keys, rows.length)
    const fixes = rows.map((row, i) => ({ row, column, cell: ids[i] ?? '' }))
    put(before, blocksFor(before, fixes), new Set(), true)
    const now = readGrid(name)
    const wrong = overwritten(before, now, new Set(ids), column)
    if (wrong.length > 0) put(now, blocksFor(now, wrong), new Set(), true)
    return rows.length - wrong.length
  })
}
