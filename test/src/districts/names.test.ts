import * as fc from 'fast-check'
import { isNowhere, joiner, type Outline, outlinesOf } from '../../../src/districts/names'
import { nameKey } from '../../../src/registry/district-names'
import { districtPlan } from '../../../src/registry/district-plan'
import { chamberOf, STATES, stateOf } from '../../../src/registry/states'
import type { Chamber } from '../../../src/registry/words'
import { describeWithData, readShared, readSharedJson } from '../../shared-data'
import { parseCsv } from '../../support/parse-csv'

const planOf = (code: string, chamber: Chamber) => {
  const state = stateOf(code)
  const facts = state && chamberOf(state, chamber)
  if (!facts) throw new Error(`no ${chamber} chamber in ${code}`)
  return districtPlan(facts)
}
const outline = (name: string, code = '', basename = ''): Outline => ({ geoid: `00${code}`, code, basename, name })

describe('the Census Bureau’s name of an outline', () => {
  const lower = (code: string, o: Outline) => joiner(planOf(code, 'lower'))(o)
  const upper = (code: string, o: Outline) => joiner(planOf(code, 'upper'))(o)

  test('loses its leading zeros', () => {
    expect(lower('nj', outline('Assembly District 09', '009', '09'))).toEqual(['9'])
    expect(lower('mn', outline('State House District 1A', '01A', '1A'))).toEqual(['1A'])
    expect(lower('nh', outline('State House District Belknap 01', '001', 'Belknap 01'))).toEqual(['Belknap 1'])
  })

  test('is enough in any of its forms: base name, full name or code', () => {
    expect(upper('mn', outline('', '054'))).toEqual(['54'])
    expect(upper('wa', outline('Legislative (Senate) District 30'))).toEqual(['30'])
    expect(lower('md', outline('State Legislative Subdistrict 35B'))).toEqual(['35B'])
    expect(upper('vt', outline('Chittenden North Senatorial District'))).toEqual(['Chittenden North'])
    expect(upper('dc', outline('Ward 2', '002', '2'))).toContain('Ward 2')
  })

  test('stands for two districts where two seats share it', () => {
    expect(lower('id', outline('State House District 8', '008', '8'))).toEqual(['8A', '8B'])
  })

  test('brings along what lies over it', () => {
    expect(lower('nh', outline('State House District Cheshire 06', '206', 'Cheshire 06'))).toEqual([
      'Cheshire 6',
      'Cheshire 15',
    ])
    expect(lower('nh', outline('State House District Hillsborough 27', '527', 'Hillsborough 27'))).toEqual([
      'Hillsborough 27',
    ])
    expect(lower('fr', outline('State House District 12B', '12B', '12B'))).toEqual(['12B', '12F'])
    expect(upper('dc', outline('Ward 2', '002', '2'))).toEqual(['Ward 2', 'At-Large', 'Chairman'])
  })

  test('does not take a code of one kind for a number of another', () => {
    expect(lower('ma', outline('', '003'))).toEqual([])
    expect(lower('nh', outline('', '007'))).toEqual([])
    expect(upper('ma', outline('', 'D12'))).toEqual([])
  })

  test('is nothing where it is water, or unknown', () => {
    expect(isNowhere(outline('State House Districts not defined', 'ZZZ'))).toBe(true)
    expect(
      lower('ma', outline('State House Districts not defined', 'ZZZ', 'State House Districts not defined')),
    ).toEqual([])
    expect(lower('mn', outline('State House District 99C', '99C', '99C'))).toEqual([])
  })

  test('stands as it is where no list is known, unless the sheet spells it otherwise or it is no name', () => {
    expect(planOf('vt', 'lower')).toBeNull()
    expect(lower('vt', outline('Caledonia-3 State House District', 'CA3', 'Caledonia-3'))).toEqual(['Caledonia-3'])
    expect(joiner(null, ['Grand Isle-Chittenden'])(outline('', 'GIC', 'Grand Isle Chittenden'))).toEqual([
      'Grand Isle-Chittenden',
    ])
    expect(lower('vt', outline('x', 'x', '<img src=x>'))).toEqual([])
    expect(lower('vt', outline('x', 'x', '=HYPERLINK("x")'))).toEqual([])
  })

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.constantFrom('mn', 'ma', 'nh', 'vt', 'id'),
        (a, b, c, code) => {
          expect(Array.isArray(lower(code, outline(a, b, c)))).toBe(true)
        },
      ),
    )
  })
})

