/** A mail of a call of which nobody knows whether it went: a person says, and that is done. */
import type { Params } from '../../../src/contract'
import type { Workspace } from '../../../workbench/workspace/workspace'
import {
  ask,
  callMails,
  callNetwork,
  DAY,
  faultOf,
  HOUR,
  later,
  MAYA,
  MINUTE,
  make1,
  memberOf,
  NOOR,
  rowsIn,
  type,
} from './world'

jest.setTimeout(300_000)

/** The day before the first call everybody was told, and somebody emptied the state of the message to the members. */
function inDoubt(): { ws: Workspace; messageId: string } {
  const ws = callNetwork(3, 2)
  make1(ws)
  ws.clock.pass(Date.parse('2026-12-02T19:02:00-05:00') - ws.clock.now)
  ws.advance(6 * MINUTE)
  const row = rowsIn(ws, 'outbox').find((r) => String(r.alertId).startsWith('C-0001 day'))
  const messageId = String(row?.id)
  type(ws, 'outbox', messageId, 'state', '')
  later(ws, 10 * MINUTE)
  return { ws, messageId }
}
const mails = (ws: Workspace, callId = 'C-0001') =>
  ask(ws, NOOR, 'openCall', { callId }).mails.filter((mail) => mail.what.startsWith('The day before'))
const told = (ws: Workspace): number[] =>
  [1, 2, 3].map((n) => callMails(ws, memberOf(n)).filter((m) => m.subject.startsWith('Tomorrow')).length)
const settle = (ws: Workspace, messageId: string, as: Params<'settleDoubt'>['as'], who = NOOR) =>
  ask(ws, who, 'settleDoubt', { messageId, as })

test('no machine sends it again; it is shown with whom it was for', () => {
  const { ws, messageId } = inDoubt()
  later(ws, 3 * HOUR)
  expect(told(ws)).toEqual([1, 1, 1])
  expect(mails(ws)).toMatchObject([{ state: 'doubt', people: 3, doubts: [{ messageId, to: [1, 2, 3].map(memberOf) }] }])
})

test.each(['it went', 'let it be'] as const)('“%s” ends it: nothing is sent', (as) => {
  const { ws, messageId } = inDoubt()
  expect(settle(ws, messageId, as)).toMatchObject({ call: { callId: 'C-0001' } })
  expect(mails(ws)[0]?.doubts).toEqual([])
  later(ws, 3 * HOUR)
  expect(told(ws)).toEqual([1, 1, 1])
  expect(faultOf(() => settle(ws, messageId, 'send it again')).code).toBe('NOT_IN_DOUBT')
})

test.each([
  ['the operator says so: at once', MAYA],
  ['a coordinator says so: by the operator’s account within minutes', NOOR],
])('“send it again”, once, with the way to join; %s', (_, who) => {
  const { ws, messageId } = inDoubt()
  settle(ws, messageId, 'send it again', who)
  if (who === NOOR) later(ws, 10 * MINUTE)
  expect(told(ws)).toEqual([2, 2, 2])
  expect(mails(ws)).toMatchObject([{ state: 'sent', doubts: [] }])
  const [first, second] = callMails(ws, memberOf(3)).filter((m) => m.subject.startsWith('Tomorrow'))
  expect(second?.text).toBe(first?.text)
  later(ws, 3 * HOUR)
  expect(told(ws)).toEqual([2, 2, 2])
})

test('when its time has passed, or the call was moved, it is not sent again', () => {
  const { ws, messageId } = inDoubt()
  ask(ws, MAYA, 'moveCall', { callId: 'C-0001', starts: '2026-12-05 19:00', minutes: 60 })
  expect(faultOf(() => settle(ws, messageId, 'send it again')).code).toBe('TOO_LATE')

  const late = inDoubt()
  late.ws.clock.pass(DAY)
  expect(faultOf(() => settle(late.ws, late.messageId, 'send it again')).code).toBe('TOO_LATE')
  settle(late.ws, late.messageId, 'let it be')
  later(late.ws, 3 * HOUR)
  expect(told(late.ws)).toEqual([1, 1, 1])
})

test('an editor who may not manage calls is told who may; what is no message is said so', () => {
  const { ws, messageId } = inDoubt()
  const ZED = 'zed@example.org'
  ws.addAccount(ZED)
  ws.spreadsheet().editors.push(ZED)
  expect(faultOf(() => settle(ws, messageId, 'it went', ZED)).code).toBe('MAY_NOT_MANAGE')
  for (const no of ['C-0001 day', 'C-9999 x-1', ' ', '__proto__ x'])
    expect(faultOf(() => settle(ws, no, 'it went')).code).toBe('NOT_IN_DOUBT')
})
