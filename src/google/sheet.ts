/**
 * The tabs of the bound spreadsheet, reading and writing whole blocks. Rows and columns count from 1, as Google counts.
 * Setting up a tab's looks is in `dress.ts`.
 */
export type Cell = string | number | boolean | Date

export interface Tab {
  readonly name: string
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet
}

/** Asked for once: a run begins with fresh globals, so neither outlives it. */
let opened: GoogleAppsScript.Spreadsheet.Spreadsheet | null = null
const found = new Map<string, Tab>()

const book = () => {
  opened = opened ?? SpreadsheetApp.getActiveSpreadsheet()
  return opened
}

export const spreadsheetUrl = (): string => book().getUrl()

export function findTab(name: string): Tab | null {
  const known = found.get(name)
  if (known) return known
  const sheet = book().getSheetByName(name)
  if (!sheet) return null
  const tab = { name, sheet }
  found.set(name, tab)
  return tab
}

export const tabNames = (): string[] =>
  book()
    .getSheets()
    .map((sheet) => sheet.getName())

/** Makes an empty tab as the `position`th (1 is the first). */
export const createTab = (name: string, position: number): Tab => ({
  name,
  sheet: book().insertSheet(name, position - 1),
})

/** Puts a tab out of sight; people find it under View, Hidden sheets. */
export const hideTab = (tab: Tab): void => {
  tab.sheet.hideSheet()
}

export const deleteTab = (tab: Tab): void => {
  book().deleteSheet(tab.sheet)
}

const READS = 4

/**
 * Everything from A1 to the last cell with content; an empty tab gives `[['']]`. The range is measured one call before it
 * is read: what a person inserts in between pushes the last row or column out of it. So unless it `seemsWhole`, it is
 * measured once more.
 */
export function readAll({ sheet }: Tab, seemsWhole: (values: Cell[][]) => boolean = () => false): Cell[][] {
  let values: Cell[][] = []
  for (let i = 0; i < READS; i++) {
    values = sheet.getDataRange().getValues() as Cell[][]
    if (seemsWhole(values)) break
    if (sheet.getLastRow() <= values.length && sheet.getLastColumn() <= (values[0]?.length ?? 0)) break
  }
  return values
}

/** The first row, as wide as the tab. */
export const readFirstRow = (tab: Tab): Cell[] => (tab.sheet.getRange('1:1').getValues()[0] ?? []) as Cell[]

/** Something was written that `flush` has not made real yet. */
let pending = false

export function writeBlock(tab: Tab, row: number, column: number, values: readonly (readonly Cell[])[]): void {
  const width = values[0]?.length ?? 0
  if (width === 0) return
  pending = true
  tab.sheet.getRange(row, column, values.length, width).setValues(values as Cell[][])
}

/** Number formats of a block, one a column: `['@', '0']`. */
export function formatBlock(tab: Tab, row: number, column: number, rows: number, formats: readonly string[]): void {
  if (rows === 0 || formats.length === 0) return
  const range = tab.sheet.getRange(row, column, rows, formats.length)
  const [first = ''] = formats
  if (formats.every((f) => f === first)) range.setNumberFormat(first)
  else range.setNumberFormats(Array.from({ length: rows }, () => [...formats]))
}

/**
 * Makes room for `count` new rows so that the first of them is `row`. The tab grows by them: whatever a person is typing
 * into the first blank row moves down instead of being written over. Gives how many rows the tab has then, filled or not.
 */
export function openRows(tab: Tab, row: number, count: number): number {
  const last = tab.sheet.getMaxRows()
  if (row > last) tab.sheet.insertRowsAfter(last, row - last - 1 + count)
  else tab.sheet.insertRowsBefore(row, count)
  return Math.max(last, row - 1) + count
}

export const dropRows = (tab: Tab, row: number, count: number): void => {
  pending = true
  tab.sheet.deleteRows(row, count)
}

/** Makes what was written real: errors of buffered writes surface here, and other people see it. */
export const flush = (): void => {
  if (!pending) return
  SpreadsheetApp.flush()
  pending = false
}

/** The tab that the person has before them and the first selected row; null where nothing is selected. */
export function selectedRow(): { tab: string; row: number } | null {
  const sheet = book().getActiveSheet()
  const range = sheet?.getActiveRange()
  return range ? { tab: sheet.getName(), row: range.getRow() } : null
}

/** Brings a tab before the person. */
export function showTab(tab: Tab): void {
  book().setActiveSheet(tab.sheet)
}

/** What a simple trigger is told; only what is looked at. */
export interface EditEvent {
  readonly range?: GoogleAppsScript.Spreadsheet.Range
}

export interface Edit {
  readonly tab: Tab
  readonly top: number
  readonly left: number
  readonly rows: number
  readonly columns: number
  readonly header: readonly Cell[]
}

/** The cells that a person edited, where they are in the tab of this name; the header row is read then only. */
export function editedIn({ range }: EditEvent, name: string): Edit | null {
  const sheet = range?.getSheet()
  if (!range || sheet?.getName() !== name) return null
  const tab = { name, sheet }
  return {
    tab,
    top: range.getRow(),
    left: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
    header: readFirstRow(tab),
  }
}

export const readRows = ({ sheet }: Tab, row: number, rows: number, columns: number): Cell[][] =>
  rows > 0 ? (sheet.getRange(row, 1, rows, columns).getValues() as Cell[][]) : []

/** IANA name of the zone in which the sheet shows dates. */
export const sheetTimeZone = (): string => book().getSpreadsheetTimeZone()
export const setSheetTimeZone = (zone: string): void => {
  book().setSpreadsheetTimeZone(zone)
}
