/**
 * One timed run that reads answers, a bounce and a request, asks backups and tells coordinators: stopped at every service
 * call, met by a second run at every few of them, and then left to the timer. Mailboxes and tabs judge.
 */
import type { ServiceCall } from '../../workbench/workspace/gate'
import type { Workspace } from '../../workbench/workspace/workspace'
import {
  addBackups,
  again,
  answer,
  backupOf,
  fillIn,
  HOUR,
  later,
  lead,
  MAYA,
  MINUTE,
  NOOR,
  network,
  rowsIn,
  send,
  setting,
  subjects,
  write,
} from './incoming/world'

jest.setTimeout(1_200_000)

const WREN = 'wren@example.org'
const GROUPS = [1, 2, 3, 4]

/** Two hours after an alert that goes on for four: everything is due at the next tick. */
function scene(): string {
  const ws = network(4)
  addBackups(ws, 4)
  fillIn(ws, { people: [{ id: 'P-800', name: 'Wren', email: WREN, roles: 'working group' }] })
  setting(ws, 'Alerts by mail', 'yes')
  setting(ws, 'Remind', 'no')
  ws.state.mail.dead = [lead(4)]
  send(ws)
  ws.clock.pass(2 * HOUR + MINUTE)
  answer(ws, lead(1), 'DONE 5\nlast week')
  answer(ws, lead(2), 'HAVE IT')
  write(ws, `Lead <${lead(3)}>`, 'Re: Please call', 'DONE 400', { authenticated: false })
  write(ws, WREN, 'ALERT SB 12 SD-1 by 8pm', 'The committee votes tonight.')
  return ws.save()
}

const tick = (ws: Workspace) =>
  ws.run({ account: MAYA, kind: 'timer', name: 'tick', args: [], spreadsheetId: ws.spreadsheet().id })

function settle(ws: Workspace): void {
  ws.hook = null
  later(ws, 42 * MINUTE)
}

/** What is true in the end, wherever it was stopped. */
function outcome(ws: Workspace) {
  // An ID that a stopped run gave out stays given.
  const asId = (id: unknown): string =>
    id === 'A-0001' ? 'first' : /^A-\d{4}$/.test(String(id)) ? 'asked' : String(id)
  const count = (email: string, begins: string): number =>
    subjects(ws, email).filter((s) => s.startsWith(begins)).length
  return {
    answers: rowsIn(ws, 'answers')
      .map((r) => [asId(r.alertId), r.groupIds, r.from, r.calls ?? 0, r.counts].join(' '))
      .sort(),
    alerts: rowsIn(ws, 'alerts').map((r) => [asId(r.id), r.state, r.acknowledged ?? 0, r.bill].join(' ')),
    backups: GROUPS.map((n) => count(backupOf(n), 'Can you step in?')),
    told: [MAYA, NOOR, WREN].map((email) => count(email, 'Draft alert')),
    first: GROUPS.map((n) => count(lead(n), 'Please call')),
    bounced: rowsIn(ws, 'outbox').filter((r) => String(r.reason).includes(`bounced: ${lead(4)}`)).length,
    open: rowsIn(ws, 'outbox').filter((r) => r.state !== 'sent').length,
  }
}

const WANTED = {
  answers: [
    'asked  wren@example.org 0 told',
    'first G-001 lead01@example.org 5 yes',
    'first G-002 lead02@example.org 0 yes',
    'first G-003 lead03@example.org 0 no',
    'first G-004 lead04@example.org 0 bounce',
  ],
  alerts: ['first sent 2 HB 120', 'asked draft 0 SB 12'],
  backups: [0, 0, 1, 1],
  told: [1, 1, 1],
  first: [1, 1, 1, 0],
  bounced: 1,
  open: 0,
}

const json = scene()

function callsOf(): ServiceCall[] {
  const ws = again(json)
  const calls: ServiceCall[] = []
  const from = ws.callCount
  ws.hook = { before: (call) => void calls.push({ ...call, n: call.n - from }) }
  tick(ws)
  return calls
}

test('undisturbed', () => {
  const ws = again(json)
  tick(ws)
  settle(ws)
  expect(outcome(ws)).toEqual(WANTED)
})

test('stopped before any service call of it: read once, asked once, told once, one draft', () => {
  const calls = callsOf()
  expect(calls.length).toBeGreaterThan(60)
  for (const { n, service, method } of calls) {
    const ws = again(json)
    const from = ws.callCount
    ws.hook = { before: (call) => call.n - from === n && call.execution.kill() }
    tick(ws)
    settle(ws)
    expect({ at: `${n} ${service}.${method}`, ...outcome(ws) }).toEqual({ at: `${n} ${service}.${method}`, ...WANTED })
  }
})

test('any one service call of it fails: the same', () => {
  for (const { n, service, method } of callsOf().filter(({ n: at }) => at % 3 === 0)) {
    const ws = again(json)
    const from = ws.callCount
    ws.hook = {
      before(call) {
        if (call.n - from === n) throw ws.error(call.account, 'serverError')
      },
    }
    tick(ws)
    settle(ws)
    expect({ at: `${n} ${service}.${method}`, ...outcome(ws) }).toEqual({ at: `${n} ${service}.${method}`, ...WANTED })
  }
})

