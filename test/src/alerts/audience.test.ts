import { type AudienceTables, findAudience } from '../../../src/alerts/draft/audience'
import { type Choice, resolveTargets } from '../../../src/alerts/draft/targets'
import { stateOf } from '../../../src/registry/states'
import type { Row } from '../../../src/registry/tables'
import { covers, group, legislator, person } from './rows'

const NOW = new Date('2026-11-23T17:00:00Z')
const ZONE = 'America/New_York'
const OKAFOR = legislator('okafor', 'lower', '14A', { name: 'Ada Okafor' })
const LUND = legislator('lund', 'lower', '14B', { name: 'Bo Lund' })
const BRANDT = legislator('brandt', 'upper', '14', { name: 'Cy Brandt' })
const LEGISLATORS = [OKAFOR, LUND, BRANDT]

const choose = (choice: Partial<Choice>, legislators: Row<'legislators'>[] = LEGISLATORS) =>
  resolveTargets({ legislatorIds: [], districts: [], ...choice }, legislators, stateOf('mn'))
const find = (ids: string[], tables: Partial<AudienceTables>) =>
  findAudience(choose({ legislatorIds: ids }).targets, { groups: [], people: [], coverage: [], ...tables }, NOW, ZONE)
const addresses = (a: ReturnType<typeof find>) => a.recipients.map((r) => r.address)

const away = { awayUntil: new Date('2026-12-03T05:00:00Z') }

describe('whom an alert is about', () => {
  test('a chosen district means everyone who holds a seat there, once', () => {
    const two = [...LEGISLATORS, legislator('second', 'lower', '14A')]
    const { targets } = choose({ legislatorIds: ['okafor'], districts: [{ chamber: 'lower', district: '14a ' }] }, two)
    expect(targets.map((t) => t.id)).toEqual(['okafor', 'second'])
  })

  test('whoever has left is not called, and it is said', () => {
    const { targets, left, empty } = choose(
      { legislatorIds: ['okafor'], districts: [{ chamber: 'lower', district: '14A' }] },
      [legislator('okafor', 'lower', '14A', { name: 'Ada Okafor', leaves: 'resigned 2026-06-21' })],
    )
    expect(targets).toEqual([])
    expect(left).toEqual(['Ada Okafor (House 14A): resigned 2026-06-21'])
    expect(empty).toEqual(['House 14A'])
  })

  test('a chosen legislator who is no longer in the table is named by ID', () => {
    expect(choose({ legislatorIds: ['gone'] }).unknown).toEqual(['gone'])
  })
})

