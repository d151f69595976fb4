/**
 * AdminDirectory, of it `Members`: admins of the Google Workspace that a Group belongs to. Consumer Groups belong to none.
 * https://developers.google.com/workspace/admin/directory/reference/rest/v1/members
 */
import { strict } from '../errors'
import type { Execution } from '../execution'
import type { GoogleGroup } from './groups-state'
import { apiError } from './refuse'

const SCOPES = {
  read: [
    'admin.directory.group',
    'admin.directory.group.member',
    'admin.directory.group.member.readonly',
    'admin.directory.group.readonly',
  ],
  write: ['admin.directory.group', 'admin.directory.group.member'],
} as const
const PER_PAGE = 200
const ROLES = ['OWNER', 'MANAGER', 'MEMBER']

export function makeAdminDirectory(execution: Execution): unknown {
  const { workspace, account } = execution
  const all = () => workspace.state.groups.groups
  const call = <T>(method: string, scopes: readonly string[], effect: () => T): T =>
    execution.call({ service: 'AdminDirectory', method: `Members.${method}`, scopes }, effect)

  const find = (method: string, key: string): GoogleGroup => {
    const group = all()[String(key).toLowerCase()]
    // Who is no admin learns nothing, not even whether it is there.
    if (!workspace.state.groups.admins?.includes(account) || group?.consumer)
      throw apiError(execution, `directory.members.${method}`, 403, 'forbidden', 'notAuthorized')
    if (!group) throw apiError(execution, `directory.members.${method}`, 404, 'notFound', 'resourceMissing', 'groupKey')
    return group
  }
  const toResource = ({ email, role }: GoogleGroup['members'][number]) => ({
    kind: 'admin#directory#member',
    email,
    role,
    type: all()[email.toLowerCase()] ? 'GROUP' : 'USER',
    status: 'ACTIVE',
  })

  const Members = strict('AdminDirectory.Members', {
    list: (groupKey: string, options: { maxResults?: number; pageToken?: string } = {}) =>
      call('list', SCOPES.read, () => {
        const members = find('list', groupKey).members.filter((m) => ROLES.includes(m.role))
        const size = Math.min(options.maxResults ?? PER_PAGE, PER_PAGE)
        const from = Number(options.pageToken ?? 0)
        const page = members.slice(from, from + size).map(toResource)
        return {
          kind: 'admin#directory#members',
          // An empty page has no list at all.
          ...(page.length > 0 ? { members: page } : {}),
          ...(from + size < members.length ? { nextPageToken: String(from + size) } : {}),
        }
      }),
    insert: (member: { email?: string; role?: string }, groupKey: string) =>
      call('insert', SCOPES.write, () => {
        const group = find('insert', groupKey)
        const email = String(member.email ?? '').toLowerCase()
        if (!email.includes('@'))
          throw apiError(execution, 'directory.members.insert', 400, 'required', 'resourceMissing', 'memberKey')
        if (group.members.some((m) => m.email.toLowerCase() === email))
          throw apiError(execution, 'directory.members.insert', 409, 'duplicate', 'memberExists')
        const made = { email, role: (member.role ?? 'MEMBER') as 'MEMBER' }
        group.members.push(made)
        return toResource(made)
      }),
    remove: (groupKey: string, memberKey: string) =>
      call('remove', SCOPES.write, () => {
        const group = find('delete', groupKey)
        const at = group.members.findIndex((m) => m.email.toLowerCase() === String(memberKey).toLowerCase())
        if (at < 0)
          throw apiError(execution, 'directory.members.delete', 404, 'notFound', 'resourceMissing', 'memberKey')
        group.members.splice(at, 1)
      }),
  })
  return strict('AdminDirectory', { Members })
}
