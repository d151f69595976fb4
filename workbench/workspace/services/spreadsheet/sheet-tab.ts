/** A tab as such: its name, its place, whether it is seen. */

import { rectOf } from './a1'
import { mayChange } from './access'
import type { Sheet } from './range-context'
import type { TabContext } from './sheet'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

export function sheetTab(tab: TabContext, parent: () => Spreadsheet): Partial<Sheet> {
  const { session, book, sheet } = tab
  const done = (method: string, effect: () => void): Sheet => {
    tab.change(method, effect)
    return tab.self()
  }
  return {
    getName: () => tab.look('getName', () => sheet.name),
    getSheetName: () => tab.look('getSheetName', () => sheet.name),
    getSheetId: () => sheet.id,
    getIndex: () => tab.look('getIndex', () => book.sheets.indexOf(sheet) + 1),
    getParent: parent,
    setName: (name: string) =>
      done('setName', () => {
        checkName(tab, String(name))
        if (!mayChange(book, sheet, session.account)) throw session.error('protectedCell')
        sheet.name = String(name)
      }),
    activate: () => {
      session.local('Sheet.activate', () => {
        book.selection[session.account] = { sheetId: sheet.id, ...rectOf(0, 0) }
      })
      return tab.self()
    },
    setActiveSelection: (range: string | GoogleAppsScript.Spreadsheet.Range) =>
      (typeof range === 'string' ? tab.self().getRange(range) : range).activate(),
    setActiveRange: (range: GoogleAppsScript.Spreadsheet.Range) => range.activate(),
    setCurrentCell: (cell: GoogleAppsScript.Spreadsheet.Range) => cell.activate(),
    hideSheet: () =>
      done('hideSheet', () => {
        if (book.sheets.filter((other) => !other.hidden && other !== sheet).length === 0) throw session.error('lastTab')
        sheet.hidden = true
      }),
    showSheet: () =>
      done('showSheet', () => {
        sheet.hidden = false
      }),
    isSheetHidden: () => tab.look('isSheetHidden', () => sheet.hidden),
    setTabColor: (colour: string | null) =>
      done('setTabColor', () => {
        sheet.tabColor = colour
      }),
    getTabColor: () => tab.look('getTabColor', () => sheet.tabColor ?? null),
  }
}

/** Throws where another tab has the name; upper and lower case count as the same. */
export function checkName(
  tab: Pick<TabContext, 'session' | 'book'> & { sheet?: TabContext['sheet'] },
  name: string,
): void {
  const taken = tab.book.sheets.some((other) => other !== tab.sheet && other.name.toLowerCase() === name.toLowerCase())
  if (taken) throw tab.session.error('tabExists', name)
}
