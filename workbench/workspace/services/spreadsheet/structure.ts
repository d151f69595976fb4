/** Rows and columns come, go and move, with all that stands in them. Whoever holds a row number is not told. */
import { type Rect, readA1, rectName } from './a1'
import { remap } from './layers'
import type { CellValue, SheetState } from './state'

/** Where a stretch of rows (or columns) is after some were inserted before `at`; at its own edge it does not grow. */
function afterInsert(start: number, count: number, at: number, added: number): [number, number] {
  if (at <= start) return [start + added, count]
  return at < start + count ? [start, count + added] : [start, count]
}

/** The same after `removed` were deleted from `at` on; null where nothing is left. */
function afterDelete(start: number, count: number, at: number, removed: number): [number, number] | null {
  const before = Math.max(0, Math.min(at, start + count) - start)
  const behind = Math.max(0, start + count - Math.max(at + removed, start))
  if (before + behind === 0) return null
  return [start < at ? start : Math.max(at, start - removed), before + behind]
}

function moveRects(sheet: SheetState, move: (rect: Rect) => Rect | null): void {
  const moved = (a1: string): string | null => {
    const rect = readA1(a1, sheet)?.rect
    const next = rect && move(rect)
    return next ? rectName(next) : null
  }
  sheet.protections = sheet.protections.flatMap((protection) => {
    if (protection.range === null) return [protection]
    const range = moved(protection.range)
    return range === null ? [] : [{ ...protection, range }]
  })
  if (sheet.filter !== null) sheet.filter = moved(sheet.filter)
}

const same = (n: number): number => n

function remapLayers(
  sheet: SheetState,
  mapRow: (row: number) => number | null,
  mapColumn: (column: number) => number | null,
): void {
  for (const layer of [sheet.formulas, sheet.formats, sheet.styles, sheet.notes, sheet.validations])
    remap<unknown>(layer, mapRow, mapColumn)
  const kept = (n: number | null): n is number => n !== null
  if (mapRow !== same) sheet.hiddenRows = sheet.hiddenRows.map(mapRow).filter(kept)
  if (mapColumn === same) return
  sheet.hiddenColumns = sheet.hiddenColumns.map(mapColumn).filter(kept)
  const widths = Object.entries(sheet.columnWidths)
  sheet.columnWidths = {}
  for (const [column, width] of widths) {
    const next = mapColumn(Number(column))
    if (next !== null) sheet.columnWidths[next] = width
  }
}

const shiftUp = (at: number, added: number) => (n: number) => (n >= at ? n + added : n)
const shiftDown = (at: number, removed: number) => (n: number) => (n < at ? n : n < at + removed ? null : n - removed)

/** New rows (`index` 0) or columns (1) look like their neighbour and take its rules. */
function inherit(sheet: SheetState, index: 0 | 1, like: number, at: number, count: number): void {
  for (const layer of [sheet.formats, sheet.styles, sheet.validations] as Record<string, unknown>[])
    for (const [key, value] of Object.entries(layer)) {
      const parts = key.split(':')
      if (parts[index] !== String(like)) continue
      for (let n = at; n < at + count; n++) {
        parts[index] = String(n)
        layer[parts.join(':')] = value
      }
    }
}

/** Inserts empty rows before row `at` (0-based), alike to the row above or below. */
export function insertRows(sheet: SheetState, at: number, count: number, alike: 'above' | 'below' = 'below'): void {
  moveRects(sheet, (r) => {
    const [row, rows] = afterInsert(r.row, r.rows, at, count)
    return { ...r, row, rows }
  })
  if (at < sheet.cells.length) sheet.cells.splice(at, 0, ...new Array<undefined>(count).fill(undefined))
  remapLayers(sheet, shiftUp(at, count), same)
  inherit(sheet, 0, alike === 'above' && at > 0 ? at - 1 : at + count, at, count)
  sheet.rows += count
  if (at < sheet.frozenRows) sheet.frozenRows += count
}

export function deleteRows(sheet: SheetState, at: number, count: number): void {
  moveRects(sheet, (r) => {
    const left = afterDelete(r.row, r.rows, at, count)
    return left && { ...r, row: left[0], rows: left[1] }
  })
  sheet.cells.splice(at, count)
  remapLayers(sheet, shiftDown(at, count), same)
  sheet.rows -= count
  sheet.frozenRows -= Math.max(0, Math.min(sheet.frozenRows, at + count) - at)
}

