/** Audiences beyond districts, from plain rows. */
import fc from 'fast-check'
import { type AudienceTables, findAudience, type Wide } from '../../../src/alerts/draft/audience'
import { readList } from '../../../src/alerts/draft/list'
import { sittingOf } from '../../../src/alerts/draft/targets'
import { committeesOf } from '../../../src/registry/committees'
import { stateOf } from '../../../src/registry/states'
import type { Row } from '../../../src/registry/tables'
import { AUDIENCES, CALLEES } from '../../../src/registry/words'
import { covers, group, legislator, person } from './rows'

const NOW = new Date('2026-11-23T17:00:00Z')
const ZONE = 'America/New_York'
const LEGISLATORS = [
  legislator('senator', 'upper', '1'),
  legislator('other', 'upper', '2'),
  legislator('rep1', 'lower', '1A'),
  legislator('rep2', 'lower', '2A'),
  legislator('left', 'lower', '1A', { leaves: 'resigned' }),
]
const SITTING = sittingOf(LEGISLATORS, stateOf('mn'))
const chosen = (...ids: string[]) => SITTING.filter((t) => ids.includes(t.id))
/** G-1 in Senate 1 and House 1A, G-2 in Senate 2 and House 2A, G-3 nowhere. */
const TABLES: AudienceTables = {
  groups: [group('G-1'), group('G-2'), group('G-3', { name: 'Oak, Elm and Ash' })],
  coverage: [
    covers('G-1', 'upper', '1'),
    covers('G-1', 'lower', '1A'),
    covers('G-2', 'upper', '2'),
    covers('G-2', 'lower', '2A'),
  ],
  people: [
    person('G-1', 'one@example.org'),
    person('G-2', 'two@example.org'),
    person('G-3', 'three@example.org'),
    person('G-2', 'wg@example.org', { roles: ['working group'] }),
    person('', 'free@example.org', { roles: ['working group'], name: 'Free' }),
  ],
}
const find = (about: Partial<Wide>, targets = chosen(), tables: Partial<AudienceTables> = {}) =>
  findAudience(targets, { ...TABLES, ...tables }, NOW, ZONE, {
    kinds: [],
    callees: 'both',
    sitting: SITTING,
    list: '',
    needsTargets: true,
    ...about,
  })
const calls = (a: ReturnType<typeof find>) => Object.fromEntries(a.recipients.map((r) => [r.address, r.targetIds]))

describe('the whole state', () => {
  test('asks every group to call its own senator and representative; one without a district is named', () => {
    const a = find({ kinds: ['state'] })
    expect(calls(a)).toEqual({ 'one@example.org': ['senator', 'rep1'], 'two@example.org': ['other', 'rep2'] })
    expect(a.skipped).toEqual([
      { who: 'Oak, Elm and Ash', why: 'mapped to no district, so there is no legislator to call' },
    ])
    expect(a.gaps).toEqual([])
  })

  test('may be about one chamber, or about the same legislators for everybody', () => {
    expect(calls(find({ kinds: ['state'], callees: 'lower' }))).toEqual({
      'one@example.org': ['rep1'],
      'two@example.org': ['rep2'],
    })
    expect(Object.values(calls(find({ kinds: ['state'], callees: 'chosen' }, chosen('senator'))))).toEqual([
      ['senator'],
      ['senator'],
      ['senator'],
    ])
  })

  test('asks groups without a district too where the words name no legislator', () => {
    expect(Object.keys(calls(find({ kinds: ['state'], needsTargets: false })))).toContain('three@example.org')
  })

  test('beside chosen legislators: those whose districts they hold come first in need, with their target in the one mail', () => {
    const a = find({ kinds: ['targets', 'state'], callees: 'upper' }, chosen('rep2'))
    expect(calls(a)).toEqual({ 'one@example.org': ['senator'], 'two@example.org': ['other', 'rep2'] })
    expect(a.recipients.map((r) => [r.address, r.need])).toEqual([
      ['one@example.org', 1],
      ['two@example.org', 0],
    ])
  })
})

