/** A tab’s grid: rows and columns come and go, are hidden, frozen, made wide. */

import { rectOf } from './a1'
import { mayChange } from './access'
import { writeCells } from './cells'
import type { Sheet } from './range-context'
import type { TabContext } from './sheet'
import { deleteColumns, deleteRows, insertColumns, insertRows, moveColumns, sortRows } from './structure'

/** Cells a spreadsheet may have, empty ones counted. */
const MAX_CELLS = 10_000_000

export function sheetGrid(tab: TabContext): Partial<Sheet> {
  const { session, book, sheet } = tab
  const done = (method: string, effect: () => void): Sheet => {
    tab.change(method, effect)
    return tab.self()
  }
  const grow = (rows: number, columns: number): void => {
    const others = book.sheets.reduce((sum, other) => (other === sheet ? sum : sum + other.rows * other.columns), 0)
    if (others + (sheet.rows + rows) * (sheet.columns + columns) > MAX_CELLS)
      throw session.error('tooManyCells', MAX_CELLS)
  }
  const insideRows = (at: number, count: number): void => {
    if (!(at >= 0 && count >= 1 && at + count <= sheet.rows)) throw session.error('outsideSheet')
  }
  const insideColumns = (at: number, count: number): void => {
    if (!(at >= 0 && count >= 1 && at + count <= sheet.columns)) throw session.error('outsideSheet')
  }
  const addRows = (method: string, at: number, count: number): Sheet =>
    done(method, () => {
      if (!(at >= 0 && at <= sheet.rows && count >= 1)) throw session.error('outsideSheet')
      if (sheet.protections.some((p) => p.kind === 'sheet') && !mayChange(book, sheet, session.account))
        throw session.error('protectedCell')
      grow(count, 0)
      insertRows(sheet, at, count, method.endsWith('After') ? 'above' : 'below')
    })
  const addColumns = (method: string, at: number, count: number): Sheet =>
    done(method, () => {
      if (!(at >= 0 && at <= sheet.columns && count >= 1)) throw session.error('outsideSheet')
      if (sheet.protections.some((p) => p.kind === 'sheet') && !mayChange(book, sheet, session.account))
        throw session.error('protectedCell')
      grow(0, count)
      insertColumns(sheet, at, count, method.endsWith('After') ? 'left' : 'right')
    })
  const removeRows = (method: string, at: number, count: number): void => {
    tab.change(method, () => {
      insideRows(at, count)
      if (count >= sheet.rows) throw session.error('allRows')
      if (!mayChange(book, sheet, session.account, rectOf(at, 0, count, sheet.columns)))
        throw session.error('protectedCell')
      deleteRows(sheet, at, count)
    })
  }
  const removeColumns = (method: string, at: number, count: number): void => {
    tab.change(method, () => {
      insideColumns(at, count)
      if (count >= sheet.columns) throw session.error('allColumns')
      if (!mayChange(book, sheet, session.account, rectOf(0, at, sheet.rows, count)))
        throw session.error('protectedCell')
      deleteColumns(sheet, at, count)
    })
  }
  const span = (at: number, count: number): number[] => Array.from({ length: count }, (_, i) => at + i)

  return {
    insertRowsAfter: (after: number, count: number) => addRows('insertRowsAfter', after, count),
    insertRowAfter: (after: number) => addRows('insertRowAfter', after, 1),
    insertRowsBefore: (before: number, count: number) => addRows('insertRowsBefore', before - 1, count),
    insertRowBefore: (before: number) => addRows('insertRowBefore', before - 1, 1),
    insertRows: (before: number, count: number = 1) => void addRows('insertRows', before - 1, count),
    insertColumnsAfter: (after: number, count: number) => addColumns('insertColumnsAfter', after, count),
    insertColumnAfter: (after: number) => addColumns('insertColumnAfter', after, 1),
    insertColumnsBefore: (before: number, count: number) => addColumns('insertColumnsBefore', before - 1, count),
    insertColumnBefore: (before: number) => addColumns('insertColumnBefore', before - 1, 1),
    insertColumns: (before: number, count: number = 1) => void addColumns('insertColumns', before - 1, count),
    deleteRow: (row: number) => {
      removeRows('deleteRow', row - 1, 1)
      return tab.self()
    },
    deleteRows: (row: number, count: number) => removeRows('deleteRows', row - 1, count),
    deleteColumn: (column: number) => {
      removeColumns('deleteColumn', column - 1, 1)
      return tab.self()
    },
    deleteColumns: (column: number, count: number) => removeColumns('deleteColumns', column - 1, count),
    moveColumns: (columns: GoogleAppsScript.Spreadsheet.Range, to: number) =>
      void done('moveColumns', () => moveColumns(sheet, columns.getColumn() - 1, columns.getNumColumns(), to - 1)),
    setFrozenRows: (count: number) =>
      void done('setFrozenRows', () => {
        if (count < 0 || count >= sheet.rows) throw session.error('badRange')
        sheet.frozenRows = count
      }),
    getFrozenRows: () => tab.look('getFrozenRows', () => sheet.frozenRows),
    setFrozenColumns: (count: number) =>
      void done('setFrozenColumns', () => {
        if (count < 0 || count >= sheet.columns) throw session.error('badRange')
        sheet.frozenColumns = count
      }),
    getFrozenColumns: () => tab.look('getFrozenColumns', () => sheet.frozenColumns),
    setColumnWidth: (column: number, width: number) =>
      done('setColumnWidth', () => {
        insideColumns(column - 1, 1)
        sheet.columnWidths[column - 1] = width
      }),
    setColumnWidths: (column: number, count: number, width: number) =>
      done('setColumnWidths', () => {
        insideColumns(column - 1, count)
        for (const c of span(column - 1, count)) sheet.columnWidths[c] = width
      }),
    getColumnWidth: (column: number) => tab.look('getColumnWidth', () => sheet.columnWidths[column - 1] ?? 100),
    autoResizeColumn: (column: number) => done('autoResizeColumn', () => insideColumns(column - 1, 1)),
    autoResizeColumns: (column: number, count: number) =>
      done('autoResizeColumns', () => insideColumns(column - 1, count)),
    setRowHeight: (row: number) => done('setRowHeight', () => insideRows(row - 1, 1)),
    hideColumns: (column: number, count: number = 1) =>
      void done('hideColumns', () => {
        insideColumns(column - 1, count)
        sheet.hiddenColumns = [...new Set([...sheet.hiddenColumns, ...span(column - 1, count)])]
      }),
    showColumns: (column: number, count: number = 1) =>
      void done('showColumns', () => {
        const shown = span(column - 1, count)
        sheet.hiddenColumns = sheet.hiddenColumns.filter((c) => !shown.includes(c))
      }),
    isColumnHiddenByUser: (column: number) =>
      tab.look('isColumnHiddenByUser', () => sheet.hiddenColumns.includes(column - 1)),
    hideRows: (row: number, count: number = 1) =>
      void done('hideRows', () => {
        insideRows(row - 1, count)
        sheet.hiddenRows = [...new Set([...sheet.hiddenRows, ...span(row - 1, count)])]
      }),
    showRows: (row: number, count: number = 1) =>
      void done('showRows', () => {
        const shown = span(row - 1, count)
        sheet.hiddenRows = sheet.hiddenRows.filter((r) => !shown.includes(r))
      }),
    isRowHiddenByUser: (row: number) => tab.look('isRowHiddenByUser', () => sheet.hiddenRows.includes(row - 1)),
    sort: (column: number, ascending: boolean = true) =>
      done('sort', () => {
        if (!mayChange(book, sheet, session.account)) throw session.error('protectedCell')
        const from = sheet.frozenRows
        sortRows(sheet, rectOf(from, 0, sheet.rows - from, sheet.columns), [{ column: column - 1, ascending }])
      }),
    clear: () =>
      done('clear', () => {
        if (!mayChange(book, sheet, session.account)) throw session.error('protectedCell')
        Object.assign(sheet, { cells: [], formulas: {}, formats: {}, styles: {} })
      }),
    clearContents: () =>
      done('clearContents', () => {
        if (!mayChange(book, sheet, session.account)) throw session.error('protectedCell')
        const rect = rectOf(0, 0, sheet.cells.length, sheet.columns)
        writeCells(sheet, rect, [], session.writing(book))
      }),
    clearNotes: () =>
      done('clearNotes', () => {
        sheet.notes = {}
      }),
  }
}