/** Inserts empty columns before column `at` (0-based), alike to the one on the left or right. */
export function insertColumns(sheet: SheetState, at: number, count: number, alike: 'left' | 'right' = 'right'): void {
  moveRects(sheet, (r) => {
    const [column, columns] = afterInsert(r.column, r.columns, at, count)
    return { ...r, column, columns }
  })
  const blank = new Array<null>(count).fill(null)
  for (const row of sheet.cells) if (row && row.length > at) row.splice(at, 0, ...blank)
  remapLayers(sheet, same, shiftUp(at, count))
  inherit(sheet, 1, alike === 'left' && at > 0 ? at - 1 : at + count, at, count)
  sheet.columns += count
  if (at < sheet.frozenColumns) sheet.frozenColumns += count
}

export function deleteColumns(sheet: SheetState, at: number, count: number): void {
  moveRects(sheet, (r) => {
    const left = afterDelete(r.column, r.columns, at, count)
    return left && { ...r, column: left[0], columns: left[1] }
  })
  for (const row of sheet.cells) row?.splice(at, count)
  remapLayers(sheet, same, shiftDown(at, count))
  sheet.columns -= count
  sheet.frozenColumns -= Math.max(0, Math.min(sheet.frozenColumns, at + count) - at)
}

/** Moves `count` columns from `from` to stand before column `to` (both counted before the move). */
export function moveColumns(sheet: SheetState, from: number, count: number, to: number): void {
  if (to >= from && to <= from + count) return
  const order = Array.from({ length: sheet.columns }, (_, i) => i)
  const taken = order.splice(from, count)
  order.splice(to > from ? to - count : to, 0, ...taken)
  const target: number[] = []
  order.forEach((old, i) => {
    target[old] = i
  })
  sheet.cells = sheet.cells.map((row) => row && order.map((old): CellValue => row[old] ?? null))
  remapLayers(sheet, same, (column) => target[column] ?? column)
}

/** Sheets’ order: numbers and dates, then text, then FALSE and TRUE; empty cells come last either way. */
function compare(a: CellValue, b: CellValue): number {
  const kind = (v: CellValue): number => (typeof v === 'string' ? 1 : typeof v === 'boolean' ? 2 : 0)
  const byKind = kind(a) - kind(b)
  if (byKind !== 0) return byKind
  if (typeof a === 'string') return a.localeCompare(String(b), 'en', { sensitivity: 'base', numeric: false })
  const size = (v: CellValue): number =>
    typeof v === 'object' && v !== null ? v.date / 86_400_000 + 25_569 : Number(v)
  return size(a) - size(b)
}

/** Sorts the rows of `rect` by columns (0-based), in place and stably; all that stands in a row goes along. */
export function sortRows(sheet: SheetState, rect: Rect, by: readonly { column: number; ascending: boolean }[]): void {
  const rows = Array.from({ length: rect.rows }, (_, i) => rect.row + i)
  const valueAt = (row: number, column: number): CellValue => {
    const value = sheet.cells[row]?.[column] ?? null
    return value === '' ? null : value
  }
  const order = [...rows].sort((a, b) => {
    for (const { column, ascending } of by) {
      const x = valueAt(a, column)
      const y = valueAt(b, column)
      if (x === null || y === null) {
        if (x !== y) return x === null ? 1 : -1
      } else {
        const result = compare(x, y)
        if (result !== 0) return ascending ? result : -result
      }
    }
    return a - b
  })
  const old = new Map(rows.map((row) => [row, sheet.cells[row]]))
  const target = new Map(order.map((from, i) => [from, rect.row + i]))
  const whole = rect.column === 0 && rect.columns >= sheet.columns
  for (const [from, to] of target) {
    const source = old.get(from)
    if (whole) {
      sheet.cells[to] = source
      continue
    }
    const row = [...(old.get(to) ?? [])]
    for (let c = rect.column; c < rect.column + rect.columns; c++) row[c] = source?.[c] ?? null
    for (let c = 0; c < rect.column; c++) row[c] ??= null
    sheet.cells[to] = row
  }
  sortLayers(sheet, rect, target)
}

function sortLayers(sheet: SheetState, rect: Rect, target: ReadonlyMap<number, number>): void {
  for (const layer of [sheet.formulas, sheet.formats, sheet.styles, sheet.notes, sheet.validations] as Record<
    string,
    unknown
  >[]) {
    const moving = Object.entries(layer).filter(([key]) => {
      const [row, column] = key.split(':').map(Number) as [number, number]
      return target.has(row) && column >= rect.column && column < rect.column + rect.columns
    })
    for (const [key] of moving) delete layer[key]
    for (const [key, value] of moving) {
      const [row, column] = key.split(':').map(Number) as [number, number]
      layer[`${target.get(row)}:${column}`] = value
    }
  }
}
