import { insertAt } from '../../sidebar/pages/alert/placeholders'
import { districtWords, matches, searchWords } from '../../sidebar/search'
import { count, day, moment, partyMark, people } from '../../sidebar/words'

const house = (district: string, name = '') => [...districtWords('lower', district), ...searchWords(name)]

test.each([
  ['14A', '14A', true],
  ['14a', '14A', true],
  ['14', '14A', true],
  ['14', '14', true],
  ['14', '114', false],
  ['1', '14', false],
  ['HD 14A', '14A', true],
  ['hd14', '14A', true],
  ['HD-14A', '14A', true],
  ['SD 14A', '14A', false],
  ['house 12', '14A', false],
  ['', '14A', true],
])('typing %p finds House %s: %p', (query, district, found) => {
  expect(matches(query, house(district))).toBe(found)
})

test('a name is found by the beginnings of its words, in any order, without accents', () => {
  const words = house('Barnstable, Dukes and Nantucket', 'Íñigo Peña-Ruiz')
  for (const query of ['peña', 'pena inigo', 'RUIZ', 'dukes', 'hd nantucket'])
    expect([query, matches(query, words)]).toEqual([query, true])
  for (const query of ['ena', 'pena smith']) expect([query, matches(query, words)]).toEqual([query, false])
})

test('a blank goes in at the caret, in place of what is selected, at the end where there is no caret', () => {
  expect(insertAt('Call  now', 5, 5, '{names}')).toEqual({ text: 'Call {names} now', caret: 12 })
  expect(insertAt('Call whom now', 5, 9, '{names}')).toEqual({ text: 'Call {names} now', caret: 12 })
  expect(insertAt('Call ', null, null, '{names}')).toEqual({ text: 'Call {names}', caret: 12 })
  expect(insertAt('ab', 99, 120, '{x}')).toEqual({ text: 'ab{x}', caret: 5 })
})

test('numbers agree with their nouns', () => {
  expect([count(1, 'group'), count(0, 'group'), count(1000, 'group'), people(1), people(42)]).toEqual([
    '1 group',
    '0 groups',
    '1,000 groups',
    '1 person',
    '42 people',
  ])
})

test('an instant is shown in the state’s zone; an unknown zone or a text that is no instant does no harm', () => {
  expect(moment('2026-11-23T22:00:00.000Z', 'America/Chicago').replace(/\s/g, ' ')).toBe('Nov 23, 4:00 pm')
  expect(day('2026-11-24T03:00:00.000Z', 'America/New_York')).toBe('Nov 23, 2026')
  expect(moment('soon', 'America/Chicago')).toBe('soon')
  expect(moment('2026-11-23T22:00:00.000Z', 'Mars/Base')).toMatch(/Nov 2\d/)
  expect(partyMark('') + partyMark('Democratic')).toBe(' (D)')
})
