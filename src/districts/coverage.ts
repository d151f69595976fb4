/** How much of each chamber the groups cover. Pure. */
import { districtKey, groupsByDistrict } from '../registry/district-rows'
import type { StateFacts } from '../registry/states'
import type { Row } from '../registry/tables'
import type { Chamber } from '../registry/words'

export interface ChamberCoverage {
  readonly chamber: Chamber
  readonly label: string
  /** Districts that at least one group covers; paused and left groups do not count. */
  readonly covered: number
  readonly total: number
}

type Districts = readonly Pick<Row<'districts'>, 'chamber' | 'district'>[]
type Coverage = readonly Pick<Row<'coverage'>, 'groupId' | 'chamber' | 'district'>[]
type Groups = readonly Pick<Row<'groups'>, 'id' | 'status'>[]

/** The districts that no group covers, in the order of the tab. */
export function gaps<D extends Districts[number]>(districts: readonly D[], coverage: Coverage, groups: Groups): D[] {
  const covering = groupsByDistrict(coverage, groups)
  return districts.filter((d) => !covering.has(districtKey(d.chamber, d.district)))
}

/** Per chamber: covered and all districts. Before the Districts tab is filled, all are what the state is known to have. */
export function countCoverage(
  state: StateFacts,
  districts: Districts,
  coverage: Coverage,
  groups: Groups,
): ChamberCoverage[] {
  const open = gaps(districts, coverage, groups)
  const seen = [...groupsByDistrict(coverage, groups).keys()]
  return state.chambers.map(({ chamber, label, districts: known }) => {
    const isHere = (d: Districts[number]): boolean => d.chamber === chamber
    const listed = districts.filter(isHere).length
    if (listed > 0) return { chamber, label, covered: listed - open.filter(isHere).length, total: listed }
    return { chamber, label, covered: seen.filter((key) => key.startsWith(`${chamber}|`)).length, total: known }
  })
}
