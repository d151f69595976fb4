/** What the Districts tab says: one row a district, from the facts of the state and the names seen. Pure. */
import { plainKey, speller } from './district-names'
import { districtPlan, geoidOf, type PlannedDistrict, parentsOf } from './district-plan'
import { type ChamberFacts, districtLabel, type StateFacts } from './states'
import type { Row } from './tables'
import type { Chamber } from './words'

type DistrictRow = Row<'districts'>

/** All rows of a chamber: every district of the list, then the others that are `seen` somewhere. */
export function chamberRows(state: StateFacts, facts: ChamberFacts, seen: readonly string[]): DistrictRow[] {
  const plan = districtPlan(facts)
  const spell = speller(plan)
  const mostSeats = Math.ceil(facts.seats / facts.districts)
  const others = [...new Set(seen)].filter((name) => name.trim() !== '' && !spell(name))
  const row = (district: string, seats: number, planned?: PlannedDistrict): DistrictRow => ({
    chamber: facts.chamber,
    district,
    name: districtLabel(state, facts.chamber, district),
    seats,
    groups: 0,
    geoid: planned ? geoidOf(state, planned) : '',
    parent: planned ? parentsOf(state, facts, plan, district).join(', ') : '',
  })
  return [
    ...plan.map((p) => row(p.district, p.seats, p)),
    ...others.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((name) => row(name, mostSeats)),
  ]
}

/** One key for a district however it is spelled. */
export const districtKey = (chamber: Chamber | '', district: string): string => `${chamber}|${plainKey(district)}`

/** Groups that get alerts: a blank status counts as active, for rows typed by hand; one that nobody knows stops them. */
export const isReachable = (group: Pick<Row<'groups'>, 'status'>): boolean =>
  ['', 'active', 'quiet'].includes(group.status)

/** Group IDs by `districtKey`, each once, reachable groups only. */
export function groupsByDistrict(
  coverage: readonly Pick<Row<'coverage'>, 'groupId' | 'chamber' | 'district'>[],
  groups: readonly Pick<Row<'groups'>, 'id' | 'status'>[],
): Map<string, string[]> {
  const reachable = new Set(groups.filter(isReachable).map((g) => g.id))
  const found = new Map<string, string[]>()
  for (const { groupId, chamber, district } of coverage) {
    if (chamber === '' || !reachable.has(groupId)) continue
    const key = districtKey(chamber, district)
    const list = found.get(key) ?? []
    if (!list.includes(groupId)) list.push(groupId)
    found.set(key, list)
  }
  return found
}
