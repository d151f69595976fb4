/**
 * What a person does in Univer, told as the workspace's people do it. Typing, delete, paste, drop-down, fill, undo: all
 * end in the mutation that sets cells; the kind of gesture does not matter, only which cells now differ.
 */
import { CellValueType, type ICellData, type ICommandInfo, type ICommandService } from '@univerjs/core'
import type { ISelectionWithStyle } from '@univerjs/sheets'

export interface CellText {
  row: number
  column: number
  text: string
  /** It was text before, whatever it looks like (`01234`): undo and copied text cells. */
  wasText?: boolean
}

export type Deed =
  | { kind: 'edit'; sheet: string; cells: CellText[] }
  | {
      kind: 'insert rows' | 'remove rows' | 'insert columns' | 'remove columns'
      sheet: string
      at: number
      count: number
    }
  | { kind: 'add tab'; name: string }
  | { kind: 'rename tab'; sheet: string; name: string }
  | { kind: 'remove tab'; sheet: string }
  | { kind: 'hide tab'; sheet: string; hidden: boolean }
  | { kind: 'select'; sheet: string; row: number; column: number; rows: number; columns: number }
  /** Something the workspace has no word for: the tab is to be drawn anew from the model. */
  | { kind: 'other'; sheet: string }

interface Range {
  startRow: number
  endRow: number
  startColumn: number
  endColumn: number
}

interface Params {
  subUnitId?: string
  range?: Range
  name?: string
  hidden?: number
  trigger?: string
  cellValue?: Record<string, Record<string, ICellData | null> | null>
  sheet?: { name?: string }
  selections?: readonly ISelectionWithStyle[]
  from?: { subUnitId: string; value: Params['cellValue'] }
  to?: { subUnitId: string; value: Params['cellValue'] }
}

export interface Surroundings {
  /** Raw text in the cell editor; null where there is none. */
  typed(): string | null
  /** What stands in a cell now, as a person would type it. */
  textAt(sheet: string, row: number, column: number): string
  /** What is selected on a tab: each remembers its own. */
  selectedOn(sheet: string): readonly ISelectionWithStyle[]
}

/** Tells `tell` every deed, in order; `quiet` is true while the model itself writes. Gives a function that stops it. */
export function watchHands(
  commands: ICommandService,
  around: Surroundings,
  quiet: () => boolean,
  tell: (deed: Deed) => void,
): () => void {
  // The editor closes after its text has reached the cell, and shows some text even while it is closed.
  let editing = false
  const typing: Surroundings = { ...around, typed: () => (editing ? around.typed() : null) }
  const watch = commands.onCommandExecuted((command, options) => {
    if (command.id === 'sheet.operation.set-cell-edit-visible')
      editing = !!(command.params as { visible?: boolean }).visible
    if (quiet() || options?.fromFormula) return
    for (const deed of deeds(command, typing)) tell(deed)
  })
  return () => watch.dispose()
}

function deeds(command: Readonly<ICommandInfo>, around: Surroundings): Deed[] {
  const params = (command.params ?? {}) as Params
  const sheet = params.subUnitId ?? ''
  const { range } = params
  switch (command.id) {
    case 'sheet.mutation.set-range-values':
      return cellsSet(sheet, params, around)
    case 'sheet.mutation.insert-row':
      return range ? [{ kind: 'insert rows', sheet, ...rows(range) }] : []
    case 'sheet.mutation.remove-rows':
      return range ? [{ kind: 'remove rows', sheet, ...rows(range) }] : []
    case 'sheet.mutation.insert-col':
      return range ? [{ kind: 'insert columns', sheet, ...columns(range) }] : []
    case 'sheet.mutation.remove-col':
      return range ? [{ kind: 'remove columns', sheet, ...columns(range) }] : []
    case 'sheet.mutation.insert-sheet':
      return [{ kind: 'add tab', name: params.sheet?.name ?? '' }]
    case 'sheet.mutation.remove-sheet':
      return [{ kind: 'remove tab', sheet }]
    case 'sheet.mutation.set-worksheet-name':
      return [{ kind: 'rename tab', sheet, name: params.name ?? '' }]
    case 'sheet.mutation.set-worksheet-hidden':
      return [{ kind: 'hide tab', sheet, hidden: params.hidden === 1 }]
    case 'sheet.operation.set-worksheet-active':
      return selected(sheet, around.selectedOn(sheet))
    case 'sheet.operation.set-selections':
      return selected(sheet, params.selections)
    case 'sheet.mutation.move-range':
      return [params.from, params.to].flatMap((end) =>
        end ? cellsSet(end.subUnitId, { cellValue: end.value }, around) : [],
      )
    case 'sheet.mutation.move-rows':
    case 'sheet.mutation.move-columns':
    case 'sheet.mutation.reorder-range':
      return [{ kind: 'other', sheet }]
    default:
      return []
  }
}

const rows = (range: Range) => ({ at: range.startRow, count: range.endRow - range.startRow + 1 })
const columns = (range: Range) => ({ at: range.startColumn, count: range.endColumn - range.startColumn + 1 })

/** Triggers that repaint cells without anybody having written in them. */
const NOT_WRITING = /insert-(row|col)|remove-(row|col)|set-style|numfmt|set-worksheet/

function cellsSet(sheet: string, params: Params, around: Surroundings): Deed[] {
  if (NOT_WRITING.test(params.trigger ?? '')) return []
  const typed = params.trigger === 'sheet.command.set-range-values' ? around.typed() : null
  const cells: CellText[] = []
  for (const [row, line] of Object.entries(params.cellValue ?? {}))
    for (const [column, cell] of Object.entries(line ?? {})) {
      // Style alone, such as a colour: nothing was written.
      if (cell && !('v' in cell) && !('f' in cell) && !('p' in cell)) continue
      const at = { row: Number(row), column: Number(column) }
      const raw = cell?.f ?? cell?.v
      const text = typed ?? (typeof raw === 'string' ? raw : around.textAt(sheet, at.row, at.column))
      cells.push({ ...at, text, ...(typed === null && wasText(cell, params.trigger) ? { wasText: true } : {}) })
    }
  return cells.length > 0 ? [{ kind: 'edit', sheet, cells }] : []
}

function wasText(cell: ICellData | null, trigger = ''): boolean {
  if (!cell?.v || cell.f || (cell.t !== CellValueType.STRING && cell.t !== CellValueType.FORCE_STRING)) return false
  const pattern = typeof cell.s === 'object' ? cell.s?.n?.pattern : null
  return /\.(undo|redo)$/.test(trigger) || pattern === '@'
}

function selected(sheet: string, selections: readonly ISelectionWithStyle[] = []): Deed[] {
  const top = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 }
  const { range, primary } = selections[selections.length - 1] ?? { range: top, primary: null }
  return [
    {
      kind: 'select',
      sheet,
      row: primary?.actualRow ?? range.startRow,
      column: primary?.actualColumn ?? range.startColumn,
      rows: range.endRow - range.startRow + 1,
      columns: range.endColumn - range.startColumn + 1,
    },
  ]
}
