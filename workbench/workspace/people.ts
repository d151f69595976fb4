/** What persons do in a spreadsheet by hand. They pass no gate; the script hears of it through its triggers. */
import type { ScriptError } from './errors'
import { type EditSpot, fireChange, fireEdit, fireOpen } from './events'
import type { MessageKey } from './messages'
import type { RunResult } from './run'
import { type Rect, rectOf } from './services/spreadsheet/a1'
import { mayChange, mayEdit } from './services/spreadsheet/access'
import { lastRow, Refusal, readCells, writeCells } from './services/spreadsheet/cells'
import { newTab } from './services/spreadsheet/new'
import type { SheetState, SpreadsheetState } from './services/spreadsheet/state'
import * as structure from './services/spreadsheet/structure'
import type { MenuEntry } from './ui-state'
import type { Workspace } from './workspace'

/**
 * Rows and columns count from 1, as people see them. What Google would refuse (a protected cell, a value against a rule)
 * throws a ScriptError in the person’s language and changes nothing.
 */
export class People {
  constructor(private readonly workspace: Workspace) {}

  /** Opens (or reloads) a spreadsheet: what was on the screen is gone, `onOpen` runs. */
  open(account: string, spreadsheetId?: string): RunResult | null {
    const book = this.workspace.spreadsheet(spreadsheetId ?? this.workspace.ui(account).spreadsheetId ?? undefined)
    if (!mayEdit(book, this.email(account))) throw this.error(account, 'noDocumentAccess')
    const ui = this.workspace.ui(account)
    Object.assign(ui, { spreadsheetId: book.id, menus: [], sidebar: null, dialogs: [], toasts: [] })
    return fireOpen(this.workspace, this.email(account), book)
  }

  /** Types into one cell. */
  edit(account: string, tab: string, row: number, column: number, typed: string): void {
    this.write(account, tab, row, column, [[typed]], false)
  }

  /** Pastes a block of texts with its upper left corner in a cell; rules of the cells do not stop it. */
  paste(account: string, tab: string, row: number, column: number, texts: readonly (readonly string[])[]): void {
    this.write(account, tab, row, column, texts, true)
  }

  private write(
    account: string,
    tab: string,
    row: number,
    column: number,
    typed: readonly (readonly string[])[],
    pasted: boolean,
  ): void {
    const { book, sheet } = this.place(account, tab)
    const rect = rectOf(row - 1, column - 1, typed.length, Math.max(...typed.map((line) => line.length)))
    if (rect.row + rect.rows > sheet.rows) sheet.rows = rect.row + rect.rows
    if (rect.column + rect.columns > sheet.columns) sheet.columns = rect.column + rect.columns
    this.allowed(account, book, sheet, rect)
    const single = rect.rows * rect.columns === 1
    const before = single ? (readCells(sheet, rect)[0]?.[0] ?? null) : null
    this.refusing(account, () =>
      writeCells(sheet, rect, typed, {
        book,
        by: 'person',
        pasted,
        now: this.workspace.clock.now,
        textFormatStopsFormulas: true,
        apostropheIsStored: false,
      }),
    )
    this.workspace.changed({ spreadsheetId: book.id, sheetId: sheet.id, cells: rect })
    const spot: EditSpot = { book, sheet, rect, before }
    fireEdit(this.workspace, this.email(account), spot)
    fireChange(this.workspace, book, 'EDIT')
  }

  /** Empties a block, as the delete key does. */
  clear(account: string, tab: string, row: number, column: number, rows = 1, columns = 1): void {
    const blank = Array.from({ length: rows }, () => new Array<string>(columns).fill(''))
    this.paste(account, tab, row, column, blank)
  }

  /** Puts the cursor somewhere. */
  select(account: string, tab: string, row: number, column: number, rows = 1, columns = 1): void {
    const { book, sheet } = this.place(account, tab)
    book.selection[this.email(account)] = { sheetId: sheet.id, ...rectOf(row - 1, column - 1, rows, columns) }
  }

  /** Sorts all rows below the frozen ones by one column. */
  sort(account: string, tab: string, column: number, ascending = true): void {
    this.reshape(account, tab, 'OTHER', null, (sheet) => {
      const from = sheet.frozenRows
      const rect = rectOf(from, 0, Math.max(0, lastRow(sheet) - from), sheet.columns)
      structure.sortRows(sheet, rect, [{ column: column - 1, ascending }])
    })
  }

  insertRows(account: string, tab: string, before: number, count = 1): void {
    this.reshape(account, tab, 'INSERT_ROW', 'none', (sheet) => structure.insertRows(sheet, before - 1, count))
  }

  deleteRows(account: string, tab: string, from: number, count = 1): void {
    const rect = (sheet: SheetState): Rect => rectOf(from - 1, 0, count, sheet.columns)
    this.reshape(account, tab, 'REMOVE_ROW', rect, (sheet) => structure.deleteRows(sheet, from - 1, count))
  }

  insertColumn(account: string, tab: string, before: number, count = 1): void {
    this.reshape(account, tab, 'INSERT_COLUMN', 'none', (sheet) => structure.insertColumns(sheet, before - 1, count))
  }

  deleteColumn(account: string, tab: string, column: number, count = 1): void {
    const rect = (sheet: SheetState): Rect => rectOf(0, column - 1, sheet.rows, count)
    this.reshape(account, tab, 'REMOVE_COLUMN', rect, (sheet) => structure.deleteColumns(sheet, column - 1, count))
  }

