import { planImport, type Standing } from '../../../src/legislature/in-page/changes'
import type { Seated } from '../../../src/legislature/in-page/join'
import { toPhoneNumber } from '../../../src/legislature/phone'
import { SOURCE } from '../../../src/legislature/source'
import { stateOf } from '../../../src/registry/states'

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
const stands = (person: Seated, more: Partial<Standing> = {}): Standing => ({
  ...person,
  districtPhone: '',
  leaves: '',
  source: SOURCE,
  ...more,
})
const other: Seated = { ...ann, id: 'ocd-person/bo', name: 'Bo Example', district: '15A' }
const plan = (seated: Seated[], standing: Standing[]) => planImport(seated, standing, state, '2026-11-23')
const rowOf = (rows: readonly { id: string }[], { id }: Seated) => rows.find((row) => row.id === id)

describe('an import', () => {
  test('that is the first adds everyone and tells no change', () => {
    const { rows, changes } = plan([ann, other], [])
    expect(rows.map((row) => row.name)).toEqual(['Ann Example', 'Bo Example'])
    expect(rows[0]).toMatchObject({ districtPhone: '555-0100', source: SOURCE })
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

  test('that brings the same again tells no change', () => {
    const { changes, rows } = plan([ann], [stands(ann, { districtPhone: '555-0100' })])
    expect(changes).toEqual([])
    expect(rows).toMatchObject([{ id: ann.id, district: '14A' }])
  })

  test('never touches what a person typed', () => {
    const typed = stands(ann, { districtPhone: '555-0198', leaves: 'resigns in May' })
    const { rows } = plan([{ ...ann, capitolPhone: '555-0001' }], [typed])
    expect(rows).toMatchObject([{ capitolPhone: '', districtPhone: '' }])
    expect(rows[0]).not.toHaveProperty('leaves')
  })

  test('fills a district phone only where there is none', () => {
    expect(plan([ann], [stands(ann)]).rows).toMatchObject([{ districtPhone: '555-0100' }])
  })

  test('leaves the row of someone who is gone, without a seat, and says since when', () => {
    const { rows } = plan([other], [stands(ann), stands(other)])
    expect(rowOf(rows, ann)).toMatchObject({
      chamber: '',
      district: '',
      source: 'Open States, not listed since 2026-11-23, was House 14A',
      capitolPhone: '',
      districtPhone: '',
    })
    const gone = stands(ann, { chamber: '', district: '', source: 'Open States, not listed since 2026-10-01' })
    expect(plan([other], [gone, stands(other)])).toMatchObject({ changes: [] })
    expect(plan([ann, other], [gone, stands(other)]).changes).toEqual([
      { kind: 'new', name: 'Ann Example', detail: 'House 14A, listed again' },
    ])
  })

  test('leaves rows alone that people added themselves', () => {
    const theirs = stands({ ...ann, id: 'x-1' }, { source: 'by hand' })
    const { rows, changes } = plan([other], [theirs, stands(other)])
    expect(rows.map((row) => row.id)).toEqual([other.id])
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
