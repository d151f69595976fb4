/** What one tab needs to be right: its columns, formats, drop-downs, notes, header, filter and protection. */
import * as dress from '../google/dress'
import { type Cell, formatBlock, readFirstRow, type Tab, writeBlock } from '../google/sheet'
import { runs } from './blocks'
import { formatOf } from './cells'
import type { Column } from './columns'
import { locate, missingColumns } from './grid'
import type { Table } from './tables'

const HEADER_BACKGROUND = '#1a5276'
const HEADER_COLOUR = '#ffffff'
const GUARD_TEXT = 'Statewide writes this tab. Please do not sort or edit it by hand.'

const WIDTH = 120
/** Pixels, for columns whose usual content does not fit `WIDTH`, or leaves much of it blank. */
const WIDTHS: readonly (readonly [number, RegExp])[] = [
  [90, /^(Group|Person|Alert) ID$/],
  [140, /^Basis$/],
  [180, /^Name$/],
  [230, /^(Group|Email|Title|Message ID)$/],
  [260, /^(Notes|Address|Text|Detail|What it does|Ask|Targets|Mapping note|Legislator ID|Recipients|Subject)$/],
]
const widthOf = ({ header, kind }: Column<unknown>): number =>
  kind === 'date' ? 150 : (WIDTHS.find(([, headers]) => headers.test(header))?.[0] ?? WIDTH)

const TEXT = '@'

interface Spot {
  readonly column: Column<unknown>
  /** From 0. */
  readonly index: number
}

const spotsOf = (table: Table, at: Readonly<Record<string, number>>): Spot[] =>
  Object.entries(table.columns)
    .flatMap(([name, column]) => (at[name] === undefined ? [] : [{ column, index: at[name] }]))
    .sort((a, b) => a.index - b.index)

/** Adds columns after the last one that has a header, and gives the header row as it is then. */
function addColumns(tab: Tab, table: Table, header: readonly Cell[], names: readonly string[]): Cell[] {
  const width = header.reduce<number>((last, cell, i) => (cell === '' ? last : i + 1), 0)
  const columns = names.flatMap((name) => table.columns[name] ?? [])
  dress.widenTo(tab, width + columns.length)
  writeBlock(tab, 1, width + 1, [columns.map((c) => c.header)])
  dress.styleHeader(tab, width + 1, columns.length, HEADER_BACKGROUND, HEADER_COLOUR)
  dress.setWidth(tab, width + 1, columns.length, WIDTH)
  const widths = columns.map(widthOf)
  for (const pixels of new Set(widths))
    if (pixels !== WIDTH)
      for (const [from, to] of runs(widths.flatMap((w, i) => (w === pixels ? [i] : []))))
        dress.setWidth(tab, width + from + 1, to - from + 1, pixels)
  return [...header.slice(0, width), ...columns.map((c) => c.header)]
}

const headersOf = (spots: readonly Spot[]): string[] => spots.map((spot) => spot.column.header)

/** `standing`: the formats under the header; null in a new tab, where nothing is right yet. The same below. */
function mendFormats(
  tab: Tab,
  rows: number,
  spots: readonly Spot[],
  standing: readonly (readonly string[])[] | null,
): string[] {
  const lost = spots.filter(
    ({ column, index }) => !standing || standing.some((formats) => formats[index] !== formatOf(column)),
  )
  // A new tab is all text first; then only numbers and dates are left.
  if (!standing)
    formatBlock(
      tab,
      2,
      1,
      rows,
      spots.map(() => TEXT),
    )
  const open = standing ? lost : lost.filter(({ column }) => formatOf(column) !== TEXT)
  for (const format of new Set(open.map(({ column }) => formatOf(column))))
    for (const [from, to] of runs(open.filter((s) => formatOf(s.column) === format).map((s) => s.index)))
      formatBlock(tab, 2, from + 1, rows, new Array<string>(to - from + 1).fill(format))
  return headersOf(lost)
}

function mendLists(tab: Tab, rows: number, spots: readonly Spot[], standing: readonly (string[] | null)[]): string[] {
  const lost = spots.filter(
    ({ column, index }) => column.kind === 'oneOf' && standing[index]?.join('|') !== column.values?.join('|'),
  )
  for (const { column, index } of lost) {
    const values = column.values ?? []
    const help = `${column.note()} Choose one of: ${values.join(', ')}.`.trim()
    dress.offerList(tab, index + 1, rows, values, help, column.owner === 'person')
  }
  return headersOf(lost)
}

/** A note that a person changed stays as it is. */
function mendNotes(tab: Tab, spots: readonly Spot[], standing: readonly string[]): string[] {
  const lost = spots.filter(({ column, index }) => column.note() && !standing[index])
  if (lost.length === 0) return []
  const notes = [...standing]
  for (const { column, index } of lost) notes[index] = column.note()
  const first = lost[0]?.index ?? 0
  dress.writeNotes(
    tab,
    first + 1,
    Array.from(notes.slice(first), (note) => note ?? ''),
  )
  return headersOf(lost)
}

/** Puts right what a tab lacks, and gives it in words. `isNew`: it was just made, so nothing needs to be looked at. */
export function mend(tab: Tab, table: Table, isNew: boolean): string[] {
  const done: string[] = []
  let header = isNew ? [] : readFirstRow(tab)
  const missing = missingColumns(table, header)
  if (missing.length > 0) {
    header = addColumns(tab, table, header, missing)
    done.push(`columns ${missing.map((name) => `“${table.columns[name]?.header}”`).join(', ')}`)
  }
  const spots = spotsOf(table, locate(table, header))
  const width = Math.max(...spots.map((spot) => spot.index)) + 1
  const told = (what: string, headers: readonly string[]) => {
    if (headers.length > 0) done.push(`${what} of ${headers.join(', ')}`)
  }
  const rows = Math.max(1, dress.rowCount(tab) - 1)
  told('format', mendFormats(tab, rows, spots, isNew ? null : dress.readFormats(tab, rows, width)))
  told('drop-down', mendLists(tab, rows, spots, isNew ? [] : dress.readLists(tab, width)))
  told('note', mendNotes(tab, spots, isNew ? [] : dress.readNotes(tab, width)))
  if (isNew || dress.frozenRows(tab) < 1) {
    dress.freezeHeader(tab)
    done.push('frozen header')
  }
  if (isNew || !dress.hasFilter(tab)) {
    dress.addFilter(tab, rows + 1, width)
    done.push('filter')
  }
  if (table.guard !== 'people' && (isNew || !dress.isGuarded(tab))) {
    dress.warnOnEdit(tab, GUARD_TEXT)
    done.push('protection')
  }
  return done
}
