import fc from 'fast-check'
import { type Addressed, toMessages } from '../../../src/alerts/draft/cohorts'
import { fitting, MAX_TO } from '../../../src/mail/lots'

const someone = (address: string, rank: number, words: string): Addressed => ({
  address,
  name: address,
  groups: [{ id: `G-${words}`, name: '', town: '' }],
  targetIds: [words],
  rank,
  wording: { subject: `s ${words}`, body: `b ${words}` },
})
const people = fc
  .uniqueArray(fc.tuple(fc.nat(500), fc.nat(3), fc.constantFrom('a', 'b', 'c')), {
    maxLength: 200,
    selector: ([n]) => n,
  })
  .map((list) => list.map(([n, rank, words]) => someone(`p${n}@example.org`, rank, words)))
const modes = fc.constantFrom('cohort' as const, 'personal' as const)
const waves = fc.option(fc.nat(200), { nil: undefined })
const days = fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined })

test('everyone is in exactly one message, with their own words, never with too many others', () => {
  fc.assert(
    fc.property(people, modes, waves, days, (list, mode, wave, daily) => {
      const messages = toMessages('A-1', list, mode, wave, daily)
      expect(messages.flatMap((m) => m.to).sort()).toEqual(list.map((p) => p.address).sort())
      const words = new Map(list.map((p) => [p.address, p.wording.body]))
      for (const m of messages) {
        expect(m.to.length).toBeLessThanOrEqual(mode === 'personal' ? 1 : MAX_TO)
        for (const to of m.to) expect(words.get(to)).toBe(m.body)
      }
      expect(new Set(messages.map((m) => m.id)).size).toBe(messages.length)
    }),
  )
})

test('the order of the rows changes nothing', () => {
  const shuffled = people.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, modes, waves, ([list, other], mode, wave) => {
      expect(toMessages('A-1', other, mode, wave)).toEqual(toMessages('A-1', list, mode, wave))
    }),
  )
})

test('when quota is short, whole messages for exactly so many people come first, and nobody first-ranked after a later one', () => {
  fc.assert(
    fc.property(people, modes, fc.nat(200), (list, mode, wave) => {
      const messages = toMessages('A-1', list, mode, wave)
      const today = fitting(messages, (m) => m.to.length, wave)
      const goes = new Set(today.flatMap((m) => m.to))
      expect(goes.size).toBe(Math.min(wave, list.length))
      const ranks = (inside: boolean) => list.filter((p) => goes.has(p.address) === inside).map((p) => p.rank)
      if (goes.size < list.length) expect(Math.max(-1, ...ranks(true))).toBeLessThanOrEqual(Math.min(...ranks(false)))
    }),
  )
})

test('no message is bigger than what a day has room for, and no day to come is left with room while others wait', () => {
  fc.assert(
    fc.property(people, modes, waves, fc.integer({ min: 1, max: 120 }), (list, mode, wave, daily) => {
      let rest = toMessages('A-1', list, mode, wave, daily)
      const take = (room: number): number => {
        const goes = new Set(fitting(rest, (m) => m.to.length, room))
        rest = rest.filter((m) => !goes.has(m))
        return [...goes].reduce((sum, m) => sum + m.to.length, 0)
      }
      let left = list.length - take(wave ?? list.length)
      for (; left > 0; left -= Math.min(daily, left)) expect(take(daily)).toBe(Math.min(daily, left))
      expect(rest).toEqual([])
    }),
  )
})

test('another word, another recipient or another alert makes another key', () => {
  const id = (alert: string, ...list: Addressed[]) => toMessages(alert, list, 'cohort')[0]?.id
  const [a, b] = [someone('a@example.org', 0, 'x'), someone('b@example.org', 0, 'x')]
  expect(new Set([id('A-1', a), id('A-1', a, b), id('A-2', a), id('A-1', someone('a@example.org', 0, 'y'))]).size).toBe(
    4,
  )
})
