/** People lay hands on the ledgers themselves: nobody gets two mails, and nothing is called sent that nobody can know. */
import { TABLES, type TableName } from '../../src/registry/tables'
import type { Workspace } from '../../workbench/workspace/workspace'
import { ask, draft, faultOf, leadOf, MAYA, mailsTo, network, rowsIn, sendAll } from '../src/alerts/world'

const HOUR = 3_600_000
const LEADER = leadOf(1)

const tab = (ws: Workspace, name: string) => {
  const found = ws.spreadsheet().sheets.find((sheet) => sheet.name === name)
  if (!found) throw new Error(`no tab ${name}`)
  return found
}

/** 1-based, as people count. */
function columnOf(ws: Workspace, table: TableName, key: string): number {
  const { header } = (TABLES[table].columns as Record<string, { header: string }>)[key] ?? { header: '' }
  return (tab(ws, TABLES[table].tab).cells[0] ?? []).indexOf(header) + 1
}

function approved(people: number, about = {}): { ws: Workspace; alertId: string } {
  const ws = network(people)
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft(about))
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  return { ws, alertId }
}

test('an Outbox row that was pasted a second time sends nobody a second mail', () => {
  const { ws, alertId } = approved(1)
  const outbox = tab(ws, 'Outbox')
  outbox.cells[2] = [...(outbox.cells[1] ?? [])]
  sendAll(ws, MAYA, alertId)
  expect(mailsTo(ws, [LEADER])).toEqual({ [LEADER]: 1 })
})

test.each(['today at five', ''])(
  'an act-by overtyped with “%s” is no open door: nothing goes, and it is said',
  (typed) => {
    const { ws, alertId } = approved(1)
    ws.edit(MAYA, 'Alerts', 2, columnOf(ws, 'alerts', 'actBy'), typed)
    ws.clock.now += 48 * HOUR
    expect(faultOf(() => ask(ws, MAYA, 'sendLot', { alertId }))).toMatchObject({ code: 'ACT_BY_UNREADABLE' })
    expect(mailsTo(ws, [LEADER])).toEqual({ [LEADER]: 0 })
  },
)

test('an Outbox that was deleted half way does not make the alert “sent”', () => {
  const { ws, alertId } = approved(25, { mode: 'personal' })
  ask(ws, MAYA, 'sendLot', { alertId })
  ws.people.deleteTab(MAYA, 'Outbox')
  ask(ws, MAYA, 'setUp', { state: 'FR' })
  expect(faultOf(() => ask(ws, MAYA, 'sendLot', { alertId }))).toMatchObject({ code: 'LEDGER_GONE' })
  expect(ask(ws, MAYA, 'alertProgress', { alertId }).state).toBe('sending')
})

test('a sent alert set back to draft by hand keeps its ledger and sends nobody a second mail', () => {
  const { ws, alertId } = approved(1)
  sendAll(ws, MAYA, alertId)
  ws.edit(MAYA, 'Alerts', 2, columnOf(ws, 'alerts', 'state'), 'draft')
  const { seal } = ask(ws, MAYA, 'previewAlert', draft({ alertId, title: 'Other words' }))
  expect(faultOf(() => ask(ws, MAYA, 'approveAlert', { alertId, seal }))).toMatchObject({ code: 'ALREADY_APPROVED' })
  expect(rowsIn(ws, 'outbox').length).toBeGreaterThan(0)
  expect(mailsTo(ws, [LEADER])).toEqual({ [LEADER]: 1 })
})
