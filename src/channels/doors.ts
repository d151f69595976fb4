/**
 * Members of a Google Group. Three doors, of which an account has one, two or none: Directory (admins of a Workspace),
 * Cloud Identity (owners and managers of a Group in one), GroupsApp (whoever may see the list; reads only). The first two
 * are there only where the manifest names them. What they throw is in the user’s language: numbers count, words never.
 */
import { cloudGroups, directory, groupNamed, type Page } from '../google/google-group'

export interface Member {
  /** Lower case. */
  readonly address: string
  /** Owners and managers are never taken out by a program. */
  readonly runs: boolean
}

export interface MemberList {
  readonly members: readonly Member[]
  /** False: GroupsApp shows only members with a Google account; whoever is missing may be in all the same. */
  readonly whole: boolean
  /** This account may change who is in it, as far as can be told before it is tried. */
  readonly canChange: boolean
}

function attempt<T>(call: () => T): { readonly value: T } | { readonly code: number } {
  try {
    return { value: call() }
  } catch (error) {
    return { code: Number((error as { details?: { code?: number } }).details?.code) || 0 }
  }
}

function pages<P extends Page>(ask: (more: object) => P): P[] {
  const all: P[] = []
  let more: object = {}
  do {
    const page = ask(more)
    all.push(page)
    more = page.nextPageToken ? { pageToken: page.nextPageToken } : {}
  } while ('pageToken' in more && all.length < 100)
  return all
}

const RUNS = ['OWNER', 'MANAGER']
const toMember = (address: string | undefined, roles: readonly string[]): Member => ({
  address: (address ?? '').trim().toLowerCase(),
  runs: roles.some((role) => RUNS.includes(role)),
})
const GROUP_TYPE = 'GROUP'

/** A Group inside of the Group: who is in there is not asked for, so the list is not whole. */
const isWhole = (types: readonly (string | undefined)[]): boolean => !types.includes(GROUP_TYPE)

function byDirectory(group: string): MemberList | null {
  const members = directory()
  if (!members) return null
  const found = attempt(() => pages((more) => members.list(group, { maxResults: 200, ...more })))
  if (!('value' in found)) return null
  const all = found.value.flatMap((page) => page.members ?? [])
  return {
    members: all.map((m) => toMember(m.email, [m.role ?? ''])),
    whole: isWhole(all.map((m) => m.type)),
    canChange: true,
  }
}

function byCloudIdentity(group: string, me: string): MemberList | null {
  const groups = cloudGroups()
  if (!groups) return null
  const found = attempt(() => {
    const name = groups.lookup({ 'groupKey.id': group }).name ?? ''
    return pages((more) => groups.Memberships.list(name, { pageSize: 200, ...more }))
  })
  if (!('value' in found)) return null
  const all = found.value.flatMap((page) => page.memberships ?? [])
  const members = all.map((m) =>
    toMember(
      m.preferredMemberKey?.id,
      (m.roles ?? []).map((role) => role.name ?? ''),
    ),
  )
  return {
    members,
    whole: isWhole(all.map((m) => m.type)),
    canChange: members.some((m) => m.address === me && m.runs),
  }
}

function byGroupsApp(group: string): MemberList | null {
  const found = attempt(() => {
    const asked = groupNamed(group)
    const users = asked.getUsers()
    const roles = users.length > 0 ? asked.getRoles(users).map(String) : []
    return users.flatMap((user, i) => (roles[i] === 'BANNED' ? [] : [toMember(user.getEmail(), [roles[i] ?? ''])]))
  })
  return 'value' in found ? { members: found.value, whole: false, canChange: false } : null
}

/** The members, by the best door that the account `me` has; null: by none. */
export const membersOf = (group: string, me: string): MemberList | null =>
  byDirectory(group) ?? byCloudIdentity(group, me) ?? byGroupsApp(group)

/** Number of the last refusal; 0 where none came. `ok`: it is as wanted now, done here or before. */
export type Changed = { readonly ok: boolean; readonly code: number }

/** The first door that does it. `same`: the number that says that it was so already. */
function change(doors: readonly ((() => unknown) | null)[], same: number): Changed {
  let code = 0
  for (const door of doors) {
    if (!door) continue
    const done = attempt(door)
    if ('value' in done || done.code === same) return { ok: true, code: 0 }
    code = done.code
  }
  return { ok: false, code }
}

export function addMember(group: string, address: string): Changed {
  const members = directory()
  const groups = cloudGroups()
  return change(
    [
      members ? () => members.insert({ email: address, role: 'MEMBER' }, group) : null,
      groups
        ? () => {
            const name = groups.lookup({ 'groupKey.id': group }).name ?? ''
            return groups.Memberships.create({ preferredMemberKey: { id: address }, roles: [{ name: 'MEMBER' }] }, name)
          }
        : null,
    ],
    409,
  )
}

export function removeMember(group: string, address: string): Changed {
  const members = directory()
  const groups = cloudGroups()
  return change(
    [
      members ? () => members.remove(group, address) : null,
      groups
        ? () => {
            const name = groups.lookup({ 'groupKey.id': group }).name ?? ''
            const membership = groups.Memberships.lookup(name, { 'memberKey.id': address }).name ?? ''
            return groups.Memberships.remove(membership)
          }
        : null,
    ],
    404,
  )
}
