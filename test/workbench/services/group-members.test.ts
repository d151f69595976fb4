/** AdminDirectory and CloudIdentityGroups: who may change the members of a Google Group, and how the others are refused. */
import type { GoogleGroup } from '../../../workbench/workspace/services/groups-state'
import { begin, LEE, MAYA, makeWorkspace, thrown } from './run'

const LIST = 'leaders@groups.example.org'
interface Members {
  list(
    group: string,
    options?: object,
  ): { members?: { email: string; role: string; type: string }[]; nextPageToken?: string }
  insert(member: object, group: string): { email: string }
  remove(group: string, member: string): void
}
interface Memberships {
  list(
    name: string,
    options?: object,
  ): { memberships: { name: string; preferredMemberKey: { id: string }; roles: { name: string }[] }[] }
  lookup(name: string, options: object): { name: string }
  create(membership: object, name: string): { done: boolean }
  remove(name: string): { done: boolean }
}

function start(about: Partial<GoogleGroup> = {}, admins: string[] = [MAYA]) {
  const workspace = makeWorkspace({ language: 'es', scopes: ['admin.directory.group.member', 'cloud-identity.groups'] })
  workspace.options.manifest.dependencies?.enabledAdvancedServices?.push(
    { userSymbol: 'AdminDirectory', serviceId: 'admin', version: 'directory_v1' },
    { userSymbol: 'CloudIdentityGroups', serviceId: 'cloudidentity', version: 'v1' },
  )
  workspace.state.groups.admins = admins
  workspace.state.groups.groups[LIST] = {
    email: LIST,
    hidden: false,
    posting: 'members',
    members: [
      { email: MAYA, role: 'OWNER' },
      { email: LEE, role: 'MEMBER' },
      { email: 'asked@example.org', role: 'INVITED' },
    ],
    ...about,
  }
  const services = (who: string) =>
    begin(workspace, who) as unknown as {
      AdminDirectory: { Members: Members }
      CloudIdentityGroups: { Groups: { lookup(options: object): { name: string }; Memberships: Memberships } }
    }
  return {
    workspace,
    directory: (who = MAYA) => services(who).AdminDirectory.Members,
    cloud: (who = MAYA) => services(who).CloudIdentityGroups.Groups,
    members: () => workspace.state.groups.groups[LIST]?.members.map((m) => m.email),
  }
}
const codeOf = (work: () => unknown): number | undefined => thrown(work).details?.code

test('an admin lists, adds and takes out members; who was only invited is none', () => {
  const { directory, members } = start()
  expect(
    directory()
      .list(LIST)
      .members?.map((m) => [m.email, m.role]),
  ).toEqual([
    [MAYA, 'OWNER'],
    [LEE, 'MEMBER'],
  ])
  directory().insert({ email: 'New@example.org', role: 'MEMBER' }, LIST)
  directory().remove(LIST, LEE)
  expect(members()).toEqual([MAYA, 'asked@example.org', 'new@example.org'])
})

test('long lists come in pages', () => {
  const many = Array.from({ length: 5 }, (_, i) => ({ email: `m${i}@example.org`, role: 'MEMBER' as const }))
  const { directory } = start({ members: many })
  const first = directory().list(LIST, { maxResults: 2 })
  const second = directory().list(LIST, { maxResults: 2, pageToken: first.nextPageToken })
  const third = directory().list(LIST, { maxResults: 2, pageToken: second.nextPageToken })
  expect([first, second, third].map((page) => page.members?.length)).toEqual([2, 2, 1])
  expect(third.nextPageToken).toBeUndefined()
})

test('Directory: 403 for who is no admin and for Groups of consumers, 404 for what is not there, 409 for who is in already', () => {
  const { directory } = start()
  expect(codeOf(() => directory(LEE).list(LIST))).toBe(403)
  expect(codeOf(() => directory().list('none@example.org'))).toBe(404)
  expect(codeOf(() => directory().insert({ email: LEE }, LIST))).toBe(409)
  expect(codeOf(() => directory().remove(LIST, 'none@example.org'))).toBe(404)
  expect(codeOf(() => start({ consumer: true }).directory().insert({ email: 'x@example.org' }, LIST))).toBe(403)
  expect(thrown(() => directory(LEE).list(LIST)).message).toContain('No tienes autorización')
})

test('Cloud Identity: an owner without admin rights adds and takes out; the owner is told apart by a role', () => {
  const { cloud, members } = start({}, [])
  const groups = cloud()
  const { name } = groups.lookup({ 'groupKey.id': LIST })
  expect(
    groups.Memberships.list(name).memberships.map((m) => [m.preferredMemberKey.id, m.roles.map((r) => r.name)]),
  ).toEqual([
    [MAYA, ['MEMBER', 'OWNER']],
    [LEE, ['MEMBER']],
  ])
  groups.Memberships.create({ preferredMemberKey: { id: 'new@example.org' }, roles: [{ name: 'MEMBER' }] }, name)
  groups.Memberships.remove(groups.Memberships.lookup(name, { 'memberKey.id': LEE }).name)
  expect(members()).toEqual([MAYA, 'asked@example.org', 'new@example.org'])
})

test('Cloud Identity: members may look but not change, what is hidden or of consumers is refused like what is not there', () => {
  const { cloud } = start({}, [])
  const { name } = cloud(LEE).lookup({ 'groupKey.id': LIST })
  expect(codeOf(() => cloud(LEE).Memberships.create({ preferredMemberKey: { id: 'x@example.org' } }, name))).toBe(403)
  expect(codeOf(() => cloud().Memberships.create({ preferredMemberKey: { id: LEE } }, name))).toBe(409)
  expect(codeOf(() => cloud().lookup({ 'groupKey.id': 'none@example.org' }))).toBe(403)
  expect(codeOf(() => start({ hidden: true }).cloud(LEE).lookup({ 'groupKey.id': LIST }))).toBe(403)
  expect(codeOf(() => start({ consumer: true }).cloud().lookup({ 'groupKey.id': LIST }))).toBe(403)
})

test('without the scope in the manifest both are refused', () => {
  const { workspace, directory, cloud } = start()
  workspace.options.manifest.oauthScopes.length = 0
  expect(() => directory().list(LIST)).toThrow(/admin\.directory\.group/)
  expect(() => cloud().lookup({ 'groupKey.id': LIST })).toThrow(/cloud-identity\.groups/)
})

test('GroupsApp does not show members without a Google account; the Group’s archive keeps what was taken', () => {
  const { workspace } = start({ posting: 'anyone' })
  const group = workspace.state.groups.groups[LIST]
  group?.members.push({ email: 'none@example.net', role: 'MEMBER', noAccount: true })
  workspace.options.manifest.oauthScopes.push(
    'https://www.googleapis.com/auth/groups',
    'https://www.googleapis.com/auth/script.send_mail',
  )
  const { GroupsApp, MailApp } = begin(workspace)
  expect(
    GroupsApp.getGroupByEmail(LIST)
      .getUsers()
      .map((u) => u.getEmail()),
  ).toEqual([MAYA, LEE])
  MailApp.sendEmail(LIST, 'One', 'text')
  expect(workspace.mailbox('none@example.net')).toHaveLength(1)
  expect(group?.archive?.map((p) => p.from)).toEqual([MAYA])
  if (group) group.posting = 'members'
  group?.members.shift()
  begin(workspace).MailApp.sendEmail(LIST, 'Two', 'text')
  expect(group?.archive).toHaveLength(1)
})
