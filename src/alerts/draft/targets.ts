/** Who an alert asks groups to call: chosen legislators, and everyone who holds a seat of a chosen district. */
import { districtKey } from '../../registry/district-rows'
import { chamberOf, districtLabel, type StateFacts } from '../../registry/states'
import type { Row } from '../../registry/tables'
import type { Chamber } from '../../registry/words'

export { districtKey }

export interface Choice {
  readonly legislatorIds: readonly string[]
  readonly districts: readonly { readonly chamber: Chamber; readonly district: string }[]
}

export interface Target {
  readonly id: string
  readonly name: string
  /** `Rep. Ada Okafor`, or the name alone where the state’s titles are not known. */
  readonly titled: string
  readonly chamber: Chamber
  readonly district: string
  /** `House 14A` */
  readonly label: string
  readonly capitolPhone: string
  readonly districtPhone: string
}

export interface Targets {
  /** Sitting legislators, in a fixed order: chamber, district, name. */
  readonly targets: Target[]
  /** Chosen, but the seat is left: `Jo Reyes (House 3): resigned 2026-06-21`. */
  readonly left: string[]
  /** Chosen, but no longer in the Legislators tab. */
  readonly unknown: string[]
  /** Chosen districts where nobody sits. */
  readonly empty: string[]
}

/** Something stands under “Leaves/Vacant”: nobody is asked to call there. */
export const isLeft = (legislator: Row<'legislators'>): boolean => legislator.leaves.trim() !== ''

export const labelOf = (state: StateFacts | null, chamber: Chamber, district: string): string =>
  state ? districtLabel(state, chamber, district) : `${chamber} ${district}`

function toTarget(row: Row<'legislators'>, chamber: Chamber, state: StateFacts | null): Target {
  const title = state ? chamberOf(state, chamber)?.title : ''
  return {
    id: row.id,
    name: row.name,
    titled: title ? `${title} ${row.name}` : row.name,
    chamber,
    district: row.district,
    label: labelOf(state, chamber, row.district),
    capitolPhone: row.capitolPhone.trim(),
    districtPhone: row.districtPhone.trim(),
  }
}

const natural = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })
/** Chamber, district, name. */
export const inOrder = (a: Target, b: Target): number =>
  (a.chamber === b.chamber ? 0 : a.chamber === 'upper' ? -1 : 1) ||
  natural(a.district, b.district) ||
  natural(a.name, b.name) ||
  natural(a.id, b.id)

/** Everyone who holds a seat, in order. */
export const sittingOf = (legislators: readonly Row<'legislators'>[], state: StateFacts | null): Target[] =>
  legislators
    .flatMap((row) => (row.chamber === '' || isLeft(row) ? [] : [toTarget(row, row.chamber, state)]))
    .sort(inOrder)

export function resolveTargets(
  choice: Choice,
  legislators: readonly Row<'legislators'>[],
  state: StateFacts | null,
): Targets {
  const ids = new Set(choice.legislatorIds)
  const wanted = new Map(choice.districts.map((d) => [districtKey(d.chamber, d.district), d] as const))
  const targets: Target[] = []
  const left: string[] = []
  const known = new Set<string>()
  const seated = new Set<string>()
  for (const row of legislators) {
    if (row.chamber === '') continue
    const key = districtKey(row.chamber, row.district)
    known.add(row.id)
    if (isLeft(row)) {
      if (ids.has(row.id)) left.push(`${row.name} (${labelOf(state, row.chamber, row.district)}): ${row.leaves.trim()}`)
      continue
    }
    if (!ids.has(row.id) && !wanted.has(key)) continue
    seated.add(key)
    targets.push(toTarget(row, row.chamber, state))
  }
  return {
    targets: targets.sort(inOrder),
    left,
    unknown: choice.legislatorIds.filter((id) => !known.has(id)),
    empty: [...wanted].filter(([key]) => !seated.has(key)).map(([, d]) => labelOf(state, d.chamber, d.district)),
  }
}
