/** One recurring event a series, whatever happens on the way. Calendar itself judges, not the sheet. */
import type { Workspace } from '../../../workbench/workspace/workspace'
import {
  ask,
  callNetwork,
  DAY,
  faultOf,
  inCalendar,
  MAYA,
  MINUTE,
  make1,
  memberOf,
  NOOR,
  rowsIn,
  series,
  seriesEvents,
} from './world'

jest.setTimeout(600_000)

const tick = (ws: Workspace): void => {
  ws.advance(6 * MINUTE)
}
const rules = (ws: Workspace): (string[] | undefined)[] => seriesEvents(ws).map((e) => e.recurrence)
const instances = (ws: Workspace) =>
  inCalendar(ws).instances('primary', seriesEvents(ws)[0]?.id ?? '', { timeMax: '2027-02-01T00:00:00Z' }).items ?? []

test('should Calendar not keep the ID it was given, the event is found by its note', () => {
  const ws = callNetwork(3, 2)
  let stopped = false
  ws.hook = {
    after(call) {
      if (call.method !== 'Events.insert' || stopped) return
      stopped = true
      // As if Calendar had given an ID of its own, and the run died before it learnt of it.
      const events = ws.state.calendar.calendars[MAYA]?.events ?? {}
      const [made] = Object.values(events)
      if (made) {
        delete events[made.id]
        events.own0id = { ...made, id: 'own0id', resource: { ...made.resource, id: 'own0id' } }
      }
      call.execution.kill()
    },
  }
  expect(() => make1(ws)).toThrow()
  ws.hook = null
  make1(ws)
  expect(seriesEvents(ws).map((e) => e.id)).toEqual(['own0id'])
  expect(rowsIn(ws, 'series')[0]?.eventId).toBe('own0id')
})

test('two people press the button: one series, one event, in the operator’s calendar', () => {
  const ws = callNetwork(3, 2)
  const noors = ask(ws, NOOR, 'saveSeries', series())
  expect(noors.series).toMatchObject([{ seriesId: 'S-001', inCalendar: false }])
  expect(seriesEvents(ws)).toEqual([])
  expect(make1(ws).series).toMatchObject([{ seriesId: 'S-001', inCalendar: true, note: '' }])
  ask(ws, NOOR, 'saveSeries', series())
  tick(ws)
  expect(seriesEvents(ws)).toHaveLength(1)
  expect(seriesEvents(ws, NOOR)).toEqual([])
  expect(faultOf(() => ask(ws, NOOR, 'saveSeries', series({ at: '20:00' })))).toMatchObject({
    code: 'SERIES_EXISTS',
    field: 'name',
  })
})

test('what the timer does for someone else’s series is done within minutes', () => {
  const ws = callNetwork(3, 2)
  ask(ws, NOOR, 'saveSeries', series({ on: 'third Thursday', repeats: 'monthly' }))
  tick(ws)
  expect(rules(ws)).toEqual([['RRULE:FREQ=MONTHLY;BYDAY=3TH']])
  expect(ask(ws, NOOR, 'calls', {}).series).toMatchObject([{ inCalendar: true, note: '' }])
})

test('several series stand side by side', () => {
  const ws = callNetwork(3, 2)
  make1(ws)
  make1(ws, {
    name: 'Working group',
    on: 'Monday',
    repeats: 'every two weeks',
    invite: 'list',
    guests: 'lee@example.org, kim@example.org',
    join: 'none',
  })
  expect(seriesEvents(ws).map((e) => [e.summary, e.attendees?.length])).toEqual([
    ['Statewide call', 3],
    ['Working group', 2],
  ])
  const names = ask(ws, MAYA, 'calls', {}).coming.map((c) => c.series)
  expect(new Set(names).size).toBe(2)
})

describe('a deleted event', () => {
  const deleted = (): Workspace => {
    const ws = callNetwork(3, 2)
    make1(ws)
    inCalendar(ws).remove('primary', seriesEvents(ws)[0]?.id ?? '')
    ws.advance(65 * MINUTE)
    return ws
  }

  test('is noticed and said, and never made again by itself', () => {
    const ws = deleted()
    ws.advance(130 * MINUTE)
    const [card] = ask(ws, MAYA, 'calls', {}).series
    expect(card).toMatchObject({ state: 'gone', inCalendar: false })
    expect(card?.note).toContain('deleted in Calendar')
    expect(seriesEvents(ws)).toEqual([])
  })

  test('is made again where a person asks for it', () => {
    const ws = deleted()
    expect(ask(ws, MAYA, 'remakeSeries', { seriesId: 'S-001' }).series).toMatchObject([
      { state: 'active', inCalendar: true },
    ])
    ask(ws, MAYA, 'remakeSeries', { seriesId: 'S-001' })
    expect(seriesEvents(ws)).toHaveLength(1)
  })
})

