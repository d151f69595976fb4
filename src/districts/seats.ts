/** Who sits for a district: its members, and one entry for each seat that nobody holds. Pure. */
import type { DistrictsView } from '../contract'
import { districtKey } from '../registry/district-rows'
import type { Row } from '../registry/tables'

type Legislator = Row<'legislators'>
type Seat = DistrictsView['districts'][number]['legislators'][number]

const plain = (text: string): string => text.trim()
const toSeat = (row: Legislator, vacant: boolean): Seat => ({
  id: row.id,
  name: vacant ? `${row.name} (${plain(row.leaves)})` : row.name,
  party: row.party,
  phone: vacant ? '' : plain(row.capitolPhone) || plain(row.districtPhone),
  vacant,
})
const VACANT: Seat = { id: '', name: 'Vacant', party: '', phone: '', vacant: true }

/** Legislators by `districtKey`; whoever holds no seat is left out. */
export function membersByDistrict(legislators: readonly Legislator[]): Map<string, Legislator[]> {
  const found = new Map<string, Legislator[]>()
  for (const row of legislators) {
    if (row.chamber === '' || plain(row.district) === '') continue
    const key = districtKey(row.chamber, row.district)
    const rows = found.get(key) ?? []
    rows.push(row)
    found.set(key, rows)
  }
  return found
}

/**
 * The seats of a district with these members: sitting ones by name, then vacant ones. `listed`: legislators have been
 * brought in and the number of seats is known, so that a missing member means a vacant seat.
 */
export function seatsOf(members: readonly Legislator[], seats: number | null, listed: boolean): Seat[] {
  const byName = [...members].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const sitting = byName.filter((row) => plain(row.leaves) === '')
  const left = byName.filter((row) => plain(row.leaves) !== '')
  const open = listed ? Math.max((seats ?? 0) - sitting.length, 0) : left.length
  const vacant = Array.from({ length: open }, (_, i) => (left[i] ? toSeat(left[i], true) : VACANT))
  return [...sitting.map((row) => toSeat(row, false)), ...vacant]
}
