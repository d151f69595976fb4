import * as fc from 'fast-check'
import { join } from '../../../src/legislature/in-page/join'
import { type Person, readPeople } from '../../../src/legislature/in-page/open-states'
import { vacantSeats } from '../../../src/legislature/in-page/vacant'
import { districtPlan } from '../../../src/registry/district-plan'
import { chamberRows } from '../../../src/registry/district-rows'
import { allStates, stateOf } from '../../../src/registry/states'
import { describeWithData, readShared } from '../../shared-data'

const the = (code: string) => {
  const state = stateOf(code)
  if (!state) throw new Error(`no state ${code}`)
  return state
}
let serial = 0
const person = (name: string, chamber: string, district: string, more: Partial<Person> = {}): Person => ({
  id: `ocd-person/${++serial}`,
  name,
  party: 'Blue',
  chamber,
  district,
  email: '',
  capitolPhone: '',
  districtPhone: '',
  ...more,
})
const seats = (code: string, people: Person[]) =>
  join(people, the(code)).seated.map((p) => `${p.name}: ${p.chamber} ${p.district}`)

describe('who sits where', () => {
  test('a chamber that stands alone is the upper one', () => {
    expect(seats('ne', [person('Ann', 'legislature', '7')])).toEqual(['Ann: upper 7'])
    expect(join([person('Ann', 'lower', '7')], the('ne'))).toMatchObject({ seated: [], unjoined: [{ name: 'Ann' }] })
    expect(join([person('Ann', 'legislature', '7')], the('mn')).unjoined).toHaveLength(1)
  })

  test('a district is spelled as the state’s list spells it', () => {
    expect(seats('ma', [person('Ann', 'lower', 'First Franklin')])).toEqual(['Ann: lower 1st Franklin'])
    expect(seats('nh', [person('Ann', 'lower', 'Cheshire 06')])).toEqual(['Ann: lower Cheshire 6'])
    expect(seats('mn', [person('Ann', 'lower', '01a')])).toEqual(['Ann: lower 1A'])
  })

  test('as many as there are seats, however they stand in the file', () => {
    const two = [person('Ann', 'lower', '24'), person('Bo', 'lower', '24')]
    expect(join(two, the('wa'))).toMatchObject({ unjoined: [] })
    expect(seats('wa', two)).toHaveLength(2)
  })

  test('whoever only repeats the row above is told, and not seated', () => {
    const file = [person('Ann', 'lower', '29A'), person('Leaked', 'lower', '29A'), person('Bo', 'upper', '29')]
    expect(seats('mn', file)).toEqual(['Ann: lower 29A', 'Bo: upper 29'])
    expect(join(file, the('mn')).unjoined).toMatchObject([
      { name: 'Leaked', why: expect.stringMatching(/lists them without a seat/) },
    ])
    const three = [person('Ann', 'lower', '24'), person('Cy', 'upper', '1'), person('Bo', 'lower', '24')]
    expect(join([...three, person('Leaked', 'lower', '24')], the('wa')).unjoined.map((u) => u.name)).toEqual(['Leaked'])
    const chain = [person('Ann', 'lower', '1A'), person('L1', 'lower', '1A'), person('L2', 'lower', '1A')]
    expect(join(chain, the('mn')).unjoined.map((u) => u.name)).toEqual(['L1', 'L2'])
  })

  test('where nobody can tell who is too many, all stay and a person is asked', () => {
    const apart = [person('Ann', 'lower', '29A'), person('Cy', 'upper', '1'), person('Bo', 'lower', '29A')]
    expect(seats('mn', apart)).toHaveLength(3)
    expect(join(apart, the('mn')).unjoined).toMatchObject([{ name: 'Ann, Bo', why: expect.stringMatching(/one seat/) }])
    const beside = [person('Ann', 'lower', '24'), person('Bo', 'lower', '24'), person('Cy', 'lower', '24')]
    expect(seats('wa', beside)).toHaveLength(3)
    expect(join(beside, the('wa')).unjoined).toHaveLength(1)
  })

  test('someone twice, nameless, without district or with a strange chamber is told', () => {
    const ann = person('Ann', 'lower', '1A')
    const { seated, unjoined } = join(
      [
        ann,
        { ...ann, district: '2A' },
        person('', 'lower', '2A'),
        person('Bo', 'lower', ''),
        person('Cy', 'mayor', '1'),
      ],
      the('mn'),
    )
    expect(seated.map((p) => p.name)).toEqual(['Ann'])
    expect(unjoined).toHaveLength(4)
    expect(unjoined.every((u) => u.why !== '')).toBe(true)
  })

  test('a district that is on no list is kept as it is, and told', () => {
    const { seated, unjoined } = join([person('Ann', 'lower', '99Z')], the('mn'))
    expect(seated).toMatchObject([{ district: '99Z' }])
    expect(unjoined).toMatchObject([{ name: 'Ann', why: expect.stringMatching(/House 99Z/) }])
  })

  test('nobody is lost or doubled: everyone is seated or told', () => {
    const someone = fc.tuple(fc.constantFrom('lower', 'upper', 'x'), fc.constantFrom('1', '1A', '1B', '2A', ''))
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 12 }), (all) => {
        const people = all.map(([chamber, district], i) => person(`N${i}`, chamber, district))
        const { seated, unjoined } = join(people, the('mn'))
        const ids = new Set(seated.map((p) => p.id))
        expect(ids.size).toBe(seated.length)
        for (const { id } of people) expect(ids.has(id) || unjoined.some((u) => u.id === id)).toBe(true)
      }),
    )
  })
})

