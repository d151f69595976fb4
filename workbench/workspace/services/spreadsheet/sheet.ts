/** Sheet: one tab. */
import { strict, strictParts } from '../../errors'
import { type Rect, readA1, rectOf } from './a1'
import { lastColumn, lastRow, writeCells } from './cells'
import { filterObject } from './filter'
import { PROTECTION_TYPE, protectionObject, protectSheet } from './protection'
import { checkRect, makeRange } from './range'
import type { Range, Sheet, SheetContext } from './range-context'
import { sheetGrid } from './sheet-grid'
import { sheetTab } from './sheet-tab'
import type { SheetState } from './state'
import { textFinder } from './text-finder'

/** What the parts of an emulated Sheet share. */
export interface TabContext extends SheetContext {
  self(): Sheet
  range(rect: Rect): Range
  /** Throws where somebody has deleted the tab meanwhile. */
  look<T>(method: string, effect: () => T): T
  read<T>(method: string, effect: () => T): T
  change<T>(method: string, effect: () => T): T
}

/** `parent`: the Spreadsheet object. */
export function makeSheet(context: SheetContext, parent: () => GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet {
  const { session, book, sheet } = context
  const present = <T>(effect: () => T): T => {
    if (!book.sheets.includes(sheet)) throw session.error('tabMissing', sheet.id)
    return effect()
  }
  const tab: TabContext = {
    ...context,
    self: () => self,
    range: (rect) => makeRange(context, () => self, checkRect(context, rect)),
    look: (method, effect) => session.look(book, `Sheet.${method}`, () => present(effect)),
    read: (method, effect) => session.read(book, `Sheet.${method}`, () => present(effect)),
    change: (method, effect) => session.change(book, `Sheet.${method}`, sheet, () => present(effect)),
  }
  const self = strictParts<Sheet>('Sheet', [() => sheetReading(tab), () => sheetTab(tab, parent), () => sheetGrid(tab)])
  return self
}

/** A1 text, or row, column, number of rows, number of columns, all from 1. */
function readCoordinates(tab: TabContext, first: unknown, rest: unknown[]): Rect {
  const { session, sheet } = tab
  if (typeof first === 'string') {
    const found = readA1(first, sheet)
    if (!found) throw session.error('rangeMissing')
    return found.rect
  }
  const [column, rows = 1, columns = 1] = rest
  return rectOf(Number(first) - 1, Number(column) - 1, Number(rows), Number(columns))
}

function sheetReading(tab: TabContext): Partial<Sheet> {
  const { session, book, sheet } = tab
  const whole = (): Rect => rectOf(0, 0, Math.max(1, lastRow(sheet)), Math.max(1, lastColumn(sheet)))
  const getRange = (first: unknown, ...rest: unknown[]): Range =>
    tab.range(tab.look('getRange', () => checkRect(tab, readCoordinates(tab, first, rest))))
  const selected = (): Rect => {
    const chosen = book.selection[session.account]
    if (chosen?.sheetId !== sheet.id || !session.execution.hasUi) return rectOf(0, 0)
    const row = Math.min(chosen.row, sheet.rows - 1)
    const column = Math.min(chosen.column, sheet.columns - 1)
    return rectOf(
      row,
      column,
      Math.min(chosen.rows, sheet.rows - row),
      Math.min(chosen.columns, sheet.columns - column),
    )
  }
  return {
    getRange,
    getRangeList: (names: string[]) => rangeList(names.map((name) => getRange(name))),
    getDataRange: () => tab.range(tab.read('getDataRange', whole)),
    getLastRow: () => tab.read('getLastRow', () => lastRow(sheet)),
    getLastColumn: () => tab.read('getLastColumn', () => lastColumn(sheet)),
    getMaxRows: () => tab.look('getMaxRows', () => sheet.rows),
    getMaxColumns: () => tab.look('getMaxColumns', () => sheet.columns),
    getSheetValues: (row: number, column: number, rows: number, columns: number) =>
      getRange(row, column, rows, columns).getValues() as object[][],
    getActiveRange: () => tab.range(tab.look('getActiveRange', selected)),
    getActiveCell: () => tab.range({ ...tab.look('getActiveCell', selected), rows: 1, columns: 1 }),
    getCurrentCell: () => tab.range({ ...tab.look('getCurrentCell', selected), rows: 1, columns: 1 }),
    getSelection: () =>
      strict('Selection', {
        getActiveRange: () => tab.range(tab.look('getActiveRange', selected)),
        getActiveSheet: () => tab.self(),
        getCurrentCell: () => tab.range({ ...tab.look('getCurrentCell', selected), rows: 1, columns: 1 }),
      } as Partial<GoogleAppsScript.Spreadsheet.Selection>) as GoogleAppsScript.Spreadsheet.Selection,
    createTextFinder: (text: string) => textFinder(session, book, [searched(tab, sheet)], text),
    getFilter: () => {
      const there = tab.look('getFilter', () => sheet.filter !== null)
      return there ? filterObject({ ...tab, tab: tab.self }) : null
    },
    protect: () => protectSheet(tab),
    getProtections: (type: unknown) => {
      const kind = type === PROTECTION_TYPE.SHEET ? 'sheet' : 'range'
      const found = tab.look('getProtections', () => sheet.protections.filter((p) => p.kind === kind))
      return found.map((state) => protectionObject(tab, state))
    },
    appendRow: (values: unknown[]) => {
      const copy = [...values]
      tab.change('appendRow', () => {
        const row = lastRow(sheet)
        if (row >= sheet.rows) sheet.rows = row + 1
        if (copy.length > sheet.columns) sheet.columns = copy.length
        writeCells(sheet, rectOf(row, 0, 1, copy.length), [copy], session.writing(book))
      })
      return tab.self()
    },
  }
}

const searched = (tab: TabContext, sheet: SheetState) => ({
  sheet,
  rect: rectOf(0, 0, Math.max(1, lastRow(sheet)), Math.max(1, lastColumn(sheet))),
  range: tab.range,
})

/** The same done to several ranges. */
function rangeList(ranges: Range[]): GoogleAppsScript.Spreadsheet.RangeList {
  type List = GoogleAppsScript.Spreadsheet.RangeList
  const each =
    <A extends unknown[]>(effect: (range: Range, ...args: A) => unknown) =>
    (...args: A): List => {
      for (const range of ranges) effect(range, ...args)
      return self
    }
  const object: Partial<List> = {
    getRanges: () => [...ranges],
    setNumberFormat: each((range, format: string) => range.setNumberFormat(format)),
    setValue: each((range, value: unknown) => range.setValue(value)),
    clearContent: each((range) => range.clearContent()),
    clearFormat: each((range) => range.clearFormat()),
    clearDataValidations: each((range) => range.clearDataValidations()),
    clearNote: each((range) => range.clearNote()),
    setNote: each((range, note: string | null) => range.setNote(note)),
    setBackground: each((range, colour: string | null) => range.setBackground(colour)),
    setFontWeight: each((range, weight: 'normal' | 'bold' | null) => range.setFontWeight(weight)),
    setFontColor: each((range, colour: string | null) => range.setFontColor(colour)),
    setWrap: each((range, wrap: boolean) => range.setWrap(wrap)),
    setHorizontalAlignment: each((range, side: 'left' | 'center' | 'normal' | null) =>
      range.setHorizontalAlignment(side),
    ),
  }
  const self = strict('RangeList', object) as List
  return self
}
