/**
 * An approved alert of two lots, stopped at every single service call on its way, and then left to the timer: everyone
 * has exactly one mail. The mailboxes judge, not the ledger.
 */
import type { Draft, Progress } from '../../src/contract'
import type { ServiceCall } from '../../workbench/workspace/gate'
import type { Unknowns, Workspace } from '../../workbench/workspace/workspace'
import {
  again,
  ask,
  draft,
  leadOf,
  MAYA,
  MINUTE,
  mailsTo,
  NOOR,
  network,
  rowsIn,
  SidebarFault,
  sendAll,
} from './alerts/world'

/** One more than a lot. */
const PEOPLE = 21
const LEADS = Array.from({ length: PEOPLE }, (_, i) => leadOf(i + 1))
const ONCE = Object.fromEntries(LEADS.map((a) => [a, 1]))

interface Scene {
  readonly json: string
  readonly alertId: string
  readonly seal: string
  readonly unknowns: Partial<Unknowns>
}

jest.setTimeout(600_000)

/** A network with a draft that was looked at, ready to be approved; `approved`: and it was. */
function scene(
  unknowns: Partial<Unknowns> = {},
  approved = false,
  about: Partial<Draft> = { mode: 'personal' },
): Scene {
  const ws = network(PEOPLE, unknowns)
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft(about))
  if (approved) ask(ws, MAYA, 'approveAlert', { alertId, seal })
  return { json: ws.save(), alertId, seal, unknowns }
}

type Step = (ws: Workspace, s: Scene) => unknown
const approveAndSend: Step = (ws, s) => {
  ask(ws, MAYA, 'approveAlert', { alertId: s.alertId, seal: s.seal })
  sendAll(ws, MAYA, s.alertId)
}

/** Killed or failed: what the person at the sidebar sees is an error. */
function tolerant(step: () => unknown): void {
  try {
    step()
  } catch {
    // The run is over; what it left in the sheet is what counts.
  }
}

/** The person presses Approve again where it did not go through; then only the timer acts. */
function settle(ws: Workspace, s: Scene): Progress {
  ws.hook = null
  ask(ws, MAYA, 'approveAlert', { alertId: s.alertId, seal: s.seal })
  for (let minutes = 0; minutes < 60; minutes += 5) {
    ws.advance(5 * MINUTE)
    const progress = ask(ws, MAYA, 'alertProgress', { alertId: s.alertId })
    if (progress.done) return progress
  }
  return ask(ws, MAYA, 'alertProgress', { alertId: s.alertId })
}

function calls(s: Scene, step: Step, only: (call: ServiceCall) => boolean = () => true): number[] {
  const ws = again(s.json, s.unknowns)
  const seen: number[] = []
  ws.hook = {
    before(call) {
      if (only(call)) seen.push(call.n)
    },
  }
  step(ws, s)
  return seen
}

/** Everyone once by their mailbox, and the ledger says the same. */
function expectOnce(ws: Workspace, s: Scene, progress: Progress, where: string): void {
  expect({ where, mails: mailsTo(ws, LEADS) }).toEqual({ where, mails: ONCE })
  expect({ where, ...progress }).toMatchObject({
    where,
    state: 'sent',
    people: PEOPLE,
    sent: PEOPLE,
    doubt: 0,
    failed: 0,
  })
  const [alert] = rowsIn(ws, 'alerts').filter((row) => row.id === s.alertId)
  expect({ where, state: alert?.state, sent: alert?.sent, doubt: alert?.doubt }).toEqual({
    where,
    state: 'sent',
    sent: PEOPLE,
    doubt: 0,
  })
}

type Blow = (ws: Workspace, call: ServiceCall) => void
const kill: Blow = (_, call) => call.execution.kill()
const fail: Blow = (ws, call) => {
  throw ws.error(call.account, 'serverError')
}

function struck(s: Scene, step: Step, n: number, when: 'before' | 'after', blow: Blow): Workspace {
  const ws = again(s.json, s.unknowns)
  ws.hook = {
    [when](call: ServiceCall) {
      if (call.n === n) blow(ws, call)
    },
  }
  tolerant(() => step(ws, s))
  return ws
}

const BOTH = ['before', 'after'] as const
/** Calls that change something. Around the others a kill finds the same sheet and the same mailboxes. */
const changing = ({ service, method }: ServiceCall): boolean =>
  service === 'Gmail' || /setValues|flush|insert/.test(method)

