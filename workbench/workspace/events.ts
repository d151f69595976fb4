/**
 * Triggers that a person’s doing sets off. Simple ones (`onOpen`, `onEdit`) run as that person with little authority;
 * installable ones run as whoever made them. What scripts write sets off neither.
 */
import { AUTH_MODE } from './auth-mode'
import { declaredFunctions } from './bundle'
import type { Execution } from './execution'
import type { RunResult } from './run'
import type { Rect } from './services/spreadsheet/a1'
import { readCells } from './services/spreadsheet/cells'
import { eventRange, eventSource } from './services/spreadsheet/event'
import type { CellValue, SheetState, SpreadsheetState } from './services/spreadsheet/state'
import { chargeRuntime, mailFailure, whyNot } from './timers'
import type { TimerRecord } from './timers-state'
import type { Workspace } from './workspace'

type Event = Record<string, unknown>

export interface EditSpot {
  readonly book: SpreadsheetState
  readonly sheet: SheetState
  readonly rect: Rect
  /** What stood in a single edited cell. */
  readonly before: CellValue
}

/** As `value` and `oldValue` of an event: text; dates as Sheets counts days. Empty cells have none. */
function eventValue(value: CellValue): string | undefined {
  if (value === null || value === '') return undefined
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'object' ? String(value.date / 86_400_000 + 25_569) : String(value)
}

function simple(
  workspace: Workspace,
  account: string,
  book: SpreadsheetState,
  name: string,
  event: (execution: Execution) => Event,
): RunResult | null {
  if (!declaredFunctions(workspace.options.bundle).includes(name)) return null
  const args = (execution: Execution) => [{ authMode: AUTH_MODE.LIMITED, ...event(execution) }]
  return workspace.run({ account, kind: 'simple', spreadsheetId: book.id, name, args })
}

function installable(
  workspace: Workspace,
  kind: TimerRecord['kind'],
  book: SpreadsheetState,
  event: (execution: Execution) => Event,
): void {
  const records = workspace.state.timers.records.filter((r) => r.kind === kind && r.spreadsheetId === book.id)
  for (const record of records) {
    if (record.disabled) continue
    const refused = whyNot(workspace, record)
    if (refused) {
      mailFailure(workspace, record, refused)
      continue
    }
    const args = (execution: Execution) => [{ authMode: AUTH_MODE.FULL, triggerUid: record.id, ...event(execution) }]
    const { owner: account, handler: name } = record
    const result = workspace.run({ account, kind: 'installable', spreadsheetId: book.id, name, args })
    chargeRuntime(workspace, account, workspace.clock.now - result.execution.startedAt)
    if (result.error) mailFailure(workspace, record, result.error.message)
  }
}

/** `onOpen`, then the installable ones. Gives the simple trigger’s run, or null where the script has none. */
export function fireOpen(workspace: Workspace, account: string, book: SpreadsheetState): RunResult | null {
  const event = (execution: Execution): Event => ({ source: eventSource(execution, book), user: account })
  const result = simple(workspace, account, book, 'onOpen', event)
  installable(workspace, 'onOpen', book, event)
  return result
}

export function fireEdit(workspace: Workspace, account: string, spot: EditSpot): void {
  const { book, sheet, rect, before } = spot
  const single = rect.rows * rect.columns === 1
  const value = single ? eventValue(readCells(sheet, rect)[0]?.[0] ?? null) : undefined
  const oldValue = single ? eventValue(before) : undefined
  const event = (execution: Execution): Event => ({
    source: eventSource(execution, book),
    range: eventRange(execution, book, sheet, rect),
    user: account,
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
  })
  simple(workspace, account, book, 'onEdit', event)
  installable(workspace, 'onEdit', book, event)
}

/** `changeType` as Google names it: `EDIT`, `INSERT_ROW`, `REMOVE_GRID`, `OTHER` … */
export function fireChange(workspace: Workspace, book: SpreadsheetState, changeType: string): void {
  installable(workspace, 'onChange', book, (execution) => ({ source: eventSource(execution, book), changeType }))
}
