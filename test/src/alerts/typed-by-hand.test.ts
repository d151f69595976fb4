/** Cells that people filled in by hand, in their own words, and what an alert makes of them. */
import { TABLES, type TableName } from '../../../src/registry/tables'
import type { CellValue } from '../../../workbench/workspace/services/spreadsheet/state'
import type { Workspace } from '../../../workbench/workspace/workspace'
import { ask, draft, fillIn, leadOf, MAYA, MINUTE, NOOR, network, rowsIn } from './world'

/** Types into a row (1 is the first under the header) as if it had always stood there. */
function put(ws: Workspace, name: TableName, row: number, column: string, value: CellValue): void {
  const tab = ws.spreadsheet().sheets.find((sheet) => sheet.name === TABLES[name].tab)
  const header = (TABLES[name].columns as Record<string, { header: string }>)[column]?.header ?? ''
  const cells = tab?.cells[row]
  const at = tab?.cells[0]?.indexOf(header) ?? -1
  if (!cells || at < 0) throw new Error(`no ${column} in row ${row} of ${name}`)
  cells[at] = value
}
const preview = (ws: Workspace) => ask(ws, MAYA, 'previewAlert', draft())
const BACKUP = { id: 'P-2', name: 'Bea', email: 'bea@example.org', groupId: 'G-001', roles: 'backup' }

test.each<CellValue>(['x', 'y', true, 1, 'opted out 2026', '#N/A', 'YES please'])(
  '“%s” under Opted out stops the mail, in this row and in every other of that address',
  (cell) => {
    const ws = network(2)
    put(ws, 'people', 1, 'optedOut', cell)
    put(ws, 'people', 2, 'email', leadOf(1))
    const { people, skipped } = preview(ws)
    expect([people, skipped.map((s) => s.why)]).toEqual([0, new Array(2).fill('opted out; no backup')])
  },
)

test.each<CellValue>(['', 'no', 'N', false])('“%s” under Opted out stops nothing', (cell) => {
  const ws = network(1)
  put(ws, 'people', 1, 'optedOut', cell)
  expect(preview(ws).people).toBe(1)
})

test('a status that nobody knows stops a group’s mail and is named; so on every page', () => {
  const ws = network(2)
  put(ws, 'groups', 1, 'status', 'do not contact')
  const { people, skipped } = preview(ws)
  expect(people).toBe(1)
  expect(skipped).toEqual([{ who: 'Elm Fork 1', why: '“do not contact” is no status' }])
  expect(ask(ws, MAYA, 'alertChoices', {}).legislators[0]?.groups).toBe(1)
})

test('“Away until” that is no day counts as away: the backup is asked, and it is told why', () => {
  const ws = network(1)
  fillIn(ws, { people: [BACKUP] })
  put(ws, 'people', 1, 'awayUntil', 'after the holidays')
  const { groups, skipped } = preview(ws)
  expect(groups[0]?.people).toEqual(['Bea'])
  expect(skipped[0]?.why).toBe('away: “after the holidays” is no day; backup asked')
})

test.each(['leader', 'co-lead', 'Lead/Backup', 'Group leader and organiser'])('the role “%s” is a lead', (cell) => {
  const ws = network(1)
  put(ws, 'people', 1, 'roles', cell)
  expect(preview(ws).people).toBe(1)
})

test('a role that nobody knows is named where a group has nobody to ask', () => {
  const ws = network(1)
  put(ws, 'people', 1, 'roles', 'boss')
  expect(preview(ws).skipped).toEqual([{ who: 'Elm Fork 1', why: 'has no lead and no backup; “boss” is no role' }])
})

test.each([
  ['coverage', 'g-001'],
  ['coverage', 'G-001 '],
  ['people', ' g-001'],
  ['groups', 'g-001'],
] as const)('a Group ID typed as it comes in %s (“%s”) loses no group', (name, cell) => {
  const ws = network(1)
  for (const row of name === 'coverage' ? [1, 2] : [1]) put(ws, name, row, name === 'groups' ? 'id' : 'groupId', cell)
  expect(preview(ws).people).toBe(1)
  expect(ask(ws, MAYA, 'groupCard', { groupId: 'G-001' }).card).toMatchObject({ name: 'Elm Fork 1' })
})

test('a district typed as 01 is District 1, for an alert as on the Districts page', () => {
  const ws = network(1)
  put(ws, 'coverage', 1, 'district', '01')
  expect(preview(ws)).toMatchObject({ people: 1, gaps: [] })
  expect(ask(ws, MAYA, 'alertChoices', {}).legislators[0]?.groups).toBe(1)
})

test('a time zone that is none: the state’s own counts, and everything goes on', () => {
  const ws = network(1)
  const { alertId, seal } = preview(ws)
  const row = rowsIn(ws, 'settings').findIndex((r) => r.setting === 'Time zone') + 1
  put(ws, 'settings', row, 'value', 'Eastern')
  expect(ask(ws, MAYA, 'home', {})).toMatchObject({ setup: { ready: true }, state: { timeZone: 'America/New_York' } })
  expect(ask(ws, MAYA, 'approveAlert', { alertId, seal }).actByText).toBe('today 6:00 pm')
  expect(ask(ws, MAYA, 'cancelAlert', { alertId }).state).toBe('cancelled')
})

test('an approved alert whose row somebody deleted is told on Home until its act-by, or until the row is back', () => {
  const ws = network(2)
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft({ actBy: '2026-11-23T16:00' }))
  ask(ws, MAYA, 'saveDraft', draft({ title: 'Another' }))
  expect(ask(ws, MAYA, 'home', {}).lost).toEqual([])
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  expect(ask(ws, MAYA, 'home', {}).lost).toEqual([])
  const tab = ws.spreadsheet().sheets.find((s) => s.name === 'Alerts')
  const cells = [...(tab?.cells[1] ?? [])]
  ws.people.deleteRows(MAYA, 'Alerts', 2)
  expect(ask(ws, NOOR, 'home', {}).lost).toEqual([{ alertId: 'A-0001', title: 'HB 120' }])
  tab?.cells.push(cells)
  expect(ask(ws, NOOR, 'home', {}).lost).toEqual([])
  tab?.cells.pop()
  ws.clock.pass(5 * 60 * MINUTE)
  expect(ask(ws, NOOR, 'home', {}).lost).toEqual([])
})
