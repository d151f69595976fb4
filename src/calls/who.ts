/** People as calls see them: how a cell names them, what they volunteered for, when they are away. Pure. */
import type { Row } from '../registry/tables'
import { wallClock } from '../registry/when'
import { dayOf, dayWords, holds, toDays } from './days'
import type { Volunteer } from './rota'

export type Person = Row<'people'>

const DAY = 86_400_000

/** A person as a cell names them: the name, with the ID where others have it too. */
export function labelOf(people: readonly Person[], id: string): string {
  const person = people.find((p) => p.id === id)
  if (!person) return id.replace(/^\?/, '')
  const name = person.name.trim() || person.email.trim() || id
  return people.some((p) => p.id !== id && p.name.trim() === name) ? `${name} (${id})` : name
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
  return found ? found.id : text && `?${text}`
}

/** Who may have a turn: people with a duty under Roles, and coordinators to step in. */
export function volunteersOf(people: readonly Person[], zone: string): Volunteer[] {
  return people.flatMap((person) => {
    const duties = (['facilitator', 'notes'] as const).filter((duty) => person.roles.includes(duty))
    const coordinator = person.roles.includes('coordinator')
    if (duties.length === 0 && !coordinator) return []
    const { awayUntil } = person
    const until =
      awayUntil && typeof awayUntil !== 'string'
        ? wallClock(new Date(awayUntil.getTime() + DAY / 2), zone).slice(0, 10)
        : ''
    const days = toDays(person.awayOn)
    const away = (day: number): string => {
      if (typeof awayUntil === 'string' && awayUntil) return `away (“${awayUntil}”)`
      if (dayOf(day) < until) return `away until ${until}`
      if (days.bad) return `away (“${days.bad}” is no day)`
      return holds(days, day) ? `away on ${dayWords(day)}` : ''
    }
    return [{ id: person.id, name: labelOf(people, person.id), group: person.groupId, duties, coordinator, away }]
  })
}

export const addressOf = (people: readonly Person[], id: string): string =>
  people
    .find((p) => p.id === id)
    ?.email.trim()
    .toLowerCase() ?? ''

/** Names that differ in capitals and spaces alone are one. */
export const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')
