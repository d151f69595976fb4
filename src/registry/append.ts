import { rowCount } from '../google/dress'
import { type Cell, openRows } from '../google/sheet'
import { type Block, runs } from './blocks'
import { asRead, cellMark, sameIn, toCell } from './cells'
import { type Grid, lastRow, readGrid } from './grid'
import { giveIds, keyOf } from './keys'
import { markOf, toMark } from './marks'
import { alone, busy, put, settle } from './settle'
import { moved, stamps, type Wanted } from './strays'
import type { Row, TableName } from './tables'

const ROUNDS = 4

type Cells = Record<string, Cell>

/** Rows with their IDs given and every column as a cell. */
function prepare<N extends TableName>(grid: Grid, name: N, rows: readonly Partial<Row<N>>[]) {
  const { table } = grid
  const idColumn = table.key[0] ?? ''
  const mark = markOf(table)
  const nameless = rows.filter((row) => keyOf(name, row) === '').length
  const ids = giveIds(table, grid.keys, nameless)
  return rows.map((row) => {
    const blank = keyOf(name, row) === ''
    const values: Record<string, unknown> = blank ? { ...row, [idColumn]: ids.shift() } : { ...row }
    const cells: Cells = {}
    for (const [column, about] of Object.entries(table.columns)) cells[column] = toCell(about, values[column])
    const key = keyOf(name, values as Partial<Row<N>>)
    if (mark) cells[mark] = toMark(key, 1)
    return { key, cells }
  })
}

/** Blocks for whole rows from body row `top` on, those with the key last: a row counts once its key stands. */
function wholeRows(grid: Grid, top: number, rows: readonly Cells[]): Block[] {
  const nameOf = new Map(Object.entries(grid.at).map(([name, index]) => [index, name]))
  const keyColumns = new Set(grid.table.key.map((name) => grid.at[name]))
  const blocks = runs(nameOf.keys()).map(([left, right]) => {
    const columns = Array.from({ length: right - left + 1 }, (_, i) => left + i)
    const cells = rows.map((row) => columns.map((c) => row[nameOf.get(c) ?? ''] ?? ''))
    return { block: { row: top, column: left, cells }, last: columns.some((c) => keyColumns.has(c)) }
  })
  return [...blocks.filter((b) => !b.last), ...blocks.filter((b) => b.last)].map((b) => b.block)
}

const standsAt = (grid: Grid, block: Block): boolean =>
  block.cells.every((cells, r) =>
    cells.every((cell, c) => sameIn(undefined, grid.body[block.row + r]?.[block.column + c] ?? '', cell)),
  )

/** A column came or went while the new rows were written: they stand in their place, but beside their columns. */
const beside = (before: Grid, now: Grid, blocks: readonly Block[]): boolean =>
  Object.entries(before.at).some(([name, index]) => now.at[name] !== index) && blocks.every((b) => standsAt(now, b))

const blanked = (block: Block): Block => ({ ...block, cells: block.cells.map((cells) => cells.map(() => '')) })

/** What people keep in a row in columns of their own. */
function theirs({ at, body }: Grid, row: number): string {
  const own = new Set(Object.values(at))
  return JSON.stringify((body[row] ?? []).filter((cell, c) => !own.has(c) && cell !== '').map(cellMark))
}

/**
 * Rows were inserted above while the new ones were written: old rows slid under the block and were written over. Gives the
 * rows that go by the name of a new one now, and what stood there. However rows were sorted since, a row of before that is
 * nowhere is one of them. (Without a name it may have been changed by a person: then only where it can have slid so far.)
 */
function buried(before: Grid, now: Grid, fresh: ReadonlySet<string>, from: number): [number, Cells][] {
  const standing = new Set(stamps(now))
  const places = now.keys.flatMap((key, row) => (fresh.has(key) ? [row] : []))
  return stamps(before).flatMap((stamp, row): [number, Cells][] => {
    if (!stamp || standing.has(stamp) || (!before.keys[row] && row < from)) return []
    const kept = theirs(before, row)
    const same = places.findIndex((place) => theirs(now, place) === kept)
    const [place] = places.splice(Math.max(0, same), 1)
    const cells = before.body[row] ?? []
    const was = Object.entries(before.at).map(([name, index]): [string, Cell] => [name, asRead(cells[index] ?? '')])
    return place === undefined ? [] : [[place, Object.fromEntries(was)]]
  })
}

/**
 * Appends rows under the last one, in one block unless columns of people stand between ours, and looks whether they
 * stand. Blank IDs are given out; returns the keys in order. To be safe against people, room is made first, and what
 * they move in the meantime is put right. Throws `TAB_MISSING`, `COLUMN_MISSING`, `CELL_TOO_LONG` (before anything is
 * written), `SHEET_BUSY`.
 */
export function appendRows<N extends TableName>(name: N, rows: readonly Partial<Row<N>>[]): string[] {
  if (rows.length === 0) return []
  return alone(() => {
    let before = readGrid(name)
    const given = prepare(before, name, rows)
    const wanted: Wanted = new Map(given.map(({ key, cells }) => [key, cells]))
    let left = given
    for (let round = 0; round < ROUNDS; round++) {
      const written = new Set<string>()
      const top = lastRow(before) - 1
      const room = openRows(before.tab, top + 2, left.length)
      const cells = left.map((row) => row.cells)
      const blocks = wholeRows(before, top, cells)
      const refused = put(before, blocks, written)
      let now = readGrid(name, before)
      if (refused && !moved(before, now)) throw refused.error
      if (beside(before, now, blocks)) {
        put(before, blocks.map(blanked), written)
        before = readGrid(name, before)
        put(before, wholeRows(before, top, cells), written)
        now = readGrid(name, before)
      }
      const grown = moved(before, now) ? rowCount(now.tab) - room : 0
      for (let i = 0; i < ROUNDS && grown > 0; i++) {
        const lost = buried(before, now, new Set(left.map(({ key }) => key)), top - grown)
        if (lost.length === 0) break
        // Back in their own rows; new ones that stood there are appended in the next round.
        put(
          now,
          lost.flatMap(([row, own]) => wholeRows(now, row, [own])),
          written,
        )
        now = readGrid(name, before)
      }
      const after = settle(before, now, wanted, written)
      const standing = new Set(after.keys)
      left = given.filter(({ key }) => !standing.has(key))
      if (left.length === 0) return given.map(({ key }) => key)
      before = readGrid(name)
    }
    throw busy()
  })
}
