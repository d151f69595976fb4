import * as fc from 'fast-check'
import { isNowhere, joiner, type Outline, outlinesOf } from '../../../src/districts/names'
import { nameKey, plainKey, speller } from '../../../src/registry/district-names'
import { districtPlan } from '../../../src/registry/district-plan'
import { allStates, chamberOf, stateOf } from '../../../src/registry/states'
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

  test('is found by its code alone, with letters, zeros and all, or by its GEOID', () => {
    expect(upper('ak', outline('', '00A'))).toEqual(['A'])
    expect(lower('mn', outline('', '01A'))).toEqual(['1A'])
    expect(upper('dc', outline('', '002'))).toContain('Ward 2')
    expect(lower('sd', { geoid: '4626A', code: '', basename: '', name: '' })).toEqual(['26A'])
    expect(lower('nd', { geoid: '38009', code: '', basename: '', name: '' })).toEqual(['9'])
  })

  test('may be written with the year and the state behind it', () => {
    expect(lower('vt', outline('Addison-1 State House District (2022), Vermont'))).toEqual(['Addison-1'])
    expect(upper('al', outline('State Senate District 12 (2024); Alabama'))).toEqual(['12'])
  })

  test('is not the name of a neighbour, or of the same counties the other way round', () => {
    expect(upper('ma', outline('Norfolk and Middlesex District', 'D17'))).toEqual(['Norfolk and Middlesex'])
    expect(upper('ma', outline('Middlesex and Norfolk District', 'D13'))).toEqual(['Middlesex and Norfolk'])
    expect(upper('ma', outline('Norfolk and Bristol District', 'D35'))).toEqual([])
    expect(upper('ma', outline('First Essex District', 'D19'))).toEqual(['First Essex'])
    expect(upper('ma', outline('First Essex and Middlesex District', 'D21'))).toEqual(['First Essex and Middlesex'])
    expect(lower('vt', outline('Chittenden-1 State House District', 'C-1'))).toEqual(['Chittenden-1'])
    expect(lower('vt', outline('Chittenden-10 State House District', 'C10'))).toEqual(['Chittenden-10'])
    expect(lower('vt', outline('Caledonia-Essex State House District', 'CAE'))).toEqual(['Caledonia-Essex'])
    expect(lower('vt', outline('Essex-Caledonia State House District', 'E-C'))).toEqual(['Essex-Caledonia'])
    expect(lower('vt', outline('Orange-1 State House District', 'OR1'))).toEqual(['Orange-1'])
    expect(lower('vt', outline('Orleans-1 State House District', 'O-1'))).toEqual(['Orleans-1'])
  })

  test('counts in Vermont though the Census Bureau parts its words otherwise, or Open States orders them otherwise', () => {
    expect(upper('vt', outline('Chittenden South East Senatorial District', 'CHS'))).toEqual(['Chittenden Southeast'])
    expect(lower('vt', outline('Windham-Windsor-Bennington State House District', 'WWB'))).toEqual([
      'Windham-Windsor-Bennington',
    ])
    expect(lower('vt', outline('Grand Isle-Chittenden State House District', 'GIC'))).toEqual(['Grand Isle-Chittenden'])
  })

  test('counts where only the sheet knows it, as the sheet spells it, and never as a formula or markup', () => {
    expect(joiner([], ['Grand Isle-Chittenden'])(outline('', 'GIC', 'Grand Isle Chittenden'))).toEqual([
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
  const chambers = allStates()
    .flatMap((state) => state.chambers.map(districtPlan))
    .map((plan) => ({
      plan,
      join: joiner(plan),
    }))

  test('lead back: every district of every state is found by each of its outlines', () => {
    for (const { plan, join } of chambers) {
      for (const { district, outline: own, over } of plan) {
        const outlines = outlinesOf(district, plan)
        expect(outlines).toHaveLength(own === '' ? over.length : 1)
        for (const key of outlines) expect(join(outline('', '', key))).toContain(district)
      }
    }
  })

  test('and forth: whatever an outline stands for has it among its own, and nothing else has', () => {
    for (const { plan, join } of chambers) {
      const having = new Map<string, string[]>()
      for (const { district } of plan)
        for (const key of outlinesOf(district, plan)) having.set(key, [...(having.get(key) ?? []), district])
      for (const [key, districts] of having) expect([...join(outline('', '', key))].sort()).toEqual(districts.sort())
    }
  })

  test('are inverse in every state, in whichever way the Census Bureau writes an outline', () => {
    const kinds: ((name: string) => string)[] = [
      ...'State Senate District|State House District|State Representative District|State Senatorial District|Assembly District|General Assembly District|State Legislative District|State Legislative Subdistrict|State Legislative (Sub-district)|Legislative (Senate) District|Legislative (House) District|Delegate District|House of Delegates District|House of Representatives District|Legislative District|Senate District|Ward|HD-|SD-'
        .split('|')
        .map((kind) => (name: string) => `${kind} ${name}`),
      ...'District|State House District|Senatorial District|District (2024), Somewhere'
        .split('|')
        .map((kind) => (name: string) => `${name} ${kind}`),
      (name) => name,
      (name) => name.replace(/^(\D+) (\d+)$/, '$1 County No. $2'),
    ]
    const joinings: ((name: string) => string)[] = [
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => name.replace(/(, | and )/g, '-'),
      (name) => name.replace(/ and /g, ' & '),
      (name) => name.replace(/-/g, ' - '),
      (name) => name.replace(/\b\d\b/g, '0$&'),
      (name) => name.replace(/\b(\d+)(?=[A-Z]?\b)/, '000$1'),
      (name) => name.replace(/southeast/i, 'South East'),
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...chambers),
        fc.nat(),
        fc.constantFrom(...kinds),
        fc.constantFrom(...joinings),
        fc.boolean(),
        ({ plan, join }, n, kind, written, base) => {
          const outlined = plan.filter((p) => p.outline !== '')
          const it = outlined[n % outlined.length]
          if (!it) throw new Error('a chamber without outlines')
          const name = written(it.outline)
          const found = join(outline(kind(name), '', base ? name : ''))
          const own = plan.filter((p) => p.outline === it.outline)
          const above = plan.filter((p) => own.some((o) => p.over.includes(o.district)))
          expect(found).toEqual([...own, ...above].map((p) => p.district))
          for (const p of found) expect(outlinesOf(p, plan)).toContain(plainKey(name))
        },
      ),
      { numRuns: 1500 },
    )
  })

  test('keep districts apart: no two of a chamber have the same key, by whichever of their names', () => {
    for (const { plan } of chambers) {
      const keys = plan.flatMap((p) => [p.district, ...p.also].map(plainKey))
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys).not.toContain('')
    }
  })

  test('spell every district of every state as the list does, however a file writes it', () => {
    for (const { plan } of chambers) {
      const spell = speller(plan)
      for (const { district, also } of plan)
        for (const name of [district, district.toLowerCase(), `District ${district}`, `HD ${district}`, ...also])
          expect(spell(name)).toBe(district)
      expect(spell('No such place')).toBeNull()
    }
  })

  test('do not mind how a name is spelled', () => {
    const joins = fc.constantFrom('-', ', ', ' and ', ' & ', '–')
    fc.assert(
      fc.property(fc.constantFrom('1st', 'First', '01', '1'), joins, (nth, by) => {
        expect(nameKey(`${nth} Essex${by}Middlesex`)).toBe('1 essex middlesex')
      }),
    )
    expect(nameKey('Thirty-Seventh Middlesex')).toBe(nameKey('37th Middlesex'))
    expect(nameKey('Twentieth Middlesex')).toBe(nameKey('20th Middlesex'))
    expect(nameKey('Thirtieth Middlesex')).toBe(nameKey('30th Middlesex'))
    expect(nameKey('Twenty-First Middlesex')).toBe(nameKey('21st Middlesex'))
    expect(nameKey('Eleventh Middlesex')).toBe(nameKey('11th Middlesex'))
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

  test('and back, every row of it: a district has that outline and no other', () => {
    const drawn = crossings.filter((c) => c.layer !== '' && c.district !== '')
    const wrong = drawn.filter((c) => {
      const outlines = outlinesOf(c.district, planOf(c.state, chamberIn(c)))
      return outlines.length !== 1 || outlines[0] !== plainKey(c.outline.name)
    })
    expect(wrong).toEqual([])
    const without = crossings.filter((c) => c.layer === '')
    for (const c of without) {
      const below = outlinesOf(c.district, planOf(c.state, chamberIn(c)))
      const real = drawn.filter((d) => d.state === c.state && d.layer === 'sldl').map((d) => plainKey(d.outline.name))
      expect(below.length).toBeGreaterThan(1)
      expect(below.filter((key) => !real.includes(key))).toEqual([])
    }
  })

  test('gives each outline its own districts and no other', () => {
    const byOutline = new Map<string, Set<string>>()
    for (const c of crossings.filter((x) => x.layer !== '')) {
      const key = `${c.state}|${c.layer}|${c.outline.geoid}`
      byOutline.set(key, (byOutline.get(key) ?? new Set()).add(c.district))
    }
    for (const c of crossings.filter((x) => x.layer !== '' && x.district !== '')) {
      const plan = planOf(c.state, chamberIn(c))
      const own = joiner(plan)(c.outline).filter((d) => !plan.some((p) => p.district === d && p.over.length > 0))
      expect(new Set(own)).toEqual(byOutline.get(`${c.state}|${c.layer}|${c.outline.geoid}`))
    }
  })

  test('says the same of seats', () => {
    const wrong = crossings
      .filter((c) => c.district !== '')
      .filter((c) => planOf(c.state, chamberIn(c)).find((p) => p.district === c.district)?.seats !== c.seats)
    expect(wrong).toEqual([])
  })

  test('has no district that the lists lack, and lacks none that they have', () => {
    for (const code of new Set(crossings.map((c) => c.state)))
      for (const facts of stateOf(code)?.chambers ?? []) {
        const real = crossings.filter((c) => c.state === code && c.district !== '' && chamberIn(c) === facts.chamber)
        const listed = districtPlan(facts).map((p) => p.district)
        expect(new Set(listed)).toEqual(new Set(real.map((c) => c.district)))
      }
  })

  test('New Hampshire’s floterials lie over the districts that the law names', () => {
    const law = readSharedJson<{ base_to_floterial: Record<string, string[]> }>('new-hampshire/nh-floterial-map.json')
    const plan = planOf('nh', 'lower')
    for (const [base, above] of Object.entries(law.base_to_floterial))
      expect(plan.filter((p) => p.over.includes(base)).map((p) => p.district)).toEqual(above)
  })
})
