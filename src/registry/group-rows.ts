/** What is true of a group’s row only together with its Coverage rows. Pure. */
import type { Row } from './tables'
import type { Mapping } from './words'

type Group = Pick<Row<'groups'>, 'id' | 'mapping'>

/** Groups that left are no one’s to-do, and are not counted. */
export const hasLeft = (group: Pick<Row<'groups'>, 'status'>): boolean => group.status === 'left'

type Typed = Pick<Row<'groups'>, 'address' | 'town' | 'zip'>

/** What `Mapped address` holds: address, town and ZIP as they stood when the group was mapped. */
export const addressOf = ({ address, town, zip }: Typed): string => [address, town, zip].map((s) => s.trim()).join('|')

/** How a group is mapped: without a row in Coverage it is not, whatever its Mapping says. */
export function mappingBy(coverage: readonly Pick<Row<'coverage'>, 'groupId'>[]): (group: Group) => Mapping {
  const covered = new Set(coverage.map((row) => row.groupId.trim()))
  return ({ id, mapping }) => (mapping === 'mapped' && !covered.has(id.trim()) ? 'none' : mapping || 'none')
}
