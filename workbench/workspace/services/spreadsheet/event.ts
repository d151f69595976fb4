/** The spreadsheet and the range that a trigger’s event carries. Making them is no service call. */
import type { Execution } from '../../execution'
import type { Rect } from './a1'
import { makeRange } from './range'
import type { Range } from './range-context'
import { sessionOf } from './session'
import { makeSheet } from './sheet'
import { makeSpreadsheet, type Spreadsheet } from './spreadsheet'
import type { SheetState, SpreadsheetState } from './state'

export const eventSource = (execution: Execution, book: SpreadsheetState): Spreadsheet =>
  makeSpreadsheet(sessionOf(execution), book)

export function eventRange(execution: Execution, book: SpreadsheetState, sheet: SheetState, rect: Rect): Range {
  const context = { session: sessionOf(execution), book, sheet }
  const tab = makeSheet(context, () => eventSource(execution, book))
  return makeRange(context, () => tab, rect)
}
