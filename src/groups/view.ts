/** The Groups page: how many groups there are, and which are not mapped and why. */
import type { GroupsView, MapProblem } from '../contract'
import { readNote } from '../registry/mapping-note'
import { readTable } from '../registry/table'
import type { Row } from '../registry/tables'

/** Groups that left are no one’s to-do. */
const isListed = (group: Row<'groups'>): boolean => group.status !== 'left'
const mappingOf = (group: Row<'groups'>) => group.mapping || 'none'

/** Groups that were tried, and why that was not enough. Those never tried have no problem yet. */
function problemsOf(groups: readonly Row<'groups'>[]): MapProblem[] {
  return groups
    .filter((group) => mappingOf(group) !== 'mapped' && group.mappingNote !== '')
    .map((group) => ({ groupId: group.id, group: group.name, ...readNote(group.mappingNote) }))
}

/** Pure. */
export function toGroupsView(groups: readonly Row<'groups'>[], people: readonly Row<'people'>[]): GroupsView {
  const listed = groups.filter(isListed)
  const number = (of: string) => listed.filter((group) => mappingOf(group) === of).length
  return {
    total: listed.length,
    people: people.length,
    mapped: number('mapped'),
    check: number('check'),
    none: number('none'),
    problems: problemsOf(listed),
    groups: listed.map((group) => ({ id: group.id, name: group.name, town: group.town, mapping: mappingOf(group) })),
  }
}

/** Two reads. Throws `TAB_MISSING`, `COLUMN_MISSING`. */
export const groupsView = (): GroupsView => toGroupsView(readTable('groups'), readTable('people'))
