/** Reads and writes blocks of cells: what both scripts and people do in the end. */
import type { MessageKey } from '../../messages'
import { cellName, type Rect } from './a1'
import { display, isAutomatic } from './display'
import { maybeAny, reader } from './layers'
import { readTyped, type Typed, type TypingContext } from './parse'
import { obeys } from './rules'
import type { CellValue, SheetState, SpreadsheetState } from './state'

export const CELL_CHARACTERS = 50_000

/** Why a write was refused. */
export class Refusal extends Error {
  constructor(
    readonly key: MessageKey,
    readonly args: (string | number)[] = [],
  ) {
    super(key)
  }
}

export interface Writing extends Omit<TypingContext, 'format' | 'zone' | 'locale'> {
  readonly book: SpreadsheetState
  /** What is pasted stands, whatever the cells’ rules say. */
  readonly pasted?: boolean
}

const javaText = (value: object): string =>
  Array.isArray(value)
    ? '[Ljava.lang.Object;@1f2e3d4c'
    : `{${Object.entries(value)
        .map(([key, inner]) => `${key}=${String(inner)}`)
        .join(', ')}}`

/** What one given value means in a cell with this format. */
function understand(given: unknown, context: TypingContext): Typed {
  if (given === null || given === undefined) return { value: null }
  if (typeof given === 'string') return readTyped(given, context)
  if (typeof given === 'boolean') return { value: given }
  if (typeof given === 'number') return { value: Number.isFinite(given) ? given : '#NUM!' }
  if (Object.prototype.toString.call(given) === '[object Date]') {
    const date = (given as Date).getTime()
    return Number.isNaN(date) ? { value: '#NUM!' } : { value: { date } }
  }
  return readTyped(javaText(given as object), context)
}

/**
 * Writes `given[r][c]` into `rect`. All or nothing: throws a Refusal (text too long, against a rule) before any change.
 */
export function writeCells(
  sheet: SheetState,
  rect: Rect,
  given: readonly (readonly unknown[])[],
  writing: Writing,
): void {
  const { book } = writing
  const size = rect.rows * rect.columns
  const formatAt = reader(sheet.formats, size)
  const ruleAt = reader(sheet.validations, size)
  const context = { ...writing, zone: book.timeZone, locale: book.locale, format: '' }
  const understood: Typed[][] = []
  for (let r = 0; r < rect.rows; r++) {
    const line: Typed[] = []
    for (let c = 0; c < rect.columns; c++) {
      const value = given[r]?.[c]
      if (typeof value === 'string' && value.length > CELL_CHARACTERS)
        throw new Refusal('cellTooLong', [CELL_CHARACTERS])
      const format = formatAt(rect.row + r, rect.column + c)
      context.format = format ?? ''
      const typed = understand(value, context)
      const rule = ruleAt(rect.row + r, rect.column + c)
      if (rule && !rule.allowInvalid && !typed.formula && !writing.pasted) {
        const shown = display(typed.value, format, book.timeZone, book.locale)
        if (!obeys(typed.value, shown, rule))
          throw new Refusal('invalidData', [cellName(rect.row + r, rect.column + c)])
      }
      line.push(typed)
    }
    understood.push(line)
  }
  store(sheet, rect, understood, formatAt)
}

function store(
  sheet: SheetState,
  rect: Rect,
  understood: readonly (readonly Typed[])[],
  formatAt: (row: number, column: number) => string | undefined,
): void {
  let hasFormulas = maybeAny(sheet.formulas, rect.rows * rect.columns)
  understood.forEach((line, r) => {
    const row = rect.row + r
    const cells = (sheet.cells[row] ??= [])
    while (cells.length < rect.column) cells.push(null)
    line.forEach(({ value, formula, format }, c) => {
      const column = rect.column + c
      cells[column] = value
      if (formula !== undefined) {
        sheet.formulas[`${row}:${column}`] = formula
        hasFormulas = true
      } else if (hasFormulas) delete sheet.formulas[`${row}:${column}`]
      if (format !== undefined && isAutomatic(formatAt(row, column))) sheet.formats[`${row}:${column}`] = format
    })
  })
}

/** Values of a block, empty cells as null. */
export function readCells(sheet: SheetState, rect: Rect): CellValue[][] {
  const out: CellValue[][] = []
  for (let r = rect.row; r < rect.row + rect.rows; r++) {
    const cells = sheet.cells[r]
    const line: CellValue[] = new Array<CellValue>(rect.columns)
    for (let c = 0; c < rect.columns; c++) line[c] = cells?.[rect.column + c] ?? null
    out.push(line)
  }
  return out
}

/** As people see a block. */
export function readShown(book: SpreadsheetState, sheet: SheetState, rect: Rect): string[][] {
  const formatAt = reader(sheet.formats, rect.rows * rect.columns)
  return readCells(sheet, rect).map((line, r) =>
    line.map((value, c) => display(value, formatAt(rect.row + r, rect.column + c), book.timeZone, book.locale)),
  )
}

const filled = (value: CellValue | undefined): boolean => value !== null && value !== undefined && value !== ''

/** Number of the last row with a value or a formula; 0 for an empty tab. */
export function lastRow(sheet: SheetState): number {
  let last = 0
  for (let r = sheet.cells.length - 1; r >= 0 && last === 0; r--) if (sheet.cells[r]?.some(filled)) last = r + 1
  for (const key in sheet.formulas) last = Math.max(last, Number(key.split(':')[0]) + 1)
  return last
}

export function lastColumn(sheet: SheetState): number {
  let last = 0
  for (const cells of sheet.cells)
    if (cells) for (let c = cells.length - 1; c >= last; c--) if (filled(cells[c])) last = c + 1
  for (const key in sheet.formulas) last = Math.max(last, Number(key.split(':')[1]) + 1)
  return last
}
