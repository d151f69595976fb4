/** TextFinder over one range or several tabs. */
import { strict } from '../../errors'
import { type Rect, rectOf } from './a1'
import { readShown, writeCells } from './cells'
import { keyOf } from './layers'
import type { Range } from './range-context'
import type { SheetSession } from './session'
import type { SheetState, SpreadsheetState } from './state'

type TextFinder = GoogleAppsScript.Spreadsheet.TextFinder

export interface Searched {
  readonly sheet: SheetState
  readonly rect: Rect
  range(rect: Rect): Range
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export function textFinder(
  session: SheetSession,
  book: SpreadsheetState,
  searched: readonly Searched[],
  text: string,
): TextFinder {
  const options = { matchCase: false, entire: false, regex: false, formulas: false }
  let found: { place: Searched; row: number; column: number }[] | null = null
  let current = -1

  const pattern = (): RegExp => {
    const source = options.regex ? text : literal(text)
    return new RegExp(options.entire ? `^(?:${source})$` : source, options.matchCase ? 'g' : 'gi')
  }
  const search = () =>
    searched.flatMap((place) => {
      const { sheet, rect } = place
      const shown = readShown(book, sheet, rect)
      return shown.flatMap((line, r) =>
        line.flatMap((value, c) => {
          const [row, column] = [rect.row + r, rect.column + c]
          const where = options.formulas ? (sheet.formulas[keyOf(row, column)] ?? value) : value
          return where !== '' && pattern().test(where) ? [{ place, row, column }] : []
        }),
      )
    })
  const cell = (hit: { place: Searched; row: number; column: number }): Range =>
    hit.place.range(rectOf(hit.row, hit.column))
  const size = searched.reduce((sum, { rect }) => sum + rect.rows * rect.columns, 0)
  const read = <T>(method: string, effect: () => T): T => session.read(book, `TextFinder.${method}`, effect, size)
  const option = (name: keyof typeof options, value: boolean): TextFinder => {
    options[name] = value
    found = null
    return self
  }
  const step = (method: string, by: number) =>
    read(method, () => {
      found ??= search()
      current += by
      const hit = found[current]
      return hit ? cell(hit) : null
    })
  const object: Partial<TextFinder> = {
    matchCase: (yes: boolean) => option('matchCase', yes),
    matchEntireCell: (yes: boolean) => option('entire', yes),
    useRegularExpression: (yes: boolean) => option('regex', yes),
    matchFormulaText: (yes: boolean) => option('formulas', yes),
    findAll: () => read('findAll', () => search().map(cell)),
    findNext: () => step('findNext', 1),
    findPrevious: () => step('findPrevious', -1),
    getCurrentMatch: () => {
      const hit = found?.[current]
      return hit ? cell(hit) : null
    },
    replaceAllWith: (replacement: string) =>
      read('replaceAllWith', () => {
        let count = 0
        for (const { place, row, column } of search()) {
          const rect = rectOf(row, column)
          const value = readShown(book, place.sheet, rect)[0]?.[0] ?? ''
          const next = value.replace(pattern(), () => {
            count++
            return replacement
          })
          writeCells(place.sheet, rect, [[next]], session.writing(book))
        }
        return count
      }),
  }
  const self = strict('TextFinder', object) as TextFinder
  return self
}
