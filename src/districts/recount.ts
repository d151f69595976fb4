/** The counts of groups in the Districts tab. */
import { districtKey, groupsByDistrict } from '../registry/district-rows'
import { keyOf, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'

/** Writes how many groups cover each district, where it says otherwise. Throws as `updateRows`. */
export function recount(coverage: readonly Row<'coverage'>[], groups: readonly Row<'groups'>[]): void {
  const covering = groupsByDistrict(coverage, groups)
  updateRows(
    'districts',
    (districts) =>
      new Map(
        districts.flatMap((d) => {
          const count = covering.get(districtKey(d.chamber, d.district))?.length ?? 0
          return d.groups === count ? [] : [[keyOf('districts', d), { groups: count }] as const]
        }),
      ),
  )
}
