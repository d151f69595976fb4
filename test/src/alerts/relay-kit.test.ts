/** Texts to paste: five lengths of the same facts. */
import fc from 'fast-check'
import { LENGTHS, relayKit, SHORT_LIMIT } from '../../../src/alerts/in-page'
import { cut, lengthOf } from '../../../src/alerts/in-page/characters'
import type { RelayFacts } from '../../../src/answers'

const facts = (about: Partial<RelayFacts> = {}): RelayFacts => ({
  kind: 'alert',
  title: 'HB 120 in committee',
  bill: 'HB 120',
  ask: 'vote no on HB 120.',
  why: 'The vote is on Thursday. Two votes decide it.',
  network: 'Indivisible Franklin',
  actBy: '5:00 pm Eastern / 4:00 pm Central on Monday, November 23',
  actByShort: 'Mon, Nov 23, 5:00 pm Eastern / 4:00 pm Central',
  legislators: [
    { id: 'a', titled: 'Rep. Ada Okafor', label: 'House 14A', capitolPhone: '555-0114', districtPhone: '555-0199' },
    { id: 'b', titled: 'Sen. Cy Brandt', label: 'Senate 14', capitolPhone: '', districtPhone: '555-0140' },
  ],
  groups: [{ id: 'G-1', name: 'Elm Fork', legislatorIds: ['b'] }],
  ...about,
})

const NASTY = [
  '👩‍👩‍👧‍👦',
  '🇺🇸',
  'e\u0301',
  '\ud83d',
  '\udc69',
  '@channel',
  '<!here>',
  '&',
  'dana@example.org',
  'https://zoom.us/j/1',
]
const words = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 30 })), { maxLength: 30 })
  .map((parts) => parts.join(' '))
const plainTime = fc.constantFrom(facts().actByShort, 'Thu, Dec 3, 9:00 am Central', '')
const anyFacts = fc.record({
  kind: fc.constantFrom('alert' as const, 'drill' as const),
  title: words,
  bill: words,
  ask: words,
  why: words,
  network: words,
  actBy: plainTime,
  actByShort: plainTime,
  legislators: fc.array(
    fc.record({ id: words, titled: words, label: words, capitolPhone: words, districtPhone: words }),
    { maxLength: 20 },
  ),
  groups: fc.constant<RelayFacts['groups']>([]),
})

test('the shortest is whole where there is room, and ends with act-by and one number', () => {
  expect(relayKit(facts(), 'G-1').short).toBe(
    'HB 120 in committee. Please call Sen. Cy Brandt. Ask them to vote no on HB 120. Act by Mon, Nov 23, 5:00 pm Eastern / 4:00 pm Central: 555-0140',
  )
})

test('the shortest says whose number it is where it names several legislators', () => {
  expect(relayKit(facts()).short).toMatch(/Central: Rep\. Ada Okafor 555-0114$/)
})

test('the shortest never has more than 250 characters, never half an emoji, and always the whole act-by at its end', () => {
  fc.assert(
    fc.property(anyFacts, (f) => {
      const { short } = relayKit(f)
      expect(lengthOf(short)).toBeLessThanOrEqual(SHORT_LIMIT)
      expect(short).not.toMatch(/\p{Surrogate}/u)
      expect(short).toContain(f.actByShort)
      if (f.actByShort) expect(short).toMatch(/Act by [^\n]*$/)
    }),
    { numRuns: 500 },
  )
})

test('every text holds act-by, no address, no link to a meeting and no half of an emoji', () => {
  fc.assert(
    fc.property(anyFacts, (f) => {
      const kit = relayKit(f)
      for (const length of LENGTHS) {
        const text = kit[length]
        expect(text).toContain(length === 'short' ? f.actByShort : f.actBy)
        expect(text).not.toMatch(/\p{Surrogate}|dana@|zoom\.us/u)
      }
    }),
  )
})

test('Slack’s own signs are escaped, and nobody is called by accident', () => {
  fc.assert(
    fc.property(anyFacts, (f) => {
      const { slack } = relayKit(f)
      expect(slack).not.toMatch(/[<>@]|&(?!amp;|lt;|gt;)/)
    }),
  )
  expect(relayKit(facts({ ask: 'tell @channel & <!everyone> now' })).slack).toContain(
    'tell channel &amp; &lt;!everyone&gt; now',
  )
})

test('for a group its own legislators with every number, for all of them everybody’s; too many are not listed', () => {
  const all = relayKit(facts()).newsletter
  expect(all).toContain('Rep. Ada Okafor, House 14A: 555-0114 (Capitol) · 555-0199 (district office)')
  expect(all).toContain('Please call Rep. Ada Okafor and Sen. Cy Brandt. Ask them to vote no on HB 120.')
  expect(relayKit(facts(), 'G-1').newsletter).not.toContain('Okafor')
  const many = Array.from({ length: 30 }, (_, i) => ({
    ...{ id: `${i}`, titled: `Rep. ${i}`, label: 'House', capitolPhone: '555', districtPhone: '' },
  }))
  expect(relayKit(facts({ legislators: many })).facebook).toContain('Please call your own legislators.')
})

test('a drill says so first, asks nobody to call and has no number to call in any of its texts', () => {
  const kit = relayKit(facts({ kind: 'drill' }))
  for (const length of LENGTHS) {
    expect(kit[length]).toMatch(/^(\*|Subject: )?DRILL/)
    expect(kit[length]).toContain('do not call anybody')
    // What an alert asks is shown, and asked of nobody.
    expect(kit[length]).toContain('In an alert it would say: Please call ')
    expect(kit[length]).not.toContain('555')
  }
})

test('cutting keeps characters whole and words where it can', () => {
  expect(cut('one two three', 9)).toBe('one two…')
  expect(cut('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toBe('👩‍👩‍👧‍👦…')
  expect(cut('abc', 3)).toBe('abc')
})
