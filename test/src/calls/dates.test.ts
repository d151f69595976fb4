/** Single dates: what people change in the sheet or in Calendar is respected and told, and whose turn it is follows. */
import { answerInvitation } from '../../../workbench/workspace/services/calendar-guests'
import type { Workspace } from '../../../workbench/workspace/workspace'
import {
  ask,
  calendarMails,
  callMails,
  callNetwork,
  DAY,
  dateOf,
  EASTERN,
  faultOf,
  fillIn,
  HOUR,
  inCalendar,
  later,
  MAYA,
  MINUTE,
  make1,
  memberOf,
  NOOR,
  rowsIn,
  series,
  seriesEvents,
  type,
} from './world'

jest.setTimeout(600_000)

const made = (about: Parameters<typeof make1>[1] = {}): Workspace => {
  const ws = callNetwork(4, 3)
  make1(ws, about)
  return ws
}
const row = (ws: Workspace, id = 'C-0001') => rowsIn(ws, 'calls').find((r) => r.id === id)
const at = (dateTime: string) => ({ dateTime, timeZone: EASTERN })
const subjects = (ws: Workspace, n: number): string[] => callMails(ws, memberOf(n)).map((m) => m.subject)

describe('moved', () => {
  test('in the sheet: Calendar follows, its guests are told once', () => {
    const ws = made()
    type(ws, 'calls', 'C-0001', 'starts', '2026-12-04 6:30 pm')
    later(ws, 10 * MINUTE)
    later(ws, 2 * HOUR)
    expect(dateOf(ws, '2026-12-03').start?.dateTime).toBe('2026-12-04T18:30:00')
    expect(row(ws)).toMatchObject({ starts: '2026-12-04 18:30', date: '2026-12-03', state: 'planned' })
    expect(calendarMails(ws, memberOf(4)).filter((m) => m.subject.includes('Fri Dec 4'))).toHaveLength(1)
    expect(subjects(ws, 4)).toEqual([])
    expect(row(ws)?.note).toContain('Moved')
  })

  test('in Calendar by hand: the sheet follows, everybody is told once, and asked at the new time', () => {
    const ws = made()
    const event = dateOf(ws, '2026-12-03')
    inCalendar(ws).patch(
      { start: at('2026-12-02T20:00:00'), end: at('2026-12-02T21:00:00') },
      'primary',
      event.id ?? '',
    )
    later(ws, 65 * MINUTE)
    later(ws, 65 * MINUTE)
    expect(row(ws)).toMatchObject({ starts: '2026-12-02 20:00', minutes: 60 })
    for (const n of [1, 4]) expect(subjects(ws, n).filter((s) => s.startsWith('New time'))).toHaveLength(1)
    expect(subjects(ws, 4)[0]).toContain('Wed Dec 2, 8:00 pm Eastern / 7:00 pm Central')
    later(ws, 8 * DAY + 6 * HOUR)
    later(ws, 30 * MINUTE)
    expect(subjects(ws, 4).filter((s) => s.startsWith('Tomorrow'))).toHaveLength(1)
  })

  test('in the sheet to something that is no time: said, and the time stands', () => {
    const ws = made()
    type(ws, 'calls', 'C-0001', 'starts', 'after lunch')
    later(ws, 10 * MINUTE)
    expect(row(ws)?.note).toContain('“after lunch” under Starts is no time')
    expect(dateOf(ws, '2026-12-03').start?.dateTime).toContain('2026-12-03T19:00:00')
  })

  test('the whole series moves: dates nobody moved go with it, the one that was moved stays', () => {
    const ws = made()
    ask(ws, MAYA, 'moveCall', { callId: 'C-0002', starts: '2026-12-11T12:00', minutes: 30 })
    const [card] = ask(ws, MAYA, 'calls', {}).series
    if (card) ask(ws, MAYA, 'saveSeries', { ...card.draft, at: '18:00' })
    expect(
      rowsIn(ws, 'calls')
        .slice(0, 3)
        .map((r) => r.starts),
    ).toEqual(['2026-12-03 18:00', '2026-12-11 12:00', '2026-12-17 18:00'])
    later(ws, 65 * MINUTE)
    expect(dateOf(ws, '2026-12-10').start?.dateTime).toBe('2026-12-11T12:00:00')
    expect(callMails(ws, memberOf(4))).toEqual([])
  })

  test('bad times are told with their field', () => {
    const ws = made()
    const field = (starts: string, minutes = 60) =>
      faultOf(() => ask(ws, MAYA, 'moveCall', { callId: 'C-0001', starts, minutes })).field
    expect(field('soon')).toBe('starts')
    expect(field('2026-11-01T19:00')).toBe('starts')
    expect(field('2026-12-04T19:00', -5)).toBe('minutes')
    ws.spreadsheet().editors.push(memberOf(1))
    expect(
      faultOf(() => ask(ws, memberOf(1), 'moveCall', { callId: 'C-0001', starts: '2026-12-04T19:00', minutes: 60 }))
        .code,
    ).toBe('MAY_NOT_MANAGE')
  })
})

