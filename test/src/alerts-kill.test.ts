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

/** One request on the undisturbed way: the Workspace right before it, and the service calls it makes. */
interface Request {
  readonly json: string
  readonly calls: readonly ServiceCall[]
  ask(ws: Workspace): unknown
}

const stateOf = (ws: Workspace, s: Scene) => rowsIn(ws, 'alerts').find((row) => row.id === s.alertId)
const approve = (ws: Workspace, s: Scene) => ask(ws, MAYA, 'approveAlert', { alertId: s.alertId, seal: s.seal })
const oneLot = (ws: Workspace, s: Scene, email = MAYA) => ask(ws, email, 'sendLot', { alertId: s.alertId })

/** Approval, where it is still to come, and the lots. */
function requestsOf(s: Scene): Request[] {
  const ws = again(s.json, s.unknowns)
  const requests: Request[] = []
  let done = false
  while (!done) {
    const isDraft = stateOf(ws, s)?.state === 'draft'
    const request = (on: Workspace) => (isDraft ? approve(on, s) : oneLot(on, s))
    const calls: ServiceCall[] = []
    const json = ws.save()
    const before = ws.callCount
    ws.hook = {
      before(call) {
        calls.push({ ...call, n: call.n - before })
      },
    }
    done = request(ws).done
    requests.push({ json, calls, ask: request })
  }
  return requests
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
  if (stateOf(ws, s)?.state === 'draft') approve(ws, s)
  for (let minutes = 0; minutes < 60 && stateOf(ws, s)?.state !== 'sent'; minutes += 5) ws.advance(5 * MINUTE)
  return ask(ws, MAYA, 'alertProgress', { alertId: s.alertId })
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
  expect({ where, ...stateOf(ws, s) }).toMatchObject({ where, state: 'sent', sent: PEOPLE, doubt: 0 })
}

type Blow = (ws: Workspace, call: ServiceCall) => void
const kill: Blow = (_, call) => call.execution.kill()
const fail: Blow = (ws, call) => {
  throw ws.error(call.account, 'serverError')
}

type When = 'before' | 'after'
interface Point {
  readonly request: Request
  readonly n: number
  readonly when: When
  readonly where: string
}

const pointOf = (request: Request, { n, method }: ServiceCall, when: When): Point => ({
  request,
  n,
  when,
  where: `${when} ${method}, call ${n}`,
})

/**
 * Before every call and after the last one. Between two calls nothing happens that anyone outside could see, so stopped
 * after one call is stopped before the next.
 */
const everyKill = (s: Scene): Point[] =>
  requestsOf(s).flatMap((request) => [
    ...request.calls.map((call) => pointOf(request, call, 'before')),
    ...request.calls.slice(-1).map((call) => pointOf(request, call, 'after')),
  ])

/** After every call that changes something, and before the first: around the others a kill finds the same. */
const everyChange = (s: Scene): Point[] =>
  requestsOf(s).flatMap((request) => {
    const calls = request.calls.filter(
      ({ service, method }) => service === 'Gmail' || /setValues|flush|insert|delete/.test(method),
    )
    const [first] = calls
    return [...(first ? [pointOf(request, first, 'before')] : []), ...calls.map((c) => pointOf(request, c, 'after'))]
  })

function struck(s: Scene, { request, n, when }: Point, blow: Blow): Workspace {
  const ws = again(request.json, s.unknowns)
  ws.hook = {
    [when](call: ServiceCall) {
      if (call.n === n) blow(ws, call)
    },
  }
  tolerant(() => request.ask(ws))
  return ws
}

function everywhere(s: Scene, points: readonly Point[], blow: Blow): void {
  expect(points.length).toBeGreaterThan(20)
  for (const point of points) {
    const ws = struck(s, point, blow)
    expectOnce(ws, s, settle(ws, s), point.where)
  }
}

test('nothing goes wrong: everyone has one mail', () => {
  const s = scene()
  const ws = again(s.json)
  approve(ws, s)
  expectOnce(ws, s, sendAll(ws, MAYA, s.alertId), 'quiet')
})

