/** Cell ↔ value. Text crosses as `text.ts` says: never as a formula. */
import { Fault } from '../fault'
import type { Cell } from '../google/sheet'
import type { Column } from './columns'
import { CELL_LIMIT, guardText, unguardText } from './text'
import { WORD_ENDS, wordIn } from './words'

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]'
const isTime = (date: Date): boolean => !Number.isNaN(date.getTime())

function textOf(cell: Cell): string {
  if (isDate(cell)) return isTime(cell) ? cell.toISOString().slice(0, 10) : ''
  if (typeof cell === 'string') return unguardText(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return cell === null || cell === undefined ? '' : String(cell)
}

function numberOf(cell: Cell): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  if (typeof cell !== 'string') return null
  const digits = cell.replace(/[,\s]/g, '')
  return /^-?\d+(\.\d+)?%?$/.test(digits) ? Number.parseFloat(digits) : null
}

function dateOf(cell: Cell): Date | null {
  if (isDate(cell)) return isTime(cell) ? cell : null
  if (typeof cell !== 'string' || !/^\d{4}-\d\d-\d\d/.test(cell.trim())) return null
  const date = new Date(cell.trim().length === 10 ? `${cell.trim()}T12:00:00Z` : cell.trim())
  return isTime(date) ? date : null
}

function wordsOf(values: readonly string[], cell: Cell): string[] {
  const parts = textOf(cell).split(WORD_ENDS)
  const said = new Set(parts.map((part) => wordIn(values, part) ?? part.trim()).filter(Boolean))
  return [...values.filter((value) => said.delete(value)), ...said]
}

/**
 * What a cell of this column means. Never throws: what makes no sense reads as blank, or as it was typed where it is a
 * person’s: “x” under “Opted out” must not pass for nothing. A box that is not ticked is blank.
 */
export function fromCell(column: Column<unknown>, cell: Cell): unknown {
  const { values = [] } = column
  const typed = (): string => (column.owner === 'person' && cell !== false ? textOf(cell).trim() : '')
  switch (column.kind) {
    case 'number':
      return numberOf(cell)
    case 'date':
      return dateOf(cell) ?? (typed() || null)
    case 'oneOf':
      return wordIn(values, textOf(cell)) ?? typed()
    case 'someOf':
      return wordsOf(values, cell)
    default:
      if (cell === false && column.owner === 'person') return ''
      return column.isId ? textOf(cell).trim().toUpperCase() : textOf(cell)
  }
}

/** The cell that says this value. Throws `CELL_TOO_LONG`. */
export function toCell(column: Column<unknown>, value: unknown): Cell {
  if (value === null || value === undefined) return ''
  // The tick of a box.
  if (value === true) return value
  if (column.kind === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : ''
  if (column.kind === 'date') return isDate(value) && isTime(value) ? value : ''
  const text = guardText(Array.isArray(value) ? value.join(', ') : String(value))
  if (text.length > CELL_LIMIT)
    throw new Fault(
      'CELL_TOO_LONG',
      `A text for the column “${column.header}” has ${text.length} characters; a cell holds ${CELL_LIMIT}.`,
      'Make it shorter, and try again.',
    )
  return text
}

/** A cell that was read, as it has to be written to stay what it is. */
export const asRead = (cell: Cell): Cell => (typeof cell === 'string' ? guardText(unguardText(cell)) : cell)

/** The same for cells that mean the same however the sheet keeps them. Times count in seconds: sheets round. */
export function cellMark(cell: Cell): string {
  if (isDate(cell)) return `d${Math.round(cell.getTime() / 1000)}`
  return textOf(cell)
}

/** Whether two cells mean the same in this column. */
export function sameIn(column: Column<unknown> | undefined, a: Cell, b: Cell): boolean {
  if (!column) return cellMark(a) === cellMark(b)
  const [x, y] = [fromCell(column, a), fromCell(column, b)]
  return isDate(x) && isDate(y) ? cellMark(x) === cellMark(y) : String(x ?? '') === String(y ?? '')
}

/** The number format a column's cells need. */
export function formatOf(column: Column<unknown>): string {
  if (column.kind === 'number') return '0'
  if (column.kind === 'date') return column.owner === 'person' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss'
  return '@'
}