describe('the legislature of any state, all seats filled', () => {
  /** Everyone who can sit, in no order of districts, as the file writes chambers and districts. */
  const full = (code: string): Person[] =>
    the(code)
      .chambers.flatMap((facts) =>
        districtPlan(facts).flatMap((p) =>
          Array.from({ length: p.seats }, (_, seat) => ({
            seat,
            person: person(
              `${facts.chamber} ${p.district} ${seat}`,
              the(code).chambers.length > 1 ? facts.chamber : 'legislature',
              p.district,
            ),
          })),
        ),
      )
      .sort((a, b) => a.seat - b.seat)
      .map(({ person }) => person)

  test('sits, every one in one district of the list', () => {
    for (const { code, chambers } of allStates()) {
      const { seated, unjoined } = join(full(code), the(code))
      expect([code, unjoined, seated.length]).toEqual([code, [], chambers.reduce((n, c) => n + c.seats, 0)])
      for (const p of seated) expect(p.name).toMatch(`${p.chamber} ${p.district} `)
    }
  })

  test('less those who have left: each district counts its seats minus its vacancies', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...allStates().map((s) => s.code)),
        fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
        (code, picks) => {
          const people = full(code)
          const gone = new Set(picks.map((n) => people[n % people.length]))
          const { seated, unjoined } = join(
            people.filter((p) => !gone.has(p)),
            the(code),
          )
          expect(unjoined).toEqual([])
          for (const facts of the(code).chambers)
            for (const p of districtPlan(facts)) {
              const prefix = `${facts.chamber} ${p.district} `
              const vacant = [...gone].filter((g) => g?.name.replace(/\d$/, '') === prefix).length
              const here = seated.filter((s) => s.chamber === facts.chamber && s.district === p.district)
              expect([prefix, here.length]).toEqual([prefix, p.seats - vacant])
            }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('names the one whose role has ended, where no two others of that district stand together', () => {
    for (const { code } of allStates()) {
      const people = full(code)
      for (const at of [1, 7, people.length]) {
        const above = people[at - 1]
        if (!above) throw new Error('too few people')
        const together = people.some((p, i) => [p, people[i + 1]].every((x) => x?.district === above.district))
        if (together) continue
        const file = [...people]
        file.splice(at, 0, person('Leaked', above.chamber, above.district))
        const { seated, unjoined } = join(file, the(code))
        expect(unjoined.map((u) => u.name)).toEqual(['Leaked'])
        expect(seated).toHaveLength(people.length)
      }
      const first = join([person('Leaked', '', ''), ...people], the(code))
      expect(first.unjoined).toMatchObject([{ name: 'Leaked' }])
      expect(first.seated).toHaveLength(people.length)
    }
  })

  test('is spelled as the list spells it: Alaska, Vermont, Maine, the District of Columbia', () => {
    expect(seats('ak', [person('Ann', 'upper', 'a')])).toEqual(['Ann: upper A'])
    expect(seats('vt', [person('Ann', 'lower', 'Windham-Bennington-Windsor')])).toEqual([
      'Ann: lower Windham-Windsor-Bennington',
    ])
    expect(seats('vt', [person('Ann', 'upper', 'Chittenden-Southeast')])).toEqual(['Ann: upper Chittenden Southeast'])
    expect(seats('me', [person('Ann', 'lower', 'Passamaquoddy Tribe')])).toEqual(['Ann: lower Passamaquoddy Tribe'])
    expect(seats('dc', [person('Ann', 'legislature', 'At-large'), person('Bo', 'upper', 'Ward 3')])).toEqual([
      'Ann: upper At-Large',
      'Bo: upper Ward 3',
    ])
  })
})

describeWithData('the real legislatures', () => {
  const NINE = ['ca', 'id', 'ma', 'md', 'mn', 'ne', 'nh', 'nj', 'wa']
  const people = (code: string) =>
    readPeople({ status: 200, body: readShared(`legislators/${code}.csv`), broken: false })

  test('all sit in a district of their state’s list, but for the one leaked row', () => {
    for (const code of NINE) {
      const { seated, unjoined } = join(people(code), the(code))
      expect([code, unjoined.map((u) => u.name)]).toEqual([code, code === 'mn' ? ['Joe Schomacker'] : []])
      for (const facts of the(code).chambers) {
        const listed = new Set(districtPlan(facts).map((p) => p.district))
        const here = seated.filter((p) => p.chamber === facts.chamber)
        expect(here.filter((p) => !listed.has(p.district))).toEqual([])
      }
    }
  })

  test('the vacant seats are those that nobody holds', () => {
    const vacant = (code: string) => {
      const state = the(code)
      const rows = join(people(code), state).seated.map(({ chamber, district }) => ({ chamber, district, leaves: '' }))
      const districts = state.chambers.flatMap((facts) => chamberRows(state, facts, []))
      return vacantSeats(state, districts, rows as never)
    }
    expect(vacant('mn')).toEqual(['House 21A'])
    expect(vacant('ma').sort()).toEqual(['House 17th Middlesex', 'House 1st Franklin'])
    expect(vacant('wa')).toEqual([])
    expect(vacant('nh')).toHaveLength(9)
    expect(vacant('nh')).toContain('House Hillsborough 40')
  })
})
