/** A network with people who volunteered, and its calls, driven through the script’s real doors. */

import type { CallsView } from '../../../src/answers'
import type { SeriesDraft } from '../../../src/contract'
import { TABLES, type TableName } from '../../../src/registry/tables'
import { type ReadMail, readMailbox } from '../../../workbench/workspace/services/mail-read'
import { type Unknowns, Workspace } from '../../../workbench/workspace/workspace'
import { loadBundle } from '../../support/bundle'
import { begin } from '../../workbench/services/run'
import { ask, fillIn, MAYA, NOOR, rowsIn, START } from '../alerts/world'

export { ask, faultOf, fillIn, MAYA, NOOR, rowsIn, SidebarFault } from '../alerts/world'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const EASTERN = 'America/New_York'
type Event = GoogleAppsScript.Calendar.Schema.Event

const pushed = loadBundle()
export const again = (json: string, unknowns: Partial<Unknowns> = {}): Workspace =>
  Workspace.load({ ...pushed, now: START, seed: 7, unknowns }, json)

export const memberOf = (n: number): string => `member${n}@example.org`

const made = new Map<string, string>()

/** Maya runs it, Noor coordinates; `members` leaders of one group each, the first `volunteers` of them in both rotas. */
export function callNetwork(members = 6, volunteers = 4, now = START): Workspace {
  const key = `${members} ${volunteers} ${now}`
  const json = made.get(key) ?? make(members, volunteers, now).save()
  made.set(key, json)
  return again(json)
}

function make(members: number, volunteers: number, now: number): Workspace {
  const ws = new Workspace({ ...pushed, now, seed: 7 })
  for (const email of [MAYA, NOOR]) ws.addAccount(email, { timeZone: EASTERN })
  for (let n = 1; n <= members; n++) ws.addAccount(memberOf(n), { timeZone: EASTERN })
  ws.addSpreadsheet({ name: 'Franklin', owner: MAYA, editors: [NOOR], timeZone: EASTERN })
  ask(ws, MAYA, 'setUp', { state: 'fr' })
  const each = <T>(make: (n: number) => T): T[] => Array.from({ length: members }, (_, i) => make(i + 1))
  const id = (n: number): string => `G-${String(n).padStart(3, '0')}`
  fillIn(ws, {
    groups: each((n) => ({ id: id(n), name: `Group ${n}`, town: 'Elm Fork', status: 'active', mapping: 'mapped' })),
    people: [
      ...each((n) => ({
        id: `P-${String(n).padStart(3, '0')}`,
        name: `Member ${n}`,
        email: memberOf(n),
        groupId: id(n),
        roles: n <= volunteers ? 'lead, facilitator, notes' : 'lead',
      })),
      { id: 'P-900', name: 'Noor', email: NOOR, roles: 'coordinator' },
    ],
    coverage: each((n) => ({ groupId: id(n), chamber: 'lower', district: String(n) })),
  })
  return ws
}

export const series = (about: Partial<SeriesDraft> = {}): SeriesDraft => ({
  seriesId: null,
  name: 'Statewide call',
  repeats: 'weekly',
  on: 'Thursday',
  first: '2026-12-03',
  at: '19:00',
  minutes: 60,
  timeZone: EASTERN,
  invite: 'all leaders',
  guests: '',
  join: 'meet',
  link: null,
  skips: '',
  until: '',
  ...about,
})

export const make1 = (ws: Workspace, about: Partial<SeriesDraft> = {}): CallsView =>
  ask(ws, MAYA, 'saveSeries', series(about))

const stored = (ws: Workspace, owner = MAYA): Event[] =>
  Object.values(ws.state.calendar.calendars[owner]?.events ?? {}).map((e) => e.resource as Event)

/** Recurring events that are there. */
export const seriesEvents = (ws: Workspace, owner = MAYA): Event[] =>
  stored(ws, owner).filter((e) => e.recurrence && e.status !== 'cancelled')

export const startsIn = (ws: Workspace): string[] => rowsIn(ws, 'calls').map((row) => String(row.starts))

/** Types into a cell of the row with this ID. */
export function type(ws: Workspace, table: TableName, id: string, column: string, value: string): void {
  const about = TABLES[table]
  const tab = ws.spreadsheet().sheets.find((sheet) => sheet.name === about.tab)
  const header = (about.columns as Record<string, { header: string }>)[column]?.header ?? ''
  const at = (tab?.cells[0] ?? []).indexOf(header) + 1
  const row = (tab?.cells ?? []).findIndex((cells) => cells?.[0] === id) + 1
  if (at < 1 || row < 1) throw new Error(`no cell ${id} ${column}`)
  ws.edit(MAYA, about.tab, row, at, value)
}

/** What a person does in Calendar, by hand. */
export const inCalendar = (ws: Workspace, account = MAYA) => begin(ws, account).Calendar.Events

/** The date of a series in Calendar, by its day. */
export function dateOf(ws: Workspace, day: string, owner = MAYA): Event {
  const [event] = seriesEvents(ws, owner)
  const all = inCalendar(ws, owner).instances('primary', event?.id ?? '', { showDeleted: true }).items ?? []
  const found = all.find((e) => e.originalStartTime?.dateTime?.startsWith(day))
  if (!found) throw new Error(`no date ${day}`)
  return found
}

/** Mails about calls in an inbox, Calendar’s own left out. */
export const callMails = (ws: Workspace, email: string): ReadMail[] =>
  readMailbox(ws, email).filter((m) => m.labels.includes('INBOX') && !m.headers['x-goog-calendar'])

export const calendarMails = (ws: Workspace, email: string): ReadMail[] =>
  readMailbox(ws, email).filter((m) => m.headers['x-goog-calendar'])

/** Time passes; the timer fires near its end, and had been late all the while. */
export function later(ws: Workspace, ms: number): void {
  ws.clock.pass(Math.max(0, ms - 6 * MINUTE))
  ws.advance(6 * MINUTE)
}
