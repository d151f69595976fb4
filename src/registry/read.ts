import { fromCell } from './cells'
import { type Grid, readGrid } from './grid'
import { righted } from './marks'
import type { Row, TableName } from './tables'

/** All rows of a grid whose key is not blank, in sheet order. */
export function rowsOf<N extends TableName>(grid: Grid): Row<N>[] {
  const { table, at, keys } = grid
  const columns = Object.entries(table.columns).map(([column, about]) => ({ column, about, index: at[column] ?? -1 }))
  const rows: Row<N>[] = []
  righted(grid).forEach((cells, i) => {
    if (!keys[i]) return
    const row: Record<string, unknown> = {}
    for (const { column, about, index } of columns) row[column] = fromCell(about, cells[index] ?? '')
    rows.push(row as Row<N>)
  })
  return rows
}

/** All rows of a table whose key is not blank, in sheet order. Throws `TAB_MISSING`, `COLUMN_MISSING`, `COLUMN_TWICE`. */
export const readTable = <N extends TableName>(name: N): Row<N>[] => rowsOf(readGrid(name))
