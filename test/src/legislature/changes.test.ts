import { planImport, SOURCE } from '../../../src/legislature/changes'
import type { Seated } from '../../../src/legislature/join'
import { toPhoneNumber } from '../../../src/legislature/phone'
import { stateOf } from '../../../src/registry/states'
import type { Row } from '../../../src/registry/tables'

const NOW = new Date('2026-11-23T17:00:00Z')
const state = stateOf('mn')
if (!state) throw new Error('no Minnesota')

const ann: Seated = {
  id: 'ocd-person/ann',
  name: 'Ann Example',
  party: 'Blue',
  chamber: 'lower',
  district: '14A',
  email: 'ann@example.org',
  capitolPhone: '',
  districtPhone: '555-0100',
}
const stands = (person: Seated, more: Partial<Row<'legislators'>> = {}): Row<'legislators'> => ({
  ...person,
  districtPhone: '',
  leaves: '',
  source: SOURCE,
  asOf: new Date('2026-08-05T00:00:00Z'),
  ...more,
})
const other: Seated = { ...ann, id: 'ocd-person/bo', name: 'Bo Example', district: '15A' }
const plan = (seated: Seated[], standing: Row<'legislators'>[]) =>
  planImport(seated, standing, state, NOW, '2026-11-23')

describe('an import', () => {
  test('that is the first adds everyone and tells no change', () => {
    const { added, changes } = plan([ann, other], [])
    expect(added.map((row) => row.name)).toEqual(['Ann Example', 'Bo Example'])
    expect(added[0]).toMatchObject({ districtPhone: '555-0100', leaves: '', source: SOURCE, asOf: NOW })
    expect(changes).toEqual([])
  })

  test('tells who is new, gone, moved and changed', () => {
    const { changes } = plan(
      [
        { ...ann, district: '14B' },
        { ...other, party: 'Green', email: '' },
        { ...ann, id: 'ocd-person/cy', name: 'Cy Example', district: '16A' },
      ],
      [stands(ann), stands(other), stands({ ...ann, id: 'ocd-person/di', name: 'Di Example', district: '16A' })],
    )
    expect(changes).toEqual([
      { kind: 'moved', name: 'Ann Example', detail: 'House 14A → House 14B' },
      { kind: 'changed', name: 'Bo Example', detail: 'party: Blue → Green; e-mail: ann@example.org → none' },
      { kind: 'new', name: 'Cy Example', detail: 'House 16A' },
      { kind: 'gone', name: 'Di Example', detail: 'House 16A' },
    ])
  })

  test('that brings the same again changes nothing but the date', () => {
    const { added, changes, updates } = plan([ann], [stands(ann, { districtPhone: '555-0100' })])
    expect(added).toEqual([])
    expect(changes).toEqual([])
    expect(updates.get(ann.id)).toMatchObject({ asOf: NOW, district: '14A' })
  })

  test('never touches what a person typed', () => {
    const typed = stands(ann, { capitolPhone: '555-0199', districtPhone: '555-0198', leaves: 'resigns in May' })
    const { updates } = plan([{ ...ann, capitolPhone: '555-0001' }], [typed])
    const columns = Object.keys(updates.get(ann.id) ?? {})
    for (const column of ['capitolPhone', 'districtPhone', 'leaves']) expect(columns).not.toContain(column)
  })

  test('fills a district phone only where there is none', () => {
    expect(plan([ann], [stands(ann)]).updates.get(ann.id)).toMatchObject({ districtPhone: '555-0100' })
  })

  test('leaves the row of someone who is gone, without a seat, and says since when', () => {
    const { updates } = plan([other], [stands(ann, { capitolPhone: '555-0199' }), stands(other)])
    expect(updates.get(ann.id)).toEqual({
      chamber: '',
      district: '',
      source: 'Open States, not listed since 2026-11-23, was House 14A',
    })
    const gone = stands(ann, { chamber: '', district: '', source: 'Open States, not listed since 2026-10-01' })
    expect(plan([other], [gone, stands(other)])).toMatchObject({ changes: [] })
    expect(plan([ann, other], [gone, stands(other)]).changes).toEqual([
      { kind: 'new', name: 'Ann Example', detail: 'House 14A, listed again' },
    ])
  })

  test('leaves rows alone that people added themselves', () => {
    const theirs = stands({ ...ann, id: 'x-1' }, { source: 'by hand' })
    const { updates, changes } = plan([other], [theirs, stands(other)])
    expect(updates.has('x-1')).toBe(false)
    expect(changes).toEqual([])
  })
})

describe('a phone number that a person types', () => {
  test('is kept as it is dialled', () => {
    for (const typed of ['6512964123', '(651) 296-4123', '651.296.4123', '+1 651 296 4123', '1-651-296-4123'])
      expect(toPhoneNumber(typed)).toBe('651-296-4123')
    expect(toPhoneNumber('651-296-4123 x12')).toBe('651-296-4123 ext. 12')
    expect(toPhoneNumber('651-296-4123 ext. 5')).toBe('651-296-4123 ext. 5')
    expect(toPhoneNumber('  ')).toBe('')
  })

  test('is refused where it is none', () => {
    for (const typed of [
      '296-4123',
      'call me',
      '=6512964123',
      '651-296-4123<script>',
      '651-296-4123 x1234567',
      '0'.repeat(500),
    ])
      expect(() => toPhoneNumber(typed)).toThrow(/phone number/)
  })
})
