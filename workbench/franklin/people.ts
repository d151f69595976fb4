/** Leaders, backups, and the few who run the network. */
import type { Random } from '../workspace/random'
import type { FranklinGroup } from './groups'
import { emailOf, type PersonName, phone } from './names'

export interface FranklinAccount {
  email: string
  name: string
  kind: 'consumer' | 'workspace'
  /** What the person is to the network. */
  role: 'coordinator' | 'working group' | 'organizer'
}

export interface FranklinPerson {
  name: string
  email: string
  phone: string
  /** Exact name of a group, or empty. */
  group: string
  roles: string
  /** `2026-12-01` or empty. */
  awayUntil: string
  optedOut: 'yes' | ''
}

/** People with a Google account in the workbench; Maya owns the sheet. */
export const ACCOUNTS: readonly FranklinAccount[] = [
  { email: 'maya@example.org', name: 'Maya Lanternbrook', kind: 'consumer', role: 'coordinator' },
  { email: 'devon@example.org', name: 'Devon Thistlemoor', kind: 'workspace', role: 'coordinator' },
  { email: 'priya@example.org', name: 'Priya Quiltgarth', kind: 'consumer', role: 'working group' },
  { email: 'sam@example.org', name: 'Sam Pebbleton', kind: 'consumer', role: 'organizer' },
]

/** By place in the list of groups, once in sixty. */
const WITHOUT_LEADER = 28
const SAME_LEADER_AS_BEFORE = 7
const LEADER_AWAY = 13
const LEADER_OPTED_OUT = 21

/**
 * A lead for nearly every group, a backup for every second. One group has no leader; one person leads two groups and
 * so stands in two rows with one address; one leader is away, one has opted out.
 */
export function makePeople(
  groups: readonly FranklinGroup[],
  random: Random,
  nextName: () => PersonName,
): FranklinPerson[] {
  const people: FranklinPerson[] = ACCOUNTS.map((account, i) => ({
    name: account.name,
    email: account.email,
    phone: phone(random),
    group: i === 0 ? (groups[0]?.name ?? '') : '',
    roles: i === 0 && groups[0] ? `lead, ${account.role}` : account.role,
    awayUntil: '',
    optedOut: '',
  }))
  const add = (group: string, roles: string, also: Partial<FranklinPerson> = {}): FranklinPerson => {
    const name = nextName()
    const person: FranklinPerson = {
      name: name.full,
      email: emailOf(name),
      phone: phone(random),
      group,
      roles,
      awayUntil: '',
      optedOut: '',
      ...also,
    }
    people.push(person)
    return person
  }
  let before: FranklinPerson | null = null
  groups.forEach((group, i) => {
    const place = i % 60
    if (place === SAME_LEADER_AS_BEFORE && before) people.push({ ...before, group: group.name })
    else if (i > 0 && place !== WITHOUT_LEADER) {
      const also: Partial<FranklinPerson> =
        place === LEADER_AWAY ? { awayUntil: '2026-12-04' } : place === LEADER_OPTED_OUT ? { optedOut: 'yes' } : {}
      before = add(group.name, random.next() < 0.2 ? 'lead, facilitator' : 'lead', also)
    }
    if (place % 2 === 1 && place !== 1 && place !== 59)
      add(group.name, random.next() < 0.3 ? 'backup, notes' : 'backup')
  })
  return people
}

export const PERSON_HEADERS = ['Name', 'Email', 'Phone', 'Group', 'Roles', 'Away until', 'Opted out'] as const

export const personRow = (p: FranklinPerson): string[] => [
  p.name,
  p.email,
  p.phone,
  p.group,
  p.roles,
  p.awayUntil,
  p.optedOut,
]
