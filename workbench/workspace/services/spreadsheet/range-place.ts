/** Where a Range is, and other ranges seen from it. */
import { rectName, rectOf } from './a1'
import { mayChange } from './access'
import { createFilter, filterObject } from './filter'
import { protectRange } from './protection'
import { now, type Range, type RangeContext } from './range-context'
import { textFinder } from './text-finder'

export function rangePlace(context: RangeContext): Partial<Range> {
  const { session, book, sheet, rect } = context
  return {
    getRow: () => rect.row + 1,
    getRowIndex: () => rect.row + 1,
    getColumn: () => rect.column + 1,
    getNumRows: () => rect.rows,
    getHeight: () => rect.rows,
    getNumColumns: () => rect.columns,
    getWidth: () => rect.columns,
    getLastRow: () => rect.row + rect.rows,
    getLastColumn: () => rect.column + rect.columns,
    getA1Notation: () => rectName(rect),
    getGridId: () => sheet.id,
    getSheet: () => context.tab(),
    getCell: (row: number, column: number) => {
      if (row < 1 || column < 1 || row > rect.rows || column > rect.columns) throw session.error('badRange')
      return context.range(rectOf(rect.row + row - 1, rect.column + column - 1))
    },
    offset: (rows: number, columns: number, height: number = rect.rows, width: number = rect.columns) =>
      context.range(rectOf(rect.row + rows, rect.column + columns, height, width)),
    canEdit: () => now(context, 'canEdit', () => mayChange(book, sheet, session.account, rect), 1),
    activate: () => {
      session.local('Range.activate', () => {
        book.selection[session.account] = { sheetId: sheet.id, ...rect }
      })
      return context.self()
    },
    protect: () => protectRange(context, rect),
    createFilter: () => createFilter(context, rect),
    getFilter: () => now(context, 'getFilter', () => (sheet.filter === null ? null : filterObject(context)), 1),
    createTextFinder: (text: string) => textFinder(session, book, [{ sheet, rect, range: context.range }], text),
    clear: () => {
      const self = context.self()
      return self.clearContent().clearFormat()
    },
  }
}
