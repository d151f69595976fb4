import fc from 'fast-check'
import { beginRun, endRun, readTickTime, spentMs, type TickTime } from '../../src/tick-time'
import { ask, MAYA, MINUTE, NOOR, network } from './alerts/world'

const HOUR = 60 * MINUTE
const START = Date.parse('2026-11-23T17:00:00Z')
const blank = readTickTime('')

describe('how much of the day’s timed runs is used', () => {
  test('is never told as less than what ran in the last 24 hours, and never as more than in the last 25', () => {
    const run = fc.record({ gap: fc.integer({ min: 1, max: 3 * HOUR }), ms: fc.integer({ min: 0, max: 6 * MINUTE }) })
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 60 }), (runs) => {
        let now = START
        let time: TickTime = blank
        const ran: { at: number; ms: number }[] = []
        for (const { gap, ms } of runs) {
          now += gap
          time = endRun(beginRun(time, MAYA, now), now + ms)
          ran.push({ at: now, ms })
          now += ms
        }
        const since = (from: number): number => ran.reduce((sum, r) => (r.at >= from ? sum + r.ms : sum), 0)
        expect(spentMs(time, now)).toBeGreaterThanOrEqual(since(now - 24 * HOUR))
        expect(spentMs(time, now)).toBeLessThanOrEqual(since(now - 25 * HOUR))
      }),
    )
  })

  test('counts a killed run as long as Google lets one live, and not longer than until the next began', () => {
    const killed = beginRun(blank, MAYA, START)
    expect(spentMs(beginRun(killed, MAYA, START + HOUR), START + HOUR)).toBe(6 * MINUTE)
    expect(spentMs(beginRun(killed, MAYA, START + 2 * MINUTE), START + 2 * MINUTE)).toBe(2 * MINUTE)
  })

  test('begins anew with another account: each has its own', () => {
    const hers = endRun(beginRun(blank, MAYA, START), START + 6 * MINUTE)
    expect(spentMs(beginRun(hers, NOOR, START + HOUR), START + HOUR)).toBe(0)
  })

  test('is read as nothing from a cell of rubbish', () => {
    for (const text of ['', '{', '{"who":1}', '{"who":"a","began":1,"ended":true,"hours":{"1":"x"}}', 'null'])
      expect(spentMs(readTickTime(text), START)).toBe(0)
  })
})

describe('a consumer account’s 90 minutes of timed runs a day', () => {
  const used = (ws: ReturnType<typeof network>): number => ws.quotas.used(MAYA, 'trigger runtime ms')

  test('last for a quiet day many times over', () => {
    const ws = network(10)
    ws.advance(24 * HOUR)
    expect(used(ws)).toBeGreaterThan(0)
    expect(used(ws)).toBeLessThan(15 * MINUTE)
  })

  test('are not eaten up by runs that hang: work stops in time, and the timer still says that it lives', () => {
    const ws = network(10)
    let began: unknown = null
    // Every timed run hangs after its heartbeat until Google kills it.
    ws.hook = {
      before: (call) => {
        if (began === call.execution && call.service !== 'PropertiesService') ws.clock.pass(6 * MINUTE)
        if (call.method === 'setProperty') began = call.execution
      },
    }
    ws.advance(12 * HOUR)
    expect(used(ws)).toBeGreaterThan(60 * MINUTE)
    expect(used(ws)).toBeLessThan(90 * MINUTE)
    ws.hook = null
    ws.advance(30 * MINUTE)
    expect(ask(ws, NOOR, 'home', {}).operator).toMatchObject({ stale: false, rests: true })
    ws.advance(25 * HOUR)
    expect(ask(ws, NOOR, 'home', {}).operator).toMatchObject({ stale: false, rests: false })
  })
})
