/**
 * A series that is made, changed and ended, stopped at every service call on its way, and one that two people make at
 * once: Calendar has one event in the end, and the right one.
 */
import type { ServiceCall } from '../../workbench/workspace/gate'
import type { Workspace } from '../../workbench/workspace/workspace'
import {
  again,
  ask,
  calendarMails,
  callMails,
  callNetwork,
  DAY,
  inCalendar,
  later,
  MAYA,
  MINUTE,
  make1,
  memberOf,
  rowsIn,
  SidebarFault,
  series,
  seriesEvents,
} from './calls/world'

jest.setTimeout(1_200_000)

const tick = (ws: Workspace): void => {
  ws.advance(6 * MINUTE)
}
const rules = (ws: Workspace): (string[] | undefined)[] => seriesEvents(ws).map((e) => e.recurrence)
/** Times that Calendar told a member of a change. */
const updates = (ws: Workspace): number =>
  calendarMails(ws, memberOf(1)).filter((m) => !m.subject.startsWith('Invitation')).length
const instances = (ws: Workspace) =>
  inCalendar(ws).instances('primary', seriesEvents(ws)[0]?.id ?? '', { timeMax: '2027-02-01T00:00:00Z' }).items ?? []

/** Runs `work` again and again, stopped before or after each of its service calls; `settle` is what happens next. */
function stopEverywhere(
  json: string,
  work: (ws: Workspace) => unknown,
  settle: (ws: Workspace) => void,
  check: (ws: Workspace) => void,
): void {
  const calls: ServiceCall[] = []
  const whole = again(json)
  const begun = whole.callCount
  whole.hook = { before: (call) => void calls.push({ ...call, n: call.n - begun }) }
  work(whole)
  expect(calls.length).toBeGreaterThan(10)
  // Reading leaves nothing behind: stopped at a read, all stands as after the last call that was none.
  const writes = calls.filter(({ method }) => /^(?!.*\bget)|set|insert|patch|remove|delete|flush/i.test(method))
  for (const { n, service, method } of writes)
    for (const side of ['before', 'after'] as const) {
      const ws = again(json)
      const from = ws.callCount
      ws.hook = { [side]: (call: ServiceCall) => call.n - from === n && call.execution.kill() }
      try {
        work(ws)
      } catch (error) {
        // Stopped: the person sees an error, what the run left is what counts.
        if (error instanceof SidebarFault) throw new Error(`${service}.${method} ${side}: ${error.message}`)
      }
      ws.hook = null
      settle(ws)
      try {
        check(ws)
      } catch (error) {
        throw new Error(`stopped ${side} ${n} ${service}.${method}: ${(error as Error).message}`)
      }
    }
}

test('stopped at any service call of making it, and made again: one event, one row, guests told once', () => {
  stopEverywhere(
    callNetwork(3, 2).save(),
    (ws) => make1(ws),
    (ws) => make1(ws),
    (ws) => {
      expect(rules(ws)).toEqual([['RRULE:FREQ=WEEKLY;BYDAY=TH']])
      expect(rowsIn(ws, 'series')).toHaveLength(1)
      expect(rowsIn(ws, 'calls').map((r) => r.starts)).toContain('2026-12-03 19:00')
      expect(new Set(rowsIn(ws, 'calls').map((r) => r.date)).size).toBe(rowsIn(ws, 'calls').length)
      expect(calendarMails(ws, memberOf(1)).filter((m) => m.subject.startsWith('Invitation'))).toHaveLength(1)
    },
  )
})

test('stopped at any service call of changing it, and left to the timer: the same event, the new time', () => {
  const ws = callNetwork(3, 2)
  make1(ws)
  const id = seriesEvents(ws)[0]?.id
  stopEverywhere(
    ws.save(),
    (on) => ask(on, MAYA, 'saveSeries', series({ seriesId: 'S-001', at: '18:30', on: 'Tuesday', first: '2026-12-08' })),
    (on) => {
      ask(on, MAYA, 'saveSeries', series({ seriesId: 'S-001', at: '18:30', on: 'Tuesday', first: '2026-12-08' }))
      tick(on)
    },
    (on) => {
      expect(seriesEvents(on).map((e) => [e.id, e.recurrence, e.start?.dateTime])).toEqual([
        [id, ['RRULE:FREQ=WEEKLY;BYDAY=TU'], '2026-12-08T18:30:00'],
      ])
      expect(
        rowsIn(on, 'calls')
          .map((r) => r.starts)
          .slice(0, 2),
      ).toEqual(['2026-12-08 18:30', '2026-12-15 18:30'])
      expect(updates(on)).toBe(1)
    },
  )
})

test('stopped at any service call of ending it, and left to the timer: what was held stays, nothing comes', () => {
  const ws = callNetwork(3, 2)
  make1(ws, { first: '2026-11-26' })
  ws.advance(5 * DAY)
  const before = updates(ws)
  stopEverywhere(
    ws.save(),
    (on) => ask(on, MAYA, 'endSeries', { seriesId: 'S-001' }),
    (on) => {
      if (rowsIn(on, 'series')[0]?.state !== 'ended') ask(on, MAYA, 'endSeries', { seriesId: 'S-001' })
      tick(on)
    },
    (on) => {
      expect(seriesEvents(on)).toHaveLength(1)
      expect(updates(on)).toBe(before + 1)
      expect(instances(on).map((e) => e.originalStartTime?.dateTime?.slice(0, 10))).toEqual(['2026-11-26'])
      expect(
        ask(on, MAYA, 'calls', {}).coming.filter((c) => c.state === 'planned' && (c.starts ?? '') > '2026-12'),
      ).toEqual([])
    },
  )
})

test('two people press it at the very same moment: the second comes in the middle of the first', () => {
  const json = callNetwork(3, 2).save()
  const count = again(json)
  const from = count.callCount
  make1(count)
  for (let n = 1; n <= count.callCount - from; n += 7) {
    const ws = again(json)
    let pressed = false
    const begun = ws.callCount
    ws.hook = {
      before(call) {
        if (pressed || call.n - begun !== n) return
        pressed = true
        try {
          make1(ws)
        } catch (error) {
          expect(error).toMatchObject({ fault: { code: 'SHEET_BUSY' } })
        }
      },
    }
    make1(ws)
    ws.hook = null
    tick(ws)
    expect([n, rowsIn(ws, 'series').length, seriesEvents(ws).length]).toEqual([n, 1, 1])
  }
})

test('stopped at any service call of the reminder of the day before: everybody has it exactly once', () => {
  const ws = callNetwork(3, 2)
  make1(ws, { first: '2026-11-26' })
  ws.clock.pass(Date.parse('2026-11-26T00:02:00Z') - ws.clock.now)
  stopEverywhere(
    ws.save(),
    (on) => tick(on),
    (on) => {
      for (let minutes = 0; minutes < 40; minutes += 10) later(on, 10 * MINUTE)
    },
    (on) => {
      const reminders = [1, 2, 3].map(
        (n) => callMails(on, memberOf(n)).filter((m) => m.subject.startsWith('Tomorrow')).length,
      )
      expect(reminders).toEqual([1, 1, 1])
    },
  )
})
