/** Two months of calls, lived through by moving the clock: every mail at its time, once. */
import type { Params } from '../../../src/contract'
import type { Workspace } from '../../../workbench/workspace/workspace'
import {
  ask,
  callMails,
  callNetwork,
  DAY,
  faultOf,
  fillIn,
  HOUR,
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

jest.setTimeout(900_000)

/** An hour passes; the timer fires near its end. */
function hour(ws: Workspace): void {
  ws.clock.pass(HOUR - 5 * MINUTE)
  ws.advance(5 * MINUTE)
}

const startsAt = (day: string): number => Date.parse(`${day}T19:00:00-05:00`)

test('over New Year with a recess: weekly, asked a week before, told a day before, reminded an hour before, all once', () => {
  const ws = callNetwork(4, 3)
  make1(ws, { first: '2026-12-03', skips: '2026-12-24..2027-01-02' })
  const until = Date.parse('2027-01-23T12:00:00Z')
  // Calls are at midnight UTC: around it hour by hour, in between one look.
  while (ws.clock.now < until) {
    const clock = new Date(ws.clock.now).getUTCHours()
    if (clock >= 2 && clock < 22) ws.clock.pass((21 - clock) * HOUR)
    hour(ws)
  }

  const met = ['2026-12-03', '2026-12-10', '2026-12-17', '2027-01-07', '2027-01-14', '2027-01-21']
  const held = rowsIn(ws, 'calls').filter((r) => r.state === 'held')
  expect(held.map((r) => r.date)).toEqual(met)
  const sent = (n: number, word: string) => callMails(ws, memberOf(n)).filter((m) => m.subject.startsWith(word))
  for (const n of [1, 2, 3, 4]) {
    const days = sent(n, 'Tomorrow').map(
      (m) => startsAt(new Date(m.at + DAY - 5 * HOUR).toISOString().slice(0, 10)) - m.at,
    )
    expect(days).toHaveLength(met.length)
    for (const before of days) {
      expect(before).toBeLessThanOrEqual(24 * HOUR)
      expect(before).toBeGreaterThan(22 * HOUR)
    }
  }
  const everyone = [1, 2, 3, 4]
  const names = (word: string): string[] =>
    everyone.flatMap((n) => sent(n, word).map((m) => `${new Date(m.at).toISOString().slice(0, 13)} ${n}`))
  expect(names('In an hour')).toHaveLength(met.length)
  for (const at of names('In an hour')) expect(at).toMatch(/T(23|00)/)
  for (const call of held)
    for (const [cell, word] of [
      [call.facilitator, 'facilitate'],
      [call.notes, 'take notes'],
    ] as const) {
      const n = Number(String(cell).replace('Member ', ''))
      const asked = sent(n, `Can you ${word}`).filter((m) => m.subject.includes(`${day(String(call.date))},`))
      expect([call.date, word, asked.length]).toEqual([call.date, word, 1])
      const before = startsAt(String(call.date)) - (asked[0]?.at ?? 0)
      expect(before).toBeLessThanOrEqual(7 * DAY)
      expect(before).toBeGreaterThan(7 * DAY - (call.date === '2026-12-03' ? DAY : 3 * HOUR))
    }
  const counts = ['Member 1', 'Member 2', 'Member 3'].map((name) => held.filter((r) => r.facilitator === name).length)
  expect(counts).toEqual([2, 2, 2])
  expect(seriesEvents(ws)).toHaveLength(1)
  expect(
    inCalendar(ws).instances('primary', seriesEvents(ws)[0]?.id ?? '', { timeMax: '2027-01-22T12:00:00Z' }).items,
  ).toHaveLength(met.length)
})

const day = (iso: string): string =>
  new Date(`${iso}T12:00:00Z`).toLocaleString('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' })

test('the timer was down over the day: no mail whose time has passed is sent after', () => {
  const ws = callNetwork(3, 2)
  make1(ws, { first: '2026-11-26' })
  ws.clock.pass(startsAt('2026-11-26') - ws.clock.now + 20 * MINUTE)
  for (let i = 0; i < 3; i++) hour(ws)
  const mails = [1, 2, 3].flatMap((n) => callMails(ws, memberOf(n)).map((m) => m.subject))
  expect(mails.filter((s) => s.startsWith('Tomorrow') || s.startsWith('In an hour'))).toEqual([])
  expect(ask(ws, MAYA, 'openCall', { callId: 'C-0001' }).mails.map((m) => m.state)).toContain('late')
})

