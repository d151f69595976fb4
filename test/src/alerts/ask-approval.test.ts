/** Whoever may approve a draft is told by mail that it waits for them. Through the sidebar’s own door and the timer. */
import type { Draft } from '../../../src/contract'
import type { Workspace } from '../../../workbench/workspace/workspace'
import {
  again,
  ask,
  fillIn,
  HOUR,
  lastMail,
  later,
  MAYA,
  MINUTE,
  NOOR,
  network,
  rowsIn,
  setting,
  subjects,
  write,
} from '../incoming/world'
import { draft, faultOf } from './world'

const PRIYA = 'priya@example.org'
const WREN = 'wren@example.org'
const JSON_OF_SIX = made().save()

/** Six people; over five a second person approves. Maya runs it, Noor and Priya are coordinators, Wren is in the working group. */
function made(): Workspace {
  const ws = network(6)
  for (const email of [PRIYA, WREN]) {
    ws.addAccount(email)
    ws.spreadsheet().editors.push(email)
  }
  fillIn(ws, {
    people: [
      { id: 'P-801', name: 'Priya', email: PRIYA, roles: 'coordinator' },
      { id: 'P-802', name: 'Wren', email: WREN, phone: '218-555-0142', roles: 'working group' },
    ],
  })
  setting(ws, 'Second person over', '5')
  return ws
}

const BY_FOUR = '2026-11-23T16:00'
const asks = (ws: Workspace, who: string, about: Partial<Draft> = {}) =>
  ask(ws, who, 'saveDraft', draft({ actBy: BY_FOUR, asked: true, ...about }))
const told = (ws: Workspace): number[] =>
  [MAYA, NOOR, PRIYA, WREN].map((email) => subjects(ws, email).filter((s) => s.includes('Please approve')).length)
const tick = (ws: Workspace): void => later(ws, 6 * MINUTE)

test('the timer mails whoever may approve, once; not who made the draft; and the mail says what waits, until when, and where', () => {
  const ws = again(JSON_OF_SIX)
  asks(ws, WREN)
  expect(told(ws)).toEqual([0, 0, 0, 0])
  later(ws, 2 * HOUR)
  expect(told(ws)).toEqual([1, 1, 1, 0])
  const { subject, text } = lastMail(ws, NOOR)
  expect(subject).toBe('Please approve A-0001: HB 120')
  expect(text).toContain(`It was made by Wren, ${WREN}, 218-555-0142.`)
  expect(text).toContain('Bill: HB 120')
  expect(text).toMatch(/Act by: .*4:00 pm Eastern/)
  expect(text).toContain(`https://docs.google.com/spreadsheets/d/${ws.spreadsheet().id}/edit`)
})

test('whoever changed the draft since it was made is not told either: they cannot be the second person', () => {
  const ws = again(JSON_OF_SIX)
  const { alertId } = asks(ws, MAYA, { asked: false })
  asks(ws, PRIYA, { alertId, body: 'Call {names} now.\n\n{legislators}\n\n{reply}' })
  tick(ws)
  expect(told(ws)).toEqual([0, 1, 0, 0])
})

test('a draft that nobody was asked to approve is told to nobody; a drill says what it is', () => {
  const ws = again(JSON_OF_SIX)
  asks(ws, MAYA, { asked: false })
  tick(ws)
  expect(told(ws)).toEqual([0, 0, 0, 0])
  asks(ws, MAYA, { kind: 'drill', title: 'Autumn' })
  tick(ws)
  expect(subjects(ws, NOOR)).toEqual(['Please approve A-0002: DRILL: Autumn'])
})

test('what was approved, called off, taken back or over before the timer came is told to nobody', () => {
  const ends: ((ws: Workspace, alertId: string) => void)[] = [
    (ws, alertId) => ask(ws, NOOR, 'cancelAlert', { alertId }),
    (ws, alertId) => asks(ws, WREN, { alertId, asked: false }),
    (ws) => ws.clock.pass(5 * HOUR),
    (ws, alertId) => {
      const seen = ask(ws, NOOR, 'previewAlert', draft({ alertId, actBy: BY_FOUR, asked: true }))
      ask(ws, NOOR, 'approveAlert', { alertId, seal: seen.seal, people: 6 })
    },
  ]
  for (const end of ends) {
    const ws = again(JSON_OF_SIX)
    end(ws, asks(ws, WREN).alertId)
    tick(ws)
    expect(told(ws)).toEqual([0, 0, 0, 0])
    expect(rowsIn(ws, 'outbox').filter((r) => String(r.alertId).endsWith('-asked'))).toEqual([])
  }
})

test('a draft that a mail asked for is told by its own mail alone', () => {
  const ws = again(JSON_OF_SIX)
  setting(ws, 'Alerts by mail', 'yes')
  write(ws, WREN, 'ALERT SB 12 vote no SD-1 by 4pm', 'The committee votes tonight.')
  later(ws, HOUR)
  for (const email of [MAYA, NOOR, PRIYA, WREN])
    expect(subjects(ws, email).filter((s) => s.includes('A-0001'))).toEqual(['Draft alert A-0001: SB 12'])
  expect(told(ws)).toEqual([0, 0, 0, 0])
})

test('words typed into the draft cannot make up another mail: no line break, no formula', () => {
  const ws = again(JSON_OF_SIX)
  asks(ws, WREN, { title: '=HYPERLINK("x")\r\nBcc: all@example.org' })
  tick(ws)
  expect(subjects(ws, NOOR)).toEqual(['Please approve A-0001: =HYPERLINK("x") Bcc: all@example.org'])
  expect(told(ws)).toEqual([1, 1, 1, 0])
})

test('without mails left it waits, and goes when there are some again', () => {
  const ws = again(JSON_OF_SIX)
  asks(ws, WREN)
  ws.quotas.set(MAYA, 'email recipients', 100)
  tick(ws)
  expect(told(ws)).toEqual([0, 0, 0, 0])
  ws.quotas.set(MAYA, 'email recipients', 0)
  tick(ws)
  expect(told(ws)).toEqual([1, 1, 1, 0])
})

test('the run that tells them is stopped at any service call: they are told once, and nothing stays open', () => {
  const start = again(JSON_OF_SIX)
  asks(start, WREN)
  start.clock.pass(MINUTE)
  const json = start.save()
  const timer = (ws: Workspace) =>
    ws.run({ account: MAYA, kind: 'timer', name: 'tick', args: [], spreadsheetId: ws.spreadsheet().id })
  const whole = again(json)
  const from = whole.callCount
  timer(whole)
  const calls = whole.callCount - from
  expect(told(whole)).toEqual([1, 1, 1, 0])
  for (let n = 1; n <= calls; n++) {
    const ws = again(json)
    const first = ws.callCount
    ws.hook = { before: (call) => call.n - first === n && call.execution.kill() }
    timer(ws)
    ws.hook = null
    later(ws, 42 * MINUTE)
    const open = rowsIn(ws, 'outbox').filter((r) => r.state !== 'sent').length
    expect({ n, told: told(ws), open }).toEqual({ n, told: [1, 1, 1, 0], open: 0 })
  }
})

test('who may not approve gets no more from it: the draft is still refused to its maker', () => {
  const ws = again(JSON_OF_SIX)
  const { alertId } = asks(ws, WREN)
  tick(ws)
  const seen = ask(ws, WREN, 'previewAlert', draft({ alertId, actBy: BY_FOUR, asked: true }))
  expect(faultOf(() => ask(ws, WREN, 'approveAlert', { alertId, seal: seen.seal, people: 6 })).code).toBe(
    'MAY_NOT_APPROVE',
  )
})
