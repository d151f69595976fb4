/** The registry inside an emulated Workspace: its functions called by name, with people who act between service calls. */
import { resolve } from 'node:path'
import { buildSync } from 'esbuild'
import type { Row, TableName } from '../../../src/registry/tables'
import type { ServiceCall } from '../../../workbench/workspace/gate'
import { type Unknowns, Workspace } from '../../../workbench/workspace/workspace'

const root = resolve(__dirname, '../../..')
export const MAYA = 'maya@example.org'
export const LEE = 'lee@example.org'

const SCRIPT = `
  import * as table from './src/registry/table'
  import * as setup from './src/registry/setup'
  import * as settings from './src/registry/settings'
  import * as hand from './src/registry/hand-typed'
  import * as log from './src/registry/log'
  import * as selected from './src/registry/selected'
  const all = { ...table, ...setup, ...settings, ...hand, ...log, ...selected }
  globalThis.probe = (name, ...args) => all[name](...args)
`

let built = ''
function script(): string {
  built ||=
    buildSync({
      stdin: { contents: SCRIPT, resolveDir: root, loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2019',
    }).outputFiles[0]?.text ?? ''
  return `function probe() {}\n${built}`
}

export interface Probe {
  readonly workspace: Workspace
  /** Calls a function of the registry as `who`; throws what it throws. */
  call<T>(name: string, ...args: unknown[]): T
  callAs<T>(who: string, name: string, ...args: unknown[]): T
  /** What stands in a tab, as JavaScript values; '' for blank. */
  cells(tab: string): unknown[][]
  /** A tab as rows by header. */
  rows(tab: string): Record<string, unknown>[]
  /** Lets a person act right before (or after) the nth service call whose method matches, once. */
  whenever(method: RegExp, n: number, act: () => void, when?: 'before' | 'after'): void
  /** Service calls to the sheet since the last time this was asked. */
  spent(): number
  readonly person: Person
}

/** What someone with the sheet open does: nothing of it passes through the script. */
export interface Person {
  type(tab: string, row: number, header: string, text: string): void
  typeAt(tab: string, row: number, column: number, text: string): void
  sort(tab: string, header: string, ascending?: boolean): void
  insertRow(tab: string, before: number): void
  deleteRow(tab: string, row: number): void
  insertColumn(tab: string, before: number, header?: string): void
  deleteColumn(tab: string, header: string): void
  rename(tab: string, header: string, to: string): void
  columnOf(tab: string, header: string): number
}

export interface ProbeOptions {
  setUp?: boolean
  unknowns?: Partial<Unknowns>
  timeZone?: string
  /** A workspace as `workspace.save()` gave it. */
  saved?: string
}

/** Setting up takes a while: done once, the sheet as it is then serves every probe that asks for nothing else. */
let freshlySetUp = ''

export function openProbe(given: ProbeOptions = {}): Probe {
  const plain = given.setUp !== false && !given.saved && !given.timeZone
  if (plain && !freshlySetUp) {
    const first = openProbe({ setUp: false })
    first.call('setUpSheet')
    freshlySetUp = first.workspace.save()
  }
  const options = plain ? { ...given, saved: freshlySetUp } : given
  const about = {
    bundle: script(),
    manifest: {
      timeZone: 'America/New_York',
      oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'],
    },
    now: Date.parse('2026-11-23T17:00:00Z'),
    seed: 1,
    ...(options.unknowns ? { unknowns: options.unknowns } : {}),
  }
  const workspace = options.saved ? Workspace.load(about, options.saved) : new Workspace(about)
  if (!options.saved) {
    workspace.addAccount(MAYA)
    workspace.addAccount(LEE)
    const timeZone = options.timeZone ?? 'America/Chicago'
    workspace.addSpreadsheet({ name: 'Registry', owner: MAYA, editors: [LEE], timeZone })
  }
  const book = workspace.spreadsheet()

  const callAs = <T>(who: string, name: string, ...args: unknown[]): T => {
    const result = workspace.run({
      account: who,
      kind: 'editor',
      spreadsheetId: book.id,
      name: 'probe',
      args: [name, ...args],
    })
    if (result.error) throw result.error
    return result.value as T
  }
  const sheetOf = (tab: string) => {
    const found = book.sheets.find((s) => s.name === tab)
    if (!found) throw new Error(`no tab ${tab}`)
    return found
  }
  const cells = (tab: string): unknown[][] =>
    Array.from(sheetOf(tab).cells, (row) =>
      (row ?? []).map((cell) => (cell === null ? '' : typeof cell === 'object' ? new Date(cell.date) : cell)),
    )
  let counted = 0
  const probe: Probe = {
    workspace,
    callAs,
    call: (name, ...args) => callAs(MAYA, name, ...args),
    cells,
    rows(tab) {
      const [header = [], ...rows] = cells(tab)
      return rows
        .filter((row) => row.some((cell) => cell !== ''))
        .map((row) => Object.fromEntries(header.map((h, i) => [String(h), row[i] ?? ''])))
    },
    whenever(method, n, act, when = 'before') {
      let seen = 0
      workspace.hook = {
        [when](call: ServiceCall) {
          if (!method.test(call.method) || ++seen !== n) return
          workspace.hook = null
          act()
        },
      }
    },
    spent() {
      const calls = [...workspace.meters]
        .filter(([key]) => key.startsWith('SpreadsheetApp'))
        .reduce((n, [, m]) => n + m.calls, 0)
      const since = calls - counted
      counted = calls
      return since
    },
    person: personOf(workspace, cells),
  }
  if (options.setUp !== false && !options.saved) probe.call('setUpSheet')
  return probe
}

function personOf(workspace: Workspace, cells: (tab: string) => unknown[][]): Person {
  const { people } = workspace
  const columnOf = (tab: string, header: string): number => {
    const at = (cells(tab)[0] ?? []).indexOf(header)
    if (at < 0) throw new Error(`no column ${header}`)
    return at + 1
  }
  const typeAt = (tab: string, row: number, column: number, text: string) => workspace.edit(LEE, tab, row, column, text)
  return {
    columnOf,
    typeAt,
    type: (tab, row, header, text) => typeAt(tab, row, columnOf(tab, header), text),
    sort: (tab, header, ascending = true) => people.sort(LEE, tab, columnOf(tab, header), ascending),
    insertRow: (tab, before) => people.insertRows(LEE, tab, before),
    deleteRow: (tab, row) => people.deleteRows(LEE, tab, row),
    insertColumn(tab, before, header) {
      people.insertColumn(LEE, tab, before)
      if (header) typeAt(tab, 1, before, header)
    },
    deleteColumn: (tab, header) => people.deleteColumn(LEE, tab, columnOf(tab, header)),
    rename: (tab, header, to) => typeAt(tab, 1, columnOf(tab, header), to),
  }
}

/** Groups with made-up names, as rows to append. */
export const groupRows = (count: number): Partial<Row<'groups'>>[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `Group ${String(i + 1).padStart(3, '0')}`,
    town: `Town ${count - i}`,
    zip: String(1000 + i).padStart(5, '0'),
    status: 'active',
    mapping: 'none',
  }))

export type { Row, TableName }
