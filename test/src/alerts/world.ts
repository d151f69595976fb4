/** A small network in the emulated Workspace, driven through the script’s real doors. */
import type { Answer, Draft, FaultShape, Params, Progress, RequestName } from '../../../src/contract'
import { TABLES, type TableName } from '../../../src/registry/tables'
import type { CellValue, SheetState } from '../../../workbench/workspace/services/spreadsheet/state'
import { slack } from '../../../workbench/workspace/slack'
import { type Unknowns, Workspace } from '../../../workbench/workspace/workspace'
import { loadBundle } from '../../support/bundle'

export const MAYA = 'maya@example.org'
export const NOOR = 'noor@example.org'
export const START = Date.parse('2026-11-23T17:00:00Z')
export const MINUTE = 60_000

const pushed = loadBundle()
const optionsWith = (unknowns: Partial<Unknowns> = {}) => ({
  ...pushed,
  now: START,
  seed: 7,
  unknowns,
  network: [slack],
})

/** A fault as the sidebar gets it. */
export class SidebarFault extends Error {
  constructor(readonly fault: FaultShape) {
    super(`${fault.code}: ${fault.message}`)
  }
}

/** The fault of a request that must fail. */
export function faultOf(work: () => unknown): FaultShape {
  try {
    work()
  } catch (error) {
    if (error instanceof SidebarFault) return error.fault
    throw error
  }
  throw new Error('this should have been refused')
}

/** One request of the sidebar; throws `SidebarFault`, or what `google.script.run` would hand its failure handler. */
export function ask<N extends RequestName>(ws: Workspace, email: string, name: N, params: Params<N>): Answer<N> {
  const reply = JSON.parse(String(ws.serverCall(email, 'sidebar', [JSON.stringify({ name, params })])))
  if (!reply.ok) throw new SidebarFault(reply.fault)
  return reply.value
}

export type Filling = Partial<Record<TableName, Record<string, CellValue>[]>>

const tabOf = (ws: Workspace, name: TableName): SheetState => {
  const tab = ws.spreadsheet().sheets.find((sheet) => sheet.name === TABLES[name].tab)
  if (!tab) throw new Error(`no tab for ${name}`)
  return tab
}

const columnsOf = (name: TableName, tab: SheetState): [string, number][] =>
  Object.entries(TABLES[name].columns).map(([key, column]) => [key, (tab.cells[0] ?? []).indexOf(column.header)])

/** Puts rows into tabs as if they had always stood there. */
export function fillIn(ws: Workspace, filling: Filling): void {
  for (const name of Object.keys(filling) as TableName[]) {
    const tab = tabOf(ws, name)
    const columns = columnsOf(name, tab)
    let at = tab.cells.filter((row) => row?.some((cell) => cell !== null && cell !== '')).length
    for (const row of filling[name] ?? []) {
      const cells: CellValue[] = []
      for (const [key, index] of columns) cells[index] = row[key] ?? null
      tab.cells[at++] = cells
      tab.rows = Math.max(tab.rows, at)
    }
  }
}

/** Types a value into the Settings tab. */
export function typeSetting(ws: Workspace, setting: string, value: string): void {
  const row = tabOf(ws, 'settings').cells.findIndex((cells) => cells?.[0] === setting)
  if (row < 0) throw new Error(`no setting ${setting}`)
  ws.edit(MAYA, TABLES.settings.tab, row + 1, 2, value)
}

/** What a person sees in a tab: one record a row. */
export function rowsIn(ws: Workspace, name: TableName): Record<string, CellValue>[] {
  const tab = tabOf(ws, name)
  const columns = columnsOf(name, tab)
  return tab.cells
    .slice(1)
    .filter((row) => row?.some((cell) => cell !== null && cell !== ''))
    .map((row) => Object.fromEntries(columns.map(([key, index]) => [key, row?.[index] ?? null])))
}

export const leadOf = (n: number): string => `lead${String(n).padStart(2, '0')}@example.org`

const made = new Map<number, string>()

/** Maya runs it, Noor is coordinator; `groups` groups with one lead each, group n in House district n, all in Senate 1. */
export function network(groups: number, unknowns: Partial<Unknowns> = {}): Workspace {
  const json = made.get(groups) ?? makeNetwork(groups).save()
  made.set(groups, json)
  return again(json, unknowns)
}

function makeNetwork(groups: number): Workspace {
  const ws = new Workspace(optionsWith())
  ws.addAccount(MAYA, { language: 'es' })
  ws.addAccount(NOOR, { language: 'de' })
  ws.addSpreadsheet({ name: 'Franklin', owner: MAYA, editors: [NOOR], timeZone: 'America/New_York' })
  ask(ws, MAYA, 'setUp', { state: 'fr' })
  const each = <T>(make: (n: number) => T): T[] => Array.from({ length: groups }, (_, i) => make(i + 1))
  const id = (n: number): string => `G-${String(n).padStart(3, '0')}`
  fillIn(ws, {
    groups: each((n) => ({ id: id(n), name: `Elm Fork ${n}`, town: 'Elm Fork', status: 'active', mapping: 'mapped' })),
    people: [
      ...each((n) => ({ id: `P-${n}`, name: `Lead ${n}`, email: leadOf(n), groupId: id(n), roles: 'lead' })),
      { id: 'P-900', name: 'Noor', email: NOOR, roles: 'coordinator' },
    ],
    coverage: each((n) => [
      { groupId: id(n), chamber: 'upper', district: '1' },
      { groupId: id(n), chamber: 'lower', district: String(n) },
    ]).flat(),
    legislators: [
      { id: 'senator', name: 'Cy Brandt', chamber: 'upper', district: '1', capitolPhone: '555-0140' },
      ...each((n) => ({
        id: `rep${n}`,
        name: `Rep ${n}`,
        chamber: 'lower',
        district: String(n),
        capitolPhone: '555-0114',
      })),
    ],
  })
  return ws
}

export const draft = (about: Partial<Draft> = {}): Draft => ({
  alertId: null,
  legislatorIds: ['senator'],
  districts: [],
  title: 'HB 120',
  bill: 'HB 120',
  subject: 'Please call by {act by}: {title}',
  body: 'Call {names}.\n\n{legislators}\n\n{reply}',
  actBy: '2026-11-23T18:00',
  mode: 'cohort',
  ...about,
})

export const again = (json: string, unknowns: Partial<Unknowns> = {}): Workspace =>
  Workspace.load(optionsWith(unknowns), json)

/** Lots by this account until it is done or stands still. */
export function sendAll(ws: Workspace, email: string, alertId: string): Progress {
  let progress = ask(ws, email, 'sendLot', { alertId })
  for (let lots = 1; !progress.done && lots < 10; lots++) {
    const next = ask(ws, email, 'sendLot', { alertId })
    if (next.sent === progress.sent) return next
    progress = next
  }
  return progress
}

/** How many mails of this alert each address has, tests aside. */
export function mailsTo(ws: Workspace, addresses: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    addresses.map((a) => [a, ws.mailbox(a).filter((m) => !m.raw.includes('Subject: TEST')).length]),
  )
}
