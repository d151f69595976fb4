/** Seats that nobody holds. Pure. */
import { districtKey } from '../../registry/district-rows'
import { districtLabel, type StateFacts } from '../../registry/states'
import type { Row } from '../../registry/tables'

/**
 * Labels of districts with fewer sitting members than seats: `House 21A`, `House 40 (2 seats)`. Chambers
 * that the state does not have are left out.
 */
export function vacantSeats(
  state: StateFacts,
  districts: readonly Pick<Row<'districts'>, 'chamber' | 'district' | 'seats'>[],
  legislators: readonly Pick<Row<'legislators'>, 'chamber' | 'district' | 'leaves'>[],
): string[] {
  const counted = new Set(state.chambers.map((facts) => facts.chamber))
  const sitting = new Map<string, number>()
  for (const { chamber, district, leaves } of legislators) {
    if (chamber === '' || leaves.trim() !== '') continue
    const key = districtKey(chamber, district)
    sitting.set(key, (sitting.get(key) ?? 0) + 1)
  }
  return districts.flatMap(({ chamber, district, seats }) => {
    if (chamber === '' || !counted.has(chamber)) return []
    const open = (seats ?? 0) - (sitting.get(districtKey(chamber, district)) ?? 0)
    if (open <= 0) return []
    return [districtLabel(state, chamber, district) + (open > 1 ? ` (${open} seats)` : '')]
  })
}
