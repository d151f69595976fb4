/** Who is nearest to a gap: the groups in districts that touch it, or else in those that touch these. Pure. */
import { measure } from '../../../src/districts/border'
import type { Area, District } from './board'
import type { Places } from './places'

export interface Near {
  readonly groupId: string
  readonly name: string
  readonly district: District
  /** Metres from the gap, where the group’s point is known. */
  readonly metres: number | null
}

export interface Nearest {
  /** 1: in districts that touch the gap; 2: in the next ones. 0: nothing that touches leads to a group. */
  readonly ring: number
  readonly groups: readonly Near[]
}

function groupsIn(areas: readonly Area[], gap: readonly Area[], places: Places): Near[] {
  const found = new Map<string, Near>()
  for (const district of areas.flatMap((area) => area.districts))
    for (const { id, name } of district.groups) {
      if (found.has(id)) continue
      const point = places.get(id)?.point
      const away = point ? gap.map((area) => measure(area.polygons, [point[1], point[0]])) : []
      const metres = away.length > 0 ? Math.min(...away.map((one) => (one.inside ? 0 : one.metres))) : null
      found.set(id, { groupId: id, name, district, metres })
    }
  const far = Number.POSITIVE_INFINITY
  return [...found.values()].sort((a, b) => (a.metres ?? far) - (b.metres ?? far) || a.name.localeCompare(b.name, 'en'))
}

/** `gap`: the areas of the district without a group. Nearest first where points are known. */
export function nearestTo(gap: readonly Area[], touching: (area: Area) => readonly Area[], places: Places): Nearest {
  const seen = new Set(gap)
  let edge = [...gap]
  for (let ring = 1; edge.length > 0; ring++) {
    edge = [...new Set(edge.flatMap(touching))].filter((area) => !seen.has(area))
    for (const area of edge) seen.add(area)
    const covered = edge.filter((area) => area.districts.some((one) => one.groups.length > 0))
    if (covered.length > 0) return { ring, groups: groupsIn(covered, gap, places) }
  }
  return { ring: 0, groups: [] }
}

/** `about 3 miles away`, `next to it`. */
export function milesWords(metres: number): string {
  const miles = metres / 1609.344
  if (miles < 1) return 'less than a mile away'
  const whole = Math.round(miles)
  return `about ${whole.toLocaleString('en-US')} ${whole === 1 ? 'mile' : 'miles'} away`
}
