/**
 * When a person moved rows or columns between our read and our write, the block landed on other cells. Everything that
 * stood there was read a moment before, so it can be put back. Pure.
 */
import type { Cell } from '../google/sheet'
import type { Fix } from './blocks'
import { asRead, cellMark, sameIn, toCell } from './cells'
import { type Grid, headerMark } from './grid'

/** Key → column name → the cell it must hold. */
export type Wanted = ReadonlyMap<string, Readonly<Record<string, Cell>>>

/** Wanted values by key and column, as cells. Key columns are never changed by an update, so they are left out. */
export function toWanted(
  table: Grid['table'],
  changes: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Map<string, Record<string, Cell>> {
  const wanted = new Map<string, Record<string, Cell>>()
  for (const [key, values] of changes) {
    const cells: Record<string, Cell> = {}
    for (const [name, value] of Object.entries(values)) {
      const column = table.columns[name]
      if (column && value !== undefined && !table.key.includes(name)) cells[name] = toCell(column, value)
    }
    wanted.set(key.trim(), cells)
  }
  return wanted
}

/** Cells that do not hold yet what they must. */
export function unmet(grid: Grid, wanted: Wanted): Fix[] {
  const fixes: Fix[] = []
  grid.keys.forEach((key, row) => {
    const cells = key ? wanted.get(key) : undefined
    if (!cells) return
    for (const [name, cell] of Object.entries(cells)) {
      const column = grid.at[name]
      if (column === undefined) continue
      const standing = grid.body[row]?.[column] ?? ''
      if (!sameIn(grid.table.columns[name], standing, cell)) fixes.push({ row, column, cell })
    }
  })
  return fixes
}

const marks = (header: readonly Cell[]): string[] => header.map(headerMark)

/** What a row is recognised by: its key, or all it holds where a person has not been given one yet; '' for a blank row. */
export const stamps = (grid: Grid): string[] =>
  grid.keys.map((key, i) => {
    const marks = (grid.body[i] ?? []).map(cellMark)
    return key || (marks.some(Boolean) ? JSON.stringify(marks) : '')
  })

/** Whether rows or columns stand elsewhere than they did. */
export function moved(before: Grid, now: Grid): boolean {
  const [a, b] = [marks(before.header), marks(now.header)]
  return (
    a.length !== b.length ||
    a.some((mark, i) => mark !== b[i]) ||
    before.keys.some((key, i) => key !== (now.keys[i] ?? ''))
  )
}

/** First index of every text that is there once only. */
function onlyOnes(texts: readonly string[]): Map<string, number> {
  const index = new Map<string, number>()
  const twice = new Set<string>()
  texts.forEach((text, i) => {
    if (!text) return
    if (index.has(text)) twice.add(text)
    else index.set(text, i)
  })
  for (const text of twice) index.delete(text)
  return index
}

/** For every row (or column) of now, where it was before: by its name, or by its place where `byPlace` allows. */
function origins(before: readonly string[], now: readonly string[], byPlace: boolean): (number | undefined)[] {
  const was = onlyOnes(before)
  const is = onlyOnes(now)
  return now.map((name, i) => {
    const origin = is.has(name) ? was.get(name) : undefined
    if (origin !== undefined || !byPlace) return origin
    const old = before[i]
    return old && is.has(old) ? undefined : i < before.length ? i : undefined
  })
}

const unmoved = (before: readonly string[], now: readonly string[]): boolean => {
  const was = onlyOnes(before)
  return now.every((name, i) => !was.has(name) || was.get(name) === i)
}

/**
 * Cells that hold a value which this run wrote elsewhere, and what they held before: `before` is the grid from just
 * before the first write, `written` the marks of all cells written since. Cells that people changed meanwhile stay.
 * What is put back may stand in yet another row, if somebody sorted while a column was put back: all of that chain at once.
 */
export function strays(before: Grid, now: Grid, wanted: Wanted, written: ReadonlySet<string>): Fix[] {
  let fixes: Fix[] = []
  for (let found = -1; fixes.length > found; ) {
    found = fixes.length
    fixes = straysOf(before, now, wanted, new Set([...written, ...fixes.map(({ cell }) => cellMark(cell))]))
  }
  return fixes
}

function straysOf(before: Grid, now: Grid, wanted: Wanted, written: ReadonlySet<string>): Fix[] {
  // A block that landed on the key column makes rows nameless: then their place tells which they are.
  const rowOf = origins(before.keys, now.keys, unmoved(before.keys, now.keys))
  const [oldMarks, newMarks] = [marks(before.header), marks(now.header)]
  const columnOf = origins(oldMarks, newMarks, unmoved(oldMarks, newMarks))
  const nameOf = new Map(Object.entries(now.at).map(([name, index]) => [index, name]))
  const fixes: Fix[] = []
  now.body.forEach((cells, row) => {
    const key = now.keys[row] ?? ''
    const old = rowOf[row]
    if (old === undefined && key !== '' && !wanted.has(key)) return
    const wants = wanted.get(key)
    // A row without a name that holds nothing but what this run wrote was blank.
    const wasBlank = key === '' && cells.every((cell) => cell === '' || cell === false || written.has(cellMark(cell)))
    newMarks.forEach((_, column) => {
      const cell = cells[column] ?? ''
      const name = nameOf.get(column)
      if (!written.has(cellMark(cell)) || (name !== undefined && wants && name in wants)) return
      const origin = columnOf[column]
      const about = name === undefined ? undefined : now.table.columns[name]
      // In a row without a name, only what people do not write themselves can be told from their own.
      const theirs = about ? about.owner === 'person' : origin !== undefined
      if (old === undefined && key === '' && theirs && !wasBlank) return
      const held = old !== undefined && origin !== undefined ? (before.body[old]?.[origin] ?? '') : ''
      if (!sameIn(about, cell, held)) fixes.push({ row, column, cell: asRead(held) })
    })
  })
  return fixes
}