test('killed before and after every service call of approving and sending', () => {
  const s = scene()
  // Approval, and more messages than one lot takes.
  expect(requestsOf(s)).toHaveLength(3)
  everywhere(s, everyKill(s), kill)
})

test('the same where a killed run’s buffered writes still arrive, and Gmail has its own quota', () => {
  const s = scene({ killLosesBuffer: false, gmailCountsAsEmail: false }, true)
  everywhere(s, everyChange(s), kill)
})

test('the same with cohorts and a search index that is half an hour late', () => {
  const legislatorIds = Array.from({ length: PEOPLE }, (_, i) => `rep${i + 1}`)
  const s = scene({ gmailIndexDelayMs: 30 * MINUTE }, true, { mode: 'cohort', legislatorIds })
  everywhere(s, everyChange(s), kill)
})

const failures = (s: Scene, isMeant: (call: ServiceCall) => boolean, times: readonly When[]): Point[] =>
  requestsOf(s).flatMap((request) =>
    request.calls.filter(isMeant).flatMap((call) => times.map((when) => pointOf(request, call, when))),
  )

test('Gmail fails once, in another language, before or after doing what it was asked', () => {
  const s = scene({}, true)
  everywhere(
    s,
    failures(s, (call) => call.service === 'Gmail', ['before', 'after']),
    fail,
  )
})

test('any other call fails once, in another language', () => {
  const s = scene()
  everywhere(
    s,
    failures(s, (call) => call.service !== 'Gmail', ['before']),
    fail,
  )
})

test('the run dies and somebody else goes on at once: nobody has two, and when the first is back everyone has one', () => {
  const s = scene({}, true)
  for (const point of everyChange(s)) {
    const { where } = point
    const ws = struck(s, point, kill)
    ws.hook = null
    // Maya’s timer is off: her account does nothing meanwhile. After ten minutes her run is dead for certain, after
    // three quarters of an hour nobody waits for her any more.
    for (const minutes of [0, 10, 35]) {
      ws.clock.now += minutes * MINUTE
      sendAll(ws, NOOR, s.alertId)
    }
    const between = mailsTo(ws, LEADS)
    expect({ where, most: Math.max(...Object.values(between)) }).toEqual({ where, most: 1 })
    const { doubt, sent } = ask(ws, NOOR, 'alertProgress', { alertId: s.alertId })
    expect({ where, known: doubt + sent }).toEqual({ where, known: PEOPLE })
    expectOnce(ws, s, sendAll(ws, MAYA, s.alertId), where)
  }
})

test('two accounts at once: the second starts at any call of the first', () => {
  const s = scene({}, true)
  const isTelling = ({ service, method }: ServiceCall) =>
    service === 'Gmail' || service === 'LockService' || /setValues|flush|insert/.test(method)
  for (const { request, n, where } of failures(s, isTelling, ['before'])) {
    const ws = again(request.json)
    let nested = false
    ws.hook = {
      before(call) {
        if (call.n !== n || nested) return
        nested = true
        tolerant(() => oneLot(ws, s, NOOR))
      },
    }
    tolerant(() => request.ask(ws))
    expectOnce(ws, s, settle(ws, s), `second account ${where}`)
  }
})

test('faults on the way are told in our words, never in the platform’s', () => {
  const s = scene()
  const ws = again(s.json)
  ws.hook = {
    before(call) {
      if (call.service === 'Gmail') fail(ws, call)
    },
  }
  approve(ws, s)
  const caught = (() => {
    try {
      return oneLot(ws, s)
    } catch (error) {
      return error
    }
  })()
  expect(caught).toBeInstanceOf(SidebarFault)
  expect((caught as SidebarFault).fault.code).toBe('GMAIL_REFUSED')
  expect(ask(ws, MAYA, 'alertProgress', { alertId: s.alertId })).toMatchObject({ waiting: PEOPLE, sent: 0 })
})