describe('the working group', () => {
  test('is asked as people, and calls the legislators of its own groups; who has none is named', () => {
    const a = find({ kinds: ['working group'] })
    expect(calls(a)).toEqual({ 'wg@example.org': ['other', 'rep2'] })
    expect(a.skipped).toEqual([{ who: 'Free', why: 'no legislator is known for them: no group with a district' }])
    expect(a.groups.map((g) => [g.id, g.people])).toEqual([['G-2', ['wg']]])
  })

  test('needs no targets where the words name none; people without a group are shown as such', () => {
    const a = find({ kinds: ['working group'], needsTargets: false })
    expect(a.recipients.map((r) => r.address)).toEqual(['wg@example.org', 'free@example.org'])
    expect(a.groups.map((g) => [g.id, g.name])).toEqual([
      ['G-2', 'Group G-2'],
      ['-', 'No group of their own'],
    ])
  })

  test('passes over whoever opted out or is away, with the reason', () => {
    const people = [
      person('G-1', 'out@example.org', { roles: ['working group'], optedOut: 'yes', name: 'Out' }),
      person('G-1', 'gone@example.org', {
        roles: ['working group'],
        awayUntil: new Date('2026-12-03T05:00:00Z'),
        name: 'Gone',
      }),
    ]
    expect(find({ kinds: ['working group'] }, [], { people }).skipped).toEqual([
      { who: 'Out (Group G-1)', why: 'opted out' },
      { who: 'Gone (Group G-1)', why: 'away until Dec 3' },
    ])
  })
})

describe('a list', () => {
  test('takes addresses, IDs and names, in any spelling, parted by lines, commas or blanks', () => {
    const list = ' G-1;\nOak, Elm and Ash\nWG@example.org two@example.org, Dana <free@example.org>'
    const { groupIds, people, unknown } = readList(list, TABLES.groups, TABLES.people)
    expect([...groupIds]).toEqual(['G-1', 'G-3'])
    expect(people.map(([p]) => p?.email)).toEqual(['wg@example.org', 'two@example.org', 'free@example.org'])
    expect(unknown).toEqual([])
  })

  test('names whatever the registry does not know, and never drops it', () => {
    const twins = [group('G-8', { name: 'Twin' }), group('G-9', { name: 'twin ' })]
    expect(readList('stranger@example.net, Nowhere, Twin', twins, []).unknown).toEqual([
      'stranger@example.net',
      'Nowhere',
      'Twin (2 groups are called so)',
    ])
  })

  test('asks a person of several groups once, with all their legislators', () => {
    const people = [person('G-1', 'lee@example.org'), person('G-2', 'Lee@Example.org')]
    const a = find({ kinds: ['list'], list: 'lee@example.org' }, [], { people })
    expect(calls(a)).toEqual({ 'lee@example.org': ['senator', 'other', 'rep1', 'rep2'] })
  })

  test.each(['paused', 'left'] as const)('does not reach a group that is %s, and says so', (status) => {
    const a = find({ kinds: ['list'], list: 'G-1' }, [], { groups: [group('G-1', { status })] })
    expect(a.recipients).toEqual([])
    expect(a.skipped).toEqual([{ who: 'Group G-1', why: status === 'left' ? 'group has left' : 'group is paused' }])
  })

  test('every entry ends up somewhere: known as a person, known as a group, or named', () => {
    const entry = fc.oneof(
      fc.constantFrom('G-1', 'group g-2', 'one@example.org', 'TWO@example.org', 'nobody@example.org', 'x'),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    )
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        const text = entries.join('\n')
        const { people, groupIds, unknown } = readList(text, TABLES.groups, TABLES.people)
        const isBlank = !/[^\s,;]/.test(text)
        expect(people.length + groupIds.size + unknown.length > 0).toBe(!isBlank)
      }),
    )
  })
})

describe('a committee', () => {
  const row = (committee: string, legislatorId: string, chamber: '' | 'upper' | 'lower' = '') =>
    ({ committee, chamber, legislatorId }) as Row<'committees'>

  test('is its rows, by ID or by name, each member once; strangers and names of two are kept apart', () => {
    const twins = [...LEGISLATORS, legislator('twin', 'lower', '9A', { name: 'Name rep1' })]
    const rows = [
      row('Health', 'senator'),
      row(' health', 'Name other'),
      row('Health', 'SENATOR'),
      row('Health', 'Jo Nobody'),
      row('Health', 'Name rep1'),
      row('Rules', 'rep2', 'lower'),
      row('', 'rep2'),
    ]
    expect(committeesOf(rows, twins)).toEqual([
      {
        key: '|health',
        name: 'Health',
        chamber: '',
        legislatorIds: ['senator', 'other'],
        unknown: ['Jo Nobody', 'Name rep1'],
      },
      { key: 'lower|rules', name: 'Rules', chamber: 'lower', legislatorIds: ['rep2'], unknown: [] },
    ])
  })
})

