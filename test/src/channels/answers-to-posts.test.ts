/** Whoever has an alert by the Google Group answers it as the others do, and nothing follows into the Group by itself. */
import { answer, answersIn, board, HOUR, lastMail, later, send, short, subjects, write } from '../incoming/world'
import { archived, ask, draft, leadOf, MAYA, MINUTE, NOOR, rowsIn, sendAll, withChannels } from './world'

const WAYS = { channels: ['mail', 'CH-001'] }

test('groups of the Group’s members stand on the board, and their answers count', () => {
  const ws = withChannels(6, [1, 2, 3])
  send(ws, WAYS)
  expect(board(ws)).toMatchObject({ asked: 6, answered: 0 })
  expect(rowsIn(ws, 'alerts')).toMatchObject([{ groups: 6 }])
  answer(ws, leadOf(1), 'DONE 7\nfriendly')
  answer(ws, leadOf(5), 'IN')
  later(ws, 6 * MINUTE)
  expect(short(ws)).toEqual([
    ['G-001', 'done', 7, 'yes'],
    ['G-005', 'in', null, 'yes'],
  ])
  expect(board(ws)).toMatchObject({ asked: 6, answered: 2, calls: 7 })
  ask(ws, MAYA, 'setAnswer', {
    ...{ alertId: 'A-0001', answerId: null, groupId: 'G-002', answer: 'in', calls: null },
    ...{ legislatorId: '', outcome: '', said: '' },
  })
  expect(board(ws).answered).toBe(3)
})

test('a reminder goes to the silent by mail, whichever way they have it, and never to the whole Group', () => {
  const ws = withChannels(6, [1, 2, 3])
  send(ws, WAYS)
  answer(ws, leadOf(5), 'IN')
  later(ws, 4 * HOUR)
  expect(archived(ws)).toHaveLength(1)
  const reminded = [1, 2, 3, 4, 5, 6].filter((n) => subjects(ws, leadOf(n)).some((s) => s.startsWith('Reminder:')))
  expect(reminded).toEqual([1, 2, 3, 4, 6])
})

test('what a coordinator’s account sent, and reaches the operator by the Group, is no answer; a reply of theirs is kept', () => {
  const ws = withChannels(6, [1, 2, 3])
  const seen = ask(ws, NOOR, 'previewAlert', draft(WAYS))
  ask(ws, MAYA, 'approveAlert', { alertId: seen.alertId, seal: seen.seal, people: seen.second?.people ?? 0 })
  sendAll(ws, NOOR, seen.alertId)
  expect(subjects(ws, MAYA)).toHaveLength(1)
  later(ws, 6 * MINUTE)
  expect(answersIn(ws)).toEqual([])
  write(ws, NOOR, `Re: ${lastMail(ws, MAYA).subject}`, 'Has anybody reached the office?')
  later(ws, 6 * MINUTE)
  expect(answersIn(ws)).toMatchObject([{ from: NOOR, counts: 'no', why: expect.stringContaining('no group') }])
})
