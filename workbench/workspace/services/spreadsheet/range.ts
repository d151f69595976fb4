/** Range: a rectangle of cells by its coordinates. It does not follow when rows move. */
import { strictParts } from '../../errors'
import { type Rect, rectOf } from './a1'
import type { Range, RangeContext, Sheet, SheetContext } from './range-context'
import { rangeLooks } from './range-looks'
import { rangePlace } from './range-place'
import { rangeValues } from './range-values'

/** Throws what Google throws for coordinates that are no range or lie beyond the grid. */
export function checkRect(context: SheetContext, rect: Rect): Rect {
  const { session, sheet } = context
  const numbers = [rect.row, rect.column, rect.rows, rect.columns]
  if (numbers.some((n) => typeof n !== 'number' || !Number.isFinite(n))) throw session.error('badRange')
  const [row = 0, column = 0, rows = 0, columns = 0] = numbers.map(Math.trunc)
  if (rows < 1) throw session.error('rowsTooFew')
  if (columns < 1) throw session.error('columnsTooFew')
  if (row < 0 || column < 0 || row + rows > sheet.rows || column + columns > sheet.columns)
    throw session.error('outsideSheet')
  return rectOf(row, column, rows, columns)
}

/** An unchecked rectangle must be checked first, see `checkRect`. */
export function makeRange(context: SheetContext, tab: () => Sheet, rect: Rect): Range {
  const whole: RangeContext = {
    ...context,
    rect,
    tab,
    self: () => self,
    range: (other) => makeRange(context, tab, checkRect(context, other)),
  }
  const self = strictParts<Range>('Range', [() => rangePlace(whole), () => rangeValues(whole), () => rangeLooks(whole)])
  return self
}
