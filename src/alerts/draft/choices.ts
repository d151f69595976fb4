/** What the first step of an alert offers: sitting legislators and districts, each with how many groups it would move. */
import type { AlertChoices } from '../../contract'
import { type Committee, committeesOf } from '../../registry/committees'
import { chamberOf } from '../../registry/states'
import type { Row } from '../../registry/tables'
import type { Chamber } from '../../registry/words'
import { isAsked } from './audience'
import type { Registry } from './plan'
import { districtKey, isLeft, labelOf } from './targets'

const natural = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })
const inOrder = (a: { chamber: Chamber; district: string }, b: { chamber: Chamber; district: string }): number =>
  a.chamber === b.chamber ? natural(a.district, b.district) : a.chamber === 'upper' ? -1 : 1

/** `House Health`, unless its name says the chamber itself. */
export function labelled({ name, chamber }: Committee, state: Registry['state']): string {
  const label = state && chamber ? (chamberOf(state, chamber)?.label ?? '') : ''
  return label && !name.toLowerCase().includes(label.toLowerCase()) ? `${label} ${name}` : name
}

/** As a sentence goes on: `House Health committee`. */
export const committeeText = (label: string): string => (/committee/i.test(label) ? label : `${label} committee`)

export function choicesOf(
  registry: Registry,
  districts: readonly Row<'districts'>[],
): Pick<AlertChoices, 'legislators' | 'districts' | 'committees' | 'reach'> {
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
  const placeOf = new Map(legislators.map((one) => [one.id, districtKey(one.chamber, one.district)]))
  const committees = committeesOf(registry.committees, registry.legislators).map((one) => {
    const sitting = one.legislatorIds.filter((id) => placeOf.has(id))
    return {
      key: one.key,
      label: labelled(one, registry.state),
      members: sitting.length,
      groups: new Set(sitting.flatMap((id) => [...(groups.get(placeOf.get(id) ?? '') ?? [])])).size,
      unknown: one.unknown,
    }
  })
  const covering = (chamber: Chamber): number =>
    new Set(
      registry.coverage.flatMap((row) => (row.chamber === chamber && asked.has(row.groupId) ? [row.groupId] : [])),
    ).size
  return {
    committees: committees.sort((a, b) => natural(a.label, b.label)),
    reach: {
      groups: asked.size,
      chambers: (registry.state?.chambers ?? []).map(({ chamber, title }) => ({
        ...{ chamber, title },
        groups: covering(chamber),
      })),
      workingGroup: registry.people.filter((p) => p.roles.includes('working group')).length,
    },
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
