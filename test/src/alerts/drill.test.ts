/** A drill says DRILL everywhere, and is no alert in any count. */
import type { Workspace } from '../../../workbench/workspace/workspace'
import { deskOn } from '../../support/desk'
import { again, ask, draft, leadOf, MAYA, network, rowsIn, sendAll } from './world'

const THREE = network(3).save()

function sent(kind: 'alert' | 'drill', ws: Workspace = again(THREE), about = {}) {
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft({ kind, ask: 'vote no', ...about }))
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  sendAll(ws, MAYA, alertId)
  return { ws, alertId }
}

test('subject, first and last line say so, and neither numbers nor script ask to call', () => {
  const { ws } = sent('drill', again(THREE), { body: 'Call {names}.\n\n{legislators}\n\n{script}' })
  const [mail] = deskOn(ws).inbox(leadOf(1))
  expect(mail?.subject).toMatch(/^DRILL\b/)
  const lines = (mail?.text ?? '')
    .trim()
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('Ref:'))
  expect(lines[0]).toMatch(/^DRILL\. This is a drill: please do not call anybody, whatever else this mail says\./)
  expect(lines.at(-1)).toBe(lines[0])
  expect(mail?.text).not.toContain('Hello, I’m')
  expect(lines[lines.findIndex((line) => line.includes('555-0140')) - 2]).toMatch(/do not call anybody/)
})

test('Home, progress, ledger and Log say so', () => {
  const { ws, alertId } = sent('drill')
  expect(ask(ws, MAYA, 'alertProgress', { alertId })).toMatchObject({ kind: 'drill', title: 'DRILL: HB 120' })
  expect(ask(ws, MAYA, 'home', {}).alert).toMatchObject({ kind: 'drill', title: 'DRILL: HB 120' })
  expect(rowsIn(ws, 'alerts')).toMatchObject([{ kind: 'drill', title: 'HB 120' }])
  expect(rowsIn(ws, 'outbox').every((row) => String(row.subject).startsWith('DRILL'))).toBe(true)
  expect(rowsIn(ws, 'log').map((row) => row.did)).toEqual(expect.arrayContaining(['approved drill', 'drill sent']))
})

test('it counts as no alert, and a real one goes before it on Home', () => {
  const { ws } = sent('drill')
  expect(ask(ws, MAYA, 'home', {}).counts.alerts).toBe(0)
  const { alertId } = sent('alert', ws)
  sent('drill', ws)
  expect(ask(ws, MAYA, 'home', {})).toMatchObject({ counts: { alerts: 1 }, alert: { alertId, kind: 'alert' } })
})

test('beside the alert that Home shows, others stand there until a day after their act-by', () => {
  const { ws, alertId } = sent('alert')
  const second = sent('alert', ws).alertId
  const drill = sent('drill', ws).alertId
  const home = () => ask(ws, MAYA, 'home', {})
  expect(home().alert?.alertId).toBe(second)
  expect(home().others).toEqual([
    { alertId: drill, title: 'DRILL: HB 120' },
    { alertId, title: 'HB 120' },
  ])
  ws.advance(48 * 60 * 60_000)
  expect(home().others).toEqual([])
})

test('an alert says nothing of drills', () => {
  const { ws, alertId } = sent('alert')
  expect(ask(ws, MAYA, 'alertProgress', { alertId })).toMatchObject({ kind: 'alert', title: 'HB 120' })
  expect(JSON.stringify(rowsIn(ws, 'outbox'))).not.toMatch(/drill/i)
})

test('a draft that becomes an alert again is one, and a test of the drill is no test of it', () => {
  const ws = again(THREE)
  const { alertId } = ask(ws, MAYA, 'previewAlert', draft({ kind: 'drill' }))
  ask(ws, MAYA, 'testAlert', { alertId, groupId: null })
  expect(ask(ws, MAYA, 'previewAlert', draft({ alertId, kind: 'drill' })).testedAt).not.toBeNull()
  expect(ask(ws, MAYA, 'previewAlert', draft({ alertId, kind: 'alert' })).testedAt).toBeNull()
  expect(rowsIn(ws, 'alerts')).toMatchObject([{ kind: 'alert' }])
})
