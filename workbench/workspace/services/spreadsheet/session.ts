/** One run’s way to its spreadsheets: every call passes the gate here, writes through the buffer. */
import type { ScriptError } from '../../errors'
import type { Execution } from '../../execution'
import type { MessageKey } from '../../messages'
import type { Rect } from './a1'
import { mayChange, mayEdit } from './access'
import { WriteBuffer } from './buffer'
import { Refusal, type Writing } from './cells'
import type { SheetState, SpreadsheetState } from './state'

const BOUND = ['spreadsheets.currentonly', 'spreadsheets'] as const
const ANY = ['spreadsheets'] as const

export class SheetSession {
  private readonly buffer: WriteBuffer

  constructor(readonly execution: Execution) {
    this.buffer = new WriteBuffer(execution)
  }

  get account(): string {
    return this.execution.account
  }

  get workspace(): Execution['workspace'] {
    return this.execution.workspace
  }

  error(key: MessageKey, ...args: (string | number)[]): ScriptError {
    return this.workspace.error(this.account, key, ...args)
  }

  writing(book: SpreadsheetState): Writing {
    const { clock, unknowns } = this.workspace
    const { textFormatStopsFormulas, apostropheIsStored } = unknowns
    return { book, now: clock.now, by: 'script', textFormatStopsFormulas, apostropheIsStored }
  }

  /** A call that needs nothing from the sheet (coordinates, builders). Costs no modelled time. */
  local<T>(method: string, effect: () => T): T {
    return this.gate(method, BOUND, effect, 0, 0)
  }

  /** A call that sees tabs and the grid but no cells: what waits goes on waiting. */
  look<T>(book: SpreadsheetState, method: string, effect: () => T): T {
    return this.gate(method, this.scopes(book), () => this.withAccess(book, effect), 0)
  }

  /** A call that sees cells: waiting writes are done first. */
  read<T>(book: SpreadsheetState, method: string, effect: () => T, items = 0): T {
    return this.gate(
      method,
      this.scopes(book),
      () => {
        this.buffer.flush()
        return this.withAccess(book, effect)
      },
      items,
    )
  }

  /** A call that changes the sheet at once (rows, columns, tabs). */
  change<T>(book: SpreadsheetState, method: string, sheet: SheetState | null, effect: () => T): T {
    return this.read(book, method, () => {
      if (!mayEdit(book, this.account)) throw this.error('protectedCell')
      const result = this.refusing(effect)
      this.changed(book, sheet, null)
      return result
    })
  }

  /** A call whose change waits. Whether it is allowed is found out only then. */
  write(
    book: SpreadsheetState,
    method: string,
    sheet: SheetState,
    rect: Rect,
    effect: () => void,
    looks = false,
  ): void {
    this.gate(
      method,
      this.scopes(book),
      () =>
        this.buffer.add(() => {
          if (!book.sheets.includes(sheet)) throw this.error('tabMissing', sheet.id)
          if (rect.row + rect.rows > sheet.rows || rect.column + rect.columns > sheet.columns)
            throw this.error('outsideSheet')
          if (!mayChange(book, sheet, this.account, rect)) throw this.error('protectedCell')
          this.refusing(effect)
          this.changed(book, sheet, looks ? null : rect)
        }),
      rect.rows * rect.columns,
    )
  }

  flush(): void {
    this.gate('flush', BOUND, () => this.buffer.flush(), 0)
  }

  /** Inside a call of another kind: what waits is written; what is refused comes out here. */
  settle(): void {
    this.buffer.flush()
  }

  mayChange(book: SpreadsheetState, sheet: SheetState): boolean {
    return mayChange(book, sheet, this.account)
  }

  private withAccess<T>(book: SpreadsheetState, effect: () => T): T {
    if (!mayEdit(book, this.account)) throw this.error('noDocumentAccess')
    return effect()
  }

  private refusing<T>(effect: () => T): T {
    try {
      return effect()
    } catch (error) {
      if (error instanceof Refusal) throw this.error(error.key, ...error.args)
      throw error
    }
  }

  private changed(book: SpreadsheetState, sheet: SheetState | null, cells: Rect | null): void {
    this.workspace.changed({ spreadsheetId: book.id, sheetId: sheet?.id ?? null, cells })
  }

  private scopes(book: SpreadsheetState): readonly string[] {
    return book.id === this.execution.spreadsheetId ? BOUND : ANY
  }

  private gate<T>(method: string, scopes: readonly string[], effect: () => T, items: number, ms?: number): T {
    const cost = ms === undefined ? {} : { ms }
    return this.execution.call({ service: 'SpreadsheetApp', method, scopes, limited: true, ...cost }, effect, items)
  }
}

const sessions = new WeakMap<Execution, SheetSession>()

/** A run has one session, so that all its writes wait in one line. */
export function sessionOf(execution: Execution): SheetSession {
  let found = sessions.get(execution)
  if (!found) sessions.set(execution, (found = new SheetSession(execution)))
  return found
}
