import fc from 'fast-check'
import { type Place, planRota, type Slot, type Volunteer } from '../../../src/calls/rota'
import type { Duty } from '../../../src/registry/words'

const DUTIES: Duty[] = ['facilitator', 'notes']
const volunteer = (n: number, about: Partial<Volunteer> = {}): Volunteer => ({
  id: `P-${String(n).padStart(3, '0')}`,
  name: `Member ${n}`,
  group: `G-${n}`,
  duties: DUTIES,
  coordinator: false,
  away: () => '',
  ...about,
})
const slot = (day: number, about: Partial<Slot> = {}): Slot => ({
  day,
  fixed: {},
  byHand: [],
  cannot: [],
  could: null,
  ...about,
})
const days = (n: number): Slot[] => Array.from({ length: n }, (_, i) => slot(i * 7))
const plan = (slots: readonly Slot[], people: readonly Volunteer[]): Place[] => planRota(slots, people, String)
const ids = (places: readonly Place[], duty: Duty = 'facilitator'): string[] =>
  places.map((p) => p.turns[duty].personId)
const counts = (chosen: readonly string[], of: readonly string[]): number[] =>
  of.map((id) => chosen.filter((c) => c === id).length)
const spread = (n: readonly number[]): number => Math.max(...n) - Math.min(...n)

const facilitators = (n: number): Volunteer[] =>
  Array.from({ length: n }, (_, i) => volunteer(i + 1, { duties: ['facilitator'] }))

/** Volunteers of a few groups, each away now and then. */
const someone = fc.record({
  group: fc.integer({ min: 1, max: 4 }),
  away: fc.array(fc.integer({ min: 0, max: 51 }), { maxLength: 12 }),
  duties: fc.constantFrom<readonly Duty[]>(DUTIES, ['facilitator'], ['notes']),
})
const crew = fc.array(someone, { minLength: 1, maxLength: 9 }).map((all) =>
  all.map((one, i) =>
    volunteer(i + 1, {
      group: `G-${one.group}`,
      duties: one.duties,
      away: (day) => (one.away.includes(day / 7) ? 'away' : ''),
    }),
  ),
)

test('over a year nobody’s turns differ by more than one, at any moment, while all can', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 52 }), (n, weeks) => {
      const people = facilitators(n)
      const chosen = ids(plan(days(weeks), people))
      for (let week = 1; week <= weeks; week++)
        expect(
          spread(
            counts(
              chosen.slice(0, week),
              people.map((p) => p.id),
            ),
          ),
        ).toBeLessThanOrEqual(1)
    }),
  )
})

test('who is always there has at most one turn more or fewer than any other who is, whoever else comes and goes', () => {
  fc.assert(
    fc.property(crew, fc.integer({ min: 3, max: 4 }), (others, n) => {
      const steady = facilitators(n)
      const rest = others.map((v, i) => ({
        ...v,
        id: `P-${100 + i}`,
        group: `G-${100 + i}`,
        duties: ['facilitator'] as const,
      }))
      const chosen = ids(plan(days(52), [...steady, ...rest]))
      expect(
        spread(
          counts(
            chosen,
            steady.map((p) => p.id),
          ),
        ),
      ).toBeLessThanOrEqual(1)
    }),
  )
})

test('nobody has the same duty twice in a row while another could; nobody has both; nobody who is away or cannot is asked', () => {
  fc.assert(
    fc.property(
      crew,
      fc.array(fc.tuple(fc.integer({ min: 0, max: 51 }), fc.integer({ min: 1, max: 9 })), { maxLength: 8 }),
      (people, refusals) => {
        const slots = days(52).map((s, i) => ({
          ...s,
          cannot: refusals.filter(([at]) => at === i).map(([, n]) => volunteer(n).id),
        }))
        const places = plan(slots, people)
        places.forEach((place, i) => {
          const day = i * 7
          for (const duty of DUTIES) {
            const { personId } = place.turns[duty]
            if (!personId) continue
            const who = people.find((p) => p.id === personId)
            expect(who?.duties).toContain(duty)
            expect(who?.away(day)).toBe('')
            expect(slots[i]?.cannot).not.toContain(personId)
            const other = place.turns[duty === 'notes' ? 'facilitator' : 'notes'].personId
            expect(other).not.toBe(personId)
            const before = places[i - 1]?.turns[duty].personId
            const able = people.filter(
              (p) =>
                p.duties.includes(duty) &&
                !p.away(day) &&
                !slots[i]?.cannot.includes(p.id) &&
                p.id !== (duty === 'notes' ? other : ''),
            )
            if (before === personId) expect(able.map((p) => p.id)).toEqual([personId])
          }
        })
      },
    ),
  )
})

