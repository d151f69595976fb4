/** Which people can be asked, and why the others cannot. Pure. */
import { mailboxOf, toAddress } from '../../registry/address'
import { isReachable } from '../../registry/district-rows'
import type { Row } from '../../registry/tables'
import { dateText } from '../../registry/when'
import { hasOptedOut, ROLES } from '../../registry/words'

export type Group = Row<'groups'>
export type Person = Row<'people'>

export interface Reached {
  readonly address: string
  readonly name: string
  /** Asked in place of leads that cannot be. */
  readonly backup: boolean
}

/** `mailbox`: of whoever is passed over; null where it is no person with an address. */
export interface Passed {
  readonly who: string
  readonly why: string
  readonly mailbox: string | null
}

/** What decides who can be asked now. */
export interface Now {
  readonly optedOut: ReadonlySet<string>
  readonly now: Date
  readonly zone: string
}

/** What stands in a cell and cannot be read, as a reason: never the whole of a long one. */
const isNo = (cell: string, what: string): string => `“${cell.slice(0, 40)}” is no ${what}`

export const nameOf = (person: Person): string => person.name.trim() || person.email.trim() || person.id

/** The address of a person who can be asked; else why not. */
export function reachPerson(person: Person, { optedOut, now, zone }: Now): { address: string } | { why: string } {
  const address = toAddress(person.email)
  const { awayUntil } = person
  if (hasOptedOut(person) || (address && optedOut.has(mailboxOf(address)))) return { why: 'opted out' }
  if (typeof awayUntil === 'string') return { why: `away: ${isNo(awayUntil, 'day')}` }
  if (awayUntil && awayUntil > now) return { why: `away until ${dateText(awayUntil, zone)}` }
  if (!person.email.trim()) return { why: 'no e-mail' }
  return address ? { address } : { why: `e-mail cannot be used: ${person.email.trim().slice(0, 60)}` }
}

/** Why nobody of this group is asked; '' where it gets alerts. */
export function groupIsOut(group: Group): string {
  if (isReachable(group)) return ''
  const { status } = group
  return status === 'left' ? 'group has left' : status === 'paused' ? 'group is paused' : isNo(status, 'status')
}

/** Leads are asked; where none of a group’s leads can be reached, its backups are. */
export function reachGroup(
  group: Group,
  people: readonly Person[],
  circumstances: Now,
): { asked: Reached[]; passed: Passed[] } {
  const asked: Reached[] = []
  const passed: Passed[] = []
  const look = (person: Person, backup: boolean): void => {
    const found = reachPerson(person, circumstances)
    if ('address' in found) asked.push({ address: found.address, name: nameOf(person), backup })
    else passed.push({ who: `${nameOf(person)} (${group.name})`, why: found.why, mailbox: mailboxIn(person) })
  }
  const leads = people.filter((p) => p.roles.includes('lead'))
  const backups = people.filter((p) => p.roles.includes('backup') && !p.roles.includes('lead'))
  for (const lead of leads) look(lead, false)
  if (asked.length > 0) return { asked, passed }

  const leadsPassed = passed.length
  for (const backup of backups) look(backup, true)
  const told = asked.length > 0 ? '; backup asked' : backups.length > 0 ? '; no backup can be reached' : '; no backup'
  const all = passed.map((s, i) => (i < leadsPassed ? { ...s, why: s.why + told } : s))
  if (leads.length + backups.length === 0) {
    const odd = people.flatMap((p) => p.roles).find((role) => !ROLES.some((known) => known === role))
    const why = `has no lead and no backup${odd ? `; ${isNo(odd, 'role')}` : ''}`
    all.push({ who: group.name, why, mailbox: null })
  }
  return { asked, passed: all }
}

export function mailboxIn(person: Person): string | null {
  const address = toAddress(person.email)
  return address && mailboxOf(address)
}
