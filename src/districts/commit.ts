/** Writes verdicts into the sheet: one read and at most a few writes a table, however many groups. */
import type { Caller } from '../registry/callers'
import { addressOf, hasMoved } from '../registry/group-rows'
import { alone } from '../registry/settle'
import type { StateFacts } from '../registry/states'
import { appendRows, keyOf, readTable, removeRows, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import { type GroupChange, isPersons, merge } from './merge'
import { pointText } from './point'
import { recount } from './recount'
import type { Verdict } from './verdict'

type Group = Row<'groups'>
type Coverage = Row<'coverage'>

type Written = GroupChange & Pick<Group, 'mappedAddress' | 'point'>

/** A verdict and the group as it was when its address was asked for. */
export interface Judged {
  readonly group: Group
  readonly verdict: Verdict
}

const sameAddress = (a: Group, b: Group): boolean => a.address === b.address && a.town === b.town && a.zip === b.zip

/** Where the group is: what a person said on the map stays until the address is another. */
const pointOf = (group: Group, { place }: Verdict): string =>
  place?.point ? pointText(place.point) : hasMoved(group) ? '' : group.point

/**
 * Brings Coverage, Groups and the counts in Districts up to date with these verdicts. The sheet is read again first: a
 * group whose address was changed meanwhile, that is gone, or whose ID stands twice, is left as it stands and stays
 * unmapped. `who` asks for it. Gives the changes by group ID. Throws `SHEET_BUSY`, `TAB_MISSING`, `COLUMN_MISSING`.
 */
export function commit(
  judged: readonly Judged[],
  state: StateFacts,
  { email: who, now }: Caller,
): Map<string, Written> {
  if (judged.length === 0) return new Map()
  return alone(() => {
    const groups = readTable('groups')
    const coverage = readTable('coverage')
    const standing = new Map(groups.map((group) => [group.id, group]))
    // A row that was copied with its ID: which of the two it stands for, only a person knows.
    const twice = new Set(groups.filter((group) => standing.get(group.id) !== group).map((group) => group.id))
    const rowsOf = new Map<string, Coverage[]>()
    for (const row of coverage) {
      const rows = rowsOf.get(row.groupId) ?? []
      rows.push(row)
      rowsOf.set(row.groupId, rows)
    }
    const chambers = state.chambers.map((c) => c.chamber)

    const added: Coverage[] = []
    const renewed = new Map<string, Partial<Coverage>>()
    const removed = new Set<string>()
    const given = new Set<Coverage>()
    const changes = new Map<string, Written>()
    for (const { group, verdict } of judged) {
      const current = standing.get(group.id)
      if (!current || twice.has(group.id) || !sameAddress(current, group)) continue
      const moved = hasMoved(current)
      const merged = merge(current, rowsOf.get(group.id) ?? [], verdict, chambers, now, { who, moved })
      added.push(...merged.added)
      for (const { groupId, chamber, district, group: name, lines, mappedOn, confirmedBy } of merged.renewed)
        renewed.set(keyOf('coverage', { groupId, chamber, district }), {
          group: name,
          lines,
          mappedOn,
          ...(verdict.picked ? { confirmedBy } : {}),
        })
      for (const row of merged.removed) {
        removed.add(keyOf('coverage', row))
        given.add(row)
      }
      rowsOf.set(group.id, [...merged.rows])
      // What may be answered another time stays to be asked.
      const mappedAddress = verdict.passing ? '' : addressOf(current)
      changes.set(group.id, { ...merged.group, mappedAddress, point: pointOf(current, verdict) })
    }
    // A copy of a removed row that a person has made their own has the same key: it stays, and so does the row.
    for (const row of coverage) if (isPersons(row) && !given.has(row)) removed.delete(keyOf('coverage', row))

    appendRows('coverage', added)
    updateRows('coverage', renewed)
    removeRows('coverage', removed)
    // From here on the group counts as mapped: its districts stand.
    updateRows('groups', changes)
    recount([...rowsOf.values()].flat(), groups)
    return changes
  })
}
