/** Writes verdicts into the sheet: one read and at most a few writes a table, however many groups. */
import { alone } from '../registry/settle'
import type { StateFacts } from '../registry/states'
import { appendRows, keyOf, readTable, removeRows, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import { type GroupChange, isPersons, merge } from './merge'
import { recount } from './recount'
import type { Verdict } from './verdict'

type Group = Row<'groups'>
type Coverage = Row<'coverage'>

/** A verdict and the group as it was when its address was asked for. */
export interface Judged {
  readonly group: Group
  readonly verdict: Verdict
}

const sameAddress = (a: Group, b: Group): boolean => a.address === b.address && a.town === b.town && a.zip === b.zip

/**
 * Brings Coverage, Groups and the counts in Districts up to date with these verdicts. The sheet is read again first: a
 * group whose address was changed meanwhile, that is gone, or whose ID stands twice, is left as it stands and stays
 * unmapped. Gives the changes by group ID. Throws `SHEET_BUSY`, `TAB_MISSING`, `COLUMN_MISSING`.
 */
export function commit(judged: readonly Judged[], state: StateFacts, now: Date): Map<string, GroupChange> {
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
    const changes = new Map<string, GroupChange>()
    for (const { group, verdict } of judged) {
      const current = standing.get(group.id)
      if (!current || twice.has(group.id) || !sameAddress(current, group)) continue
      const merged = merge(current, rowsOf.get(group.id) ?? [], verdict, chambers, now)
      added.push(...merged.added)
      for (const { groupId, chamber, district, group: name, lines, mappedOn } of merged.renewed)
        renewed.set(keyOf('coverage', { groupId, chamber, district }), { group: name, lines, mappedOn })
      for (const row of merged.removed) removed.add(keyOf('coverage', row))
      rowsOf.set(group.id, [...merged.rows])
      changes.set(group.id, merged.group)
    }
    // A copy of a removed row that a person has made their own has the same key: it stays, and so does the row.
    for (const row of coverage) if (isPersons(row)) removed.delete(keyOf('coverage', row))

    appendRows('coverage', added)
    updateRows('coverage', renewed)
    removeRows('coverage', removed)
    // From here on the group counts as mapped: its districts stand.
    updateRows('groups', changes)
    recount([...rowsOf.values()].flat(), groups)
    return changes
  })
}