describe('several ways together', () => {
  const emails = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.org`)
  const anyone = fc.record({
    groupId: fc.constantFrom('G-1', 'G-2', 'G-3', ''),
    email: fc.constantFrom(...emails, 'A@Example.org'),
    roles: fc.subarray(['lead', 'backup', 'working group'] as const),
    optedOut: fc.constantFrom('' as const, '' as const, '' as const, 'yes' as const),
  })
  const tables = fc.record({
    groups: fc.constant(TABLES.groups),
    people: fc.array(anyone, { maxLength: 12 }).map((all) => all.map((p) => person(p.groupId, p.email, p))),
    coverage: fc.subarray([...TABLES.coverage]),
  })
  const wide = fc.record({
    kinds: fc.subarray([...AUDIENCES]),
    callees: fc.constantFrom(...CALLEES),
    list: fc.subarray([...emails, 'G-1', 'G-3']).map((entries) => entries.join('\n')),
    needsTargets: fc.boolean(),
    sitting: fc.constant(SITTING),
  })
  const targets = fc.subarray(SITTING)
  const who = (a: ReturnType<typeof findAudience>) => a.recipients.map((r) => r.address).sort()

  test('everyone is asked once, and nobody who opted out', () => {
    fc.assert(
      fc.property(tables, wide, targets, (t, w, chosenOnes) => {
        const a = findAudience(chosenOnes, t, NOW, ZONE, w)
        expect(new Set(who(a)).size).toBe(a.recipients.length)
        const out = new Set(t.people.filter((p) => p.optedOut === 'yes').map((p) => p.email.toLowerCase()))
        expect(who(a).filter((address) => out.has(address))).toEqual([])
        if (w.needsTargets) for (const r of a.recipients) expect(r.targetIds.length).toBeGreaterThan(0)
      }),
    )
  })

  test('whoever one way alone asks is asked by all of them together; beyond that, people of chosen districts call for those', () => {
    fc.assert(
      fc.property(tables, wide, targets, (t, w, chosenOnes) => {
        const together = findAudience(chosenOnes, t, NOW, ZONE, w)
        const alone = w.kinds.map((kind) => findAudience(chosenOnes, t, NOW, ZONE, { ...w, kinds: [kind] }))
        const asked = new Set(alone.flatMap(who))
        expect(who(together)).toEqual(expect.arrayContaining([...asked]))
        const isChosenBy = w.kinds.includes('targets') || w.kinds.includes('committee')
        for (const r of together.recipients) {
          const inDistricts = chosenOnes.filter(
            ({ chamber, district }) =>
              isChosenBy &&
              t.coverage.some(
                (c) => c.chamber === chamber && c.district === district && r.groups.some((g) => g.id === c.groupId),
              ),
          )
          const parts = alone.flatMap((a) => a.recipients.filter((one) => one.address === r.address))
          const own = [...parts.flatMap((one) => one.targetIds), ...inDistricts.map((one) => one.id)]
          expect(new Set(r.targetIds)).toEqual(new Set(own))
          if (!asked.has(r.address)) expect(inDistricts.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('whoever has a role in a group that is asked and is not asked is named with the reason', () => {
    fc.assert(
      fc.property(tables, targets, (t, chosenOnes) => {
        const w: Wide = { kinds: ['state'], callees: 'both', sitting: SITTING, list: '', needsTargets: false }
        const a = findAudience(chosenOnes, t, NOW, ZONE, w)
        for (const g of t.groups) {
          const silent = !a.recipients.some((r) => r.groups.some((one) => one.id === g.id))
          if (silent) expect(a.skipped.some((s) => s.who === g.name || s.who.endsWith(`(${g.name})`))).toBe(true)
        }
      }),
    )
  })
})