function everywhere(
  s: Scene,
  step: Step,
  blow: Blow,
  only?: (call: ServiceCall) => boolean,
  times: readonly (typeof BOTH)[number][] = BOTH,
): void {
  const points = calls(s, step, only)
  expect(points.length).toBeGreaterThan(20)
  for (const n of points)
    for (const when of times) {
      const ws = struck(s, step, n, when, blow)
      expectOnce(ws, s, settle(ws, s), `${when} call ${n}`)
    }
}

test('nothing goes wrong: everyone has one mail', () => {
  const s = scene()
  const ws = again(s.json)
  approveAndSend(ws, s)
  expectOnce(ws, s, ask(ws, MAYA, 'alertProgress', { alertId: s.alertId }), 'quiet')
})

test('killed before and after every service call of approving and sending', () => {
  everywhere(scene(), approveAndSend, kill)
})

test('the same where a killed run’s buffered writes still arrive, and Gmail has its own quota', () => {
  everywhere(
    scene({ killLosesBuffer: false, gmailCountsAsEmail: false }, true),
    (ws, s) => sendAll(ws, MAYA, s.alertId),
    kill,
    changing,
  )
})

test('the same with cohorts and a search index that is half an hour late', () => {
  const s = scene({ gmailIndexDelayMs: 30 * MINUTE }, true, {
    mode: 'cohort',
    legislatorIds: Array.from({ length: PEOPLE }, (_, i) => `rep${i + 1}`),
  })
  everywhere(s, (ws) => sendAll(ws, MAYA, s.alertId), kill, changing)
})

test('Gmail fails once, in another language, before or after doing what it was asked', () => {
  everywhere(
    scene({}, true),
    (ws, s) => sendAll(ws, MAYA, s.alertId),
    fail,
    (call) => call.service === 'Gmail',
  )
})

test('any other call fails once, in another language', () => {
  everywhere(scene(), approveAndSend, fail, (call) => call.service !== 'Gmail', ['before'])
})

test('the run dies and somebody else goes on at once: nobody has two, and when the first is back everyone has one', () => {
  const s = scene({}, true)
  const step: Step = (ws) => sendAll(ws, MAYA, s.alertId)
  for (const n of calls(s, step, changing))
    for (const when of BOTH) {
      const where = `${when} call ${n}`
      const ws = struck(s, step, n, when, kill)
      ws.hook = null
      for (let minutes = 0; minutes < 50; minutes += 10) {
        // Maya’s timer is off: her account does nothing meanwhile.
        ws.clock.now += 10 * MINUTE
        sendAll(ws, NOOR, s.alertId)
      }
      const between = mailsTo(ws, LEADS)
      expect({ where, most: Math.max(...Object.values(between)) }).toEqual({ where, most: 1 })
      const { doubt, sent } = ask(ws, NOOR, 'alertProgress', { alertId: s.alertId })
      expect({ where, known: doubt + sent }).toEqual({ where, known: PEOPLE })
      sendAll(ws, MAYA, s.alertId)
      expectOnce(ws, s, ask(ws, MAYA, 'alertProgress', { alertId: s.alertId }), where)
    }
})

test('two accounts at once: the second starts at any call of the first', () => {
  const s = scene({}, true)
  const step: Step = (ws) => sendAll(ws, MAYA, s.alertId)
  for (const n of calls(s, step, (call) => changing(call) || call.service === 'LockService')) {
    const ws = again(s.json)
    let nested = false
    ws.hook = {
      before(call) {
        if (call.n !== n || nested) return
        nested = true
        tolerant(() => ask(ws, NOOR, 'sendLot', { alertId: s.alertId }))
      },
    }
    tolerant(() => step(ws, s))
    expectOnce(ws, s, settle(ws, s), `second account at call ${n}`)
  }
})

test('faults on the way are told in our words, never in the platform’s', () => {
  const s = scene()
  const ws = struck(s, () => undefined, 0, 'before', kill)
  ws.hook = {
    before(call) {
      if (call.service === 'Gmail') fail(ws, call)
    },
  }
  ask(ws, MAYA, 'approveAlert', { alertId: s.alertId, seal: s.seal })
  const caught = (() => {
    try {
      return ask(ws, MAYA, 'sendLot', { alertId: s.alertId })
    } catch (error) {
      return error
    }
  })()
  expect(caught).toBeInstanceOf(SidebarFault)
  expect((caught as SidebarFault).fault.code).toBe('GMAIL_REFUSED')
  expect(ask(ws, MAYA, 'alertProgress', { alertId: s.alertId })).toMatchObject({ waiting: PEOPLE, sent: 0 })
})
