/** People of the file and the seats there are: who sits where, and who cannot. Pure. */
import { speller } from '../../registry/district-names'
import { districtPlan, type PlannedDistrict } from '../../registry/district-plan'
import { districtKey } from '../../registry/district-rows'
import { type ChamberFacts, districtLabel, type StateFacts } from '../../registry/states'
import type { Chamber } from '../../registry/words'
import type { Person } from './open-states'

export interface Seated extends Omit<Person, 'chamber'> {
  readonly chamber: Chamber
}

export interface Unjoined {
  readonly id: string
  readonly name: string
  readonly why: string
}

export interface Joined {
  readonly seated: readonly Seated[]
  /** Not seated, or seated and still to be looked at by a person. */
  readonly unjoined: readonly Unjoined[]
}

type Plan = readonly PlannedDistrict[]

interface Placed {
  readonly row: number
  readonly person: Seated
}

/** Open States calls a chamber that stands alone `legislature`. */
function chamberIn(state: StateFacts, word: string): ChamberFacts | null {
  const [only, second] = state.chambers
  if (only && !second) return word === 'legislature' || word === only.chamber ? only : null
  return state.chambers.find((facts) => facts.chamber === word) ?? null
}

const inWords = (n: number): string => (n === 1 ? 'one seat' : `${n} seats`)

/**
 * More people than seats. The file has a fault: someone without a seat shows chamber and district of the row above. Where
 * exactly as many stand right under one of their own district as there are too many, it is they; else nobody can tell,
 * all keep the seat, and a person is asked.
 */
function surplus(placed: readonly Placed[], seats: number): Unjoined[] {
  const rows = new Set(placed.map((p) => p.row))
  const leaked = placed.filter((p) => rows.has(p.row - 1))
  if (leaked.length !== placed.length - seats) return []
  return leaked.map(({ person }) => ({
    id: person.id,
    name: person.name,
    why: 'Left office? Open States lists them without a seat.',
  }))
}

/** Why a row of the file can have no seat; '' where it may. */
function whyNot(person: Person, facts: ChamberFacts | null, ids: ReadonlySet<string>, state: StateFacts): string {
  if (!person.id || !person.name) return 'Open States gives no ID or no name.'
  if (ids.has(person.id)) return 'Open States lists this person twice; the first time counts.'
  if (!facts) return `Open States gives the chamber “${person.chamber}”, which ${state.name} does not have.`
  return person.district ? '' : 'Open States gives no district.'
}

/** Everyone of one district: who is to be looked at, and who of them has no seat. */
function examine(placed: readonly Placed[], facts: ChamberFacts, plan: Plan, state: StateFacts) {
  const district = placed[0]?.person.district ?? ''
  const label = districtLabel(state, facts.chamber, district)
  const planned = plan.find((p) => p.district === district)
  const strangers: Unjoined[] = planned
    ? []
    : placed.map(({ person: { id, name } }) => ({
        id,
        name,
        why: `${label} is not among the districts known for ${state.name}.`,
      }))
  const seats = planned?.seats ?? placed.length
  if (placed.length <= seats) return { told: strangers, seatless: [] }
  const leaked = surplus(placed, seats)
  const unclear: Unjoined = {
    id: '',
    name: placed.map((p) => p.person.name).join(', '),
    why: `${label} has ${inWords(seats)}, and Open States names ${placed.length} people. Say under Leaves/Vacant who has left.`,
  }
  return { told: leaked.length > 0 ? leaked : [...strangers, unclear], seatless: leaked.map((p) => p.id) }
}

/** Seats everyone who can be seated. Rows are in the order of the file: its fault can only be seen there. */
export function join(file: readonly Person[], state: StateFacts): Joined {
  const plans = new Map<Chamber, Plan>(state.chambers.map((c) => [c.chamber, districtPlan(c)]))
  const spell = new Map(state.chambers.map((c) => [c.chamber, speller(plans.get(c.chamber) ?? [])]))
  const unjoined: Unjoined[] = []
  const ids = new Set<string>()
  const byDistrict = new Map<string, Placed[]>()
  file.forEach((person, row) => {
    const facts = chamberIn(state, person.chamber)
    const why = whyNot(person, facts, ids, state)
    if (why || !facts) {
      unjoined.push({ id: person.id, name: person.name || person.id, why })
      return
    }
    ids.add(person.id)
    const district = spell.get(facts.chamber)?.(person.district) ?? person.district
    const key = districtKey(facts.chamber, district)
    const placed = byDistrict.get(key) ?? []
    placed.push({ row, person: { ...person, chamber: facts.chamber, district } })
    byDistrict.set(key, placed)
  })

  const seatless = new Set<string>()
  for (const facts of state.chambers)
    for (const placed of byDistrict.values()) {
      if (placed[0]?.person.chamber !== facts.chamber) continue
      const found = examine(placed, facts, plans.get(facts.chamber) ?? [], state)
      unjoined.push(...found.told)
      for (const id of found.seatless) seatless.add(id)
    }
  const seated = [...byDistrict.values()]
    .flat()
    .sort((a, b) => a.row - b.row)
    .map((p) => p.person)
    .filter((person) => !seatless.has(person.id))
  return { seated, unjoined }
}