test.each([
  [
    'in another language, with a burst error',
    () => new Error('Ha creado o eliminado demasiados calendarios en poco tiempo.'),
  ],
  ['with a number', () => Object.assign(new Error('nope'), { details: { code: 503 } })],
])('a calendar that refuses %s: said at once, finished by the next tick', (_, error) => {
  const ws = callNetwork(3, 2)
  ws.hook = {
    before(call) {
      if (call.service === 'Calendar') throw error()
    },
  }
  const view = make1(ws)
  expect(view.series).toMatchObject([{ inCalendar: false }])
  expect(view.series[0]?.note).toContain('goes on by itself')
  ws.hook = null
  tick(ws)
  expect(ask(ws, MAYA, 'calls', {}).series).toMatchObject([{ inCalendar: true, note: '' }])
  expect(seriesEvents(ws)).toHaveLength(1)
})

test('a refusal in the middle of the dates leaves the rest to the next tick', () => {
  const ws = callNetwork(3, 2)
  let patches = 0
  ws.hook = {
    before(call) {
      if (call.method === 'Events.patch' && ++patches > 2) throw new Error('too many')
    },
  }
  make1(ws)
  ws.hook = null
  const told = () => instances(ws).filter((e) => e.description?.startsWith('Facilitator')).length
  expect(told()).toBe(2)
  tick(ws)
  expect(told()).toBe(6)
})

test('a new operator is told whose calendar has the event, and goes on once it is shared', () => {
  const ws = callNetwork(3, 2)
  make1(ws)
  ask(ws, NOOR, 'becomeOperator', {})
  ws.advance(65 * MINUTE)
  expect(ask(ws, NOOR, 'calls', {}).series[0]?.note).toContain(`calendar of ${MAYA}`)
  const calendar = ws.state.calendar.calendars[MAYA]
  if (calendar) calendar.writers = [NOOR]
  ws.advance(65 * MINUTE)
  expect(ask(ws, NOOR, 'calls', {}).series).toMatchObject([{ state: 'active', note: '' }])
  expect(seriesEvents(ws, NOOR)).toEqual([])
})

test('bad input is told with its field, and nothing is made', () => {
  const ws = callNetwork(3, 2)
  const field = (about: Parameters<typeof series>[0]): string | undefined => faultOf(() => make1(ws, about)).field
  expect(field({ name: ' ' })).toBe('name')
  expect(field({ on: 'sometimes' })).toBe('on')
  expect(field({ first: '2026-02-30' })).toBe('first')
  expect(field({ at: '25:00' })).toBe('at')
  expect(field({ minutes: -30 })).toBe('minutes')
  expect(field({ minutes: 0 })).toBe('minutes')
  expect(field({ timeZone: 'America/Nowhere' })).toBe('timeZone')
  expect(field({ timeZone: 'GMT-5' })).toBe('timeZone')
  expect(field({ skips: 'Christmas' })).toBe('skips')
  expect(field({ until: '2026-12-01' })).toBe('until')
  expect(field({ first: '2026-12-03', until: '2026-12-04', on: 'Monday' })).toBe('until')
  expect(field({ invite: 'google group', guests: '' })).toBe('guests')
  expect(field({ invite: 'list', guests: 'not an address' })).toBe('guests')
  expect(field({ join: 'fixed', link: '' })).toBe('link')
  expect(rowsIn(ws, 'series')).toEqual([])
  expect(seriesEvents(ws)).toEqual([])
})

test('only the operator and coordinators make, change and end series', () => {
  const ws = callNetwork(3, 2)
  ws.spreadsheet().editors.push(memberOf(1))
  for (const work of [
    () => ask(ws, memberOf(1), 'saveSeries', series()),
    () => ask(ws, memberOf(1), 'endSeries', { seriesId: 'S-001' }),
    () => ask(ws, memberOf(1), 'remakeSeries', { seriesId: 'S-001' }),
  ])
    expect(faultOf(work).code).toBe('MAY_NOT_MANAGE')
})

test('a fixed link reaches the event and the mails, and stands in no tab', () => {
  const ws = callNetwork(3, 2)
  const link = 'https://zoom.example.org/j/123?pwd=secret'
  make1(ws, { join: 'fixed', link, first: '2026-11-26' })
  expect(seriesEvents(ws)[0]?.location).toBe(link)
  // A change that does not name the link keeps it.
  ask(ws, MAYA, 'saveSeries', series({ seriesId: 'S-001', join: 'fixed', first: '2026-11-26', minutes: 45 }))
  expect(seriesEvents(ws)[0]?.location).toBe(link)
  ws.clock.pass(3 * DAY - 60 * MINUTE)
  tick(ws)
  tick(ws)
  const mails = ws.mailbox(memberOf(1)).length
  expect(mails).toBeGreaterThan(0)
  const card = ask(ws, MAYA, 'openCall', { callId: 'C-0001' })
  expect(card.joinLink).toBe(link)
  expect(card.text).not.toContain('zoom')
  expect(JSON.stringify(ask(ws, MAYA, 'calls', {}))).not.toContain('zoom')
  expect(JSON.stringify(ws.spreadsheet().sheets)).not.toContain('zoom')
  expect(JSON.stringify(ws.spreadsheet().sheets)).not.toContain('meet.google.com')
})