test('a second run comes in the middle of the first, at any point: the same', () => {
  for (const { n, service, method } of callsOf().filter(({ n: at }) => at % 4 === 1)) {
    const ws = again(json)
    const from = ws.callCount
    let met = false
    ws.hook = {
      before(call) {
        if (met || call.n - from !== n) return
        met = true
        tick(ws)
      },
    }
    tick(ws)
    settle(ws)
    expect({ at: `${n} ${service}.${method}`, ...outcome(ws) }).toEqual({ at: `${n} ${service}.${method}`, ...WANTED })
  }
})

describe('the reminder and the summary, stopped before any service call: everybody has each once', () => {
  const begin = (hours: number, legislatorIds: string[]): string => {
    const ws = network(3)
    addBackups(ws, 3)
    send(ws, { legislatorIds })
    answer(ws, lead(1), 'IN')
    later(ws, hours * HOUR)
    return ws.save()
  }
  const got = (ws: Workspace) => {
    const count = (email: string, begins: string): number =>
      subjects(ws, email).filter((s) => s.startsWith(begins)).length
    return {
      reminders: [lead(1), lead(2), lead(3), backupOf(2), backupOf(3)].map((email) => count(email, 'Reminder:')),
      summary: [MAYA, NOOR].map((email) => count(email, 'After the alert')),
      open: rowsIn(ws, 'outbox').filter((r) => r.state !== 'sent').length,
    }
  }
  test.each([
    ['reminder', 3.1, 12, ['senator']],
    ['reminder in a wording for each group', 3.1, 12, ['rep1', 'rep2', 'rep3']],
    ['summary', 4.4, 8, ['senator']],
  ])('%s', (_, hours, minutes, legislatorIds) => {
    const from = begin(hours, legislatorIds)
    const whole = again(from)
    whole.clock.pass(minutes * MINUTE)
    const ready = whole.save()
    const calls: ServiceCall[] = []
    whole.hook = { before: (call) => void calls.push({ ...call }) }
    tick(whole)
    const first = calls[0]?.n ?? 0
    expect(calls.length).toBeGreaterThan(50)
    for (const { n, service, method } of calls) {
      const ws = again(ready)
      const begun = ws.callCount
      ws.hook = { before: (call) => call.n - begun === n - first + 1 && call.execution.kill() }
      tick(ws)
      ws.hook = null
      later(ws, 110 * MINUTE)
      const where = `${n - first + 1} ${service}.${method}`
      expect({ where, ...got(ws) }).toEqual({ where, reminders: [0, 1, 1, 1, 1], summary: [1, 1], open: 0 })
    }
  })
})

describe('what an idle run costs', () => {
  /** Service calls of one tick. */
  const cost = (ws: Workspace): { calls: number; gmail: number } => {
    ws.meters.clear()
    const from = ws.callCount
    expect(tick(ws).error).toBeUndefined()
    const gmail = [...ws.meters]
      .filter(([key]) => key.startsWith('Gmail.'))
      .reduce((sum, [, line]) => sum + line.calls, 0)
    return { calls: ws.callCount - from, gmail }
  }
  const quiet = (): number => {
    const ws = network(4)
    cost(ws)
    return cost(ws).calls
  }

  test('with a live alert and nothing new: three calls more than without', () => {
    const ws = network(4)
    addBackups(ws, 4)
    send(ws)
    answer(ws, lead(1), 'IN')
    write(ws, 'news@example.net', 'A newsletter', 'HAVE IT')
    later(ws, 12 * MINUTE)
    expect(cost(ws)).toEqual({ calls: quiet() + 3, gmail: 1 })
    later(ws, 6 * MINUTE)
    expect(cost(ws)).toEqual({ calls: quiet() + 3, gmail: 1 })
  })

  test('with mails that may ask for alerts, and none: three calls more', () => {
    const ws = network(4)
    setting(ws, 'Alerts by mail', 'yes')
    cost(ws)
    expect(cost(ws)).toEqual({ calls: quiet() + 3, gmail: 1 })
  })

  test('days after the last alert: nothing, but for one run an hour that looks for who opts out', () => {
    const ws = network(4)
    send(ws)
    later(ws, 34 * HOUR)
    const costs: { calls: number; gmail: number }[] = []
    for (let minutes = 0; minutes < 120; minutes += 5) {
      costs.push(cost(ws))
      ws.clock.pass(5 * MINUTE)
    }
    const dear = costs.filter(({ gmail }) => gmail > 0)
    expect(dear).toHaveLength(2)
    expect(dear[1]).toEqual({ calls: quiet() + 3, gmail: 1 })
    for (const one of costs.filter(({ gmail }) => gmail === 0)) expect(one).toEqual({ calls: quiet(), gmail: 0 })
    ws.clock.pass(8 * 24 * HOUR)
    cost(ws)
    for (let minutes = 0; minutes < 60; minutes += 5) {
      expect(cost(ws)).toEqual({ calls: quiet(), gmail: 0 })
      ws.clock.pass(5 * MINUTE)
    }
  })

  test('sixty answers at once: two reads of mail each, and as many calls to the sheet as for one', () => {
    const sheetCalls = (answers: number): number => {
      const ws = network(60)
      send(ws)
      for (let n = 1; n <= answers; n++) answer(ws, lead(n), 'DONE 3')
      const { calls, gmail } = cost(ws)
      expect(gmail).toBe(2 * answers + 1)
      expect(rowsIn(ws, 'alerts')[0]?.acknowledged).toBe(answers)
      return calls - gmail
    }
    expect(sheetCalls(60)).toBe(sheetCalls(1))
  })
})
