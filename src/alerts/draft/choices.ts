/** What the first step of an alert offers: sitting legislators and districts, each with how many groups it would move. */
import type { AlertChoices } from '../../contract'
import type { Row } from '../../registry/tables'
import type { Chamber } from '../../registry/words'
import { isAsked } from './audience'
import type { Registry } from './plan'
import { districtKey, isLeft, labelOf } from './targets'

const natural = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })
const inOrder = (a: { chamber: Chamber; district: string }, b: { chamber: Chamber; district: string }): number =>
  a.chamber === b.chamber ? natural(a.district, b.district) : a.chamber === 'upper' ? -1 : 1

export function choicesOf(
  registry: Registry,
  districts: readonly Row<'districts'>[],
): Pick<AlertChoices, 'legislators' | 'districts'> {
  const asked = new Set(registry.groups.filter(isAsked).map((g) => g.id))
  const groups = new Map<string, Set<string>>()
  for (const row of registry.coverage) {
    if (!asked.has(row.groupId)) continue
    const key = districtKey(row.chamber, row.district)
    groups.set(key, (groups.get(key) ?? new Set()).add(row.groupId))
  }
  const count = (chamber: Chamber, district: string): number => groups.get(districtKey(chamber, district))?.size ?? 0
  const label = (chamber: Chamber, district: string): string => labelOf(registry.state, chamber, district)

  const seated = new Set<string>()
  const known = new Map<string, { chamber: Chamber; district: string }>()
  const legislators: AlertChoices['legislators'] = []
  for (const { chamber, district } of districts)
    if (chamber) known.set(districtKey(chamber, district), { chamber, district })
  for (const row of registry.legislators) {
    const { id, name, chamber, district, party } = row
    if (!chamber) continue
    const key = districtKey(chamber, district)
    if (!known.has(key)) known.set(key, { chamber, district })
    if (isLeft(row)) continue
    seated.add(key)
    legislators.push({
      id,
      name,
      chamber,
      district,
      label: label(chamber, district),
      party,
      phone: row.capitolPhone.trim() || row.districtPhone.trim(),
      groups: count(chamber, district),
    })
  }
  return {
    legislators: legislators.sort((a, b) => inOrder(a, b) || natural(a.name, b.name)),
    districts: [...known.entries()]
      .map(([key, { chamber, district }]) => ({
        chamber,
        district,
        label: label(chamber, district),
        groups: count(chamber, district),
        vacant: !seated.has(key),
      }))
      .sort(inOrder),
  }
}
