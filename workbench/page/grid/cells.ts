/** One cell of the model as Univer wants it: value, type, number format, looks. */
import type { ICellData, IStyleData } from '@univerjs/core'
import type { CellValue, SheetState } from '../../workspace/services/spreadsheet/state'
import { serialDate } from '../times'

/** Univer's `CellValueType`, which as a value would bring all of Univer along. */
const TEXT = 1
const NUMBER = 2
const BOOLEAN = 3

const DATE_FORMAT = 'm/d/yyyy'
const DATE_TIME_FORMAT = 'm/d/yyyy h:mm:ss'

/** Number format of a cell: its own, else its column's. */
export const formatOf = (sheet: SheetState, row: number, column: number): string | undefined =>
  sheet.formats[`${row}:${column}`] ?? sheet.formats[`*:${column}`]

const looksOf = (sheet: SheetState, row: number, column: number): Record<string, string> | undefined =>
  sheet.styles[`${row}:${column}`] ?? sheet.styles[`*:${column}`]

const ALIGN: Record<string, number> = { left: 1, center: 2, right: 3 }

function style(looks: Record<string, string> | undefined, pattern: string | undefined): IStyleData | null {
  const made: IStyleData = {}
  for (const [key, value] of Object.entries(looks ?? {})) {
    if (/^background/i.test(key)) made.bg = { rgb: value }
    else if (/^(font|text)?color$/i.test(key)) made.cl = { rgb: value }
    else if (/^fontWeight$/i.test(key)) made.bl = value === 'bold' ? 1 : 0
    else if (/^fontStyle$/i.test(key)) made.it = value === 'italic' ? 1 : 0
    else if (/^horizontalAlign/i.test(key)) made.ht = ALIGN[value] ?? 0
    else if (/^wrap/i.test(key)) made.tb = value === 'true' || value === 'WRAP' ? 3 : 1
  }
  if (pattern && pattern !== 'General') made.n = { pattern }
  return Object.keys(made).length > 0 ? made : null
}

/** `zone`: the spreadsheet's; dates are shown on its wall clock. */
export function univerCell(sheet: SheetState, row: number, column: number, zone: string): ICellData {
  const value: CellValue = sheet.cells[row]?.[column] ?? null
  let pattern = formatOf(sheet, row, column)
  const cell: ICellData = { v: null, t: null, f: null, si: null, p: null }
  if (typeof value === 'string') {
    cell.v = value
    cell.t = TEXT
  } else if (typeof value === 'number') {
    cell.v = value
    cell.t = NUMBER
  } else if (typeof value === 'boolean') {
    cell.v = value ? 1 : 0
    cell.t = BOOLEAN
  } else if (value) {
    const serial = serialDate(value.date, zone)
    cell.v = serial
    cell.t = NUMBER
    if (!pattern || pattern === '@') pattern = Number.isInteger(serial) ? DATE_FORMAT : DATE_TIME_FORMAT
  }
  cell.s = style(looksOf(sheet, row, column), pattern)
  return cell
}
