/** The Committees tab as committees: their members by ID or by name. Pure. */
import type { Row } from './tables'
import { CHAMBERS, type Chamber } from './words'

export interface Committee {
  /** Chamber and plain name: the same however the name is spelled. */
  readonly key: string
  readonly name: string
  readonly chamber: Chamber | ''
  /** Members of the Legislators tab, each once. */
  readonly legislatorIds: string[]
  /** What stands in a row and is no legislator, or could be two. */
  readonly unknown: string[]
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()

export function committeesOf(
  rows: readonly Pick<Row<'committees'>, 'committee' | 'chamber' | 'legislatorId'>[],
  legislators: readonly Pick<Row<'legislators'>, 'id' | 'name' | 'chamber'>[],
): Committee[] {
  const found = new Map<string, Committee>()
  const byId = new Map(legislators.map((row) => [plain(row.id), row]))
  const byName = new Map<string, (typeof legislators)[number][]>()
  for (const row of legislators) byName.set(plain(row.name), [...(byName.get(plain(row.name)) ?? []), row])
  for (const { committee, chamber: typed, legislatorId } of rows) {
    const name = committee.trim()
    const asked = plain(legislatorId)
    if (!name || !asked) continue
    const chamber = CHAMBERS.find((c) => c === typed) ?? ''
    const key = `${chamber}|${plain(name)}`
    const here = found.get(key) ?? { key, name, chamber, legislatorIds: [], unknown: [] }
    found.set(key, here)
    const one = byId.get(asked)
    const named = (byName.get(asked) ?? []).filter((row) => !chamber || row.chamber === chamber)
    const [member, other] = one ? [one] : named
    if (!member || other) here.unknown.push(legislatorId.trim())
    else if (!here.legislatorIds.includes(member.id)) here.legislatorIds.push(member.id)
  }
  return [...found.values()]
}
