/** The Groups page: how many groups there are, and which are not mapped and why. */
import type { GroupsView, MapProblem } from '../contract'
import { hasLeft, mappingBy, noteOfGroup } from '../registry/group-rows'
import { readTable } from '../registry/table'
import type { Row } from '../registry/tables'

type MappingOf = ReturnType<typeof mappingBy>

/** Groups that were tried, and why that was not enough. Those never tried have no problem yet. */
function problemsOf(groups: readonly Row<'groups'>[], mappingOf: MappingOf): MapProblem[] {
  return groups
    .filter((group) => mappingOf(group) !== 'mapped')
    .map((group) => ({ groupId: group.id, group: group.name, ...noteOfGroup(group) }))
    .filter(({ why }) => why !== '')
}

/** Pure. */
export function toGroupsView(
  groups: readonly Row<'groups'>[],
  people: readonly Row<'people'>[],
  coverage: readonly Row<'coverage'>[],
): GroupsView {
  const listed = groups.filter((group) => !hasLeft(group))
  const mappingOf = mappingBy(coverage)
  const number = (of: string) => listed.filter((group) => mappingOf(group) === of).length
  return {
    total: listed.length,
    left: groups.length - listed.length,
    people: people.length,
    mapped: number('mapped'),
    check: number('check'),
    none: number('none'),
    problems: problemsOf(listed, mappingOf),
    groups: listed.map((group) => ({ id: group.id, name: group.name, town: group.town, mapping: mappingOf(group) })),
  }
}

/** Three reads. Throws `TAB_MISSING`, `COLUMN_MISSING`. */
export const groupsView = (): GroupsView =>
  toGroupsView(readTable('groups'), readTable('people'), readTable('coverage'))
