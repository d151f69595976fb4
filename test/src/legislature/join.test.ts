import * as fc from 'fast-check'
import { join } from '../../../src/legislature/join'
import { type Person, readPeople } from '../../../src/legislature/open-states'
import { vacantSeats } from '../../../src/legislature/vacant'
import { districtPlan } from '../../../src/registry/district-plan'
import { chamberRows } from '../../../src/registry/district-rows'
import { stateOf } from '../../../src/registry/states'
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

describeWithData('the real legislatures', () => {
  const STATES = ['ca', 'id', 'ma', 'md', 'mn', 'ne', 'nh', 'nj', 'wa']
  const people = (code: string) =>
    readPeople({ status: 200, body: readShared(`legislators/${code}.csv`), broken: false })

  test('all sit in a district of their state’s list, but for the one leaked row', () => {
    for (const code of STATES) {
      const { seated, unjoined } = join(people(code), the(code))
      expect([code, unjoined.map((u) => u.name)]).toEqual([code, code === 'mn' ? ['Joe Schomacker'] : []])
      for (const facts of the(code).chambers) {
        const listed = new Set(districtPlan(facts)?.map((p) => p.district))
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
