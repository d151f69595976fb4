/** People as calls see them: how a cell names them, what they volunteered for, when they are away. Pure. */
import { mailboxOf, toAddress } from '../registry/address'
import type { Row } from '../registry/tables'
import { wallClock } from '../registry/when'
import { hasOptedOut } from '../registry/words'
import { dayOf, dayWords, holds, toDays } from './days'
import type { Volunteer } from './rota'

export type Person = Row<'people'>

const DAY = 86_400_000

/** Who leads two groups stands in two rows with one mailbox: all rows of the person in this one. */
export function rowsOf(people: readonly Person[], person: Person): Person[] {
  if (!person.email.trim()) return [person]
  const mailbox = mailboxOf(person.email)
  return people.filter((p) => mailboxOf(p.email) === mailbox)
}

/** The first of them stands for the person. */
const firstRow = (people: readonly Person[], person: Person): Person => rowsOf(people, person)[0] ?? person

/** A person as a cell names them: the name, with the ID where others have it too. */
export function labelOf(people: readonly Person[], id: string): string {
  const person = people.find((p) => p.id === id)
  if (!person) return id.replace(/^\?/, '')
  const name = person.name.trim() || person.email.trim() || id
  return people.some((p) => p.name.trim() === name && firstRow(people, p).id !== firstRow(people, person).id)
    ? `${name} (${id})`
    : name
}

/** The ID of whoever a cell names, by ID, e-mail or name; `?` and the words where nobody is meant by them; '' where it is blank. */
export function personIn(people: readonly Person[], cell: string): string {
  const text = cell.trim()
  const plain = text.toLowerCase()
  const [id] = /P-\d+/i.exec(text) ?? []
  const found =
    people.find((p) => id && p.id.toUpperCase() === id.toUpperCase()) ??
    people.find((p) => plain && p.email.trim().toLowerCase() === plain) ??
    people.find((p) => plain && p.name.trim().toLowerCase() === plain)
  return found ? firstRow(people, found).id : text && `?${text}`
}

/** Who may have a turn: people with a duty under Roles, and coordinators to step in. */
export function volunteersOf(people: readonly Person[], zone: string): Volunteer[] {
  const rows = new Map<string, Person[]>()
  for (const person of people) {
    const key = person.email.trim() ? mailboxOf(person.email) : person.id
    rows.set(key, [...(rows.get(key) ?? []), person])
  }
  return [...rows.values()].flatMap((own) => {
    const has = (role: Person['roles'][number]): boolean => own.some((person) => person.roles.includes(role))
    const duties = (['facilitator', 'notes'] as const).filter(has)
    const [{ id, groupId }] = own as [Person, ...Person[]]
    if (duties.length === 0 && !has('coordinator')) return []
    const aways = [() => unmailed(own), ...own.map((person) => awayOf(person, zone))]
    return [
      {
        id,
        name: labelOf(people, id),
        group: groupId,
        duties,
        coordinator: has('coordinator'),
        away: (day: number): string => aways.map((away) => away(day)).find(Boolean) ?? '',
      },
    ]
  })
}

/** Nobody is put down who would not hear of it. */
function unmailed(own: readonly Person[]): string {
  if (own.some(hasOptedOut)) return 'not to be mailed (opted out)'
  return own.some((person) => toAddress(person.email)) ? '' : 'without an e-mail address'
}

/** Why a person cannot on a day, by what stands in this row; '' where they can. */
function awayOf(person: Person, zone: string): (day: number) => string {
  const { awayUntil } = person
  const until =
    awayUntil && typeof awayUntil !== 'string'
      ? wallClock(new Date(awayUntil.getTime() + DAY / 2), zone).slice(0, 10)
      : ''
  const days = toDays(person.awayOn)
  return (day) => {
    if (typeof awayUntil === 'string' && awayUntil) return `away (“${awayUntil}”)`
    if (dayOf(day) < until) return `away until ${until}`
    if (days.bad) return `away (“${days.bad}” is no day)`
    return holds(days, day) ? `away on ${dayWords(day)}` : ''
  }
}

export const addressOf = (people: readonly Person[], id: string): string =>
  people
    .find((p) => p.id === id)
    ?.email.trim()
    .toLowerCase() ?? ''

/** Names that differ in capitals and spaces alone are one. */
export const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')
