import { districtPlan } from '../../../src/registry/district-plan'
import { oddityOf } from '../../../src/registry/oddities'
import { allStates, chambersOf, stateOf } from '../../../src/registry/states'
import type { Chamber } from '../../../src/registry/words'

const odd = (code: string, chamber: Chamber, district: string): string => {
  const state = stateOf(code)
  if (!state) throw new Error(`no state ${code}`)
  return oddityOf(state, chamber, district)
}

describe('what is special about a district', () => {
  test('is nothing where one member sits for one outline', () => {
    for (const [code, chamber, district] of [
      ['ca', 'lower', '12'],
      ['ma', 'upper', 'First Essex'],
      ['vt', 'lower', 'Chittenden-1'],
      ['wa', 'upper', '24'],
      ['nd', 'upper', '4'],
      ['ak', 'upper', 'A'],
    ] as const)
      expect([code, odd(code, chamber, district)]).toEqual([code, ''])
    expect(odd('mn', 'lower', '99Z')).toBe('')
  })

  test('is that several members share it', () => {
    for (const [code, chamber, district] of [
      ['wa', 'lower', '24'],
      ['az', 'lower', '1'],
      ['nj', 'lower', '40'],
      ['wv', 'upper', '17'],
      ['sd', 'lower', '25'],
      ['vt', 'lower', 'Addison-1'],
    ] as const)
      expect(odd(code, chamber, district)).toMatch(/^2 members on one outline: [^.]+\.$/)
    expect(odd('nh', 'lower', 'Rockingham 13')).toMatch(/^10 members/)
  })

  test('is that two seats share an outline', () => {
    expect(odd('id', 'lower', '8A')).toMatch(/^Shares one outline with 8B: /)
  })

  test('is what it makes up together with its other parts', () => {
    expect(odd('mn', 'lower', '14A')).toBe('Makes up Senate 14 together with 14B.')
    expect(odd('md', 'lower', '1B')).toBe('Makes up Senate 1 together with 1A and 1C.')
    expect(odd('md', 'lower', '2A')).toMatch(/^2 members .+ Makes up Senate 2 together with 2B\.$/)
    expect(odd('nd', 'lower', '4A')).toBe('Makes up Senate 4 together with 4B.')
    expect(odd('fr', 'lower', '12A')).toMatch(/^Makes up Senate 12 together with 12B\. 12F lies over it/)
  })

  test('is what it lies over, and what lies over it', () => {
    expect(odd('nh', 'lower', 'Cheshire 06')).toMatch(/^2 members .+ Cheshire 15 lies over it/)
    expect(odd('nh', 'lower', 'Belknap 8')).toMatch(/^Lies over Belknap 3 and Belknap 4, .+ no outline of its own\.$/)
    expect(odd('dc', 'upper', 'At-large')).toMatch(/^At large: everyone elects these 4 members\./)
    expect(odd('dc', 'upper', 'Ward 3')).toMatch(/^At-Large and Chairman lie over it/)
  })

  test('is that it is on no map', () => {
    expect(odd('me', 'lower', 'Passamaquoddy Tribe')).toMatch(/on no map/)
  })

  test('is that the state has one chamber, or not this one', () => {
    expect(odd('ne', 'upper', '7')).toBe('Nebraska has one chamber.')
    expect(odd('dc', 'lower', '')).toBe('District of Columbia has no lower chamber.')
  })

  test('is one line, says nothing of itself, and is there for all districts that are unlike others', () => {
    for (const state of allStates())
      for (const facts of chambersOf(state))
        for (const p of districtPlan(facts)) {
          const line = oddityOf(state, facts.chamber, p.district)
          expect(line).toMatch(/^([^\n]+[.])?$/)
          if (p.seats > 1 || p.over.length > 0 || p.outline !== p.district) expect(line).not.toBe('')
        }
  })
})
