/** A tab’s filter: which range has the buttons. Hiding rows by criteria is a person’s business here. */
import { strict } from '../../errors'
import { type Rect, readA1, rectName } from './a1'
import type { RangeContext } from './range-context'
import { sortRows } from './structure'

type Filter = GoogleAppsScript.Spreadsheet.Filter

export function filterObject(context: RangeContext | Omit<RangeContext, 'rect' | 'self'>): Filter {
  const { session, book, sheet } = context
  const rect = (): Rect => {
    const found = sheet.filter === null ? null : readA1(sheet.filter, sheet)
    if (!found) throw session.error('rangeMissing')
    return found.rect
  }
  const object: Partial<Filter> = {
    getRange: () => context.range(session.read(book, 'Filter.getRange', rect)),
    remove: () =>
      session.change(book, 'Filter.remove', sheet, () => {
        sheet.filter = null
      }),
    sort: (column: number, ascending: boolean) => {
      session.change(book, 'Filter.sort', sheet, () => {
        const whole = rect()
        sortRows(sheet, { ...whole, row: whole.row + 1, rows: whole.rows - 1 }, [{ column: column - 1, ascending }])
      })
      return self
    },
  }
  const self = strict('Filter', object) as Filter
  return self
}

export function createFilter(context: RangeContext, rect: Rect): Filter {
  const { session, book, sheet } = context
  session.change(book, 'Range.createFilter', sheet, () => {
    if (sheet.filter !== null) throw session.error('filterExists')
    sheet.filter = rectName(rect)
  })
  return filterObject(context)
}
