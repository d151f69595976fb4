/** Calls are counted for the legislators that each group was asked to call, whichever way the alert chose them. */
import type { Draft } from '../../../src/contract'
import {
  addBackups,
  answer,
  ask,
  board,
  fillIn,
  later,
  lead,
  MAYA,
  MINUTE,
  NOOR,
  network,
  rowsIn,
  sendAll,
} from './world'

/** Groups 1 to 3 live in House 1 to 3 and all in Senate 1; Rep 1 and Rep 2 sit in Health. */
function asked(about: Partial<Draft>) {
  const ws = network(3)
  addBackups(ws, 3)
  fillIn(ws, {
    committees: [1, 2].map((n) => ({ committee: 'Health', legislatorId: `rep${n}`, chamber: 'lower' })),
  })
  const draft = {
    ...ask(ws, MAYA, 'alertChoices', {}).blank,
    ...{ title: 'HB 120', bill: 'HB 120', ask: 'vote no on HB 120', why: 'It is close.', actBy: '2026-11-23T16:00' },
    ...about,
  }
  const { alertId, seal, second } = ask(ws, MAYA, 'previewAlert', draft)
  ask(ws, second?.why ? NOOR : MAYA, 'approveAlert', { alertId, seal, people: second?.people ?? 0 })
  sendAll(ws, MAYA, alertId)
  return ws
}
const called = (ws: ReturnType<typeof asked>) =>
  board(ws).legislators.map(({ id, calls, groups }) => [id, calls, groups])
const done = (ws: ReturnType<typeof asked>, n: number, text: string): void => {
  answer(ws, lead(n), text)
}

test('of a committee: its members, each group its own', () => {
  const ws = asked({ audience: ['committee'], committees: ['lower|health'] })
  done(ws, 1, 'DONE 4')
  done(ws, 2, 'DONE 3')
  later(ws, 6 * MINUTE)
  expect(called(ws)).toEqual([
    ['rep1', 4, 1],
    ['rep2', 3, 1],
  ])
  expect(board(ws).unnamedCalls).toBe(0)
  later(ws, 6 * 60 * MINUTE)
  const summary = String(rowsIn(ws, 'outbox').find((r) => r.alertId === 'A-0001-summary')?.body)
  expect(summary).toContain('Rep 1 (House 1): 4 calls by 1 group')
})

test('of the whole state: each group’s own senator, or their own representative', () => {
  const senate = asked({ audience: ['state'], callees: 'upper' })
  done(senate, 1, 'DONE 4')
  done(senate, 3, 'DONE 1')
  later(senate, 6 * MINUTE)
  expect(called(senate)).toEqual([['senator', 5, 2]])
  const house = asked({ audience: ['state'], callees: 'lower' })
  done(house, 3, 'DONE 2')
  later(house, 6 * MINUTE)
  expect(called(house)).toEqual([
    ['rep1', 0, 0],
    ['rep2', 0, 0],
    ['rep3', 2, 1],
  ])
})

test('of the whole state, both chambers: whom an answer names, else nobody', () => {
  const ws = asked({ audience: ['state'], callees: 'both' })
  done(ws, 1, 'DONE 4 calls to Rep 1')
  done(ws, 2, 'DONE 6')
  later(ws, 6 * MINUTE)
  expect(called(ws)).toEqual([
    ['senator', 0, 0],
    ['rep1', 4, 1],
    ['rep2', 0, 0],
    ['rep3', 0, 0],
  ])
  expect(board(ws).unnamedCalls).toBe(6)
})

test('the same chosen ones for all, wherever a group lives', () => {
  const ws = asked({ audience: ['state'], callees: 'chosen', legislatorIds: ['rep1'] })
  done(ws, 3, 'DONE 2')
  later(ws, 6 * MINUTE)
  expect(called(ws)).toEqual([['rep1', 2, 1]])
  expect(board(ws).groups.map((group) => group.legislatorIds)).toEqual([['rep1'], ['rep1'], ['rep1']])
})
