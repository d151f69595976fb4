/** New spreadsheets and tabs, as Google makes them. */
import type { CellValue, SheetState, SpreadsheetState } from './state'

export interface NewTab {
  readonly name: string
  /** Values from A1 on, as they are (nothing is parsed). */
  readonly values?: readonly (readonly CellValue[])[]
  readonly rows?: number
  readonly columns?: number
}

export interface NewSpreadsheet {
  readonly name: string
  readonly owner: string
  readonly editors?: readonly string[]
  /** IANA zone; dates in cells are read in it. */
  readonly timeZone?: string
  /** Such as `en_US`: decides how dates and decimals are read. */
  readonly locale?: string
  readonly tabs?: readonly NewTab[]
}

/** 1,000 rows and 26 columns, or more where the values need it. */
export function newTab(id: number, about: NewTab): SheetState {
  const values = about.values ?? []
  const widest = values.reduce((most, row) => Math.max(most, row.length), 0)
  return {
    id,
    name: about.name,
    hidden: false,
    frozenRows: 0,
    frozenColumns: 0,
    rows: Math.max(about.rows ?? 1000, values.length),
    columns: Math.max(about.columns ?? 26, widest),
    cells: values.map((row) => [...row]),
    formulas: {},
    formats: {},
    styles: {},
    notes: {},
    validations: {},
    protections: [],
    filter: null,
    hiddenRows: [],
    hiddenColumns: [],
    columnWidths: {},
  }
}

export function newSpreadsheet(id: string, about: NewSpreadsheet): SpreadsheetState {
  const tabs = about.tabs ?? [{ name: 'Sheet1' }]
  return {
    id,
    name: about.name,
    owner: about.owner.toLowerCase(),
    editors: (about.editors ?? []).map((email) => email.toLowerCase()),
    timeZone: about.timeZone ?? 'America/New_York',
    locale: about.locale ?? 'en_US',
    // The first tab of a new spreadsheet has ID 0 on Google too.
    sheets: tabs.map((tab, i) => newTab(i === 0 ? 0 : 1_000_000 + i, tab)),
    selection: {},
  }
}
