/** How a tab looks and what may be typed into it. Every function is a constant number of service calls. */
import type { Tab } from './sheet'

/** Rows that a tab has, filled or not. */
export const rowCount = (tab: Tab): number => tab.sheet.getMaxRows()

/** Makes the tab at least this wide. */
export function widenTo(tab: Tab, columns: number): void {
  const standing = tab.sheet.getMaxColumns()
  if (columns > standing) tab.sheet.insertColumnsAfter(standing, columns - standing)
}

export function styleHeader(tab: Tab, column: number, count: number, background: string, colour: string): void {
  tab.sheet.getRange(1, column, 1, count).setFontWeight('bold').setBackground(background).setFontColor(colour)
}

export const readNotes = (tab: Tab, columns: number): string[] =>
  tab.sheet.getRange(1, 1, 1, columns).getNotes()[0] ?? []

export function writeNotes(tab: Tab, column: number, notes: readonly string[]): void {
  tab.sheet.getRange(1, column, 1, notes.length).setNotes([[...notes]])
}

export function setWidth(tab: Tab, column: number, count: number, pixels: number): void {
  tab.sheet.setColumnWidths(column, count, pixels)
}

/** Number formats of so many rows under the header. */
export const readFormats = (tab: Tab, rows: number, columns: number): string[][] =>
  tab.sheet.getRange(2, 1, rows, columns).getNumberFormats()

/** The lists that the cells of these two rows may be chosen from; null where a cell is free. */
export function readLists(tab: Tab, columns: number): (string[] | null)[] {
  const rules = tab.sheet.getRange(2, 1, 1, columns).getDataValidations()[0] ?? []
  return rules.map((rule) => {
    const [list] = rule?.getCriteriaValues() ?? []
    return Array.isArray(list) ? list.map(String) : null
  })
}

/**
 * A drop-down for a whole column under the header. `strict`: what is not in the list is refused when it is typed or
 * written by a script (what is pasted stands); else it is only marked.
 */
export function offerList(
  tab: Tab,
  column: number,
  rows: number,
  values: readonly string[],
  help: string,
  strict: boolean,
): void {
  const rule = SpreadsheetApp.newDataValidation()
    .requireValueInList([...values], true)
    .setAllowInvalid(!strict)
    .setHelpText(help)
    .build()
  tab.sheet.getRange(2, column, rows, 1).setDataValidation(rule)
}

export const frozenRows = (tab: Tab): number => tab.sheet.getFrozenRows()
export const freezeHeader = (tab: Tab): void => {
  tab.sheet.setFrozenRows(1)
}

export const hasFilter = (tab: Tab): boolean => tab.sheet.getFilter() !== null
export function addFilter(tab: Tab, rows: number, columns: number): void {
  tab.sheet.getRange(1, 1, rows, columns).createFilter()
}

/** Whether anybody editing the whole tab is warned or kept out. */
export const isGuarded = (tab: Tab): boolean => tab.sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length > 0

/** People are asked whether they mean it before they edit here; scripts are not. */
export function warnOnEdit(tab: Tab, description: string): void {
  tab.sheet.protect().setDescription(description).setWarningOnly(true)
}
