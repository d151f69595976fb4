/** Spreadsheet: one document with its tabs. */
import { strict } from '../../errors'
import { instantOf, isZone, wallClock } from '../zone'
import { readA1, rectOf } from './a1'
import { lastColumn, lastRow } from './cells'
import { newTab } from './new'
import type { PROTECTION_TYPE } from './protection'
import { checkRect, makeRange } from './range'
import type { Sheet } from './range-context'
import type { SheetSession } from './session'
import { makeSheet } from './sheet'
import { checkName } from './sheet-tab'
import type { SheetState, SpreadsheetState } from './state'
import { textFinder } from './text-finder'
import { showToast } from './ui'

export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** Dates in cells are wall-clock times: another zone makes them other moments. */
function changeZone(book: SpreadsheetState, zone: string): void {
  for (const sheet of book.sheets)
    for (const line of sheet.cells)
      line?.forEach((value, c) => {
        if (typeof value === 'object' && value !== null)
          line[c] = { date: instantOf(zone, wallClock(book.timeZone, value.date)) }
      })
  book.timeZone = zone
}

export function makeSpreadsheet(session: SheetSession, book: SpreadsheetState): Spreadsheet {
  const sheets = new Map<SheetState, Sheet>()
  const tab = (sheet: SheetState): Sheet => {
    const found = sheets.get(sheet) ?? makeSheet({ session, book, sheet }, () => self)
    sheets.set(sheet, found)
    return found
  }
  const read = <T>(method: string, effect: () => T): T => session.read(book, `Spreadsheet.${method}`, effect)
  const look = <T>(method: string, effect: () => T): T => session.look(book, `Spreadsheet.${method}`, effect)
  const change = <T>(method: string, effect: () => T): T => session.change(book, `Spreadsheet.${method}`, null, effect)
  const first = (): SheetState => (book.sheets.find((sheet) => !sheet.hidden) ?? book.sheets[0]) as SheetState
  const stateOf = (sheet: Sheet): SheetState => {
    const found = book.sheets.find((state) => state.id === sheet.getSheetId())
    if (!found) throw session.error('tabMissing', sheet.getSheetId())
    return found
  }
  // A run nobody watches has no selection of its own: it begins at the first tab.
  let chosen: SheetState | null = null
  const active = (): SheetState => {
    const id = session.execution.hasUi ? book.selection[session.account]?.sheetId : undefined
    return book.sheets.find((sheet) => sheet === chosen) ?? book.sheets.find((sheet) => sheet.id === id) ?? first()
  }
  const select = (sheet: SheetState): void => {
    chosen = sheet
    if (session.execution.hasUi) book.selection[session.account] = { sheetId: sheet.id, ...rectOf(0, 0) }
  }
  const insert = (a?: unknown, b?: unknown): Sheet =>
    tab(
      change('insertSheet', () => {
        const name = typeof a === 'string' ? a : freeName(book)
        const index = typeof a === 'number' ? a : typeof b === 'number' ? b : book.sheets.indexOf(active()) + 1
        checkName({ session, book }, name)
        const made = newTab(session.workspace.random.int(1, 2 ** 31 - 1), { name })
        book.sheets.splice(Math.max(0, Math.min(index, book.sheets.length)), 0, made)
        select(made)
        return made
      }),
    )
  const people = (emails: readonly string[]) =>
    emails.map((email) =>
      strict('User', { getEmail: () => email, toString: () => email }),
    ) as GoogleAppsScript.Base.User[]

  const object: Partial<Spreadsheet> = {
    getId: () => book.id,
    getName: () => look('getName', () => book.name),
    rename: (name: string) =>
      change('rename', () => {
        book.name = String(name)
      }),
    getUrl: () => `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
    getSheets: () => look('getSheets', () => book.sheets.map(tab)),
    getNumSheets: () => look('getNumSheets', () => book.sheets.length),
    getSheetByName: (name: string) =>
      look('getSheetByName', () => {
        const found = book.sheets.find((sheet) => sheet.name === name)
        return found ? tab(found) : null
      }),
    getSheetById: (id: number) =>
      look('getSheetById', () => {
        const found = book.sheets.find((sheet) => sheet.id === id)
        return found ? tab(found) : null
      }),
    insertSheet: insert,
    deleteSheet: (sheet: Sheet) =>
      change('deleteSheet', () => {
        const state = stateOf(sheet)
        if (!book.sheets.some((other) => other !== state && !other.hidden)) throw session.error('lastTab')
        if (state.protections.length > 0 && !session.mayChange(book, state)) throw session.error('protectedCell')
        book.sheets.splice(book.sheets.indexOf(state), 1)
      }),
    moveActiveSheet: (position: number) =>
      change('moveActiveSheet', () => {
        const state = active()
        if (!(position >= 1 && position <= book.sheets.length)) throw session.error('badRange')
        book.sheets.splice(book.sheets.indexOf(state), 1)
        book.sheets.splice(position - 1, 0, state)
      }),
    getActiveSheet: () => tab(look('getActiveSheet', active)),
    setActiveSheet: (sheet: Sheet) => {
      session.local('Spreadsheet.setActiveSheet', () => select(stateOf(sheet)))
      return sheet
    },
    getActiveRange: () => tab(active()).getActiveRange(),
    getActiveCell: () => tab(active()).getActiveCell(),
    getCurrentCell: () => tab(active()).getCurrentCell(),
    getSelection: () => tab(active()).getSelection(),
    setActiveRange: (range: GoogleAppsScript.Spreadsheet.Range) => range.activate(),
    getRange: (name: string) => {
      const state = look('getRange', () => {
        const named = readA1(name, first())?.tab
        return named === null || named === undefined ? active() : book.sheets.find((sheet) => sheet.name === named)
      })
      const found = state && readA1(name, state)
      if (!state || !found) throw session.error('rangeMissing')
      const context = { session, book, sheet: state }
      return makeRange(context, () => tab(state), checkRect(context, found.rect))
    },
    getRangeByName: () => look('getRangeByName', () => null),
    getNamedRanges: () => look('getNamedRanges', () => []),
    getDataRange: () => tab(active()).getDataRange(),
    getLastRow: () => read('getLastRow', () => lastRow(active())),
    getLastColumn: () => read('getLastColumn', () => lastColumn(active())),
    getSpreadsheetTimeZone: () => look('getSpreadsheetTimeZone', () => book.timeZone),
    setSpreadsheetTimeZone: (zone: string) =>
      change('setSpreadsheetTimeZone', () => {
        if (!isZone(zone)) throw session.error('invalidArgument', zone)
        changeZone(book, zone)
      }),
    getSpreadsheetLocale: () => look('getSpreadsheetLocale', () => book.locale),
    setSpreadsheetLocale: (locale: string) =>
      change('setSpreadsheetLocale', () => {
        book.locale = locale
      }),
    getOwner: () => look('getOwner', () => people([book.owner])[0] as GoogleAppsScript.Base.User),
    getEditors: () => look('getEditors', () => people([book.owner, ...book.editors])),
    addEditor: (given: unknown) => {
      change('addEditor', () => {
        const email = String(given).toLowerCase()
        if (email !== book.owner && !book.editors.includes(email)) book.editors.push(email)
      })
      return self
    },
    getProtections: (type: unknown) =>
      book.sheets.flatMap((sheet) => tab(sheet).getProtections(type as typeof PROTECTION_TYPE.RANGE)),
    createTextFinder: (text: string) =>
      textFinder(
        session,
        book,
        book.sheets.map((sheet) => ({
          sheet,
          rect: rectOf(0, 0, Math.max(1, lastRow(sheet)), Math.max(1, lastColumn(sheet))),
          range: (rect) => makeRange({ session, book, sheet }, () => tab(sheet), rect),
        })),
        text,
      ),
    toast: (text: string, title?: string, seconds?: number | null) => showToast(session, text, title, seconds),
  }
  const self = strict('Spreadsheet', object) as Spreadsheet
  return self
}

function freeName(book: SpreadsheetState): string {
  let n = book.sheets.length + 1
  while (book.sheets.some((sheet) => sheet.name === `Sheet${n}`)) n++
  return `Sheet${n}`
}
