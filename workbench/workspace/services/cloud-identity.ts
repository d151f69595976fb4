/**
 * CloudIdentityGroups, of it what finds a Group and changes its members: for its owners and managers, no admin needed.
 * What one may not see and what is not there are refused alike. Consumer Groups are not known there.
 * https://docs.cloud.google.com/identity/docs/reference/rest/v1/groups.memberships
 */
import { strict } from '../errors'
import type { Execution } from '../execution'
import type { GoogleGroup } from './groups-state'
import { type ApiError, apiError } from './refuse'

const SCOPES = {
  read: ['cloud-identity.groups', 'cloud-identity.groups.readonly'],
  write: ['cloud-identity.groups'],
} as const
const PER_PAGE = 200
const ROLES = ['OWNER', 'MANAGER', 'MEMBER']
const RUNS = ['OWNER', 'MANAGER']

/** A resource name that shows nothing of the address. */
const nameOf = (email: string): string =>
  `groups/0${[...email.toLowerCase()].map((c) => c.charCodeAt(0).toString(36)).join('')}`

export function makeCloudIdentityGroups(execution: Execution): unknown {
  const { workspace, account } = execution
  const all = () => workspace.state.groups.groups
  const call = <T>(method: string, scopes: readonly string[], effect: () => T): T =>
    execution.call({ service: 'CloudIdentityGroups', method, scopes }, effect)
  const denied = (method: string, name: string): ApiError =>
    apiError(execution, `cloudidentity.groups.${method}`, 403, 'forbidden', 'cloudDenied', name)

  const mayRun = (group: GoogleGroup): boolean =>
    group.members.some((m) => m.email.toLowerCase() === account && RUNS.includes(m.role))
  const find = (method: string, name: string, toChange: boolean): GoogleGroup => {
    const group = Object.values(all()).find((g) => nameOf(g.email) === name)
    const seen = group && !group.consumer && (mayRun(group) || (!toChange && !group.hidden))
    if (!group || !seen) throw denied(method, name)
    return group
  }
  const toResource = (group: GoogleGroup, { email, role }: GoogleGroup['members'][number]) => ({
    name: `${nameOf(group.email)}/memberships/${nameOf(email).slice(8)}`,
    preferredMemberKey: { id: email.toLowerCase() },
    // Owners and managers are members as well.
    roles: [...new Set(['MEMBER', role])].map((one) => ({ name: one })),
    type: all()[email.toLowerCase()] ? 'GROUP' : 'USER',
  })

  const Memberships = strict('CloudIdentityGroups.Groups.Memberships', {
    list: (parent: string, options: { pageSize?: number; pageToken?: string } = {}) =>
      call('Groups.Memberships.list', SCOPES.read, () => {
        const group = find('memberships.list', parent, false)
        const members = group.members.filter((m) => ROLES.includes(m.role))
        const size = Math.min(options.pageSize ?? PER_PAGE, 1_000)
        const from = Number(options.pageToken ?? 0)
        return {
          memberships: members.slice(from, from + size).map((m) => toResource(group, m)),
          ...(from + size < members.length ? { nextPageToken: String(from + size) } : {}),
        }
      }),
    lookup: (parent: string, options: Record<string, string> = {}) =>
      call('Groups.Memberships.lookup', SCOPES.read, () => {
        const group = find('memberships.lookup', parent, false)
        const member = group.members.find(
          (m) => m.email.toLowerCase() === String(options['memberKey.id']).toLowerCase(),
        )
        if (!member)
          throw apiError(execution, 'cloudidentity.groups.memberships.lookup', 404, 'notFound', 'apiNotFound')
        return { name: toResource(group, member).name }
      }),
    create: (membership: { preferredMemberKey?: { id?: string } }, parent: string) =>
      call('Groups.Memberships.create', SCOPES.write, () => {
        const group = find('memberships.create', parent, true)
        const email = String(membership.preferredMemberKey?.id ?? '').toLowerCase()
        if (!email.includes('@'))
          throw apiError(
            execution,
            'cloudidentity.groups.memberships.create',
            400,
            'invalidArgument',
            'invalidArgument',
            'preferredMemberKey',
          )
        if (group.members.some((m) => m.email.toLowerCase() === email))
          throw apiError(execution, 'cloudidentity.groups.memberships.create', 409, 'alreadyExists', 'memberExists')
        const made = { email, role: 'MEMBER' as const }
        group.members.push(made)
        return { done: true, response: toResource(group, made) }
      }),
    remove: (name: string) =>
      call('Groups.Memberships.remove', SCOPES.write, () => {
        const group = find('memberships.delete', String(name).split('/memberships/')[0] ?? '', true)
        const at = group.members.findIndex((m) => toResource(group, m).name === name)
        if (at < 0) throw apiError(execution, 'cloudidentity.groups.memberships.delete', 404, 'notFound', 'apiNotFound')
        group.members.splice(at, 1)
        return { done: true }
      }),
  })
  const Groups = strict('CloudIdentityGroups.Groups', {
    lookup: (options: Record<string, string> = {}) =>
      call('Groups.lookup', SCOPES.read, () => {
        const email = String(options['groupKey.id'] ?? '').toLowerCase()
        return { name: nameOf(find('lookup', nameOf(email), false).email) }
      }),
    Memberships,
  })
  return strict('CloudIdentityGroups', { Groups })
}
