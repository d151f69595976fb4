import fc from 'fast-check'
import { idOf, keyOf, serialOf } from '../../../src/registry/keys'

test('an ID and its number belong together, with as many digits as there are', () => {
  expect(idOf('G', 14)).toBe('G-014')
  expect(idOf('A', 7, 4)).toBe('A-0007')
  expect(idOf('G', 12345)).toBe('G-12345')
  fc.assert(fc.property(fc.integer({ min: 1, max: 999_999 }), (n) => serialOf('G', idOf('G', n)) === n))
})

test.each(['', 'G', 'G-', 'G-1a', 'P-014', 'G-014 old', '14', 'G-99999999999999'])('%j is no group ID', (id) => {
  expect(serialOf('G', id)).toBe(0)
})

test('an ID typed in small letters counts as given', () => {
  expect(serialOf('G', ' g-014 ')).toBe(14)
})

test('a key of several columns joins them; it is blank only where all are', () => {
  expect(keyOf('coverage', { groupId: 'G-001', chamber: 'upper', district: ' 14 ' })).toBe('G-001|upper|14')
  expect(keyOf('coverage', { groupId: 'G-001' })).toBe('G-001||')
  expect(keyOf('coverage', {})).toBe('')
  expect(keyOf('groups', { id: '  ' })).toBe('')
})

test('a key with a time is the same before and after the sheet rounds it', () => {
  const key = (iso: string) => keyOf('log', { at: new Date(iso), who: 'a', did: 'b', to: 'c' })
  expect(key('2026-11-23T17:00:00.400Z')).toBe(key('2026-11-23T17:00:00.000Z'))
})