describe('cancelled', () => {
  test('in the sheet: gone from Calendar, guests told once, no mail about it after', () => {
    const ws = made()
    ask(ws, MAYA, 'cancelCall', { callId: 'C-0001' })
    later(ws, 65 * MINUTE)
    expect(dateOf(ws, '2026-12-03').status).toBe('cancelled')
    expect(calendarMails(ws, memberOf(4)).filter((m) => m.subject.startsWith('Canceled'))).toHaveLength(1)
    for (let day = 0; day < 11; day++) later(ws, DAY)
    expect(subjects(ws, 4).filter((s) => s.includes('Dec 3'))).toEqual([])
  })

  test('in Calendar by hand: the sheet says so, everybody is told once, the turn goes to the next date', () => {
    const ws = made()
    const first = row(ws)?.facilitator
    inCalendar(ws).remove('primary', dateOf(ws, '2026-12-03').id ?? '')
    later(ws, 65 * MINUTE)
    later(ws, 65 * MINUTE)
    expect(row(ws)).toMatchObject({ state: 'cancelled' })
    for (const n of [1, 4]) expect(subjects(ws, n).filter((s) => s.startsWith('Cancelled'))).toHaveLength(1)
    expect(row(ws, 'C-0002')?.facilitator).toBe(first)
  })

  test('and on again, in Calendar: it is on again in the sheet', () => {
    const ws = made()
    const id = dateOf(ws, '2026-12-03').id ?? ''
    inCalendar(ws).remove('primary', id)
    later(ws, 65 * MINUTE)
    inCalendar(ws).patch({ status: 'confirmed' }, 'primary', id)
    later(ws, 65 * MINUTE)
    expect(row(ws)).toMatchObject({ state: 'planned', starts: '2026-12-03 19:00' })
  })
})

describe('whose turn', () => {
  test('a No in Calendar is “I can’t”: the next is asked, the one who cannot is not asked again', () => {
    const ws = made({ first: '2026-11-26' })
    later(ws, HOUR)
    const before = String(row(ws)?.facilitator)
    const n = Number(before.replace('Member ', ''))
    expect(subjects(ws, n)[0]).toContain('Can you facilitate?')
    answerInvitation(ws, MAYA, dateOf(ws, '2026-11-26').id ?? '', memberOf(n), 'declined')
    later(ws, 65 * MINUTE)
    const next = String(row(ws)?.facilitator)
    expect(next).not.toBe(before)
    later(ws, 10 * MINUTE)
    expect(
      subjects(ws, Number(next.replace('Member ', ''))).filter((s) => s.includes('facilitate') && s.includes('Nov 26')),
    ).toHaveLength(1)
    later(ws, 65 * MINUTE)
    expect(row(ws)?.facilitator).toBe(next)
    expect(subjects(ws, n).filter((s) => s.includes('Nov 26') && s.startsWith('Can you facilitate'))).toHaveLength(1)
    expect(dateOf(ws, '2026-11-26').description).toContain(`Facilitator: ${next}`)
  })

  test('“I can’t” in the sidebar does the same, and the card says why it is the next one’s turn', () => {
    const ws = made()
    const before = ask(ws, MAYA, 'openCall', { callId: 'C-0001' }).call.facilitator
    const after = ask(ws, MAYA, 'cannotCall', { callId: 'C-0001', duty: 'facilitator' }).call.facilitator
    expect(after.personId).not.toBe(before.personId)
    expect(after.why).toContain(`${before.name} cannot`)
  })

  test('a swap by hand in the sheet or the sidebar stands, and shows in Calendar', () => {
    const ws = made()
    type(ws, 'calls', 'C-0002', 'facilitator', 'Member 4')
    const card = ask(ws, MAYA, 'swapCall', { callId: 'C-0001', duty: 'facilitator', personId: 'P-003' })
    expect(card.call.facilitator).toMatchObject({ personId: 'P-003', byHand: true })
    for (let i = 0; i < 4; i++) later(ws, 65 * MINUTE)
    expect([row(ws)?.facilitator, row(ws, 'C-0002')?.facilitator]).toEqual(['Member 3', 'Member 4'])
    expect(dateOf(ws, '2026-12-10').description).toContain('Facilitator: Member 4')
    expect(
      ask(ws, MAYA, 'swapCall', { callId: 'C-0001', duty: 'facilitator', personId: null }).call.facilitator.byHand,
    ).toBe(false)
  })

  test('somebody who is not in People may be put down; it is said that no mail reaches them', () => {
    const ws = made()
    type(ws, 'calls', 'C-0001', 'facilitator', 'Kim from Elm Fork')
    later(ws, 10 * MINUTE)
    expect(row(ws)).toMatchObject({ facilitator: 'Kim from Elm Fork' })
    expect(row(ws)?.note).toContain('no mail reaches them')
  })

  test('who is away on a date, or until after it, is passed over', () => {
    const ws = made()
    expect(row(ws)?.facilitator).toBe('Member 1')
    type(ws, 'people', 'P-001', 'awayOn', '2026-12-01..2026-12-05')
    type(ws, 'people', 'P-002', 'awayUntil', '2026-12-20')
    later(ws, 65 * MINUTE)
    expect(
      rowsIn(ws, 'calls')
        .slice(0, 2)
        .map((r) => r.facilitator),
    ).toEqual(['Member 3', 'Member 1'])
  })

  test('a new volunteer changes what is planned, not who was asked already', () => {
    const ws = made({ first: '2026-11-26' })
    later(ws, HOUR)
    const asked = row(ws)?.facilitator
    fillIn(ws, {
      people: [{ id: 'P-000', name: 'Early', email: 'early@example.org', groupId: 'G-004', roles: 'facilitator' }],
    })
    later(ws, 65 * MINUTE)
    expect(row(ws)?.facilitator).toBe(asked)
    expect(rowsIn(ws, 'calls').map((r) => r.facilitator)).toContain('Early')
  })

  test('nobody volunteered: it falls to the coordinator, who is told', () => {
    const ws = callNetwork(3, 0)
    make1(ws, { first: '2026-11-26' })
    later(ws, HOUR)
    expect(row(ws)).toMatchObject({ facilitator: 'Noor', notes: null })
    expect(row(ws)?.note).toContain('Nobody has volunteered')
    const [mail] = callMails(ws, NOOR)
    expect(mail?.text).toContain('falls to a coordinator')
  })
})

