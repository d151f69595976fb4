import * as fc from 'fast-check'
import { isPersons, merge } from '../../../src/districts/merge'
import type { Verdict } from '../../../src/districts/verdict'
import { readNote } from '../../../src/registry/mapping-note'
import type { Row } from '../../../src/registry/tables'
import type { Chamber } from '../../../src/registry/words'

type Coverage = Row<'coverage'>
const GROUP = { id: 'G-001', name: 'Owatonna Indivisible' }
const NOW = new Date('2026-11-23T17:00:00Z')
const BOTH: Chamber[] = ['upper', 'lower']

const row = (chamber: Chamber, district: string, more: Partial<Coverage> = {}): Coverage => ({
  groupId: GROUP.id,
  group: GROUP.name,
  chamber,
  district,
  basis: 'meeting place',
  share: null,
  source: 'census',
  lines: '2024',
  mappedOn: new Date('2025-01-01T00:00:00Z'),
  confirmedBy: '',
  ...more,
})
const byHand = (chamber: Chamber, district: string, more: Partial<Coverage> = {}) =>
  row(chamber, district, { source: 'hand', lines: '', mappedOn: null, ...more })
const says = (upper: string, lower: string): Verdict => ({
  mapping: 'mapped',
  finds: [
    { chamber: 'upper', district: upper, lines: '2026' },
    { chamber: 'lower', district: lower, lines: '2026' },
  ],
  why: '',
  next: '',
})
const NOTHING: Verdict = { mapping: 'none', finds: [], why: 'Not known.', next: 'Correct it.' }
const merged = (before: Coverage[], verdict: Verdict) => merge(GROUP, before, verdict, BOTH, NOW)
const names = (rows: readonly Coverage[]) => rows.map((r) => `${r.chamber} ${r.district}`).sort()

describe('a verdict meets the Coverage tab', () => {
  test('a first mapping adds its districts', () => {
    const { added, removed, group } = merged([], says('19', '19B'))
    expect(names(added)).toEqual(['lower 19B', 'upper 19'])
    expect(added[0]).toMatchObject({ source: 'census', basis: 'meeting place', lines: '2026', mappedOn: NOW })
    expect(removed).toEqual([])
    expect(group).toEqual({ upper: '19', lower: '19B', mapping: 'mapped', mappingNote: '' })
  })

  test('mapping again writes no second row', () => {
    const { added, renewed, removed } = merged([row('upper', '19'), row('lower', '19B')], says('19', '19B'))
    expect(added).toEqual([])
    expect(removed).toEqual([])
    expect(renewed.map((r) => r.lines)).toEqual(['2026', '2026'])
  })

  test('a group that moved leaves its old districts', () => {
    const { added, removed, group } = merged([row('upper', '19'), row('lower', '19B')], says('19', '19A'))
    expect(names(added)).toEqual(['lower 19A'])
    expect(names(removed)).toEqual(['lower 19B'])
    expect(group.lower).toBe('19A')
  })

  test('what a person added, confirmed or gave another basis is never removed', () => {
    const theirs = [
      byHand('lower', '20A', { basis: 'members' }),
      row('lower', '21A', { basis: 'declared' }),
      row('upper', '19', { confirmedBy: 'Maya, 2026-10-01' }),
      row('lower', '18B', { source: 'map', basis: 'members' }),
    ]
    const { removed, group } = merged([...theirs, row('lower', '22A')], says('19', '19B'))
    expect(names(removed)).toEqual(['lower 22A'])
    expect(group.lower).toBe('18B; 19B; 20A; 21A')
    expect(group.mapping).toBe('mapped')
  })

  test('where a person and the Census Bureau differ, the person’s word stays and someone has to look', () => {
    const { added, removed, group } = merged([byHand('lower', '19A')], says('19', '19B'))
    expect(names(added)).toEqual(['upper 19'])
    expect(removed).toEqual([])
    expect(group).toMatchObject({ lower: '19A', mapping: 'check' })
    expect(readNote(group.mappingNote)).toMatchObject({
      why: expect.stringMatching(/19B.*19A/),
      next: expect.any(String),
    })
  })

  test('a person’s other spelling of the same district is no difference', () => {
    expect(merged([byHand('lower', '19b')], says('19', '19B')).group.mapping).toBe('mapped')
  })

  test('what a person settled for every chamber needs no Census Bureau', () => {
    const { group } = merged([byHand('upper', '19'), byHand('lower', '19B')], NOTHING)
    expect(group).toEqual({ upper: '19', lower: '19B', mapping: 'mapped', mappingNote: '' })
  })

  test('when nothing is found any more, the old districts stay, marked to be checked', () => {
    const { removed, group } = merged([row('upper', '19'), row('lower', '19B')], NOTHING)
    expect(removed).toEqual([])
    expect(group).toMatchObject({ upper: '19', lower: '19B', mapping: 'check' })
    expect(readNote(group.mappingNote).why).toMatch(/Not known\. .*earlier mapping/)
  })

  test('nothing at all is none, with the reason', () => {
    expect(merged([], NOTHING).group).toEqual({
      upper: '',
      lower: '',
      mapping: 'none',
      mappingNote: 'Not known. → Correct it.',
    })
  })

  test('whatever stands there: no row of a person is lost, none is doubled, and a second time changes nothing', () => {
    const some = fc.record({
      chamber: fc.constantFrom(...BOTH),
      district: fc.constantFrom('19', '19A', '19B', '20'),
      basis: fc.constantFrom('meeting place', 'members', 'declared', '') as fc.Arbitrary<Coverage['basis']>,
      source: fc.constantFrom('census', 'map', 'hand', '') as fc.Arbitrary<Coverage['source']>,
      confirmedBy: fc.constantFrom('', 'Maya'),
    })
    const apart = fc.uniqueArray(some, { selector: (r) => `${r.chamber}|${r.district}` })
    fc.assert(
      fc.property(apart, fc.constantFrom(says('19', '19B'), says('20', '19A'), NOTHING), (rows, verdict) => {
        const before = rows.map(({ chamber, district, ...more }) => row(chamber, district, more))
        const once = merged(before, verdict)
        expect(names(once.rows)).toEqual(expect.arrayContaining(names(before.filter(isPersons))))
        expect(new Set(names(once.rows)).size).toBe(once.rows.length)
        const twice = merged([...once.rows], verdict)
        expect(twice.added).toEqual([])
        expect(twice.removed).toEqual([])
        expect(twice.group).toEqual(once.group)
      }),
    )
  })
})
