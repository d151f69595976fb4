/** One tab of the model beside one worksheet of Univer: the first snapshot, then only what differs. */
import type { ICommandService, IRange, IWorksheetData } from '@univerjs/core'
import { AddDataValidationMutation, RemoveDataValidationMutation } from '@univerjs/data-validation'
import {
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetRowCountMutation,
} from '@univerjs/sheets'
import type { SheetState } from '../../workspace/services/spreadsheet/state'
import { BOOK, sheetKey } from './keys'
import { Shadow } from './shadow'
import { validationRules } from './validations'

const freeze = (sheet: SheetState) => ({
  xSplit: sheet.frozenColumns,
  ySplit: sheet.frozenRows,
  startRow: sheet.frozenRows || -1,
  startColumn: sheet.frozenColumns || -1,
})

/** What is compared besides cells, each as one string or number. */
const frame = (sheet: SheetState) => ({
  name: sheet.name,
  hidden: sheet.hidden,
  frozen: `${sheet.frozenRows},${sheet.frozenColumns}`,
  rows: sheet.rows,
  columns: sheet.columns,
  widths: JSON.stringify(sheet.columnWidths),
  hiddenRows: JSON.stringify(sheet.hiddenRows),
  hiddenColumns: JSON.stringify(sheet.hiddenColumns),
  validations: JSON.stringify(sheet.validations),
})
type Frame = ReturnType<typeof frame>

// As if from afar: Univer then neither offers undo nor brings a new tab to the front by itself.
const OURS = { onlyLocal: true, fromCollab: true }

/** Does what the model says in Univer, without undo and without being taken for a person's hand. */
export type Push = (mutation: { id: string }, params: object) => void
export const pusher =
  (commands: ICommandService): Push =>
  (mutation, params) =>
    void commands.syncExecuteCommand(mutation.id, { unitId: BOOK, ...params }, OURS)

export class Tab {
  readonly shadow = new Shadow()
  private shown: Frame
  private ruleIds: string[] = []
  /** The whole tab, for `createUnit` or the insert-sheet mutation. */
  readonly snapshot: IWorksheetData

  constructor(sheet: SheetState, zone: string) {
    this.shown = { ...frame(sheet), validations: '{}' }
    const columnData: Record<number, { w?: number; hd?: 0 | 1 }> = {}
    for (const [column, w] of Object.entries(sheet.columnWidths)) columnData[Number(column)] = { w }
    for (const column of sheet.hiddenColumns) columnData[column] = { ...columnData[column], hd: 1 }
    this.snapshot = {
      id: sheetKey(sheet.id),
      name: sheet.name,
      hidden: sheet.hidden ? 1 : 0,
      freeze: freeze(sheet),
      rowCount: sheet.rows,
      columnCount: sheet.columns,
      defaultColumnWidth: 100,
      defaultRowHeight: 22,
      cellData: this.shadow.diff(sheet, zone),
      rowData: Object.fromEntries(sheet.hiddenRows.map((row) => [row, { hd: 1 }])),
      columnData,
      tabColor: '',
      zoomRatio: 1,
      scrollTop: 0,
      scrollLeft: 0,
      mergeData: [],
      rowHeader: { width: 46 },
      columnHeader: { height: 22 },
      showGridlines: 1,
      rightToLeft: 0,
    }
  }

  /** Pushes what has changed in the model since the last look. */
  update(sheet: SheetState, zone: string, push: Push): void {
    const subUnitId = sheetKey(sheet.id)
    const before = this.shown
    const now = frame(sheet)
    this.shown = now
    if (now.name !== before.name) push(SetWorksheetNameMutation, { subUnitId, name: now.name })
    if (now.rows > before.rows) push(SetWorksheetRowCountMutation, { subUnitId, rowCount: now.rows })
    if (now.columns > before.columns) push(SetWorksheetColumnCountMutation, { subUnitId, columnCount: now.columns })
    const cellValue = this.shadow.diff(sheet, zone)
    if (Object.keys(cellValue).length > 0) push(SetRangeValuesMutation, { subUnitId, cellValue })
    if (now.rows < before.rows) push(SetWorksheetRowCountMutation, { subUnitId, rowCount: now.rows })
    if (now.columns < before.columns) push(SetWorksheetColumnCountMutation, { subUnitId, columnCount: now.columns })
    if (now.frozen !== before.frozen) push(SetFrozenMutation, { subUnitId, ...freeze(sheet) })
    if (now.hidden !== before.hidden) push(SetWorksheetHideMutation, { subUnitId, hidden: sheet.hidden ? 1 : 0 })
    if (now.widths !== before.widths)
      for (const [column, colWidth] of Object.entries(sheet.columnWidths))
        push(SetWorksheetColWidthMutation, { subUnitId, ranges: [columnRange(sheet, Number(column))], colWidth })
    if (now.hiddenRows !== before.hiddenRows) {
      const { gone, come } = difference(before.hiddenRows, sheet.hiddenRows)
      if (come.length > 0) push(SetRowHiddenMutation, { subUnitId, ranges: come.map((row) => rowRange(sheet, row)) })
      if (gone.length > 0) push(SetRowVisibleMutation, { subUnitId, ranges: gone.map((row) => rowRange(sheet, row)) })
    }
    if (now.hiddenColumns !== before.hiddenColumns) {
      const { gone, come } = difference(before.hiddenColumns, sheet.hiddenColumns)
      if (come.length > 0) push(SetColHiddenMutation, { subUnitId, ranges: come.map((c) => columnRange(sheet, c)) })
      if (gone.length > 0) push(SetColVisibleMutation, { subUnitId, ranges: gone.map((c) => columnRange(sheet, c)) })
    }
    if (now.validations !== before.validations || now.rows !== before.rows) this.updateRules(sheet, push)
  }

  private updateRules(sheet: SheetState, push: Push): void {
    const subUnitId = sheetKey(sheet.id)
    const rules = validationRules(sheet)
    if (this.ruleIds.length > 0) push(RemoveDataValidationMutation, { subUnitId, ruleId: this.ruleIds })
    if (rules.length > 0) push(AddDataValidationMutation, { subUnitId, rule: rules })
    this.ruleIds = rules.map((rule) => rule.uid)
  }

  /** Univer shows this by a person's hand: the next look puts the model's back where it differs. */
  saw(changed: Partial<Frame>): void {
    this.shown = { ...this.shown, ...changed }
  }
}

const rowRange = (sheet: SheetState, row: number): IRange => ({
  startRow: row,
  endRow: row,
  startColumn: 0,
  endColumn: sheet.columns - 1,
})
const columnRange = (sheet: SheetState, column: number): IRange => ({
  startRow: 0,
  endRow: sheet.rows - 1,
  startColumn: column,
  endColumn: column,
})

function difference(before: string, now: number[]): { gone: number[]; come: number[] } {
  const old = JSON.parse(before) as number[]
  return { gone: old.filter((n) => !now.includes(n)), come: now.filter((n) => !old.includes(n)) }
}