test('the same rows give the same rota, in whatever order the People tab stands', () => {
  fc.assert(
    fc.property(crew, fc.integer(), (people, seed) => {
      const mixed = [...people].sort(
        (a, b) => ((a.id.charCodeAt(4) * 31 + seed) % 7) - ((b.id.charCodeAt(4) * 31 + seed) % 7),
      )
      expect(DUTIES.map((d) => ids(plan(days(20), mixed), d))).toEqual(
        DUTIES.map((d) => ids(plan(days(20), people), d)),
      )
    }),
  )
})

test('what a swap by hand made uneven is evened out, and the swap stands', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 8 }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 8 })), { maxLength: 4 }),
      (n, swaps) => {
        const people = facilitators(n)
        const slots = days(60).map((s, i) => {
          const swap = swaps.find(([at, who]) => at === i && who <= n)
          return swap ? { ...s, fixed: { facilitator: volunteer(swap[1]).id }, byHand: DUTIES } : s
        })
        const places = plan(slots, people)
        for (const [at, who] of swaps) {
          const first = swaps.find(([a, w]) => a === at && w <= n)
          if (first && who === first[1])
            expect(places[at]?.turns.facilitator).toMatchObject({ personId: volunteer(who).id, byHand: true })
        }
        expect(
          spread(
            counts(
              ids(places),
              people.map((p) => p.id),
            ),
          ),
        ).toBeLessThanOrEqual(1)
      },
    ),
  )
})

test('groups take turns: of those with equally few turns, the one whose group waited longest', () => {
  const people = [
    volunteer(1, { group: 'G-1' }),
    volunteer(2, { group: 'G-1' }),
    volunteer(3, { group: 'G-2' }),
    volunteer(4, { group: 'G-2' }),
  ].map((v) => ({ ...v, duties: ['facilitator'] as const }))
  expect(ids(plan(days(8), people))).toEqual(['P-001', 'P-003', 'P-002', 'P-004', 'P-001', 'P-003', 'P-002', 'P-004'])
})

describe('who comes and who leaves', () => {
  /** The first `n` dates as they were held. */
  const held = (places: readonly Place[], n: number): Slot[] =>
    places
      .slice(0, n)
      .map((p, i) => slot(i * 7, { fixed: { facilitator: p.turns.facilitator.personId }, could: p.could }))

  test('changes the future alone, and the new one owes nothing for the time before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 4, max: 20 }), (n, past) => {
        const people = facilitators(n)
        const before = plan(days(past), people)
        const now = plan(
          [...held(before, past), ...days(past + 12).slice(past)],
          [...people, ...facilitators(n + 1).slice(n)],
        )
        expect(ids(now).slice(0, past)).toEqual(ids(before))
        const newcomer = volunteer(n + 1).id
        // Not one call after the other: about as often as everyone else from now on.
        expect(counts(ids(now).slice(past), [newcomer])[0]).toBeLessThanOrEqual(Math.ceil(12 / (n + 1)) + 1)
      }),
    )
  })

  test('who left keeps the turns they had, and gets none', () => {
    const before = plan(days(6), facilitators(3))
    const now = plan([...held(before, 6), ...days(12).slice(6)], facilitators(2))
    expect(ids(now).slice(0, 6)).toEqual(ids(before))
    expect(ids(now).slice(6)).not.toContain('P-003')
  })

  test('who was away for long does not have to catch up', () => {
    const away = volunteer(3, { duties: ['facilitator'], away: (day) => (day < 20 * 7 ? 'away' : '') })
    const chosen = ids(plan(days(29), [...facilitators(2), away])).slice(20)
    expect(counts(chosen, ['P-003'])[0]).toBe(3)
  })
})

test('every turn is explained: how many can, how many turns, who cannot and why', () => {
  const people = [
    volunteer(1),
    volunteer(2, { away: (day) => (day === 7 ? 'away until 2026-12-30' : '') }),
    volunteer(3),
    volunteer(4),
  ]
  const [, second] = plan([slot(0), slot(7, { cannot: ['P-003'] })], people)
  expect(second?.turns.facilitator).toMatchObject({ personId: 'P-004', byHand: false })
  expect(second?.turns.facilitator.why).toContain('2 who can on 7')
  expect(second?.turns.facilitator.why).toContain('Member 2 is away until 2026-12-30')
  expect(second?.turns.facilitator.why).toContain('Member 3 cannot')
})

test('without volunteers it falls to the coordinators in turn, and says so', () => {
  const people = [volunteer(1, { duties: [], coordinator: true }), volunteer(2, { duties: [], coordinator: true })]
  const places = plan(days(4), people)
  expect(ids(places)).toEqual(['P-001', 'P-002', 'P-001', 'P-002'])
  expect(places[0]?.turns.facilitator).toMatchObject({ volunteered: false })
  expect(places[0]?.turns.facilitator.why).toContain('falls to a coordinator')
  expect(places[0]?.turns.notes).toMatchObject({ personId: '', volunteered: false })
})
