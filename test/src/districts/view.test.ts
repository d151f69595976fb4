import { DistrictsView, GroupCard } from '../../../src/answers'
import { countCoverage, gaps } from '../../../src/districts/coverage'
import { type Tables, viewDistricts, viewGroup } from '../../../src/districts/view'
import { chamberRows } from '../../../src/registry/district-rows'
import { stateOf } from '../../../src/registry/states'
import type { Row } from '../../../src/registry/tables'
import type { Chamber } from '../../../src/registry/words'

const state = stateOf('fr')
if (!state) throw new Error('no Franklin')

const group = (id: string, more: Partial<Row<'groups'>> = {}): Row<'groups'> => ({
  id,
  name: `Group ${id}`,
  town: 'Ashby',
  address: '1 Elm St',
  zip: '01234',
  status: 'active',
  upper: '',
  lower: '',
  mapping: 'mapped',
  mappedAddress: '',
  point: '',
  mappingNote: '',
  members: null,
  canDo: [],
  notice: '',
  slack: '',
  consent: '',
  confirmed: null,
  notes: '',
  ...more,
})
const covers = (groupId: string, chamber: Chamber, district: string): Row<'coverage'> => ({
  groupId,
  group: '',
  chamber,
  district,
  basis: 'meeting place',
  share: null,
  source: 'census',
  lines: '2026',
  mappedOn: new Date('2026-11-23T17:00:00Z'),
  confirmedBy: '',
})
const member = (
  id: string,
  chamber: Chamber,
  district: string,
  more: Partial<Row<'legislators'>> = {},
): Row<'legislators'> => ({
  id,
  name: `Member ${id}`,
  chamber,
  district,
  party: 'Blue',
  email: '',
  capitolPhone: '',
  districtPhone: '',
  leaves: '',
  source: 'Open States',
  asOf: new Date('2026-11-20T12:00:00Z'),
  ...more,
})

const tables: Tables = {
  years: {},
  groups: [group('G-001'), group('G-002', { status: 'paused' }), group('G-003', { status: '' })],
  people: [],
  coverage: [
    covers('G-001', 'upper', '12'),
    covers('G-001', 'lower', '12a'),
    covers('G-001', 'lower', '12F'),
    covers('G-002', 'lower', '7'),
    covers('G-003', 'lower', '12A'),
    covers('G-404', 'lower', '1A'),
  ],
  districts: state.chambers.flatMap((facts) => chamberRows(state, facts, [])),
  legislators: [
    member('a', 'lower', '7', { capitolPhone: '', districtPhone: '555-0100' }),
    member('b', 'lower', '7', { capitolPhone: '555-0101', districtPhone: '555-0102' }),
    member('c', 'lower', '12A', { leaves: 'resigned 2026-06-21', capitolPhone: '555-0103' }),
    member('d', 'lower', '12B', { leaves: 'left' }),
    member('e', 'lower', '12B'),
    member('f', 'upper', '12', { chamber: '', district: '' }),
  ],
}
const view = viewDistricts(state, tables)
const district = (chamber: Chamber, name: string) => {
  const found = view.districts.find((d) => d.chamber === chamber && d.district === name)
  if (!found) throw new Error(`no ${chamber} ${name}`)
  return found
}

describe('the districts', () => {
  test('are all there, in a shape the sidebar takes', () => {
    expect(DistrictsView.safeParse(view).success).toBe(true)
    expect(view.districts).toHaveLength(150)
    expect(view.asOf).toBe('2026-11-20T12:00:00.000Z')
  })

  test('with two seats show two members, each with the phone that is known', () => {
    expect(district('lower', '7').legislators.map((s) => [s.id, s.phone])).toEqual([
      ['a', '555-0100'],
      ['b', '555-0101'],
    ])
  })

  test('show a seat that is left as vacant, without its old phone, unless someone else sits there', () => {
    expect(district('lower', '12A').legislators).toEqual([
      { id: 'c', name: 'Member c (resigned 2026-06-21)', party: 'Blue', phone: '', vacant: true },
    ])
    expect(district('lower', '12B').legislators.map((s) => [s.id, s.vacant])).toEqual([['e', false]])
  })

  test('without a member have a vacant seat, also where the member has lost it', () => {
    expect(district('upper', '12').legislators).toEqual([
      { id: '', name: 'Vacant', party: '', phone: '', vacant: true },
    ])
  })

  test('have no vacant seats before legislators were brought in', () => {
    const before = viewDistricts(state, { ...tables, legislators: [] })
    expect(before.districts.every((d) => d.legislators.length === 0)).toBe(true)
    expect(before.asOf).toBeNull()
  })

  test('name the groups that get alerts there, however the district is typed', () => {
    expect(district('lower', '12A').groups.map((g) => g.id)).toEqual(['G-001', 'G-003'])
    expect(district('lower', '7').groups).toEqual([])
    expect(district('lower', '1A').groups).toEqual([])
  })

  test('are counted per chamber', () => {
    expect(countCoverage(state, tables.districts, tables.coverage, tables.groups)).toEqual([
      { chamber: 'upper', label: 'Senate', covered: 1, total: 50 },
      { chamber: 'lower', label: 'House', covered: 2, total: 100 },
    ])
    expect(countCoverage(state, [], [], []).map((c) => c.total)).toEqual([50, 100])
  })

  test('that nobody covers are the gaps', () => {
    const open = gaps(tables.districts, tables.coverage, tables.groups)
    expect(open).toHaveLength(147)
    expect(open.some((d) => d.chamber === 'lower' && d.district === '7')).toBe(true)
  })
})

describe('the card of a group', () => {
  const card = (row: Row<'groups'>) => viewGroup(row, 2, state, tables)

  test('shows its districts, upper first, with who sits there', () => {
    const shown = card(group('G-001'))
    expect(GroupCard.safeParse(shown).success).toBe(true)
    expect(shown.covers.map((c) => c.label)).toEqual(['Senate 12', 'House 12a', 'House 12F'])
    expect(shown.covers[1]?.seats.map((s) => s.vacant)).toEqual([true])
  })

  test('says why it is not mapped and what to do, also after a reload', () => {
    const note = 'Two places fit. → Add the town.'
    expect(card(group('G-001', { mapping: 'check', mappingNote: note }))).toMatchObject({
      mapping: 'check',
      why: 'Two places fit.',
      next: 'Add the town.',
    })
    expect(card(group('G-009', { mapping: '' }))).toMatchObject({
      mapping: 'none',
      why: expect.stringMatching(/not been mapped/),
      next: expect.stringMatching(/./),
    })
    expect(card(group('G-001', { mapping: 'mapped', mappingNote: note }))).toMatchObject({ why: '', next: '' })
    const bare = viewGroup(group('G-001', { mapping: 'mapped' }), 2, state, { ...tables, coverage: [] })
    expect(bare).toMatchObject({ mapping: 'none', why: expect.stringMatching(/not been mapped/) })
  })

  test('counts the leads of this group only', () => {
    const lead = (id: string, groupId: string, roles: Row<'people'>['roles']): Row<'people'> => ({
      id,
      name: id,
      email: '',
      phone: '',
      groupId,
      roles,
      awayUntil: null,
      awayOn: '',
      optedOut: '',
      inGroups: '',
      notes: '',
    })
    const people = [lead('a', 'G-001', ['lead']), lead('b', 'G-001', ['backup']), lead('c', 'G-002', ['lead'])]
    expect(viewGroup(group('G-001'), 2, state, { ...tables, people }).leaders).toBe(1)
  })
})
