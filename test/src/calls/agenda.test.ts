import fc from 'fast-check'
import { type AgendaFacts, agendaOf, agendaText, gapLines, type Item, itemsOf, shares } from '../../../src/calls/agenda'

const item = (about: Partial<Item> = {}): Item => ({
  id: 'I-0001',
  seriesId: '',
  callId: '',
  name: 'Buses',
  who: '',
  minutes: null,
  state: 'open',
  ...about,
})
const facts = (about: Partial<AgendaFacts> = {}): AgendaFacts => ({
  minutes: 60,
  facilitator: 'Ana',
  notes: 'Bo',
  open: [],
  ended: [],
  newGroups: [],
  gaps: [],
  items: [],
  next: 'Thu Dec 10',
  ...about,
})

test('minutes add up to the length, whatever is on it and whatever people ask for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 480 }),
      fc.array(fc.option(fc.integer({ min: -5, max: 200 }), { nil: null }), { maxLength: 25 }),
      fc.boolean(),
      (minutes, asked, busy) => {
        const lines = busy ? ['one', 'two'] : []
        const parts = agendaOf(
          facts({ minutes, items: asked.map((m) => item({ minutes: m })), open: lines, gaps: lines }),
        )
        expect(parts.reduce((sum, p) => sum + p.minutes, 0)).toBe(minutes)
        for (const part of parts) expect(Number.isInteger(part.minutes) && part.minutes >= 0).toBe(true)
        if (minutes >= parts.length) expect(Math.min(...parts.map((p) => p.minutes))).toBeGreaterThanOrEqual(1)
      },
    ),
  )
})

test('an item has the minutes that were asked for as long as there are enough', () => {
  const parts = agendaOf(facts({ items: [item({ name: 'Buses', minutes: 12 }), item({ name: 'Letter' })] }))
  expect(parts.find((p) => p.title === 'Buses')?.minutes).toBe(12)
})

test('shares are whole, in proportion, and none is lost', () => {
  expect(shares([1, 1, 1], 10)).toEqual([4, 3, 3])
  expect(shares([20, 10], 30)).toEqual([20, 10].map((w) => Math.round(w)))
  expect(shares([5, 5, 5], 2).reduce((a, b) => a + b, 0)).toBe(2)
})

test('what has nothing to say is left out; the frame of the call always stands', () => {
  expect(agendaOf(facts()).map((p) => p.title)).toEqual([
    'Welcome and roll call by district',
    'Since last time',
    'Groups’ round',
    'Decisions and sign-ons',
    'Rota and next date',
  ])
  const full = agendaOf(facts({ open: ['HB 120: call'], gaps: ['House: 12A'] })).map((p) => p.title)
  expect(full).toEqual(expect.arrayContaining(['Bills this week: asks and act-by', 'Districts that no group covers']))
  expect(agendaText(agendaOf(facts({ facilitator: '' })))).toContain('Facilitator: nobody yet')
})

test('an item belongs to its call, or to whichever is next, until it is done', () => {
  const all = [
    item({ id: 'next' }),
    item({ id: 'own', callId: 'C-0002', seriesId: 'S-001' }),
    item({ id: 'carried', callId: 'C-0001', state: 'carried' }),
    item({ id: 'done', state: 'done' }),
    item({ id: 'other series', seriesId: 'S-002' }),
    item({ id: 'blank', name: ' ' }),
  ]
  expect(itemsOf(all, 'S-001', 'C-0002', true).map((i) => i.id)).toEqual(['next', 'own', 'carried'])
  expect(itemsOf(all, 'S-001', 'C-0002', false).map((i) => i.id)).toEqual(['own'])
})

test('districts without a group are named, a long list is cut', () => {
  const districts = Array.from({ length: 11 }, (_, i) => ({ label: 'House', district: String(i + 1), groups: 0 }))
  expect(gapLines([...districts, { label: 'Senate', district: '1', groups: 2 }])).toEqual([
    'House: 1, 2, 3, 4, 5, 6, 7, 8 and 3 more',
  ])
})
