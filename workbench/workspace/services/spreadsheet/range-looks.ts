/** How a Range looks, its notes and its rules. */
import { type Rect, rectOf } from './a1'
import { at, fill, keyOf, set } from './layers'
import { later, now, type Range, type RangeContext, shaped } from './range-context'
import { NO_RULE, type SheetState, type Validation } from './state'
import { readRule, ruleObject } from './validation'

/** Adds one property to the looks of every cell of `rect`. */
function style(sheet: SheetState, rect: Rect, name: string, value: string | null): void {
  const changed = (old: Record<string, string> | undefined): Record<string, string> => {
    const { [name]: _, ...rest } = old ?? {}
    return value === null ? rest : { ...rest, [name]: value }
  }
  const toBottom = rect.rows > 1 && rect.row + rect.rows >= sheet.rows && rect.row <= 100
  for (let c = rect.column; c < rect.column + rect.columns; c++) {
    if (!toBottom) {
      for (let r = rect.row; r < rect.row + rect.rows; r++) sheet.styles[keyOf(r, c)] = changed(at(sheet.styles, r, c))
      continue
    }
    const whole = changed(sheet.styles[`*:${c}`])
    for (let r = 0; r < rect.row; r++) sheet.styles[keyOf(r, c)] = at(sheet.styles, r, c) ?? {}
    for (const key of Object.keys(sheet.styles))
      if (key.endsWith(`:${c}`) && Number(key.split(':')[0]) >= rect.row) sheet.styles[key] = changed(sheet.styles[key])
    sheet.styles[`*:${c}`] = whole
  }
}

/** Google's note for a number is its text in Java. */
const noteText = (note: unknown): string =>
  note === null || note === undefined
    ? ''
    : typeof note === 'number' && Number.isInteger(note)
      ? `${note}.0`
      : String(note)

