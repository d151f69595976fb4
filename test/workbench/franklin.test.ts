import * as fc from 'fast-check'
import { districtPlan, geoidOf } from '../../src/registry/district-plan'
import { stateOf } from '../../src/registry/states'
import { TABLES } from '../../src/registry/tables'
import { franklin } from '../../workbench/franklin'
import {
  FLOTERIAL,
  FRANKLIN,
  geoid,
  lowerDistricts,
  seatsOf,
  TWO_SEATS,
  upperDistricts,
  VACANT,
} from '../../workbench/franklin/facts'
import { get, state } from '../support/franklin-web'
import { parseCsv } from '../support/parse-csv'

describe('the same seed', () => {
  test('gives the same state to the letter', () => {
    const again = franklin(1, 60)
    for (const file of ['groupsCsv', 'peopleCsv', 'legislatorsCsv'] as const) expect(again[file]).toBe(state[file])
    expect(again.map.outlines('lower')).toEqual(state.map.outlines('lower'))
    expect(again.bills).toEqual(state.bills)
  })

  test('keeps borders and legislators when there are more groups, and another seed moves them', () => {
    const more = franklin(1, 300)
    expect(more.legislatorsCsv).toBe(state.legislatorsCsv)
    expect(more.map.outlines('upper')).toEqual(state.map.outlines('upper'))
    const other = franklin(2)
    expect(other.legislatorsCsv).not.toBe(state.legislatorsCsv)
    expect(other.map.outlines('upper')).not.toEqual(state.map.outlines('upper'))
  })
})

describe('the constitution', () => {
  const facts = stateOf('fr')

  test('is the one the add-on knows', () => {
    expect(facts).toMatchObject({
      fips: FRANKLIN.fips,
      timeZone: FRANKLIN.timeZone,
      zones: FRANKLIN.zones,
      nested: true,
    })
    expect(facts?.chambers.map(({ chamber, name, districts, seats }) => ({ chamber, name, districts, seats }))).toEqual(
      [
        { chamber: 'upper', name: 'Senate', districts: 50, seats: 50 },
        { chamber: 'lower', name: 'House', districts: 100, seats: 101 },
      ],
    )
    if (!facts) throw new Error('the add-on does not know Franklin')
    for (const chamberFacts of facts.chambers) {
      const { chamber } = chamberFacts
      const planned = districtPlan(chamberFacts)
      const ours = chamber === 'upper' ? upperDistricts() : lowerDistricts()
      expect(planned.map((p) => p.district).sort()).toEqual([...ours].sort())
      for (const p of planned) if (p.outline) expect(geoidOf(facts, p)).toBe(geoid(p.district))
      for (const p of planned)
        expect({ of: p.district, seats: p.seats }).toEqual({ of: p.district, seats: seatsOf(chamber, p.district) })
      expect(planned.filter((p) => p.over.length)).toEqual(
        chamber === 'upper' ? [] : [expect.objectContaining({ district: FLOTERIAL.district, over: FLOTERIAL.over })],
      )
    }
  })

  test('seats everyone: one senator, one or two representatives a district, and nobody where the seat is vacant', () => {
    const sitting = (chamber: string, district: string) =>
      state.legislators.filter((l) => l.chamber === chamber && l.district === district).length
    for (const district of upperDistricts()) expect(sitting('upper', district)).toBe(1)
    for (const district of lowerDistricts())
      expect({ district, sitting: sitting('lower', district) }).toEqual({
        district,
        sitting: district === VACANT.district ? 0 : district === TWO_SEATS ? 2 : 1,
      })
    expect(state.legislators).toHaveLength(150)
  })
})

