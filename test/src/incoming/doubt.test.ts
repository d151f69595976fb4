/** A reminder of which nobody knows whether it went is shown on the board, never sent again by a machine, settled by a click. */
import type { ServiceCall } from '../../../workbench/workspace/gate'
import {
  alerted,
  answer,
  ask,
  board,
  faultOf,
  HOUR,
  later,
  lead,
  MAYA,
  MINUTE,
  NOOR,
  rowsIn,
  setting,
  subjects,
} from './world'

/** An editor without a role. */
const LEE = 'lee@example.org'

type Ws = ReturnType<typeof alerted>
const reminders = (ws: Ws, n: number): number => subjects(ws, lead(n)).filter((s) => s.startsWith('Reminder:')).length
const isReminder = (row: Record<string, unknown>): boolean => String(row.alertId).includes('-remind-')
const settle = (ws: Ws, email: string, as: 'it went' | 'send it again' | 'let it be') =>
  ask(ws, email, 'settleDoubt', { messageId: String(rowsIn(ws, 'outbox').find(isReminder)?.id), as })

/** An alert to three groups of which the first has answered; its reminder is due. */
function due(): Ws {
  const ws = alerted(3)
  setting(ws, 'Ask backups', 'no')
  answer(ws, lead(1), 'DONE 5')
  later(ws, 3 * HOUR)
  return ws
}

/** The reminder’s run is stopped right before it sends, and somebody else becomes operator. */
function lost(): Ws {
  const ws = due()
  const before = ({ execution, service, method }: ServiceCall): void => {
    if (service === 'Gmail' && method.endsWith('Drafts.send')) execution.kill()
  }
  ws.hook = { before, after: () => {} }
  later(ws, 18 * MINUTE)
  ws.hook = null
  expect(rowsIn(ws, 'outbox').filter(isReminder)).toMatchObject([{ state: 'claimed' }])
  ask(ws, NOOR, 'becomeOperator', {})
  later(ws, 34 * MINUTE)
  return ws
}

/** Its state was cleared by hand. */
function cleared(): Ws {
  const ws = due()
  later(ws, 18 * MINUTE)
  const tab = ws.spreadsheet().sheets.find((s) => s.name === 'Outbox')
  const column = tab?.cells[0]?.indexOf('State') ?? -1
  for (const cells of tab?.cells ?? []) if (String(cells?.[0]).includes('-remind-') && cells) cells[column] = ''
  return ws
}

test('one that a former operator’s run had in hand; sent again, it comes once', () => {
  const ws = lost()
  expect(board(ws).doubts).toMatchObject([{ to: [lead(2), lead(3)] }])
  // Opening the alert settles its own messages alone.
  expect(board(ws).doubts?.[0]?.reason).toMatch(/can be seen in that account alone\.$/)
  expect([1, 2, 3].map((n) => reminders(ws, n))).toEqual([0, 0, 0])
  expect(settle(ws, NOOR, 'send it again')).toMatchObject({ alertId: 'A-0001', doubts: [] })
  ws.advance(6 * MINUTE)
  expect([1, 2, 3].map((n) => reminders(ws, n))).toEqual([0, 1, 1])
})

test('one whose state was cleared: it went, and nothing goes again', () => {
  const ws = cleared()
  later(ws, 6 * MINUTE)
  expect(board(ws).doubts).toHaveLength(1)
  settle(ws, MAYA, 'it went')
  later(ws, 12 * MINUTE)
  expect(board(ws).doubts).toEqual([])
  expect([1, 2, 3].map((n) => reminders(ws, n))).toEqual([0, 1, 1])
  expect(rowsIn(ws, 'outbox').filter(isReminder)).toMatchObject([{ state: 'sent', reason: `${MAYA} says it went` }])
})

test('is for coordinators to settle, and after act-by it is not sent again', () => {
  const ws = cleared()
  ws.addAccount(LEE)
  ws.spreadsheet().editors.push(LEE)
  expect(faultOf(() => settle(ws, LEE, 'it went')).code).toBe('MAY_NOT_APPROVE')
  ws.clock.pass(2 * HOUR)
  expect(faultOf(() => settle(ws, MAYA, 'send it again')).code).toBe('TOO_LATE')
  settle(ws, MAYA, 'let it be')
  expect(board(ws).doubts).toEqual([])
})
