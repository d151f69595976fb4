import type { Place } from '../../../src/districts/census'
import { readAnswer } from '../../../src/districts/census'
import { joiner, type Outline } from '../../../src/districts/names'
import { type Joined, judge, type Verdict } from '../../../src/districts/verdict'
import { districtPlan } from '../../../src/registry/district-plan'
import { stateOf } from '../../../src/registry/states'
import type { Chamber } from '../../../src/registry/words'
import { describeWithData, readShared, readSharedJson } from '../../shared-data'

const the = (code: string) => {
  const state = stateOf(code)
  if (!state) throw new Error(`no state ${code}`)
  return state
}
const joinsOf = (code: string): Joined => {
  const of = (chamber: Chamber) => {
    const facts = the(code).chambers.find((c) => c.chamber === chamber)
    return facts ? joiner(districtPlan(facts)) : () => []
  }
  return { upper: of('upper'), lower: of('lower') }
}
const judged = (code: string, places: readonly Place[], line = '1 Elm St'): Verdict =>
  judge(places, line, the(code), joinsOf(code))
const found = (verdict: Verdict) => verdict.finds.map((f) => `${f.chamber} ${f.district}`)

const outline = (geoid: string, basename: string): Outline => ({
  geoid,
  code: '',
  basename,
  name: `District ${basename}`,
})
const place = (upper: string, lower: string, address = '1 ELM ST', fips = '27'): Place => ({
  address,
  lines: '2026',
  point: null,
  upper: outline(fips + upper, upper),
  lower: outline(fips + lower, lower),
})

describe('what the places that fit say of a group', () => {
  test('one place: both districts, and nothing more to do', () => {
    expect(judged('mn', [place('19', '19B')])).toEqual({
      place: place('19', '19B'),
      mapping: 'mapped',
      finds: [
        { chamber: 'upper', district: '19', lines: '2026' },
        { chamber: 'lower', district: '19B', lines: '2026' },
      ],
      why: '',
      next: '',
    })
  })

  test('several places in the same districts are one', () => {
    const verdict = judged('mn', [place('19', '19B', '1 N ELM ST'), place('19', '19B', '1 S ELM ST')])
    expect(found(verdict)).toEqual(['upper 19', 'lower 19B'])
  })

  test('several places in different districts: a person chooses, and sees between which', () => {
    const verdict = judged('mn', [place('19', '19B', '1 N ELM ST'), place('12', '12A', '1 S ELM ST')])
    expect(verdict).toMatchObject({ mapping: 'check', finds: [] })
    expect(verdict.why).toMatch(/1 N ELM ST \(Senate 19, House 19B\).*1 S ELM ST \(Senate 12, House 12A\)/)
    expect(verdict.next).not.toBe('')
  })

  test('places in other states do not count', () => {
    const fargo = place('45', '45', '1 ELM ST, FARGO, ND', '38')
    expect(found(judged('mn', [fargo, place('19', '19B')]))).toEqual(['upper 19', 'lower 19B'])
    expect(judged('mn', [fargo])).toMatchObject({ mapping: 'none', why: expect.stringMatching(/outside Minnesota/) })
  })

  test('no place: why, and what to do', () => {
    const verdict = judged('mn', [])
    expect(verdict).toMatchObject({ mapping: 'none', finds: [] })
    expect(verdict.why).toMatch(/does not know/)
    expect(verdict.next).toMatch(/map it/)
  })

  test('a chamber that failed is named; what was found is kept', () => {
    const verdict = judged('mn', [{ ...place('54', '54A'), lower: 'failed' }])
    expect(found(verdict)).toEqual(['upper 54'])
    expect(verdict).toMatchObject({ mapping: 'check', why: expect.stringMatching(/no House district this time/) })
    const neither = judged('mn', [{ ...place('54', '54A'), upper: 'failed', lower: 'failed' }])
    expect(neither).toMatchObject({ mapping: 'none', why: expect.stringMatching(/Senate and House/) })
  })

  test('a state with one chamber asks for no other', () => {
    const lincoln = { ...place('28', '28', '1 ELM ST', '31'), lower: 'failed' as const }
    expect(judged('ne', [lincoln])).toMatchObject({ mapping: 'mapped' })
    expect(found(judged('ne', [lincoln]))).toEqual(['upper 28'])
  })

  test('water is no district', () => {
    const lake = { ...place('53', '106', 'PIER', '17'), lower: { ...outline('17ZZZ', 'x'), code: 'ZZZ' } }
    expect(judged('il', [lake])).toMatchObject({ mapping: 'check', why: expect.stringMatching(/water/) })
  })

  test('a district that nobody here knows is not written down, but told', () => {
    const verdict = judged('mn', [place('19', '19Z')])
    expect(found(verdict)).toEqual(['upper 19'])
    expect(verdict).toMatchObject({ mapping: 'check', why: expect.stringMatching(/District 19Z/) })
  })
})

describeWithData('the 97 real places', () => {
  interface Side {
    os_district: string
  }
  interface Truth {
    id: string
    state: string
    address: string
    upper: Side
    lower?: Side
    lower_floterial?: Side[]
  }
  const truth = readSharedJson<Truth[]>('places/ground-truth.json')
  const answers = readSharedJson<Record<string, unknown>>('census/reconstructed/bundle.train.onelineaddress.2026.json')

  test('are all mapped to their true districts', () => {
    expect(truth).toHaveLength(97)
    for (const { id, state, address, upper, lower, lower_floterial = [] } of truth) {
      const answer = readAnswer({ status: 200, body: JSON.stringify(answers[id]), broken: false })
      const verdict = judged(state, answer.kind === 'places' ? answer.places : [], address)
      const right = [`upper ${upper.os_district}`]
      for (const side of [...(lower?.os_district ? [lower] : []), ...lower_floterial])
        right.push(`lower ${side.os_district}`)
      expect({ id, mapping: verdict.mapping, found: found(verdict) }).toEqual({ id, mapping: 'mapped', found: right })
    }
  })

  test('on the lines before as well', () => {
    for (const code of ['ma', 'md', 'mn', 'ne', 'nh', 'wa']) {
      const body = readShared(`census/reconstructed/onelineaddress.${code}.ACS2025-vintage-2024-names.json`)
      const answer = readAnswer({ status: 200, body, broken: false })
      const verdict = judged(code, answer.kind === 'places' ? answer.places : [])
      expect(verdict).toMatchObject({ mapping: 'mapped' })
      expect(verdict.finds.every((f) => f.lines === '2024')).toBe(true)
    }
  })

  test('two matches in different districts go to a person', () => {
    const body = readShared('census/reconstructed/onelineaddress.two-matches-different-districts.json')
    const answer = readAnswer({ status: 200, body, broken: false })
    expect(judged('mn', answer.kind === 'places' ? answer.places : [])).toMatchObject({ mapping: 'check', finds: [] })
  })
})
