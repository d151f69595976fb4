/** Who may change what: the spreadsheet’s editors, and protected tabs and ranges. */
import { overlap, type Rect, readA1, rectOf } from './a1'
import type { Protection, SheetState, SpreadsheetState } from './state'

export const mayEdit = (book: SpreadsheetState, account: string): boolean =>
  book.owner === account || book.editors.includes(account)

/** Where a protection holds now. */
export function protectedRect(sheet: SheetState, protection: Protection): Rect {
  const whole = rectOf(0, 0, sheet.rows, sheet.columns)
  return protection.range === null ? whole : (readA1(protection.range, sheet)?.rect ?? whole)
}

/** May this person change what a protection guards? The owner always may; a mere warning stops no script. */
export const mayPass = (book: SpreadsheetState, protection: Protection, account: string): boolean =>
  protection.warningOnly || book.owner === account || protection.editors.includes(account)

/** May this account change every cell of `rect` (the whole tab where it is left out)? */
export function mayChange(book: SpreadsheetState, sheet: SheetState, account: string, rect?: Rect): boolean {
  if (!mayEdit(book, account)) return false
  const touched = rect ?? rectOf(0, 0, sheet.rows, sheet.columns)
  return sheet.protections.every(
    (protection) => mayPass(book, protection, account) || !overlap(touched, protectedRect(sheet, protection)),
  )
}
