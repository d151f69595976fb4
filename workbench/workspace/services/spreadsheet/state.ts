/** A spreadsheet as plain data. */
export type CellDate = { readonly date: number }
export type CellValue = string | number | boolean | CellDate | null

export interface SheetState {
  readonly id: number
  name: string
  hidden: boolean
  frozenRows: number
  frozenColumns: number
  rows: number
  columns: number
  /** Row-major: `cells[row]?.[column]`, 0-based; missing or null is empty. */
  cells: (CellValue[] | undefined)[]
  /** Formulas by `row:column` (0-based). The workbench does not compute them: the value stays as loaded, or `#NAME?`. */
  formulas: Record<string, string>
  /** Number formats by `row:column`, by `*:column` for whole columns (`layers.ts` reads and writes such maps). */
  formats: Record<string, string>
  /** Background colours, font weights and the like, by `row:column` or `*:column`, as given. */
  styles: Record<string, Record<string, string>>
  notes: Record<string, string>
  /** By `row:column` or `*:column`; a rule with neither list nor criteria (`NO_RULE`) is none. */
  validations: Record<string, Validation>
  protections: Protection[]
  /** A1 notation of the filtered range. */
  filter: string | null
  hiddenRows: number[]
  hiddenColumns: number[]
  columnWidths: Record<number, number>
  tabColor?: string | null
}
export interface Validation {
  /** What the drop-down offers; null for rules of another kind. */
  list: string[] | null
  /** Rules of another kind by Google’s name, such as `CHECKBOX` or `NUMBER_BETWEEN`. */
  criteria?: { type: string; args: (string | number | boolean)[] }
  allowInvalid: boolean
  help: string
}
export interface Protection {
  readonly id: number
  kind: 'sheet' | 'range'
  /** A1 notation without the tab; null for the whole tab. */
  range: string | null
  description: string
  warningOnly: boolean
  editors: string[]
}
/** Stands where a cell has no rule though its column has one. */
export const NO_RULE: Validation = { list: null, allowInvalid: true, help: '' }

export interface SpreadsheetState {
  readonly id: string
  name: string
  readonly owner: string
  editors: string[]
  timeZone: string
  locale: string
  sheets: SheetState[]
  /** Which tab and cell each person has selected. */
  selection: Record<string, { sheetId: number; row: number; column: number; rows: number; columns: number }>
}
