/** What is true of a group’s row only together with others of its cells, or with its Coverage rows. Pure. */
import { readNote } from './mapping-note'
import type { Row } from './tables'
import type { Mapping } from './words'

type Typed = Pick<Row<'groups'>, 'address' | 'town' | 'zip'>
type Mapped = Pick<Row<'groups'>, 'mapping' | 'mappedAddress'> & Typed

/** Groups that left are no one’s to-do, and are not counted. */
export const hasLeft = (group: Pick<Row<'groups'>, 'status'>): boolean => group.status === 'left'

/** What `Mapped address` holds: address, town and ZIP as they stood when the group was mapped. */
export const addressOf = ({ address, town, zip }: Typed): string => [address, town, zip].map((s) => s.trim()).join('|')

const plain = (text: string): string => text.toLowerCase().replace(/[\s|]+/g, ' ')

/** Another address stands here than the one that was mapped. Rows mapped before that was written down do not count. */
export const hasMoved = (group: Omit<Mapped, 'mapping'>): boolean =>
  group.mappedAddress.trim() !== '' && plain(group.mappedAddress) !== plain(addressOf(group))

/** A person should look: it says so, or its address was changed, by paste or telephone too, after it was mapped. */
export const needsCheck = (group: Mapped): boolean =>
  group.mapping === 'check' || (group.mapping === 'mapped' && hasMoved(group))

/** How a group is mapped: without a row in Coverage it is not, whatever its Mapping says. */
export function mappingBy(
  coverage: readonly Pick<Row<'coverage'>, 'groupId'>[],
): (group: Mapped & Pick<Row<'groups'>, 'id'>) => Mapping {
  const covered = new Set(coverage.map((row) => row.groupId.trim()))
  return (group) => {
    if (group.mapping === 'mapped' && !covered.has(group.id.trim())) return 'none'
    return needsCheck(group) ? 'check' : group.mapping || 'none'
  }
}

// Outside of functions: `onEdit` may say it, and reads no file.
export const MOVED = { why: 'The address was changed after it was mapped.', next: 'Map it again.' }

/** Why a group needs checking or is not mapped, and what to do. */
export const noteOfGroup = (group: Mapped & Pick<Row<'groups'>, 'mappingNote'>): typeof MOVED =>
  group.mapping === 'mapped' && hasMoved(group) ? MOVED : readNote(group.mappingNote)
