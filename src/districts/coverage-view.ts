/** What the coverage dialog shows besides districts and outlines: committees, and where groups are. Pure. */
import type { CoverageView, DistrictsView } from '../contract'
import { isReachable } from '../registry/district-rows'
import type { StateFacts } from '../registry/states'
import type { Row } from '../registry/tables'
import { CHAMBERS } from '../registry/words'

export interface CoverageTables {
  readonly groups: readonly Row<'groups'>[]
  readonly people: readonly Row<'people'>[]
  readonly legislators: readonly Row<'legislators'>[]
  readonly committees: readonly Row<'committees'>[]
}

type Committee = CoverageView['committees'][number]

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()

/** Members by ID or by name; a name that two of the chamber have is nobody’s. */
function committeesOf({ committees, legislators }: CoverageTables): Pick<CoverageView, 'committees' | 'unknown'> {
  const found = new Map<string, Committee>()
  const unknown: string[] = []
  for (const { committee, chamber: typed, legislatorId } of committees) {
    const name = committee.trim()
    const asked = plain(legislatorId)
    if (!name || !asked) continue
    const chamber = CHAMBERS.find((c) => c === typed) ?? ''
    const key = `${chamber}|${plain(name)}`
    const here: Committee = found.get(key) ?? { name, chamber, legislatorIds: [] }
    found.set(key, here)
    const byId = legislators.filter((row) => plain(row.id) === asked)
    const byName = legislators.filter((row) => plain(row.name) === asked && (!chamber || row.chamber === chamber))
    const [member, other] = byId.length > 0 ? byId : byName
    if (member && !other) here.legislatorIds.push(member.id)
    else unknown.push(`${name}: ${legislatorId.trim()}`)
  }
  return { committees: [...found.values()], unknown }
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
  const led = new Set(tables.people.filter((p) => p.roles.includes('lead')).map((p) => p.groupId.trim()))
  return {
    ...districts,
    state: state.name,
    ...committeesOf(tables),
    places: tables.groups
      .filter(isReachable)
      .map(({ id, town, point }) => ({ groupId: id, town, led: led.has(id), point: pointOf(point) })),
  }
}
