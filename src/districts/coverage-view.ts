/** What the coverage dialog shows besides districts and outlines: committees, and where groups are. Pure. */
import type { CoverageView, DistrictsView } from '../contract'
import { committeesOf } from '../registry/committees'
import { isReachable } from '../registry/district-rows'
import type { StateFacts } from '../registry/states'
import type { Row } from '../registry/tables'

export interface CoverageTables {
  readonly groups: readonly Row<'groups'>[]
  readonly people: readonly Row<'people'>[]
  readonly legislators: readonly Row<'legislators'>[]
  readonly committees: readonly Row<'committees'>[]
}

/** `44.95, -93.1` as numbers; null for anything else. */
function pointOf(cell: string): [number, number] | null {
  const [latitude = 91, longitude = 181, more] = cell.split(',').map(Number)
  return cell && more === undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? [latitude, longitude]
    : null
}

/** Groups that count, each once, with town, point and whether somebody leads it. */
export function viewCoverage(state: StateFacts, districts: DistrictsView, tables: CoverageTables): CoverageView {
  const committees = committeesOf(tables.committees, tables.legislators)
  const led = new Set(tables.people.filter((p) => p.roles.includes('lead')).map((p) => p.groupId.trim()))
  return {
    ...districts,
    state: state.name,
    committees: committees.map(({ name, chamber, legislatorIds }) => ({ name, chamber, legislatorIds })),
    unknown: committees.flatMap(({ name, unknown }) => unknown.map((member) => `${name}: ${member}`)),
    places: tables.groups
      .filter(isReachable)
      .map(({ id, town, point }) => ({ groupId: id, town, led: led.has(id), point: pointOf(point) })),
  }
}