describe('after the call', () => {
  const over = (members = 5): Workspace => {
    const ws = callNetwork(members, 2)
    make1(ws, { first: '2026-11-26' })
    ws.clock.pass(startsAt('2026-11-26') - ws.clock.now + 61 * MINUTE)
    ws.advance(6 * MINUTE)
    return ws
  }

  test('the roll is kept, also when two mark it; a group is in it once', () => {
    const ws = over()
    ask(ws, MAYA, 'markRoll', { callId: 'C-0001', present: ['G-001', 'G-002'], absent: [] })
    ask(ws, NOOR, 'markRoll', { callId: 'C-0001', present: ['G-003', 'G-001'], absent: ['G-002'] })
    const card = ask(ws, NOOR, 'openCall', { callId: 'C-0001' })
    expect(
      card.roll
        .flatMap((r) => r.groups)
        .filter((g) => g.present)
        .map((g) => g.groupId),
    ).toEqual(['G-001', 'G-003'])
    expect(card.roll.map((r) => r.label)).toEqual(['House 1', 'House 2', 'House 3', 'House 4', 'House 5'])
    expect(card.call.attended).toBe(2)
  })

  test('decisions become items, what was not done is carried, notes and the next date are mailed at once, once', () => {
    const ws = over()
    const { itemId } = ask(ws, NOOR, 'setItem', {
      itemId: null,
      seriesId: 'S-001',
      callId: null,
      item: 'Buses for the rally',
      who: 'Ana',
      minutes: 7,
      state: 'open',
    })
    const other = ask(ws, NOOR, 'setItem', {
      itemId: null,
      seriesId: 'S-001',
      callId: null,
      item: 'Sign-on letter',
      who: '',
      minutes: null,
      state: 'open',
    })
    const close = {
      callId: 'C-0001',
      notesLink: 'https://notes.example.org/1',
      done: [other.itemId],
      decisions: [{ item: 'Call Sen. Brandt', who: 'Group 2' }],
    }
    ask(ws, MAYA, 'closeCall', close)
    ask(ws, MAYA, 'closeCall', close)
    for (let i = 0; i < 3; i++) hour(ws)
    const mails = callMails(ws, memberOf(5)).filter((m) => m.subject.startsWith('After the call'))
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('https://notes.example.org/1')
    expect(mails[0]?.text).toContain('Call Sen. Brandt (Group 2)')
    expect(mails[0]?.text).toContain('Thu Dec 3')
    const next = ask(ws, MAYA, 'openCall', { callId: 'C-0002' })
    expect(next.items.map((i) => [i.item, i.state])).toEqual([
      ['Buses for the rally', 'carried'],
      ['Call Sen. Brandt', 'carried'],
    ])
    expect(next.items[0]?.itemId).toBe(itemId)
    expect(next.agenda.find((p) => p.title === 'Buses for the rally')?.minutes).toBe(7)
    expect(next.agenda.reduce((sum, p) => sum + p.minutes, 0)).toBe(60)
  })

  const closing = (about: Partial<Params<'closeCall'>> = {}): Params<'closeCall'> => ({
    callId: 'C-0001',
    notesLink: '',
    done: [],
    decisions: [],
    ...about,
  })
  const afterMails = (ws: Workspace) => callMails(ws, memberOf(5)).filter((m) => m.subject.startsWith('After the call'))

  test('two people close it: what the second has is added, nobody is mailed again, and it says so', () => {
    const ws = over()
    ask(ws, MAYA, 'closeCall', closing({ decisions: [{ item: 'Call Sen. Brandt', who: '' }] }))
    const { itemId } = ask(ws, MAYA, 'setItem', {
      itemId: null,
      seriesId: 'S-001',
      callId: null,
      item: 'For the next one',
      who: '',
      minutes: null,
      state: 'open',
    })
    const more = closing({
      notesLink: 'https://notes.example.org/2',
      decisions: [
        { item: 'call sen. brandt', who: '' },
        { item: 'Buses', who: 'Ana' },
      ],
    })
    for (let i = 0; i < 2; i++) {
      const card = ask(ws, NOOR, 'closeCall', more)
      expect(card.notesLink).toBe('https://notes.example.org/2')
      expect(card.call.note).toBe('Closed before: what was added since is not in any mail.')
    }
    for (let i = 0; i < 3; i++) hour(ws)
    expect(afterMails(ws)).toHaveLength(1)
    const next = ask(ws, MAYA, 'openCall', { callId: 'C-0002' })
    expect(next.items.map((i) => [i.item, i.state])).toEqual([
      ['Call Sen. Brandt', 'carried'],
      ['For the next one', 'open'],
      ['Buses', 'carried'],
    ])
    expect(next.items[1]?.itemId).toBe(itemId)
  })

  test('one that nobody closed within a day takes notes and decisions later, and mails nobody', () => {
    const ws = over()
    for (let i = 0; i < 26; i++) hour(ws)
    expect(ask(ws, NOOR, 'openCall', { callId: 'C-0001' }).call.state).toBe('held')
    const more = closing({ notesLink: 'https://notes.example.org/3', decisions: [{ item: 'Buses', who: '' }] })
    expect(ask(ws, NOOR, 'closeCall', more)).toMatchObject({
      notesLink: 'https://notes.example.org/3',
      call: { state: 'held', note: 'Closed before: what was added since is not in any mail.' },
    })
    for (let i = 0; i < 3; i++) hour(ws)
    expect(afterMails(ws)).toEqual([])
    expect(ask(ws, MAYA, 'openCall', { callId: 'C-0002' }).items.map((i) => i.item)).toEqual(['Buses'])
  })

  test('a decision called like an item that is done is kept', () => {
    const ws = over()
    const item = { itemId: null, seriesId: 'S-001', callId: 'C-0001', item: 'Buses', who: '', minutes: null }
    const { itemId } = ask(ws, NOOR, 'setItem', { ...item, state: 'open' })
    for (let i = 0; i < 2; i++)
      ask(ws, MAYA, 'closeCall', closing({ done: [itemId], decisions: [{ item: 'Buses', who: 'Ana' }] }))
    expect(ask(ws, MAYA, 'openCall', { callId: 'C-0002' }).items.map((i) => [i.item, i.who])).toEqual([
      ['Buses', 'Ana'],
    ])
  })

  test('one that was cancelled is not closed', () => {
    const ws = callNetwork(3, 2)
    make1(ws, { first: '2026-11-26' })
    ask(ws, MAYA, 'cancelCall', { callId: 'C-0001' })
    ws.clock.pass(startsAt('2026-11-26') - ws.clock.now + 61 * MINUTE)
    expect(faultOf(() => ask(ws, MAYA, 'closeCall', closing())).code).toBe('CALL_WRONG')
    expect(rowsIn(ws, 'calls')[0]?.state).toBe('cancelled')
  })

  test('an item that somebody typed into the tab, without an ID, is on the next agenda', () => {
    const ws = callNetwork(3, 2)
    make1(ws)
    fillIn(ws, { agenda: [{ name: 'Typed by hand', who: 'Kim' }] })
    for (let i = 0; i < 2; i++) hour(ws)
    expect(ask(ws, MAYA, 'openCall', { callId: 'C-0001' }).items.map((i) => i.item)).toEqual(['Typed by hand'])
    expect(ask(ws, MAYA, 'openCall', { callId: 'C-0002' }).items).toEqual([])
  })

  test('groups that missed three in a row are shown; a new one is not', () => {
    const ws = callNetwork(5, 2)
    make1(ws, { first: '2026-11-26' })
    for (const [i, date] of ['2026-11-26', '2026-12-03', '2026-12-10'].entries()) {
      ws.clock.pass(startsAt(date) - ws.clock.now + 61 * MINUTE)
      ws.advance(6 * MINUTE)
      const callId = `C-000${i + 1}`
      ask(ws, MAYA, 'markRoll', { callId, present: ['G-001', 'G-002', ...(i === 1 ? ['G-003'] : [])], absent: [] })
      ask(ws, MAYA, 'closeCall', { callId, notesLink: '', done: [], decisions: [] })
      if (i === 0) fillIn(ws, { groups: [{ id: 'G-006', name: 'Brand new', status: 'active' }] })
    }
    expect(ask(ws, MAYA, 'calls', {}).missing.map((m) => m.groupId)).toEqual(['G-004', 'G-005'])
    expect(
      ask(ws, MAYA, 'openCall', { callId: 'C-0002' }).agenda.find((p) => p.title === 'Since last time'),
    ).toBeDefined()
  })
})

test('what a series would be is shown before it is made: dates, short months, whose turn, what it costs', () => {
  const ws = callNetwork(4, 3)
  const shown = ask(
    ws,
    MAYA,
    'previewSeries',
    series({ repeats: 'monthly', on: 'day 31', first: '2027-01-01', skips: '2027-03-31' }),
  )
  expect(shown.sentence).toBe(
    'On day 31 of every month, or its last day at 7:00 pm Eastern / 6:00 pm Central, 60 minutes',
  )
  expect(shown.dates.slice(0, 3).map((d) => [d.date, d.skipped, d.note])).toEqual([
    ['2027-01-31', false, ''],
    ['2027-02-28', false, 'no day 31 in this month: its last day'],
    ['2027-03-31', true, 'skipped'],
  ])
  expect(shown.dates.slice(0, 2).map((d) => d.facilitator)).toEqual(['Member 1', 'Member 2'])
  expect(shown.people).toBe(4)
  expect(shown.forecast).toContain('takes 4 of the day’s mails')
  expect(shown.checks.map((c) => c.id)).toContain('short')
  expect(rowsIn(ws, 'series')).toEqual([])
})
