/** What the parts of an emulated Range share. */
import type { Rect } from './a1'
import type { SheetSession } from './session'
import type { SheetState, SpreadsheetState } from './state'

export type Range = GoogleAppsScript.Spreadsheet.Range
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet

export interface SheetContext {
  readonly session: SheetSession
  readonly book: SpreadsheetState
  readonly sheet: SheetState
}

export interface RangeContext extends SheetContext {
  readonly rect: Rect
  /** The Range itself, for chaining. */
  self(): Range
  /** Another range of the same tab. */
  range(rect: Rect): Range
  /** The tab. */
  tab(): Sheet
}

/** A waiting write to the range’s own cells; gives the Range. `looks`: no value changes. */
export function later(context: RangeContext, method: string, effect: () => void, looks = false): Range {
  const { session, book, sheet, rect } = context
  session.write(book, `Range.${method}`, sheet, rect, effect, looks)
  return context.self()
}

export function now<T>(context: RangeContext, method: string, effect: () => T, items?: number): T {
  const { rect } = context
  return context.session.read(context.book, `Range.${method}`, effect, items ?? rect.rows * rect.columns)
}

/** Checks that a two-dimensional argument has the range’s shape, at once and not when it is written. Gives a copy. */
export function shaped<T>(context: RangeContext, method: string, given: readonly (readonly T[])[]): T[][] {
  const { rect, session } = context
  if (!Array.isArray(given) || given.some((line) => !Array.isArray(line)))
    throw session.error('badSignature', Array.isArray(given) ? 'number[]' : 'String', `SpreadsheetApp.Range.${method}`)
  if (given.length !== rect.rows) throw session.error('rowsDiffer', given.length, rect.rows)
  for (const line of given)
    if (line.length !== rect.columns) throw session.error('columnsDiffer', line.length, rect.columns)
  return given.map((line) => [...line])
}

/** One value for every cell of the range. */
export const repeated = <T>(rect: Rect, value: T): T[][] =>
  Array.from({ length: rect.rows }, () => new Array<T>(rect.columns).fill(value))