describe('who gets it', () => {
  test('leads of covering groups, and nobody of other groups', () => {
    const a = find(['okafor'], {
      groups: [group('G-1'), group('G-2')],
      coverage: [covers('G-1', 'lower', '14A'), covers('G-2', 'lower', '14B')],
      people: [
        person('G-1', 'lead@example.org'),
        person('G-1', 'notes@example.org', { roles: ['notes', 'coordinator', 'working group'] }),
        person('G-2', 'other@example.org'),
      ],
    })
    expect(addresses(a)).toEqual(['lead@example.org'])
    expect(a.groups.map((g) => [g.id, g.people, g.districts])).toEqual([['G-1', ['lead'], ['House 14A']]])
  })

  test('a group in the upper and the lower district gets both its legislators in one mail', () => {
    const a = find(['okafor', 'lund', 'brandt'], {
      groups: [group('G-1')],
      coverage: [covers('G-1', 'lower', '14A'), covers('G-1', 'upper', '14')],
      people: [person('G-1', 'lead@example.org')],
    })
    expect(a.recipients.map((r) => r.targetIds)).toEqual([['brandt', 'okafor']])
    expect(a.gaps.map((g) => [g.label, g.legislators])).toEqual([['House 14B', ['Rep. Bo Lund']]])
  })

  test('who leads two groups is asked once, for the legislators of both', () => {
    const a = find(['okafor', 'lund'], {
      groups: [group('G-1'), group('G-2')],
      coverage: [covers('G-1', 'lower', '14A'), covers('G-2', 'lower', '14B')],
      people: [person('G-1', 'Lee@Example.org '), person('G-2', 'lee@example.org')],
    })
    expect(a.recipients.map((r) => [r.address, r.targetIds, r.groups.map((g) => g.id)])).toEqual([
      ['lee@example.org', ['okafor', 'lund'], ['G-1', 'G-2']],
    ])
  })

  test('two spellings of one Gmail box are one address; dots elsewhere are not', () => {
    const people = (...emails: string[]) =>
      addresses(
        find(['okafor'], {
          groups: [group('G-1')],
          coverage: [covers('G-1', 'lower', '14A')],
          people: emails.map((e) => person('G-1', e)),
        }),
      )
    expect(people('lee.park@gmail.com', 'leepark+net@googlemail.com')).toEqual(['lee.park@gmail.com'])
    expect(people('lee.park@example.org', 'leepark@example.org')).toHaveLength(2)
  })

  test('the backup is asked where no lead can be reached, and only there', () => {
    const tables = (second: Row<'people'>[]) => ({
      groups: [group('G-1')],
      coverage: [covers('G-1', 'lower', '14A')],
      people: [
        person('G-1', 'away@example.org', away),
        person('G-1', 'backup@example.org', { roles: ['backup'] }),
        ...second,
      ],
    })
    const alone = find(['okafor'], tables([]))
    expect(addresses(alone)).toEqual(['backup@example.org'])
    expect(alone.skipped).toEqual([{ who: 'away (Group G-1)', why: 'away until Dec 3; backup asked' }])
    const together = find(['okafor'], tables([person('G-1', 'second@example.org')]))
    expect(addresses(together)).toEqual(['second@example.org'])
    expect(together.skipped).toEqual([{ who: 'away (Group G-1)', why: 'away until Dec 3' }])
  })

  test('a lead who is back today is asked', () => {
    const a = find(['okafor'], {
      groups: [group('G-1')],
      coverage: [covers('G-1', 'lower', '14A')],
      people: [person('G-1', 'back@example.org', { awayUntil: new Date('2026-11-23T05:00:00Z') })],
    })
    expect(addresses(a)).toEqual(['back@example.org'])
  })

  test.each([
    ['opted out', { optedOut: 'yes' as const }, 'opted out; no backup'],
    ['no address', { email: '' }, 'no e-mail; no backup'],
    [
      'a broken address',
      { email: 'a@example.org\r\nBcc: x@example.org' },
      'e-mail cannot be used: a@example.org\r\nBcc: x@example.org; no backup',
    ],
    [
      'two addresses in a cell',
      { email: 'a@example.org, b@example.org' },
      'e-mail cannot be used: a@example.org, b@example.org; no backup',
    ],
    ['away without backup', away, 'away until Dec 3; no backup'],
  ])('%s: left out with the reason, and the district is a gap', (_, about, why) => {
    const a = find(['okafor'], {
      groups: [group('G-1')],
      coverage: [covers('G-1', 'lower', '14A')],
      people: [person('G-1', 'lee@example.org', { name: 'Lee', ...about })],
    })
    expect(a.recipients).toEqual([])
    expect(a.skipped).toEqual([{ who: 'Lee (Group G-1)', why }])
    expect(a.gaps).toMatchObject([{ label: 'House 14A', unreachable: true }])
  })

  test('whoever opted out in one row is not asked through another', () => {
    const a = find(['okafor'], {
      groups: [group('G-1'), group('G-2')],
      coverage: [covers('G-1', 'lower', '14A'), covers('G-2', 'lower', '14A')],
      people: [person('G-1', 'lee@example.org', { optedOut: 'yes' }), person('G-2', 'LEE@example.org')],
    })
    expect(addresses(a)).toEqual([])
  })

  test.each([
    ['paused', 'group is paused'],
    ['left', 'group has left'],
  ] as const)('a group that is %s is left out, and its district has no group', (status, why) => {
    const a = find(['okafor'], {
      groups: [group('G-1', { status })],
      coverage: [covers('G-1', 'lower', '14A')],
      people: [person('G-1', 'lee@example.org')],
    })
    expect(addresses(a)).toEqual([])
    expect(a.skipped).toEqual([{ who: 'Group G-1', why }])
    expect(a.gaps).toMatchObject([{ label: 'House 14A', unreachable: false }])
  })

  test('a group without lead and backup is named', () => {
    const a = find(['okafor'], { groups: [group('G-1')], coverage: [covers('G-1', 'lower', '14A')] })
    expect(a.skipped).toEqual([{ who: 'Group G-1', why: 'has no lead and no backup' }])
  })
})
