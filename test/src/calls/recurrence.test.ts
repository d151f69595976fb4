import fc from 'fast-check'
import { dayNumber, dayOf, toDays } from '../../../src/calls/days'
import { anchorOf, daysOf, linesOf, type Rhythm, toRule } from '../../../src/calls/recurrence'
import { instant } from '../../../src/calls/series'
import { startsOf } from '../../../workbench/workspace/services/calendar-recurrence'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'Pacific/Honolulu',
  'America/Adak',
]
const DAY = 86_400_000

const rhythm = (repeats: string, on: string, first: string, about: { skips?: string; until?: string } = {}): Rhythm => {
  const rule = toRule(repeats, on)
  if (!rule) throw new Error(`no rule: ${repeats} ${on}`)
  return {
    rule,
    first: dayNumber(first) ?? 0,
    until: about.until ? dayNumber(about.until) : null,
    skips: toDays(about.skips ?? ''),
  }
}
const dates = (r: Rhythm, to: string): string[] => daysOf(r, r.first, dayNumber(to) ?? 0).map(dayOf)

/** The days on which a calendar that got our lines has the series, worked out by the library of the emulated Calendar. */
function inCalendar(r: Rhythm, at: string, zone: string, to: number): string[] {
  const start = instant(`${dayOf(anchorOf(r))}T${at}`, zone)?.getTime() ?? 0
  const end = r.until === null ? null : instant(`${dayOf(r.until)}T23:59`, zone)
  const found = startsOf(linesOf(r, at, zone, end), start, zone, start, to * DAY + 2 * DAY)
  return found.map((ms) => new Date(ms).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16).replace(' ', 'T'))
}

const anyRule = fc.oneof(
  fc.record({ repeats: fc.constantFrom('weekly', 'every two weeks'), on: fc.constantFrom(...WEEKDAYS) }),
  fc.record({
    repeats: fc.constant('monthly'),
    on: fc
      .tuple(fc.constantFrom('first', 'second', 'third', 'fourth', 'fifth', 'last'), fc.constantFrom(...WEEKDAYS))
      .map(([nth, day]) => `${nth} ${day}`),
  }),
  fc.record({ repeats: fc.constant('monthly'), on: fc.integer({ min: 1, max: 31 }).map((day) => `day ${day}`) }),
)

test('whatever the rhythm, year, zone, skips and end: Calendar has exactly our days, at that time on the wall', () => {
  fc.assert(
    fc.property(
      anyRule,
      fc.integer({ min: 18_000, max: 24_000 }),
      fc.constantFrom(...ZONES),
      fc.constantFrom('07:30', '12:00', '19:00', '23:30'),
      fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 20 })), { maxLength: 3 }),
      ({ repeats, on }, first, zone, at, lasts, skips) => {
        const r: Rhythm = {
          ...rhythm(repeats, on, dayOf(first)),
          until: lasts === null ? null : first + lasts,
          skips: { stretches: skips.map(([from, length]) => [first + from, first + from + length] as const), bad: '' },
        }
        // An end before its first day is refused before it gets here.
        fc.pre(r.until === null || r.until >= anchorOf(r))
        const to = first + 430
        const ours = daysOf(r, first, to).map((day) => `${dayOf(day)}T${at}`)
        const theirs = inCalendar(r, at, zone, to).filter((wall) => wall.slice(0, 10) <= dayOf(to))
        expect(theirs).toEqual(ours)
      },
    ),
    { numRuns: 150 },
  )
})

test.each([
  [
    'day 31 meets on the last day of shorter months, leap day too',
    'day 31',
    '2028-01-15',
    '2028-05-01',
    ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'],
  ],
  ['day 30 meets on Feb 28', 'day 30', '2027-01-01', '2027-04-01', ['2027-01-30', '2027-02-28', '2027-03-30']],
  [
    'a fifth Thursday only where there is one',
    'fifth Thursday',
    '2026-12-01',
    '2027-08-01',
    ['2026-12-31', '2027-04-29', '2027-07-29'],
  ],
  [
    'the last Friday is the fourth or the fifth',
    'last Friday',
    '2026-12-01',
    '2027-03-01',
    ['2026-12-25', '2027-01-29', '2027-02-26'],
  ],
])('%s', (_, on, first, to, expected) => {
  expect(dates(rhythm('monthly', on, first), to)).toEqual(expected)
})

test('every two weeks keeps its weeks across New Year, though the first date is skipped', () => {
  const r = rhythm('every two weeks', 'Thursday', '2026-12-08', { skips: '2026-12-10, 2026-12-24..2026-12-31' })
  expect(dates(r, '2027-02-10')).toEqual(['2027-01-07', '2027-01-21', '2027-02-04'])
  expect(inCalendar(r, '19:00', 'America/Chicago', dayNumber('2027-02-10') ?? 0)).toEqual(
    dates(r, '2027-02-12').map((day) => `${day}T19:00`),
  )
})

test('both changes of the clocks leave seven in the evening where it is', () => {
  for (const [first, to] of [
    ['2026-10-22', '2026-11-13'],
    ['2027-03-04', '2027-03-26'],
  ] as const) {
    const r = rhythm('weekly', 'Thursday', first)
    expect(inCalendar(r, '19:00', 'America/New_York', dayNumber(to) ?? 0).map((w) => w.slice(11))).toEqual(
      dates(r, dayOf((dayNumber(to) ?? 0) + 2)).map(() => '19:00'),
    )
  }
})

test('what is no rhythm is told apart: a weekday twice, a month’s weekday in a week, day 0, day 32, words', () => {
  const wrong = [['weekly', 'third Thursday'], ['monthly', 'Thursday'], ['monthly', 'day 0'], ['monthly', 'day 32'], ['monthly', 'sixth Monday'], ['weekly', ''], ['often', 'Monday'], ['monthly', 'day 1.5']] // biome-ignore format: a list
  for (const [repeats = '', on = ''] of wrong)
    expect({ repeats, on, rule: toRule(repeats, on) }).toEqual({ repeats, on, rule: null })
  expect(toRule('Biweekly', ' thursday ')).toEqual(toRule('every two weeks', 'Thursday'))
})

test('days and stretches are read as people type them; the first that is none is named', () => {
  expect(toDays('2026-11-26, 2026-12-24..2027-01-02\n2027-2-1 to 2027-02-03').stretches).toHaveLength(3)
  for (const bad of ['2026-02-30', 'Thanksgiving', '2026-12-24..2026-12-01', '2026-13-01', '1..2'])
    expect(toDays(`2026-11-26, ${bad}`).bad).toBe(bad)
})
