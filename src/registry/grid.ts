/** A table as it stands in its tab right now: where its columns and rows are. Good for one moment only. */
import { Fault } from '../fault'
import { type Cell, findTab, readAll, readFirstRow, type Tab } from '../google/sheet'
import { fromCell } from './cells'
import { keyOf } from './keys'
import { type Row, TABLES, type Table, type TableName } from './tables'

export const REPAIR = 'Open Statewide › Set up or repair.'

export interface Grid {
  readonly name: TableName
  readonly table: Table
  readonly tab: Tab
  readonly header: readonly Cell[]
  /** All cells under the header, the columns of people too. */
  readonly body: readonly (readonly Cell[])[]
  /** Column name → index in a row, from 0. A column that is not there is left out. */
  readonly at: Readonly<Record<string, number>>
  /** The key of every row of `body`. */
  readonly keys: readonly string[]
}

/** Headers match however they are spaced or capitalised. */
export const headerMark = (cell: Cell | undefined): string =>
  String(cell ?? '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()

/** Where a table's columns are in a header row. */
export function locate(table: Table, header: readonly Cell[]): Record<string, number> {
  const first = new Map<string, number>()
  header.forEach((cell, i) => {
    const mark = headerMark(cell)
    if (mark && !first.has(mark)) first.set(mark, i)
  })
  const at: Record<string, number> = {}
  for (const [name, { header: wanted }] of Object.entries(table.columns)) {
    const index = first.get(headerMark(wanted))
    if (index !== undefined) at[name] = index
  }
  return at
}

/**
 * As `locate`, a moment later: a column whose header was just renamed is still where it was, if everything else is and
 * nobody put it elsewhere.
 */
function locateAgain(table: Table, header: readonly Cell[], before: Readonly<Record<string, number>>) {
  const at = locate(table, header)
  const settled = Object.entries(at).every(([name, index]) => before[name] === index)
  const taken = new Set(Object.values(at))
  if (settled)
    for (const [name, index] of Object.entries(before))
      if (!(name in at) && !taken.has(index) && headerMark(header[index])) at[name] = index
  return at
}

/** Columns of the table that this header row lacks. */
export function missingColumns(table: Table, header: readonly Cell[] = []): string[] {
  const at = locate(table, header)
  return Object.keys(table.columns).filter((name) => !(name in at))
}

/** 0 is A, 26 is AA. */
const letterOf = (index: number): string =>
  (index > 25 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/**
 * The column of the table whose header stands twice, as a sentence; '' for none. Nobody knows which is meant. Beside our notes
 * people keep their own.
 */
export function doubledColumn(table: Table, header: readonly Cell[]): string {
  const marks = header.map(headerMark)
  for (const { header: name } of Object.values(table.columns)) {
    const mark = headerMark(name)
    const [one, two] = [marks.indexOf(mark), marks.lastIndexOf(mark)]
    if (one !== two && name !== 'Notes')
      return `The tab “${table.tab}” has the column “${name}” twice, in ${letterOf(one)} and ${letterOf(two)}.`
  }
  return ''
}

export function columnMissing(table: Table, name: string): Fault {
  const header = table.columns[name]?.header ?? name
  return new Fault(
    'COLUMN_MISSING',
    `The tab “${table.tab}” has no column “${header}”.`,
    `If someone renamed it, give it that name again. If it is gone: ${REPAIR}`,
  )
}

function keysOf(name: TableName, table: Table, body: readonly (readonly Cell[])[], at: Record<string, number>) {
  const parts = table.key.map((column) => ({ column, index: at[column], about: table.columns[column] }))
  return body.map((cells) => {
    const row: Record<string, unknown> = {}
    for (const { column, index, about } of parts)
      if (index !== undefined && about) row[column] = fromCell(about, cells[index] ?? '')
    return keyOf(name, row as Partial<Row<typeof name>>)
  })
}

/** Grids that one look at many tables has read already; null outside of `lookOnce`. */
let looked: Map<TableName, Grid> | null = null

/** Reads every table at most once during `work`, which must not write. For pages that put many tables together. */
export function lookOnce<T>(work: () => T): T {
  if (looked) return work()
  looked = new Map()
  try {
    return work()
  } finally {
    looked = null
  }
}

/** Whoever writes sees the sheet as it is. */
export const lookAfresh = (): void => {
  looked = null
}

/** A tab’s header row, null where there is no such tab. */
export function headerRow(name: TableName): readonly Cell[] | null {
  const grid = looked?.get(name)
  if (grid) return grid.header
  const tab = findTab(TABLES[name].tab)
  return tab && readFirstRow(tab)
}

const isFilled = (cell: Cell): boolean => cell !== ''

/** What was just inserted is blank. */
const hasNoGap = ([header = [], ...body]: Cell[][]): boolean =>
  header.every(isFilled) && body.every((cells) => cells.some(isFilled))

/**
 * Reads the whole tab in one call. Throws `TAB_MISSING`, `COLUMN_MISSING`, `COLUMN_TWICE`. With `before`, columns that went missing in
 * the meantime are left out instead, for whoever has to clear up.
 */
export function readGrid(name: TableName, before?: Grid): Grid {
  const known = looked?.get(name)
  if (known) return known
  const table = TABLES[name] as Table
  const tab = findTab(table.tab)
  if (!tab) throw new Fault('TAB_MISSING', `The tab “${table.tab}” is missing.`, REPAIR)
  const [header = [], ...body] = readAll(
    tab,
    (cells) => hasNoGap(cells) && missingColumns(table, cells[0]).length === 0,
  )
  const at = before ? locateAgain(table, header, before.at) : locate(table, header)
  const lacking = (before ? table.key : Object.keys(table.columns)).find((column) => !(column in at))
  if (lacking !== undefined) throw columnMissing(table, lacking)
  const twice = before ? '' : doubledColumn(table, header)
  if (twice)
    throw new Fault('COLUMN_TWICE', twice, 'Rename or delete the copy: nobody can tell which of the two counts.')
  const grid = { name, table, tab, header, body, at, keys: keysOf(name, table, body, at) }
  looked?.set(name, grid)
  return grid
}

/** Sheet row (from 1) of the last row that holds anything; 1 where only the header stands. Unticked boxes count as blank. */
export function lastRow(grid: Grid): number {
  const own = new Set(Object.values(grid.at))
  for (let i = grid.body.length - 1; i >= 0; i--)
    if (grid.body[i]?.some((cell, c) => cell !== '' && (own.has(c) || cell !== false))) return i + 2
  return 1
}