test('the whole series changed in Calendar by hand: said, and put right by saving', () => {
  const ws = made()
  const [event] = seriesEvents(ws)
  inCalendar(ws).patch(
    { start: at('2026-12-04T19:00:00'), end: at('2026-12-04T20:00:00'), recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=FR'] },
    'primary',
    event?.id ?? '',
  )
  later(ws, 65 * MINUTE)
  const [card] = ask(ws, MAYA, 'calls', {}).series
  expect(card?.note).toContain('changed the whole series')
  if (card) ask(ws, MAYA, 'saveSeries', card.draft)
  expect(seriesEvents(ws).map((e) => e.recurrence)).toEqual([['RRULE:FREQ=WEEKLY;BYDAY=TH']])
  expect(ask(ws, MAYA, 'calls', {}).series[0]?.note).toBe('')
})

describe('calls that nobody leads, on Home', () => {
  const unled = (ws: Workspace) => ask(ws, NOOR, 'home', {}).counts.unled

  test('all of them, soonest first, by day; none any more when somebody volunteered', () => {
    const ws = callNetwork(3, 0)
    type(ws, 'people', 'P-900', 'roles', '')
    make1(ws)
    expect(unled(ws).map(({ day }) => day)).toEqual([
      'Thu Dec 3',
      'Thu Dec 10',
      'Thu Dec 17',
      'Thu Dec 24',
      'Thu Dec 31',
      'Thu Jan 7',
    ])
    expect(ask(ws, MAYA, 'openCall', { callId: unled(ws)[1]?.callId ?? '' }).call.when).toContain('Thu Dec 10')
    type(ws, 'people', 'P-002', 'roles', 'lead, facilitator')
    later(ws, 65 * MINUTE)
    expect(unled(ws)).toEqual([])
  })

  test('one that was cancelled needs nobody; one that a coordinator steps in for has somebody', () => {
    const ws = callNetwork(3, 0)
    make1(ws)
    expect(unled(ws)).toEqual([])
    type(ws, 'people', 'P-900', 'roles', '')
    later(ws, 65 * MINUTE)
    ask(ws, MAYA, 'cancelCall', { callId: 'C-0002' })
    expect(unled(ws).map(({ callId }) => callId)).toEqual(['C-0001', 'C-0003', 'C-0004', 'C-0005', 'C-0006'])
  })
})

describe('an item of one call', () => {
  const withItem = (): Workspace => {
    const ws = made()
    const item = { itemId: null, seriesId: 'S-001', callId: 'C-0001', item: 'Buses', who: '', minutes: null }
    ask(ws, NOOR, 'setItem', { ...item, state: 'open' })
    return ws
  }
  const items = (ws: Workspace, callId: string) =>
    ask(ws, MAYA, 'openCall', { callId }).items.map(({ item, state }) => [item, state])

  test('goes to the next where that call is cancelled: here, or in Calendar by hand', () => {
    const here = withItem()
    ask(here, NOOR, 'cancelCall', { callId: 'C-0001' })
    later(here, 10 * MINUTE)
    expect(items(here, 'C-0002')).toEqual([['Buses', 'carried']])

    const there = withItem()
    expect(items(there, 'C-0002')).toEqual([])
    inCalendar(there).remove('primary', dateOf(there, '2026-12-03').id ?? '')
    later(there, 65 * MINUTE)
    expect(items(there, 'C-0002')).toEqual([['Buses', 'carried']])
  })

  test('goes to the next where the series does not meet on that day any more', () => {
    const ws = withItem()
    ask(ws, MAYA, 'saveSeries', series({ seriesId: 'S-001', on: 'Tuesday' }))
    const [next] = ask(ws, MAYA, 'calls', {}).coming
    expect(items(ws, next?.callId ?? '')).toEqual([['Buses', 'carried']])
  })
})

describe('somebody who leads two groups, and so stands in two rows', () => {
  const twice = (): Workspace => {
    const ws = callNetwork(3, 2)
    fillIn(ws, {
      people: [
        {
          id: 'P-050',
          name: 'Member 1',
          email: memberOf(1).toUpperCase(),
          groupId: 'G-003',
          roles: 'lead, facilitator',
        },
      ],
    })
    make1(ws)
    return ws
  }

  test('has one turn among the others, by the plain name', () => {
    const ws = twice()
    const turns = ask(ws, MAYA, 'calls', {}).coming.map((call) => call.facilitator.name)
    expect(turns).toEqual(['Member 1', 'Member 2', 'Member 1', 'Member 2', 'Member 1', 'Member 2'])
    expect(ask(ws, MAYA, 'calls', {}).volunteers.map((v) => v.name)).toEqual(['Member 1', 'Member 2'])
  })

  test('is not asked again by the other row after saying “I can’t”; away in one row is away', () => {
    const ws = twice()
    expect(ask(ws, NOOR, 'cannotCall', { callId: 'C-0001', duty: 'facilitator' }).call.facilitator.name).toBe('')
    later(ws, 10 * MINUTE)
    expect(ask(ws, NOOR, 'openCall', { callId: 'C-0001' }).call.facilitator.name).toBe('Member 2')
    type(ws, 'people', 'P-050', 'awayOn', '2026-12-17')
    later(ws, 65 * MINUTE)
    const [, , third] = ask(ws, MAYA, 'calls', {}).coming
    expect([third?.callId, third?.facilitator.name]).toEqual(['C-0003', 'Member 2'])
    expect(ask(ws, MAYA, 'calls', {}).volunteers[0]?.away).toBe('away Thu Dec 17')
  })
})

test('nobody is put down who would not hear of it: opted out, or without an address', () => {
  const ws = callNetwork(4, 3)
  type(ws, 'people', 'P-001', 'optedOut', 'yes')
  type(ws, 'people', 'P-002', 'email', '')
  make1(ws)
  const { coming, volunteers } = ask(ws, MAYA, 'calls', {})
  expect(new Set(coming.map((call) => call.facilitator.name))).toEqual(new Set(['Member 3']))
  // Others read the reason, in mails too.
  expect(coming[0]?.facilitator.why).not.toMatch(/Member [12]|opted/)
  expect(volunteers.map((v) => v.away)).toEqual(['not to be mailed (opted out)', 'without an e-mail address', ''])
})

describe('a call that nobody closed', () => {
  const state = (ws: Workspace, id: string) => row(ws, id)?.state

  test('is held a day after the time it was moved to, and the timer rests again', () => {
    const ws = made()
    ask(ws, MAYA, 'moveCall', { callId: 'C-0001', starts: '2026-12-05 19:00', minutes: 60 })
    ws.clock.pass(Date.parse('2026-12-05T20:30:00-05:00') - ws.clock.now)
    ws.advance(6 * MINUTE)
    expect(state(ws, 'C-0001')).toBe('planned')
    ws.clock.pass(DAY)
    ws.advance(6 * MINUTE)
    expect(state(ws, 'C-0001')).toBe('held')
  })

  test('still follows Calendar when it was moved by days', () => {
    const ws = made()
    ask(ws, MAYA, 'moveCall', { callId: 'C-0001', starts: '2026-12-08 19:00', minutes: 60 })
    ws.clock.pass(Date.parse('2026-12-06T12:00:00-05:00') - ws.clock.now)
    ws.advance(6 * MINUTE)
    const event = dateOf(ws, '2026-12-03')
    inCalendar(ws).patch(
      { start: at('2026-12-09T20:00:00'), end: at('2026-12-09T21:00:00') },
      'primary',
      event.id ?? '',
    )
    later(ws, 65 * MINUTE)
    expect(row(ws)?.starts).toBe('2026-12-09 20:00')
  })

  test('is held also where the timer was off for days, and its open items are carried', () => {
    const ws = made()
    const item = { itemId: null, seriesId: 'S-001', callId: 'C-0001', item: 'Buses', who: '', minutes: null }
    ask(ws, NOOR, 'setItem', { ...item, state: 'open' })
    ws.clock.pass(20 * DAY)
    ws.advance(6 * MINUTE)
    const past = rowsIn(ws, 'calls').filter((r) => String(r.date) < '2026-12-12')
    expect(past.map((r) => [r.date, r.state])).toEqual([
      ['2026-12-03', 'held'],
      ['2026-12-10', 'held'],
    ])
    expect(rowsIn(ws, 'agenda')[0]?.state).toBe('carried')
  })

  test('of a series that was ended meanwhile is held too, and what is closed in time is told', () => {
    const ws = made()
    ws.clock.pass(Date.parse('2026-12-03T19:30:00-05:00') - ws.clock.now)
    ws.advance(6 * MINUTE)
    ask(ws, MAYA, 'endSeries', { seriesId: 'S-001' })
    ask(ws, NOOR, 'closeCall', { callId: 'C-0001', notesLink: '', done: [], decisions: [] })
    later(ws, 2 * HOUR)
    expect(state(ws, 'C-0001')).toBe('held')
    expect(subjects(ws, 4).filter((s) => s.startsWith('After the call'))).toHaveLength(1)
    expect(rowsIn(ws, 'series')[0]?.synced).toBe('ended')
    expect(rowsIn(ws, 'calls')).toHaveLength(1)
  })
})

test('whoever is away on the day that a call is moved to is passed over, and the reason names that day', () => {
  const ws = made()
  type(ws, 'people', 'P-001', 'awayOn', '2026-12-05')
  later(ws, 10 * MINUTE)
  expect(row(ws)?.facilitator).toBe('Member 1')
  const moved = ask(ws, MAYA, 'moveCall', { callId: 'C-0001', starts: '2026-12-05 19:00', minutes: 60 })
  expect(moved.call.facilitator).toMatchObject({ name: 'Member 2', why: expect.stringContaining('Sat Dec 5') })
  expect(moved.call.facilitator.why).toContain('Member 1 is away on Sat Dec 5')
})

test('whoever steps in within the last hour hears of it at once: to facilitate, or to take notes', () => {
  const ws = callNetwork(6, 5)
  make1(ws)
  ws.clock.pass(Date.parse('2026-12-03T18:10:00-05:00') - ws.clock.now)
  ws.advance(6 * MINUTE)
  const before = ask(ws, NOOR, 'openCall', { callId: 'C-0001' }).call
  const led = Number(before.facilitator.name.replace('Member ', ''))
  expect(subjects(ws, led).filter((s) => s.startsWith('In an hour'))).toHaveLength(1)
  // One leaves the network, the other says no.
  type(ws, 'people', before.facilitator.personId, 'roles', 'lead')
  ask(ws, NOOR, 'cannotCall', { callId: 'C-0001', duty: 'notes' })
  later(ws, 10 * MINUTE)
  const { facilitator, notes } = ask(ws, NOOR, 'openCall', { callId: 'C-0001' }).call
  expect([facilitator.personId, notes.personId]).not.toContain(before.facilitator.personId)
  const heard = (name: string, word: string): number =>
    callMails(ws, memberOf(Number(name.replace('Member ', '')))).filter(
      (m) => m.subject.startsWith(word) && m.at > Date.parse('2026-12-03T18:00:00-05:00'),
    ).length
  expect([facilitator.name, heard(facilitator.name, 'In an hour')]).toEqual([facilitator.name, 1])
  expect([notes.name, heard(notes.name, 'Can you take notes')]).toEqual([notes.name, 1])
})
