/**
 * Who is in a Google Group, as the cell “In the Group” of People keeps it: `CH-001: in as lee@example.org`. The address
 * stands with it, so that a mark does not outlive a change of it. Of members who are not in People nothing is kept. Pure.
 */
import { mailboxOf } from './address'
import type { Row } from './tables'

type Person = Pick<Row<'people'>, 'email' | 'inGroups'>
export type Membership = 'in' | 'out' | 'unknown'

const MARK = /^(CH-\d+): (in|out) as ([^\s;]+)$/

interface Mark {
  readonly is: 'in' | 'out'
  readonly address: string
}

function marksIn(cell = ''): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const part of cell.split(';')) {
    const [, id = '', is, address = ''] = MARK.exec(part.trim()) ?? []
    if (id) marks.set(id, { is: is === 'in' ? 'in' : 'out', address })
  }
  return marks
}

/** `unknown`: never compared, or with another address. */
export function membershipOf({ email, inGroups }: Person, channelId: string): Membership {
  const mark = marksIn(inGroups).get(channelId)
  return mark && mailboxOf(mark.address) === mailboxOf(email) ? mark.is : 'unknown'
}

/** The cell with the mark of this channel set anew; null takes it away. */
export function membershipMarks({ email, inGroups }: Person, channelId: string, isIn: boolean | null): string {
  const marks = marksIn(inGroups)
  if (isIn === null) marks.delete(channelId)
  else marks.set(channelId, { is: isIn ? 'in' : 'out', address: email.trim().toLowerCase() })
  return [...marks].map(([id, { is, address }]) => `${id}: ${is} as ${address}`).join('; ')
}

/** The member list is of the address that the channel has now. */
export const isRead = ({ readAt, readOf, address }: Row<'channels'>): boolean =>
  readAt !== null && readOf !== '' && mailboxOf(readOf) === mailboxOf(address)
