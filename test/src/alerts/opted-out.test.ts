/** Who opts out between approval and sending gets nothing, and the ledger says so. */
import { TABLES } from '../../../src/registry/tables'
import type { Workspace } from '../../../workbench/workspace/workspace'
import { again, ask, draft, fillIn, leadOf, MAYA, MINUTE, mailsTo, NOOR, network, rowsIn, sendAll } from './world'

const PEOPLE = 4
const LEADS = Array.from({ length: PEOPLE }, (_, i) => leadOf(i + 1))
const [FIRST = '', SECOND = ''] = LEADS
const reps = Array.from({ length: PEOPLE }, (_, i) => `rep${i + 1}`)

function approved(mode: 'cohort' | 'personal'): { ws: Workspace; alertId: string } {
  const ws = network(PEOPLE)
  const about = mode === 'personal' ? { mode, legislatorIds: reps } : { mode }
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft(about))
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  return { ws, alertId }
}

/** Types “yes” under “Opted out” in the row of this address. */
function optOut(ws: Workspace, address: string, yes = 'yes'): void {
  const tab = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'People')
  const column = tab?.cells[0]?.indexOf(TABLES.people.columns.optedOut.header) ?? -1
  const row = tab?.cells.findIndex((cells) => cells?.includes(address)) ?? -1
  ws.people.edit(NOOR, 'People', row + 1, column + 1, yes)
}

/** The run of this lot is killed right before it sends its first draft. */
function killedBeforeSending(ws: Workspace, alertId: string): void {
  ws.hook = {
    before({ method, execution }) {
      if (method === 'Users.Drafts.send') execution.kill()
    },
  }
  expect(() => ask(ws, MAYA, 'sendLot', { alertId })).toThrow()
  ws.hook = null
  ws.clock.now += 10 * MINUTE
}

const others = (out: string) => Object.fromEntries(LEADS.map((address) => [address, address === out ? 0 : 1]))
const rowOf = (ws: Workspace, alertId: string, address: string) =>
  ask(ws, MAYA, 'alertLedger', { alertId }).rows.find((row) => [...row.to, row.reason].join().includes(address))

test('in a cohort: the mail goes without them, the row says who, and nobody counts as missing', () => {
  const { ws, alertId } = approved('cohort')
  optOut(ws, FIRST)
  const progress = sendAll(ws, MAYA, alertId)
  expect(mailsTo(ws, LEADS)).toEqual(others(FIRST))
  expect(progress).toMatchObject({ state: 'sent', people: PEOPLE, sent: PEOPLE - 1, stopped: 1, note: '' })
  expect(rowsIn(ws, 'alerts')[0]).toMatchObject({ people: PEOPLE, sent: PEOPLE - 1, doubt: 0 })
  const row = rowOf(ws, alertId, FIRST)
  expect(row).toMatchObject({ state: 'sent', people: PEOPLE - 1, reason: `without ${FIRST} (opted out)` })
  expect(row?.to).not.toContain(FIRST)
})

test('in a mail of their own: it is cancelled with that reason, and the others go', () => {
  const { ws, alertId } = approved('personal')
  optOut(ws, SECOND)
  const progress = sendAll(ws, MAYA, alertId)
  expect(mailsTo(ws, LEADS)).toEqual(others(SECOND))
  expect(progress).toMatchObject({ state: 'sent', people: PEOPLE, sent: PEOPLE - 1, stopped: 1, note: '' })
  expect(rowOf(ws, alertId, SECOND)).toMatchObject({ state: 'cancelled', reason: `without ${SECOND} (opted out)` })
})

test('in another row and another spelling: that counts too', () => {
  const { ws, alertId } = approved('cohort')
  fillIn(ws, { people: [{ id: 'P-700', name: 'Lead 1', email: FIRST.toUpperCase(), roles: 'notes', optedOut: 'x' }] })
  sendAll(ws, MAYA, alertId)
  expect(mailsTo(ws, LEADS)).toEqual(others(FIRST))
})

test.each(['cohort', 'personal'] as const)('%s: a draft from a run that was killed goes without them', (mode) => {
  const { ws, alertId } = approved(mode)
  killedBeforeSending(ws, alertId)
  optOut(ws, FIRST)
  sendAll(ws, MAYA, alertId)
  expect(mailsTo(ws, LEADS)).toEqual(others(FIRST))
  expect(rowOf(ws, alertId, FIRST)?.reason).toBe(`without ${FIRST} (opted out)`)
  expect(ws.state.mail.boxes[MAYA]?.drafts).toEqual([])
})

test('a draft that was made without them goes to them too once they are back', () => {
  const { ws, alertId } = approved('cohort')
  optOut(ws, FIRST)
  killedBeforeSending(ws, alertId)
  optOut(ws, FIRST, 'no')
  const progress = sendAll(ws, MAYA, alertId)
  expect(mailsTo(ws, LEADS)).toEqual(Object.fromEntries(LEADS.map((address) => [address, 1])))
  expect(progress).toMatchObject({ sent: PEOPLE, stopped: 0 })
})

test('sent without them by a run that was killed: they still count as left out', () => {
  const { ws, alertId } = approved('cohort')
  optOut(ws, FIRST)
  ws.hook = {
    after({ method, execution }) {
      if (method === 'Users.Drafts.send') execution.kill()
    },
  }
  expect(() => ask(ws, MAYA, 'sendLot', { alertId })).toThrow()
  ws.hook = null
  // What they say later changes nothing about what went.
  optOut(ws, FIRST, 'no')
  const later = again(ws.save())
  later.clock.now += 10 * MINUTE
  const progress = sendAll(later, MAYA, alertId)
  expect(mailsTo(later, LEADS)).toEqual(others(FIRST))
  expect(progress).toMatchObject({ state: 'sent', sent: PEOPLE - 1, stopped: 1 })
})
