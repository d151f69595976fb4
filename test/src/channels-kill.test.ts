/**
 * An alert that goes by mail, by the Google Group and in Slack at once, stopped at every single service call on its way and
 * left to the timer. The mailboxes, the Group’s archive and Slack judge, not the ledger.
 */
import type { AlertPreview } from '../../src/contract'
import type { ServiceCall } from '../../workbench/workspace/gate'
import type { Unknowns, Workspace } from '../../workbench/workspace/workspace'
import {
  again,
  approve,
  archived,
  arrived,
  ask,
  draft,
  leadOf,
  MAYA,
  MINUTE,
  NOOR,
  rowsIn,
  sendAll,
  slackOf,
  withChannels,
} from './channels/world'

jest.setTimeout(600_000)

const LEADS = [1, 2, 3].map(leadOf)
const WAYS = ['mail', 'CH-001', 'CH-002']

interface Scene {
  readonly json: string
  readonly alertId: string
  readonly seen: AlertPreview
  readonly unknowns: Partial<Unknowns>
}

/** Lead 1 is in the Group, leads 2 and 3 are not. */
function scene(approved: boolean, unknowns: Partial<Unknowns> = {}): Scene {
  const ws = withChannels(3, [1], unknowns)
  const seen = ask(ws, MAYA, 'previewAlert', draft({ channels: WAYS }))
  if (approved) approve(ws, seen)
  return { json: ws.save(), alertId: seen.alertId, seen, unknowns }
}

interface Step {
  readonly json: string
  readonly calls: readonly ServiceCall[]
  ask(ws: Workspace): { done: boolean }
}

const stateOf = (ws: Workspace, s: Scene) => rowsIn(ws, 'alerts').find((row) => row.id === s.alertId)

function stepsOf(s: Scene): Step[] {
  const ws = again(s.json, s.unknowns)
  const steps: Step[] = []
  for (let done = false; !done; ) {
    const isDraft = stateOf(ws, s)?.state === 'draft'
    const step = (on: Workspace) => (isDraft ? approve(on, s.seen) : ask(on, MAYA, 'sendLot', { alertId: s.alertId }))
    const calls: ServiceCall[] = []
    const json = ws.save()
    const before = ws.callCount
    ws.hook = { before: (call) => void calls.push({ ...call, n: call.n - before }) }
    done = step(ws).done
    steps.push({ json, calls, ask: step })
  }
  return steps
}

function struck(
  s: Scene,
  step: Step,
  when: 'before' | 'after',
  n: number,
  blow: (ws: Workspace, call: ServiceCall) => void,
) {
  const ws = again(step.json, s.unknowns)
  const from = ws.callCount
  ws.hook = {
    [when](call: ServiceCall) {
      if (call.n - from === n) blow(ws, call)
    },
  }
  try {
    step.ask(ws)
  } catch {
    // The run is over; what it left is what counts.
  }
  ws.hook = null
  return ws
}

/** The person presses Approve again where it did not go through; then only the timer acts. */
function settle(ws: Workspace, s: Scene): void {
  if (stateOf(ws, s)?.state === 'draft') approve(ws, s.seen)
  for (let minutes = 0; minutes < 60 && stateOf(ws, s)?.state !== 'sent'; minutes += 5) ws.advance(5 * MINUTE)
}

const seen = { sent: 0, doubtPosted: 0, doubtUnposted: 0 }

/** Everyone has it once; Slack once, or a doubt that a person settles by looking. */
function judge(ws: Workspace, s: Scene, where: string): void {
  const count = () => ({
    where,
    mails: LEADS.map((a) => arrived(ws, a).length),
    archive: archived(ws).length,
    slack: slackOf(ws).posts.length,
  })
  const progress = ask(ws, MAYA, 'alertProgress', { alertId: s.alertId })
  const slack = progress.posts?.find((p) => p.kind === 'slack')
  const posts = slackOf(ws).posts.length
  expect({ ...count(), state: progress.state, post: slack?.state }).toEqual({
    where,
    mails: [1, 1, 1],
    archive: 1,
    slack: slack?.state === 'sent' ? 1 : posts,
    state: 'sent',
    post: slack?.state === 'sent' ? 'sent' : 'doubt',
  })
  expect(posts).toBeLessThanOrEqual(1)
  expect({ where, ...progress }).toMatchObject({ where, people: 2, sent: 2, doubt: 0, failed: 0 })
  if (slack?.state === 'sent') seen.sent += 1
  else seen[posts ? 'doubtPosted' : 'doubtUnposted'] += 1
  for (const { messageId } of progress.doubts) {
    ask(ws, NOOR, 'settleDoubt', { messageId, as: posts ? 'it went' : 'send it again' })
    sendAll(ws, NOOR, s.alertId)
  }
  expect(count()).toEqual({ where, mails: [1, 1, 1], archive: 1, slack: 1 })
}

function everywhere(s: Scene, blow: (ws: Workspace, call: ServiceCall) => void, both: boolean): void {
  for (const step of stepsOf(s))
    for (const { n, service, method } of step.calls)
      for (const when of both || n === step.calls.length ? (['before', 'after'] as const) : (['before'] as const)) {
        const ws = struck(s, step, when, n, blow)
        settle(ws, s)
        judge(ws, s, `${when} ${service}.${method}, call ${n}`)
      }
}

test('killed before every service call of approving and sending, and after the last', () => {
  everywhere(scene(false), (_, call) => call.execution.kill(), false)
  // Both kinds of doubt have come up, and they are few: only what lies between the mark and the outcome.
  expect(seen.doubtPosted).toBeGreaterThan(0)
  expect(seen.doubtUnposted).toBeGreaterThan(0)
  expect(seen.sent).toBeGreaterThan(3 * (seen.doubtPosted + seen.doubtUnposted))
})

test('the same where a killed run’s buffered writes still arrive and Gmail’s search is late', () => {
  everywhere(
    scene(true, { killLosesBuffer: false, gmailIndexDelayMs: 30 * MINUTE }),
    (_, call) => call.execution.kill(),
    false,
  )
})

test('any call fails once, in another language, before or after doing what it was asked', () => {
  everywhere(
    scene(true),
    (ws, call) => {
      throw ws.error(call.account, 'serverError')
    },
    true,
  )
})

test('two accounts at once: the second sends at any call of the first', () => {
  const s = scene(true)
  for (const step of stepsOf(s))
    for (const { n, service, method } of step.calls) {
      let nested = false
      const ws = struck(s, step, 'before', n, (on) => {
        if (nested) return
        nested = true
        try {
          ask(on, NOOR, 'sendLot', { alertId: s.alertId })
        } catch {
          // The first holds the lock.
        }
      })
      settle(ws, s)
      judge(ws, s, `second account before ${service}.${method}, call ${n}`)
    }
})

test('the run dies and another account goes on: nobody has it twice, and Slack has no second post', () => {
  const s = scene(true)
  for (const step of stepsOf(s))
    for (const { n, service, method } of step.calls) {
      const ws = struck(s, step, 'after', n, (_, call) => call.execution.kill())
      for (const minutes of [0, 10, 35]) {
        ws.clock.now += minutes * MINUTE
        sendAll(ws, NOOR, s.alertId)
      }
      const most = Math.max(...LEADS.map((a) => arrived(ws, a).length), archived(ws).length, slackOf(ws).posts.length)
      expect({ at: `${service}.${method} ${n}`, most }).toEqual({ at: `${service}.${method} ${n}`, most: 1 })
      sendAll(ws, MAYA, s.alertId)
      judge(ws, s, `after ${service}.${method}, call ${n}, by another`)
    }
})
