import { fromCell } from './cells'
import { readGrid } from './grid'
import type { Row, TableName } from './tables'

/** All rows of a table whose key is not blank, in sheet order. Throws `TAB_MISSING`, `COLUMN_MISSING`. */
export function readTable<N extends TableName>(name: N): Row<N>[] {
  const { table, at, body, keys } = readGrid(name)
  const columns = Object.entries(table.columns).map(([column, about]) => ({ column, about, index: at[column] ?? -1 }))
  const rows: Row<N>[] = []
  body.forEach((cells, i) => {
    if (!keys[i]) return
    const row: Record<string, unknown> = {}
    for (const { column, about, index } of columns) row[column] = fromCell(about, cells[index] ?? '')
    rows.push(row as Row<N>)
  })
  return rows
}
