/** From single cells to write to the fewest blocks that hold them. Pure. */
import type { Cell } from '../google/sheet'

/** A cell to write: row of the body and column, both from 0. */
export interface Fix {
  readonly row: number
  readonly column: number
  readonly cell: Cell
}

export interface Block {
  readonly row: number
  readonly column: number
  readonly cells: readonly (readonly Cell[])[]
}

/** So many exact blocks are fine where the span between them is wide; more become one block over the whole span. */
const FEW = 3
/** A filled block may be this many times what has to be written before exact blocks are preferred. */
const WIDE = 4

const place = (row: number, column: number): string => `${row}:${column}`

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}

/** Maximal runs of neighbouring numbers, as [first, last]. */
export function runs(numbers: Iterable<number>): [number, number][] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const found: [number, number][] = []
  for (const n of sorted) {
    const last = found[found.length - 1]
    if (last && n === last[1] + 1) last[1] = n
    else found.push([n, n])
  }
  return found
}

/** Blocks that hold exactly these cells and no other. */
export function exactBlocks(fixes: readonly Fix[]): Block[] {
  const cells = new Map(fixes.map((fix) => [place(fix.row, fix.column), fix.cell]))
  const rowsOf = new Map<number, number[]>()
  for (const { row, column } of fixes) listIn(rowsOf, column).push(row)
  const columnsOf = new Map<string, number[]>()
  for (const [column, rows] of rowsOf)
    for (const [from, to] of runs(rows)) listIn(columnsOf, `${from}-${to}`).push(column)
  const blocks: Block[] = []
  for (const [span, columns] of columnsOf) {
    const [from = 0, to = 0] = span.split('-').map(Number)
    for (const [left, right] of runs(columns))
      blocks.push({
        row: from,
        column: left,
        cells: fill(from, to, left, right, (r, c) => cells.get(place(r, c)) ?? ''),
      })
  }
  return blocks
}

function fill(top: number, bottom: number, left: number, right: number, cell: (row: number, column: number) => Cell) {
  return Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (_, c) => cell(top + r, left + c)),
  )
}

/** The columns that lie between the outermost of these, as far as they may be filled. */
function bridged(columns: readonly number[], mayFill: (column: number) => boolean): [number, number][] {
  const joined: [number, number][] = []
  for (const [left, right] of runs(columns)) {
    const last = joined[joined.length - 1]
    const between = last ? Array.from({ length: left - last[1] - 1 }, (_, i) => last[1] + 1 + i) : []
    if (last && between.every(mayFill)) last[1] = right
    else joined.push([left, right])
  }
  return joined
}

/**
 * Blocks for these cells. In columns where `mayFill` holds, scattered cells become one block a run of neighbouring
 * columns, filled up with `standing`; elsewhere nothing but the cells themselves is ever written.
 */
export function planBlocks(
  fixes: readonly Fix[],
  mayFill: (column: number) => boolean,
  standing: (row: number, column: number) => Cell,
): Block[] {
  const blocks = exactBlocks(fixes.filter((fix) => !mayFill(fix.column)))
  const fillable = fixes.filter((fix) => mayFill(fix.column))
  for (const [left, right] of bridged(
    fillable.map((fix) => fix.column),
    mayFill,
  )) {
    const here = fillable.filter((fix) => fix.column >= left && fix.column <= right)
    let [top, bottom] = [Number.POSITIVE_INFINITY, 0]
    for (const { row } of here) [top, bottom] = [Math.min(top, row), Math.max(bottom, row)]
    const exact = exactBlocks(here)
    const area = (bottom - top + 1) * (right - left + 1)
    if (exact.length <= FEW && area > WIDE * here.length) {
      blocks.push(...exact)
      continue
    }
    const cells = new Map(here.map((fix) => [place(fix.row, fix.column), fix.cell]))
    const cellAt = (r: number, c: number) => cells.get(place(r, c)) ?? standing(r, c)
    blocks.push({ row: top, column: left, cells: fill(top, bottom, left, right, cellAt) })
  }
  return blocks
}