  /** Drags a column to stand where column `to` stands now. */
  moveColumn(account: string, tab: string, column: number, to: number): void {
    this.reshape(account, tab, 'OTHER', null, (sheet) =>
      structure.moveColumns(sheet, column - 1, 1, to > column ? to : to - 1),
    )
  }

  /** Types another header into the first row. */
  renameHeader(account: string, tab: string, column: number, header: string): void {
    this.edit(account, tab, 1, column, header)
  }

  hideTab(account: string, tab: string, hidden = true): void {
    const { book, sheet } = this.place(account, tab)
    if (hidden && !book.sheets.some((other) => other !== sheet && !other.hidden)) throw this.error(account, 'lastTab')
    sheet.hidden = hidden
    this.tabsChanged(book, 'OTHER')
  }

  addTab(account: string, name: string): void {
    const book = this.book(account)
    this.nameFree(account, book, name)
    book.sheets.push(newTab(this.workspace.random.int(1, 2 ** 31 - 1), { name }))
    this.tabsChanged(book, 'INSERT_GRID')
  }

  deleteTab(account: string, tab: string): void {
    const { book, sheet } = this.place(account, tab)
    if (!book.sheets.some((other) => other !== sheet && !other.hidden)) throw this.error(account, 'lastTab')
    if (sheet.protections.length > 0) this.allowed(account, book, sheet)
    book.sheets.splice(book.sheets.indexOf(sheet), 1)
    this.tabsChanged(book, 'REMOVE_GRID')
  }

  renameTab(account: string, tab: string, name: string): void {
    const { book, sheet } = this.place(account, tab)
    this.nameFree(account, book, name, sheet)
    sheet.name = name
    this.tabsChanged(book, 'OTHER')
  }

  /** Clicks an item of a menu; `'Sub-menu > Item'` for one further in. Throws where there is none. */
  clickMenu(account: string, menuTitle: string, itemLabel: string): RunResult {
    const ui = this.workspace.ui(account)
    const menu = ui.menus.find((other) => other.title === menuTitle)
    let entries: readonly MenuEntry[] = menu?.entries ?? []
    const path = itemLabel.split(' > ')
    const last = path.pop()
    for (const label of path) {
      const sub = entries.find((entry) => entry.kind === 'menu' && entry.label === label)
      entries = sub?.kind === 'menu' ? sub.entries : []
    }
    const item = entries.find((entry) => entry.kind === 'item' && entry.label === last)
    if (item?.kind !== 'item') throw new Error(`${account} sees no menu item ${menuTitle} > ${itemLabel}`)
    const spreadsheetId = this.book(account).id
    return this.workspace.run({ account, kind: 'menu', spreadsheetId, name: item.handler })
  }

  private email(account: string): string {
    return this.workspace.account(account).email
  }

  private error(account: string, key: MessageKey, ...args: (string | number)[]): ScriptError {
    return this.workspace.error(account, key, ...args)
  }

  /** The spreadsheet the person has open, or the only one. */
  private book(account: string): SpreadsheetState {
    const book = this.workspace.spreadsheet(this.workspace.ui(account).spreadsheetId ?? undefined)
    if (!mayEdit(book, this.email(account))) throw this.error(account, 'noDocumentAccess')
    return book
  }

  private place(account: string, tab: string): { book: SpreadsheetState; sheet: SheetState } {
    const book = this.book(account)
    const sheet = book.sheets.find((other) => other.name === tab)
    if (!sheet) throw new Error(`there is no tab ${tab}`)
    return { book, sheet }
  }

  private allowed(account: string, book: SpreadsheetState, sheet: SheetState, rect?: Rect): void {
    if (!mayChange(book, sheet, this.email(account), rect)) throw this.error(account, 'protectedCell')
  }

  private nameFree(account: string, book: SpreadsheetState, name: string, except?: SheetState): void {
    const taken = book.sheets.some((other) => other !== except && other.name.toLowerCase() === name.toLowerCase())
    if (taken) throw this.error(account, 'tabExists', name)
  }

  private refusing(account: string, effect: () => void): void {
    try {
      effect()
    } catch (error) {
      if (error instanceof Refusal) throw this.error(account, error.key, ...error.args)
      throw error
    }
  }

  /** `touched`: which cells must be free to change; null: the whole tab, `'none'`: only the tab’s own protection counts. */
  private reshape(
    account: string,
    tab: string,
    change: string,
    touched: ((sheet: SheetState) => Rect) | 'none' | null,
    effect: (sheet: SheetState) => void,
  ): void {
    const { book, sheet } = this.place(account, tab)
    if (touched !== 'none') this.allowed(account, book, sheet, touched?.(sheet))
    else if (sheet.protections.some((protection) => protection.kind === 'sheet')) this.allowed(account, book, sheet)
    effect(sheet)
    this.workspace.changed({ spreadsheetId: book.id, sheetId: sheet.id, cells: null })
    fireChange(this.workspace, book, change)
  }

  private tabsChanged(book: SpreadsheetState, change: string): void {
    this.workspace.changed({ spreadsheetId: book.id, sheetId: null, cells: null })
    fireChange(this.workspace, book, change)
  }
}