export function rangeLooks(context: RangeContext): Partial<Range> {
  const { sheet, rect } = context
  const cells = <T>(read: (row: number, column: number) => T): T[][] =>
    Array.from({ length: rect.rows }, (_, r) =>
      Array.from({ length: rect.columns }, (__, c) => read(rect.row + r, rect.column + c)),
    )
  const eachCell = <T>(
    given: readonly (readonly T[])[],
    write: (row: number, column: number, value: T) => void,
  ): void =>
    given.forEach((line, r) => {
      line.forEach((value, c) => {
        write(rect.row + r, rect.column + c, value)
      })
    })
  const one =
    (method: string, name: string) =>
    (value: unknown): Range =>
      later(context, method, () => style(sheet, rect, name, value === null ? null : String(value)), true)
  const many =
    (method: string, name: string) =>
    (given: unknown[][]): Range => {
      const copy = shaped(context, method, given)
      const each = () =>
        eachCell(copy, (r, c, value) => style(sheet, rectOf(r, c), name, value === null ? null : String(value)))
      return later(context, method, each, true)
    }
  const read = (method: string, name: string, none: string) => () =>
    now(context, method, () => cells((r, c) => at(sheet.styles, r, c)?.[name] ?? none))
  const first = (method: string, name: string, none: string) => () =>
    now(context, method, () => at(sheet.styles, rect.row, rect.column)?.[name] ?? none, 1)

  const notes = () => cells((r, c) => sheet.notes[keyOf(r, c)] ?? '')
  const setNote = (r: number, c: number, note: unknown) => set(sheet.notes, r, c, noteText(note), '')
  const rules = () =>
    cells((r, c) => {
      const rule = at(sheet.validations, r, c)
      return rule && (rule.list || rule.criteria) ? ruleObject(context.session, rule) : null
    })
  const ruleOf = (rule: unknown): Validation => (rule === null || rule === undefined ? NO_RULE : readRule(rule))
  const clearLooks = (): void => {
    fill(sheet.formats, rect, sheet.rows, 'General', 'General')
    for (let r = rect.row; r < rect.row + rect.rows; r++)
      for (let c = rect.column; c < rect.column + rect.columns; c++) set(sheet.styles, r, c, EMPTY, EMPTY)
  }
  const checkboxes = () => {
    fill(
      sheet.validations,
      rect,
      sheet.rows,
      { ...NO_RULE, allowInvalid: false, criteria: { type: 'CHECKBOX', args: [] } },
      NO_RULE,
    )
    eachCell(
      cells(() => null),
      (r, c) => {
        const line = (sheet.cells[r] ??= [])
        while (line.length <= c) line.push(null)
        line[c] ??= false
      },
    )
  }

  return {
    setBackground: one('setBackground', 'background'),
    setBackgrounds: many('setBackgrounds', 'background'),
    getBackground: first('getBackground', 'background', '#ffffff'),
    getBackgrounds: read('getBackgrounds', 'background', '#ffffff'),
    setFontColor: one('setFontColor', 'fontColor'),
    setFontColors: many('setFontColors', 'fontColor'),
    setFontWeight: one('setFontWeight', 'fontWeight'),
    setFontWeights: many('setFontWeights', 'fontWeight'),
    getFontWeight: first('getFontWeight', 'fontWeight', 'normal') as Range['getFontWeight'],
    getFontWeights: read('getFontWeights', 'fontWeight', 'normal') as Range['getFontWeights'],
    setFontStyle: one('setFontStyle', 'fontStyle'),
    setFontLine: one('setFontLine', 'fontLine'),
    setFontSize: one('setFontSize', 'fontSize'),
    setFontFamily: one('setFontFamily', 'fontFamily'),
    setHorizontalAlignment: one('setHorizontalAlignment', 'horizontalAlignment'),
    setVerticalAlignment: one('setVerticalAlignment', 'verticalAlignment'),
    setWrap: (wrap: boolean) =>
      later(context, 'setWrap', () => style(sheet, rect, 'wrap', wrap ? 'WRAP' : 'OVERFLOW'), true),
    setWrapStrategy: one('setWrapStrategy', 'wrap'),
    setBorder: (...sides: unknown[]) =>
      later(context, 'setBorder', () => style(sheet, rect, 'border', sides.map(String).join()), true),
    clearFormat: () => later(context, 'clearFormat', clearLooks, true),
    getNotes: () => now(context, 'getNotes', notes),
    getNote: () => now(context, 'getNote', () => notes()[0]?.[0] ?? '', 1),
    setNote: (note: string) =>
      later(
        context,
        'setNote',
        () =>
          eachCell(
            cells(() => note),
            setNote,
          ),
        true,
      ),
    setNotes: (given: unknown[][]) => {
      const copy = shaped(context, 'setNotes', given)
      return later(context, 'setNotes', () => eachCell(copy, setNote), true)
    },
    clearNote: () =>
      later(
        context,
        'clearNote',
        () =>
          eachCell(
            cells(() => null),
            setNote,
          ),
        true,
      ),
    getDataValidations: () =>
      now(context, 'getDataValidations', () => rules() as GoogleAppsScript.Spreadsheet.DataValidation[][]),
    getDataValidation: () => now(context, 'getDataValidation', () => rules()[0]?.[0] ?? null, 1),
    setDataValidation: (rule: unknown) => {
      const value = ruleOf(rule)
      return later(context, 'setDataValidation', () => fill(sheet.validations, rect, sheet.rows, value, NO_RULE), true)
    },
    setDataValidations: (given: unknown[][]) => {
      const copy = shaped(context, 'setDataValidations', given).map((line) => line.map(ruleOf))
      const each = () => eachCell(copy, (r, c, rule) => set(sheet.validations, r, c, rule, NO_RULE))
      return later(context, 'setDataValidations', each, true)
    },
    clearDataValidations: () =>
      later(context, 'clearDataValidations', () => fill(sheet.validations, rect, sheet.rows, NO_RULE, NO_RULE), true),
    insertCheckboxes: () => later(context, 'insertCheckboxes', checkboxes),
  }
}

const EMPTY: Record<string, string> = {}
