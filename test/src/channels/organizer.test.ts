/** Telling the national organizer: looked at first, once each, whatever happens on the way. */
import type { ServiceCall } from '../../../workbench/workspace/gate'
import { inbox } from '../../../workbench/workspace/services/mail-read'
import type { Workspace } from '../../../workbench/workspace/workspace'
import { again, ask, draft, faultOf, fillIn, MAYA, MINUTE, NOOR, sendAll, withGroup } from './world'

jest.setTimeout(300_000)

const SAM = 'sam@example.org'

function start(): Workspace {
  const ws = withGroup(3, [])
  fillIn(ws, {
    people: [{ id: 'P-980', name: 'Sam', email: SAM, roles: 'organizer' }],
    districts: [1, 2, 3, 4].map((n) => ({ chamber: 'lower', district: String(n), name: `House ${n}`, seats: 1 })),
  })
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft())
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  sendAll(ws, MAYA, alertId)
  return ws
}
const got = (ws: Workspace) => inbox(ws, SAM)

test('the digest names alerts, calls, coverage of each chamber and its gaps; nothing leaves before it is confirmed', () => {
  const ws = start()
  const digest = ask(ws, MAYA, 'organizerDigest', {})
  expect(digest.to).toEqual([SAM])
  expect(digest.body).toContain('HB 120: 3 leaders mailed in 3 groups (sent)')
  expect(digest.body).toContain('No call was held.')
  expect(digest.body).toMatch(/House: 3 of 4 districts with a group\.\nWithout one: 4\./)
  expect(digest.body).not.toContain('@')
  expect(got(ws)).toEqual([])
})

test('sent once however often it is pressed; then it is shown when, and the next one begins there', () => {
  const ws = start()
  const { seal } = ask(ws, MAYA, 'organizerDigest', {})
  const view = ask(ws, MAYA, 'tellOrganizer', { seal })
  ask(ws, MAYA, 'tellOrganizer', { seal })
  expect(got(ws).map((m) => m.subject)).toEqual([expect.stringMatching(/what we did/)])
  expect(view).toMatchObject({
    organizers: [{ name: 'Sam', address: SAM }],
    told: { text: expect.stringContaining('today'), note: '' },
  })
  expect(ask(ws, MAYA, 'organizerDigest', {}).body).toContain('No alert went out.')
})

test('what was not looked at is not sent; without an organizer there is nobody to tell', () => {
  const ws = start()
  expect(faultOf(() => ask(ws, MAYA, 'tellOrganizer', { seal: 'other' })).code).toBe('DIGEST_CHANGED')
  const none = withGroup(1, [])
  const { seal } = ask(none, MAYA, 'organizerDigest', {})
  expect(faultOf(() => ask(none, MAYA, 'tellOrganizer', { seal })).code).toBe('NO_ORGANIZER')
  expect(got(ws)).toEqual([])
})

test('killed at every service call and left to the timer or pressed again: the organizer has it once', () => {
  const ws = start()
  const { seal } = ask(ws, MAYA, 'organizerDigest', {})
  const json = ws.save()
  const calls: ServiceCall[] = []
  const begun = ws.callCount
  ws.hook = { before: (call) => void calls.push({ ...call, n: call.n - begun }) }
  ask(ws, MAYA, 'tellOrganizer', { seal })
  const writes = calls.filter(({ service, method }) => service === 'Gmail' || /set|insert|flush|delete/i.test(method))
  expect(writes.length).toBeGreaterThan(5)
  for (const { n, service, method } of writes)
    for (const side of ['before', 'after'] as const) {
      const on = again(json)
      const from = on.callCount
      on.hook = { [side]: (call: ServiceCall) => call.n - from === n && call.execution.kill() }
      try {
        ask(on, MAYA, 'tellOrganizer', { seal })
      } catch {
        // Stopped.
      }
      on.hook = null
      // Somebody else presses it meanwhile: the same digest, so no second one.
      try {
        ask(on, NOOR, 'tellOrganizer', { seal })
      } catch {
        // The first one’s draft lies with the first.
      }
      for (let i = 0; i < 4; i++) on.advance(5 * MINUTE)
      if (got(on).length === 0) ask(on, MAYA, 'tellOrganizer', { seal })
      expect({ at: `${side} ${service}.${method} ${n}`, mails: got(on).length }).toEqual({
        at: `${side} ${service}.${method} ${n}`,
        mails: 1,
      })
    }
})
