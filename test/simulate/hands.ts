/** What people do by hand in the sheet and in Gmail, and what the judge has to know of it. */

import { TABLES } from '../../src/registry/tables'
import { boxOf } from '../../workbench/workspace/services/mail-server'
import type { CellValue, SheetState } from '../../workbench/workspace/services/spreadsheet/state'
import type { Workspace } from '../../workbench/workspace/workspace'
import type { Act, Tab } from './misfortune'
import { type Made, NOOR } from './scene'

type Doing<D extends Act['do']> = Extract<Act, { do: D }>
interface Undo {
  /** Service calls until then. */
  left: number
  do(): void
}

/** How people rename a column of ours. */
const RENAMED = ' (ours)'

export class Hands {
  /** All that stood in Outbox rows that somebody deleted. */
  readonly deletedRows: string[] = []
  /** Drafts that somebody deleted, as raw text. */
  readonly deletedDrafts: string[] = []
  /** Something in a ledger was moved, cleared or taken away. */
  moved = false
  cleared = false
  /** A column stood between those that the program writes as one block, or one of these elsewhere among them. */
  split = false
  /** Address → service calls at the moment it was opted out. */
  readonly optedOut = new Map<string, number>()
  /** Told after each change of who should get what. */
  onNetwork: () => void = () => {}
  private undos: Undo[] = []

  constructor(
    private readonly ws: Workspace,
    private readonly made: Made,
  ) {}

  do(act: Act, account: string): void {
    if (act.do === 'delete draft') this.deleteDraft(act, account)
    else if (act.do === 'clear state') this.clearState(act)
    else if (act.do === 'opt out' || act.do === 'away' || act.do === 'group leaves') this.network(act)
    else if ('tab' in act) this.reshape(act)
  }

  undoDue(): void {
    for (const undo of [...this.undos]) if (--undo.left <= 0) this.undo(undo)
  }

  undoAll(): void {
    for (const undo of [...this.undos].reverse()) this.undo(undo)
  }

  private undo(undo: Undo): void {
    this.undos = this.undos.filter((other) => other !== undo)
    undo.do()
  }

  private tab(name: string): SheetState {
    const tab = this.ws.spreadsheet().sheets.find((sheet) => sheet.name === name)
    if (!tab) throw new Error(`no tab ${name}`)
    return tab
  }

  /** Body rows that hold something, as sheet rows from 2. */
  private rowAt(tab: SheetState, at: number): number {
    return tab.cells.length < 2 ? 0 : 2 + Math.floor(at * (tab.cells.length - 1))
  }

  private columnAt(tab: SheetState, at: number): number {
    return 1 + Math.floor(at * Math.max(1, tab.cells[0]?.length ?? 1))
  }

  private column(tab: SheetState, header: string): number {
    return (tab.cells[0] ?? []).indexOf(header)
  }

  /** The same, renamed by somebody or not. */
  private columnOf(tab: SheetState, header: string): number {
    return Math.max(this.column(tab, header), this.column(tab, `${header}${RENAMED}`))
  }

  private reshape(act: Extract<Act, { readonly tab: Tab }>): void {
    const { people } = this.ws
    const tab = this.tab(act.tab)
    if (act.tab === 'Outbox' || act.tab === 'Alerts') this.moved = true
    const row = this.rowAt(tab, 'at' in act ? act.at : 0)
    if (act.do === 'sort') people.sort(NOOR, act.tab, act.column, act.up)
    else if (act.do === 'insert column') people.insertColumn(NOOR, act.tab, this.columnAt(tab, act.at))
    else if (act.do === 'move column')
      people.moveColumn(NOOR, act.tab, this.columnAt(tab, act.at), this.columnAt(tab, act.to))
    else if (act.do === 'rename column') this.rename(act, tab)
    else if (act.do === 'delete column') this.deleteColumn(act, tab)
    else if (row > 0 && act.do === 'insert rows') people.insertRows(NOOR, act.tab, row, act.count)
    else if (row > 0 && act.do === 'delete row') {
      if (act.tab === 'Outbox') this.deletedRows.push(JSON.stringify(tab.cells[row - 1] ?? null))
      people.deleteRows(NOOR, act.tab, row)
    }
    if (act.tab === 'Outbox' || act.tab === 'Alerts')
      this.lookAtBlock(tab, TABLES[act.tab === 'Outbox' ? 'outbox' : 'alerts'])
  }