describe('the rules for names', () => {
  test('lead back: every district of every state is found by each of its outlines', () => {
    for (const state of STATES)
      for (const facts of state.chambers) {
        const plan = districtPlan(facts)
        const join = joiner(plan)
        for (const { district, outline: own, over } of plan ?? []) {
          const outlines = outlinesOf(district, plan)
          expect(outlines).toHaveLength(own === '' ? over.length : 1)
          for (const key of outlines) expect(join(outline('', '', key))).toContain(district)
        }
      }
  })

  test('keep districts apart: no two of a chamber have the same key', () => {
    for (const state of STATES)
      for (const facts of state.chambers) {
        const keys = (districtPlan(facts) ?? []).map((p) => nameKey(p.district))
        expect(new Set(keys).size).toBe(keys.length)
      }
  })

  test('do not mind how a name is spelled', () => {
    const joins = fc.constantFrom('-', ', ', ' and ', ' & ', '–')
    fc.assert(
      fc.property(fc.constantFrom('1st', 'First', '01', '1'), joins, (nth, by) => {
        expect(nameKey(`${nth} Essex${by}Middlesex`)).toBe('1 essex middlesex')
      }),
    )
    expect(nameKey('Coös 7')).toBe(nameKey('Coos 07'))
    expect(nameKey('Second Essex')).not.toBe(nameKey('First Essex'))
  })
})

interface Crossing {
  state: string
  layer: string
  outline: Outline
  chamber: string
  district: string
  seats: number
}

describeWithData('the real crosswalk of nine states', () => {
  const [header = [], ...rows] = parseCsv(readShared('districts/crosswalk.csv'))
  const crossings: Crossing[] = rows.map((row) => {
    const cell = (name: string) => row[header.indexOf(name)] ?? ''
    return {
      state: cell('state'),
      layer: cell('tiger_layer'),
      outline: { geoid: cell('geoid'), code: cell('code'), basename: '', name: cell('namelsad') },
      chamber: cell('os_chamber'),
      district: cell('os_district'),
      seats: Number(cell('seats')),
    }
  })
  const chamberIn = (c: Crossing): Chamber => (c.layer === 'sldu' || c.chamber === 'legislature' ? 'upper' : 'lower')

  test('joins by rule, every row of it', () => {
    const wrong = crossings
      .filter((c) => c.layer !== '')
      .filter((c) => {
        const found = joiner(planOf(c.state, chamberIn(c)))(c.outline)
        return c.district === '' ? found.length > 0 : !found.includes(c.district)
      })
    expect(wrong).toEqual([])
  })

  test('gives each outline its own districts and no other', () => {
    const byOutline = new Map<string, Set<string>>()
    for (const c of crossings.filter((x) => x.layer !== '')) {
      const key = `${c.state}|${c.layer}|${c.outline.geoid}`
      byOutline.set(key, (byOutline.get(key) ?? new Set()).add(c.district))
    }
    for (const c of crossings.filter((x) => x.layer !== '' && x.district !== '')) {
      const plan = planOf(c.state, chamberIn(c))
      const own = joiner(plan)(c.outline).filter((d) => !plan?.some((p) => p.district === d && p.over.length > 0))
      expect(new Set(own)).toEqual(byOutline.get(`${c.state}|${c.layer}|${c.outline.geoid}`))
    }
  })

  test('says the same of seats', () => {
    const wrong = crossings
      .filter((c) => c.district !== '')
      .filter((c) => planOf(c.state, chamberIn(c))?.find((p) => p.district === c.district)?.seats !== c.seats)
    expect(wrong).toEqual([])
  })

  test('has no district that the lists lack, and lacks none that they have', () => {
    for (const code of new Set(crossings.map((c) => c.state)))
      for (const facts of stateOf(code)?.chambers ?? []) {
        const real = crossings.filter((c) => c.state === code && c.district !== '' && chamberIn(c) === facts.chamber)
        const listed = (districtPlan(facts) ?? []).map((p) => p.district)
        expect(new Set(listed)).toEqual(new Set(real.map((c) => c.district)))
      }
  })

  test('New Hampshire’s floterials lie over the districts that the law names', () => {
    const law = readSharedJson<{ base_to_floterial: Record<string, string[]> }>('new-hampshire/nh-floterial-map.json')
    const plan = planOf('nh', 'lower') ?? []
    for (const [base, above] of Object.entries(law.base_to_floterial))
      expect(plan.filter((p) => p.over.includes(base)).map((p) => p.district)).toEqual(above)
  })
})