describe('groups and people', () => {
  test('are as many as stated', () => {
    expect(state.groups).toHaveLength(60)
    expect(state.people).toHaveLength(90)
    expect(state.bills).toHaveLength(12)
    expect(state.accounts.map((a) => a.role)).toEqual(['coordinator', 'coordinator', 'working group', 'organizer'])
  })

  test('have names of their own; one person leads two groups and so stands twice', () => {
    expect(new Set(state.groups.map((g) => g.name)).size).toBe(60)
    const emails = new Map<string, string[]>()
    for (const p of state.people) emails.set(p.email, [...(emails.get(p.email) ?? []), p.group])
    const twice = [...emails.values()].filter((groups) => groups.length > 1)
    expect(twice).toHaveLength(1)
    expect(new Set(twice[0]).size).toBe(2)
    expect(new Set(state.people.map((p) => p.name)).size).toBe(emails.size)
  })

  test('belong together: every group that is named exists, one group has nobody', () => {
    const names = new Set(state.groups.map((g) => g.name))
    for (const p of state.people) if (p.group) expect(names).toContain(p.group)
    const led = new Set(state.people.map((p) => p.group))
    expect(state.groups.filter((g) => !led.has(g.name))).toHaveLength(1)
  })

  test('can be pasted: the headers are those of the sheet’s columns that people own, every cell comes back', () => {
    const headers = (columns: object) => Object.values(columns).flatMap((c) => (c.owner === 'person' ? [c.header] : []))
    const [groupHeader = [], ...groupRows] = parseCsv(state.groupsCsv)
    expect(groupHeader).toEqual(headers(TABLES.groups.columns))
    expect(groupRows.map((r) => r[0])).toEqual(state.groups.map((g) => g.name))
    expect(groupRows.map((r) => r[11])).toEqual(state.groups.map((g) => g.notes))
    const [peopleHeader = [], ...peopleRows] = parseCsv(state.peopleCsv)
    const owned = headers(TABLES.people.columns).map((h) => (h === 'Group ID' ? 'Group' : h))
    expect(owned).toEqual(expect.arrayContaining(peopleHeader))
    expect(peopleRows).toHaveLength(90)
  })

  test('live nowhere but in example.org and at numbers kept for fiction', () => {
    const all = [
      state.groupsCsv,
      state.peopleCsv,
      state.legislatorsCsv,
      JSON.stringify([state.bills, state.accounts, state.callSeries]),
    ].join('\n')
    for (const [, domain] of all.matchAll(/@([\w.-]+)/g)) expect(domain).toBe('example.org')
    for (const [, host] of all.matchAll(/https?:\/\/([^/;,"\s]+)/g)) expect(host).toMatch(/(^|\.)example\.org$/)
    for (const person of state.people) expect(person.phone).toMatch(/^\([349]99\) 555-01\d\d$|^\(299\) 555-01\d\d$/)
    for (const l of state.legislators) expect(l.districtPhone).toMatch(/^$|^[234]99-555-01\d\d$/)
    for (const t of state.towns) expect(t.zip).toMatch(/^00[1-4]\d\d$/)
  })
})

describe('the legislators’ bulk file', () => {
  const [header = [], ...rows] = parseCsv(get('https://data.openstates.org/people/current/fr.csv').body)
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? '')

  test('ends its lines as Open States does, and has no capitol phone anywhere', () => {
    expect(state.legislatorsCsv.endsWith('\r\n')).toBe(true)
    expect(state.legislatorsCsv.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
    for (const name of ['capitol_address', 'capitol_voice', 'capitol_fax'])
      expect(new Set(column(name))).toEqual(new Set(['']))
    expect(column('district_voice').filter(Boolean).length).toBeGreaterThan(30)
    expect(new Set(column('id')).size).toBe(151)
  })

  test('lists the member who left in the district of the row above', () => {
    const at = column('id').indexOf(state.left.id)
    expect(state.left.district).toBe(VACANT.district)
    expect([column('current_chamber')[at], column('current_district')[at]]).toEqual([
      column('current_chamber')[at - 1],
      column('current_district')[at - 1],
    ])
    expect(column('current_district')).not.toContain(VACANT.district)
  })

  test('is there for no other state', () => {
    expect(get('https://data.openstates.org/people/current/mn.csv').status).toBe(404)
  })
})

test('every seed gives a state whose troubles are the intended ones', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1_000_000 }), (seed) => {
      const { truth, legislators, map } = franklin(seed)
      const clean = truth.filter((t) => !t.trouble)
      expect(clean.filter((t) => t.upper.length !== 1 || t.lower.length !== 1)).toEqual([])
      expect(truth.find((t) => t.trouble === 'two matches')?.upper).toHaveLength(2)
      expect(truth.find((t) => t.trouble === 'water')).toMatchObject({ upper: [], lower: [] })
      expect(Math.abs((truth[0]?.border ?? 0) - 90)).toBeLessThan(10)
      expect(truth.filter((t) => t.floterial.length).length).toBeGreaterThan(1)
      expect(truth.filter((t) => t.lower.includes(TWO_SEATS)).length).toBeGreaterThan(0)
      expect(legislators).toHaveLength(150)
      expect(map.outlines('lower').features).toHaveLength(99)
    }),
    { numRuns: 10 },
  )
})

test('ten thousand groups have names of their own, people and the right districts', () => {
  const big = franklin(1, 10_000)
  expect(new Set(big.groups.map((g) => g.name)).size).toBe(10_000)
  expect(new Set(big.people.map((p) => p.email)).size).toBe(new Set(big.people.map((p) => p.name)).size)
  expect(big.people.length).toBeGreaterThan(14_000)
  const clean = big.truth.filter((t) => !t.trouble)
  expect(clean).toHaveLength(9_995)
  expect(clean.filter((t) => t.upper.length !== 1 || t.lower.length !== 1)).toEqual([])
})
