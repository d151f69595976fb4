/** Drop-downs of a tab, as the data validation plugin wants them: cells with the same list become few rectangles. */
import type { ISheetDataValidationRule } from '@univerjs/core'
import type { SheetState, Validation } from '../../workspace/services/spreadsheet/state'

const STOP = 1
const WARNING = 2
const ARROW = 1

interface Run {
  from: number
  to: number
}

/** Rows (ascending) as runs without gaps. */
function runs(rows: number[]): Run[] {
  const found: Run[] = []
  for (const row of rows.sort((a, b) => a - b)) {
    const last = found[found.length - 1]
    if (last && row === last.to + 1) last.to = row
    else found.push({ from: row, to: row })
  }
  return found
}

export function validationRules(sheet: SheetState): ISheetDataValidationRule[] {
  const lists = new Map<string, { validation: Validation; rows: Map<number, number[]>; whole: number[] }>()
  for (const [key, validation] of Object.entries(sheet.validations)) {
    if (!validation.list) continue
    const id = JSON.stringify(validation)
    let group = lists.get(id)
    if (!group) lists.set(id, (group = { validation, rows: new Map(), whole: [] }))
    const [row = '', column = ''] = key.split(':')
    if (row === '*') group.whole.push(Number(column))
    else {
      const rows = group.rows.get(Number(column))
      if (rows) rows.push(Number(row))
      else group.rows.set(Number(column), [Number(row)])
    }
  }
  const rules: ISheetDataValidationRule[] = []
  for (const { validation, rows, whole } of lists.values()) {
    const ranges = whole.map((column) => ({
      startRow: Math.max(1, sheet.frozenRows),
      endRow: sheet.rows - 1,
      startColumn: column,
      endColumn: column,
    }))
    for (const [column, list] of rows)
      for (const { from, to } of runs(list))
        ranges.push({ startRow: from, endRow: to, startColumn: column, endColumn: column })
    rules.push({
      uid: `${sheet.id}-${rules.length}`,
      type: 'list',
      // Univer separates by comma and knows no quotes.
      formula1: (validation.list ?? []).map((item) => item.replace(/,/g, '‚')).join(','),
      ranges,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: validation.allowInvalid ? WARNING : STOP,
      error: validation.help,
      renderMode: ARROW,
    })
  }
  return rules
}
