/**
 * Ledgers whose cells say whose they are. If a run dies right after its block landed beside the rows it was for, that
 * run cannot put it right: so the block's last column names the row (`A-0001-x #4`: its fourth writing), and the block is
 * always written whole and over all rows. However rows moved, the latest of each stands somewhere. Pure.
 */
import type { Cell } from '../google/sheet'
import type { Fix } from './blocks'
import { asRead } from './cells'
import type { Grid } from './grid'

type Cells = Record<string, Cell>

/** The column that holds the mark; undefined where a table has none. */
export const markOf = ({ block = [] }: Grid['table']): string | undefined => block[block.length - 1]

export const toMark = (key: string, serial: number): string => `${key} #${serial}`

/** Indexes of the block's columns, and how to read the mark of a row. */
function blockOf({ table, at }: Grid) {
  const last = at[markOf(table) ?? ''] ?? -1
  const columns = last < 0 ? [] : (table.block ?? []).flatMap((name) => at[name] ?? [])
  const markIn = (cells: readonly Cell[]) => {
    const text = String(cells[last] ?? '')
    const [, key = '', serial = 0] = /^(.+) #(\d+)$/.exec(text) ?? []
    return { text, key, serial: Number(serial) }
  }
  return { columns, markIn }
}

/** The body with every block in its own row, blank where it is nowhere. One without a mark is taken to be its row's. */
export function righted(grid: Grid): Grid['body'] {
  const { columns, markIn } = blockOf(grid)
  if (columns.length === 0) return grid.body
  const latest = new Map<string, { row: number; serial: number }>()
  grid.body.forEach((cells, row) => {
    const { key, serial } = markIn(cells)
    const best = latest.get(key)?.serial ?? 0
    // Of two the one in its own row: a stopped append leaves half a block beside no name.
    if (serial > best || (serial === best && key === grid.keys[row])) latest.set(key, { row, serial })
  })
  return grid.body.map((cells, row) => {
    const key = grid.keys[row] ?? ''
    const from = latest.get(key)?.row ?? (markIn(cells).text ? -1 : row)
    if (from === row || !key) return cells
    const own = [...cells]
    for (const column of columns) own[column] = grid.body[from]?.[column] ?? ''
    return own
  })
}

/** What is to be written, with marks: a changed row gets its block whole, and so does one whose block stands elsewhere. */
export function withMarks(grid: Grid, wanted: Map<string, Cells>): Map<string, Cells> {
  const { block = [] } = grid.table
  const mark = markOf(grid.table)
  if (!mark) return wanted
  const { markIn } = blockOf(grid)
  const whole = new Map(wanted)
  righted(grid).forEach((cells, row) => {
    const key = grid.keys[row] ?? ''
    const change = wanted.get(key)
    const isNew = change && block.some((name) => name in change)
    if (!key || (!isNew && cells === grid.body[row])) return
    const own: Cells = {}
    for (const name of block) own[name] = asRead(cells[grid.at[name] ?? -1] ?? '')
    if (isNew) own[mark] = toMark(key, markIn(cells).serial + 1)
    whole.set(key, { ...own, ...change })
  })
  return whole
}

/**
 * Where any of these cells lies in a block: the blocks of all rows as they stand, blank in rows that are nobody's. A row that
 * these fixes give its name back is somebody's: blanks beside its state would read as a message that nobody has taken in hand.
 */
export function wholeBlocks(grid: Grid, fixes: readonly Fix[]): Fix[] {
  const { columns } = blockOf(grid)
  if (!fixes.some((fix) => columns.includes(fix.column))) return []
  const key = grid.at[grid.table.key[0] ?? '']
  const named = new Set(fixes.flatMap((fix) => (fix.column === key && fix.cell !== '' ? [fix.row] : [])))
  return grid.body.flatMap((cells, row) => {
    const isTheirs = grid.keys[row] || named.has(row)
    return columns.map((column) => ({ row, column, cell: isTheirs ? asRead(cells[column] ?? '') : '' }))
  })
}
