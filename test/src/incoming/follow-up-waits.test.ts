/** What follows an alert and has to wait: for quota, after a stopped run, or because somebody calls the alert off. */
import {
  again,
  alerted,
  answer,
  ask,
  backupOf,
  counts,
  HOUR,
  isBackup,
  isReminder,
  later,
  lead,
  MAYA,
  MINUTE,
  NOOR,
  rowsIn,
  setting,
} from './world'

type Ws = ReturnType<typeof alerted>
const four = [1, 2, 3, 4]

describe('what was to follow and is still waiting when the answer comes', () => {
  const follows = (ws: Ws, kind: string) => rowsIn(ws, 'outbox').filter((r) => String(r.alertId).includes(kind))

  test('goes without whoever has answered meanwhile, and the row says so', () => {
    const ws = alerted(4)
    setting(ws, 'Mail reserve', '96')
    later(ws, 3 * HOUR + 18 * MINUTE)
    expect(follows(ws, '-remind-').map((r) => r.state)).toEqual(['queued'])
    answer(ws, lead(1), 'DONE 4')
    answer(ws, lead(2), 'HAVE IT')
    setting(ws, 'Mail reserve', '0')
    later(ws, 12 * MINUTE)
    expect(counts(ws, four.map(lead), isReminder)).toEqual([0, 0, 1, 1])
    expect(counts(ws, four.map(backupOf), isBackup)).toEqual([0, 0, 1, 1])
    expect(follows(ws, '-remind-')).toMatchObject([
      { state: 'sent', reason: `without ${lead(1)}, ${lead(2)} (answered)` },
    ])
  })

  test('is dropped where all have answered', () => {
    const ws = alerted(2, { mode: 'personal' })
    setting(ws, 'Ask backups', 'no')
    setting(ws, 'Mail reserve', '100')
    later(ws, 3 * HOUR + 18 * MINUTE)
    for (const n of [1, 2]) answer(ws, lead(n), 'IN')
    setting(ws, 'Mail reserve', '0')
    later(ws, 12 * MINUTE)
    expect(counts(ws, [1, 2].map(lead), isReminder)).toEqual([0, 0])
    expect(follows(ws, '-remind-')).toMatchObject([
      { state: 'cancelled', reason: `without ${lead(1)}, ${lead(2)} (answered)` },
    ])
  })

  test('goes to nobody of a group that was paused or has left meanwhile, and the row says so', () => {
    const ws = alerted(4)
    setting(ws, 'Mail reserve', '96')
    later(ws, 3 * HOUR + 18 * MINUTE)
    for (const [row, status] of [
      [2, 'left'],
      [3, 'paused'],
    ] as const)
      ws.edit(MAYA, 'Groups', row, 6, status)
    expect(rowsIn(ws, 'groups').map((g) => g.status)).toEqual(['left', 'paused', 'active', 'active'])
    setting(ws, 'Mail reserve', '0')
    later(ws, 12 * MINUTE)
    expect(counts(ws, four.map(backupOf), isBackup)).toEqual([0, 0, 1, 1])
    expect(counts(ws, four.map(lead), isReminder)).toEqual([0, 0, 1, 1])
    expect(follows(ws, '-remind-')).toMatchObject([
      { state: 'sent', reason: `without ${lead(1)}, ${lead(2)} (paused or left)` },
    ])
  })

  test('goes to nobody who opted out or answered after a run was stopped with it in hand, wherever it was stopped', () => {
    const before = alerted(4)
    setting(before, 'Ask backups', 'no')
    later(before, 3 * HOUR + 6 * MINUTE)
    before.clock.pass(12 * MINUTE)
    const json = before.save()
    let inTime = 0
    for (let nth = 5; ; nth += 3) {
      const ws = again(json)
      let n = 0
      ws.hook = { before: (call) => ++n === nth && call.execution.kill() }
      ws.run({ account: MAYA, kind: 'timer', name: 'tick', args: [], spreadsheetId: ws.spreadsheet().id })
      ws.hook = null
      if (n < nth) break
      const had = counts(ws, four.map(lead), isReminder)
      if (had[0] === 0) {
        answer(ws, lead(1), 'IN')
        answer(ws, lead(2), 'OPT OUT')
        if (follows(ws, '-remind-').length > 0) inTime += 1
      }
      later(ws, 24 * MINUTE)
      expect([nth, ...counts(ws, four.map(lead), isReminder)]).toEqual([nth, had[0], had[1], 1, 1])
    }
    expect(inTime).toBeGreaterThan(5)
  })
})

test('nothing follows a cancelled alert', () => {
  const ws = alerted(3)
  // Everybody has it: what is called off is what would follow.
  expect(ask(ws, MAYA, 'cancelAlert', { alertId: 'A-0001' })).toMatchObject({ state: 'cancelled', sent: 3 })
  later(ws, 6 * HOUR)
  expect(rowsIn(ws, 'outbox').filter((r) => r.alertId !== 'A-0001')).toEqual([])
})

test('many wordings cost a run two calls a message and a few a lot; waiting for quota costs next to nothing', () => {
  const all = Array.from({ length: 30 }, (_, i) => i + 1)
  const ws = alerted(30, { legislatorIds: all.map((n) => `rep${n}`) })
  setting(ws, 'Mail reserve', '0')
  const from = ws.runs.length
  later(ws, 3 * HOUR + 30 * MINUTE)
  expect(counts(ws, all.map(backupOf), isBackup)).toEqual(all.map(() => 1))
  // Of 100 mails a day 40 are left for reminders to 60 people.
  const reminded = [...counts(ws, all.map(lead), isReminder), ...counts(ws, all.map(backupOf), isReminder)]
  expect(reminded.filter((times) => times === 1)).toHaveLength(40)
  const calls = ws.runs.slice(from).map((run) => Number(run.calls))
  expect(Math.max(...calls)).toBeLessThan(250)
  expect(calls.slice(-2).every((n) => n < 100)).toBe(true)
})

test('cancelled while reminders go out: the lot under way is the last', () => {
  // Everybody calls their own: each wording is a message of its own.
  const ws = alerted(24, { legislatorIds: Array.from({ length: 24 }, (_, i) => `rep${i + 1}`) })
  for (const name of ['Ask backups', 'After-action mail']) setting(ws, name, 'no')
  later(ws, 3 * HOUR + 6 * MINUTE)
  let sent = 0
  ws.hook = {
    after: ({ method }) => {
      if (method === 'Users.Drafts.send' && ++sent === 2) ask(ws, NOOR, 'cancelAlert', { alertId: 'A-0001' })
    },
  }
  later(ws, 12 * MINUTE)
  ws.hook = null
  later(ws, 30 * MINUTE)
  expect(sent).toBe(20)
  const states = rowsIn(ws, 'outbox').flatMap((r) => (String(r.alertId).includes('-remind-') ? [r.state] : []))
  expect(states.sort()).toEqual([...Array(4).fill('cancelled'), ...Array(20).fill('sent')])
})

test('after act-by there is nothing to cancel any more', () => {
  const ws = alerted(2)
  later(ws, 4 * HOUR + 6 * MINUTE)
  expect(ask(ws, MAYA, 'cancelAlert', { alertId: 'A-0001' }).state).toBe('sent')
})
