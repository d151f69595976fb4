import { districtPlan, geoidOf, parentsOf } from '../../../src/registry/district-plan'
import { allStates, chamberOf, districtLabel, districtShort, stateOf } from '../../../src/registry/states'
import { describeWithData, readShared, readSharedJson } from '../../shared-data'
import { parseCsv } from '../../support/parse-csv'

const the = (code: string) => {
  const state = stateOf(code)
  if (!state) throw new Error(`no state ${code}`)
  return state
}

describe('facts of the states', () => {
  test('fifty states, the District of Columbia and the made-up state', () => {
    expect(allStates()).toHaveLength(52)
    expect(new Set(allStates().map((s) => s.code)).size).toBe(52)
    expect(new Set(allStates().map((s) => s.fips)).size).toBe(52)
  })

  test('every clock exists', () => {
    for (const zone of allStates().flatMap((s) => s.zones))
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
  })

  test('a state is found in either case, and nothing else is a state', () => {
    expect(stateOf('MN')?.name).toBe('Minnesota')
    expect(stateOf(' ne ')?.chambers.map((c) => c.chamber)).toEqual(['upper'])
    for (const code of ['', 'zz', 'minnesota', '__proto__']) expect(stateOf(code)).toBeNull()
  })

  test('districts are called as people there call them', () => {
    expect(districtLabel(the('mn'), 'lower', '14A')).toBe('House 14A')
    expect(districtLabel(the('ne'), 'upper', '7')).toBe('Legislature 7')
    expect(districtLabel(the('ca'), 'lower', '3')).toBe('Assembly 3')
    expect(districtShort(the('wa'), 'upper', '43')).toBe('SD 43')
    expect(chamberOf(the('md'), 'lower')).toMatchObject({ name: 'House of Delegates', title: 'Del.' })
    expect(chamberOf(the('ne'), 'lower')).toBeNull()
  })

  test('a district knows what it lies in', () => {
    const parents = (code: string, district: string) => {
      const facts = chamberOf(the(code), 'lower')
      if (!facts) throw new Error(`${code} has one chamber`)
      return parentsOf(the(code), facts, districtPlan(facts), district)
    }
    expect(parents('mn', '14A')).toEqual(['Senate 14'])
    expect(parents('nh', 'Cheshire 6')).toEqual(['House Cheshire 15'])
    expect(parents('fr', '12A')).toEqual(['Senate 12', 'House 12F'])
    expect(parents('ca', '12')).toEqual([])
  })

  test('every chamber has as many districts and seats as its list', () => {
    for (const state of allStates())
      for (const facts of state.chambers) {
        const plan = districtPlan(facts)
        expect([state.code, facts.chamber, plan.length]).toEqual([state.code, facts.chamber, facts.districts])
        expect(plan.reduce((sum, p) => sum + p.seats, 0)).toBe(facts.seats)
        expect(new Set(plan.map((p) => p.district)).size).toBe(plan.length)
        for (const { over } of plan) for (const below of over) expect(plan.map((p) => p.district)).toContain(below)
      }
  })
})

interface Chambers {
  fips: string
  name: string
  chambers: Record<string, { seats: number; districts: number; max_seats: number }>
}

describeWithData('the real facts of all states', () => {
  const real = readSharedJson<Record<string, Chambers>>('chambers.json')

  test('are those of Open States', () => {
    for (const [code, { fips, name, chambers }] of Object.entries(real)) {
      expect(the(code)).toMatchObject({ fips, name })
      expect(the(code).chambers).toHaveLength(Object.keys(chambers).length)
      for (const facts of the(code).chambers) {
        const theirs = chambers[facts.chamber] ?? chambers.unicameral
        expect({ code, seats: facts.seats, districts: facts.districts }).toEqual({
          code,
          seats: theirs?.seats,
          districts: theirs?.districts,
        })
        const most = Math.max(...districtPlan(facts).map((p) => p.seats))
        expect(most).toBe(theirs?.max_seats)
      }
    }
  })

  test('the Census Bureau’s codes that follow from numbers are right', () => {
    const [header = [], ...rows] = parseCsv(readShared('districts/crosswalk.csv'))
    const cell = (row: string[], name: string) => row[header.indexOf(name)] ?? ''
    for (const row of rows) {
      const chamber = cell(row, 'tiger_layer') === 'sldu' ? 'upper' : 'lower'
      const facts = chamberOf(the(cell(row, 'state')), chamber)
      const planned = facts && districtPlan(facts).find((p) => p.district === cell(row, 'os_district'))
      const code = planned ? geoidOf(the(cell(row, 'state')), planned) : ''
      if (code) expect(code).toBe(cell(row, 'geoid'))
    }
  })
})
