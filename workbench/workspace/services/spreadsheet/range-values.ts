/** A Range’s values, formulas and what is shown. */

import { readCells, readShown, writeCells } from './cells'
import { isAutomatic } from './display'
import { fill, keyOf, set } from './layers'
import { later, now, type Range, type RangeContext, repeated, shaped } from './range-context'
import type { CellValue } from './state'
import { sortRows } from './structure'

/** What a script gets: empty cells as `''`, dates as Date. */
const forScript =
  (DateClass: DateConstructor) =>
  (value: CellValue): string | number | boolean | Date =>
    value === null ? '' : typeof value === 'object' ? new DateClass(value.date) : value

type SortSpec = number | { column: number; ascending?: boolean }

export function rangeValues(context: RangeContext): Partial<Range> {
  const { sheet, rect, book, session } = context
  const given = forScript(session.execution.dateClass)
  const values = () => readCells(sheet, rect).map((line) => line.map(given))
  const write = (method: string, given: readonly (readonly unknown[])[]): Range => {
    const copy = given.map((line) => line.map((v) => (typeof v === 'object' && v !== null ? frozen(v) : v)))
    return later(context, method, () => writeCells(sheet, rect, copy, session.writing(book)))
  }
  const formulas = () =>
    Array.from({ length: rect.rows }, (_, r) =>
      Array.from({ length: rect.columns }, (__, c) => sheet.formulas[keyOf(rect.row + r, rect.column + c)] ?? ''),
    )
  const asFormula = (text: string): string => (text === '' || text.startsWith('=') ? text : `=${text}`)

  return {
    getValues: () => now(context, 'getValues', values),
    getValue: () => now(context, 'getValue', () => values()[0]?.[0] ?? '', 1),
    setValues: (given: unknown[][]) => write('setValues', shaped(context, 'setValues', given)),
    setValue: (given: unknown) => write('setValue', repeated(rect, given)),
    getDisplayValues: () => now(context, 'getDisplayValues', () => readShown(book, sheet, rect)),
    getDisplayValue: () => now(context, 'getDisplayValue', () => readShown(book, sheet, rect)[0]?.[0] ?? '', 1),
    isBlank: () => now(context, 'isBlank', () => readCells(sheet, rect).every((line) => line.every((v) => v === null))),
    getFormulas: () => now(context, 'getFormulas', formulas),
    getFormula: () => now(context, 'getFormula', () => formulas()[0]?.[0] ?? '', 1),
    setFormula: (formula: string) => write('setFormula', repeated(rect, asFormula(formula))),
    setFormulas: (given: string[][]) =>
      write(
        'setFormulas',
        shaped(context, 'setFormulas', given).map((line) => line.map(asFormula)),
      ),
    clearContent: () => later(context, 'clearContent', () => writeCells(sheet, rect, [], session.writing(book))),
    sort: (spec: SortSpec | SortSpec[]) => {
      const specs = (Array.isArray(spec) ? spec : [spec]).map((s) =>
        typeof s === 'number'
          ? { column: s - 1, ascending: true }
          : { column: s.column - 1, ascending: s.ascending ?? true },
      )
      return later(context, 'sort', () => sortRows(sheet, rect, specs))
    },
    getNumberFormats: () => now(context, 'getNumberFormats', () => formats()),
    getNumberFormat: () => now(context, 'getNumberFormat', () => formats()[0]?.[0] ?? '', 1),
    setNumberFormat: (format: string) =>
      later(context, 'setNumberFormat', () => fill(sheet.formats, rect, sheet.rows, String(format), 'General'), true),
    setNumberFormats: (given: string[][]) => {
      const copy = shaped(context, 'setNumberFormats', given)
      const each = () =>
        copy.forEach((line, r) => {
          line.forEach((format, c) => {
            set(sheet.formats, rect.row + r, rect.column + c, String(format), 'General')
          })
        })
      return later(context, 'setNumberFormats', each, true)
    },
  }

  function formats(): string[][] {
    return Array.from({ length: rect.rows }, (_, r) =>
      Array.from({ length: rect.columns }, (__, c) => {
        const [row, column] = [rect.row + r, rect.column + c]
        const format = sheet.formats[keyOf(row, column)] ?? sheet.formats[`*:${column}`]
        return isAutomatic(format) ? 'General' : (format ?? 'General')
      }),
    )
  }
}

/** A Date may be changed by the script before the write is done. */
const frozen = (value: object): object =>
  Object.prototype.toString.call(value) === '[object Date]' ? new Date((value as Date).getTime()) : value