  private lookAtBlock(tab: SheetState, { block = [], columns }: { block?: readonly string[]; columns: object }): void {
    const headers = block.map((name) => (columns as Record<string, { header: string }>)[name]?.header ?? '')
    const at = headers.map((header) => this.column(tab, header)).filter((index) => index >= 0)
    const isAmongThem = Math.max(...at) - Math.min(...at) >= block.length
    if (isAmongThem || at.some((index, i) => index < (at[i - 1] ?? 0))) this.split = true
  }

  private rename(act: Doing<'rename column'>, tab: SheetState): void {
    const column = this.columnAt(tab, act.at)
    const header = tab.cells[0]?.[column - 1]
    if (typeof header !== 'string' || header === '' || header.endsWith(RENAMED)) return
    const renamed = `${header}${RENAMED}`
    this.ws.people.renameHeader(NOOR, act.tab, column, renamed)
    const back = () => {
      const now = this.column(tab, renamed) + 1
      if (now > 0) this.ws.people.renameHeader(NOOR, act.tab, now, header)
    }
    this.undos.push({ left: act.calls, do: back })
  }

  /** Undone later, as Sheets undoes: the column comes back with what was in it, wherever its rows stand now. */
  private deleteColumn(act: Doing<'delete column'>, tab: SheetState): void {
    const column = this.columnAt(tab, act.at)
    const header = tab.cells[0]?.[column - 1]
    const keyHeader = this.keyOf(act.tab)
    const key = this.columnOf(tab, keyHeader)
    if (typeof header !== 'string' || header === '' || column - 1 === key) return
    const held = new Map<CellValue, CellValue>()
    for (const cells of tab.cells.slice(1)) held.set(cells?.[key] ?? null, cells?.[column - 1] ?? null)
    this.ws.people.deleteColumn(NOOR, act.tab, column)
    const back = () => {
      this.ws.people.insertColumn(NOOR, act.tab, column)
      const now = this.columnOf(tab, keyHeader)
      tab.cells.forEach((cells, i) => {
        // Whoever had renamed it finds their own undo of that done by now, or with this one.
        if (cells) cells[column - 1] = i === 0 ? header.replace(RENAMED, '') : (held.get(cells[now] ?? null) ?? null)
      })
    }
    this.undos.push({ left: act.calls, do: back })
  }

  private keyOf(name: Tab): string {
    const [key = '', columns = {}] = Object.values(TABLES).flatMap((t) => (t.tab === name ? [t.key[0], t.columns] : []))
    return (columns as Record<string, { header: string }>)[String(key)]?.header ?? ''
  }

  private clearState({ at }: Doing<'clear state'>): void {
    const tab = this.tab('Outbox')
    const row = this.rowAt(tab, at)
    const column = this.column(tab, TABLES.outbox.columns.state.header)
    if (!row || column < 0) return
    this.cleared = true
    this.ws.people.clear(NOOR, 'Outbox', row, column + 1)
  }

  private deleteDraft({ at }: Doing<'delete draft'>, account: string): void {
    const { drafts } = boxOf(this.ws, account)
    const [gone] = drafts.splice(Math.floor(at * drafts.length), 1)
    if (gone) this.deletedDrafts.push(gone.raw)
  }

  /** Types into People or Groups, in the row that has this ID now. */
  private network({ do: what, at }: Doing<'opt out' | 'away' | 'group leaves'>): void {
    const { groups, people } = this.made
    if (what === 'group leaves') {
      const group = groups[Math.floor(at * groups.length)]
      if (group && this.type('groups', group.id, 'status', 'left')) group.status = 'left'
    } else {
      const person = people[Math.floor(at * people.length)]
      if (!person) return
      if (what === 'away' && this.type('people', person.id, 'awayUntil', '2027-01-04')) person.away = true
      if (what === 'opt out' && this.type('people', person.id, 'optedOut', 'yes')) {
        person.optedOut = true
        const address = person.email.toLowerCase()
        if (!this.optedOut.has(address)) this.optedOut.set(address, this.ws.callCount)
      }
    }
    this.onNetwork()
  }

  private type(name: 'groups' | 'people', id: string, column: string, text: string): boolean {
    const { tab: title, columns } = TABLES[name]
    const tab = this.tab(title)
    const header = (columns as Record<string, { header: string }>)[column]?.header ?? ''
    const [row, at] = [tab.cells.findIndex((cells) => cells?.includes(id)), this.column(tab, header)]
    if (row < 1 || at < 0) return false
    this.ws.people.edit(NOOR, title, row + 1, at + 1, text)
    return true
  }
}
