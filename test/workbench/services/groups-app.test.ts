import { begin, LEE, MAYA, makeWorkspace } from './run'

const LIST = 'leaders@groups.example.org'
const start = (hidden: boolean) => {
  const workspace = makeWorkspace()
  workspace.state.groups.groups[LIST] = {
    email: LIST,
    hidden,
    posting: 'members',
    members: [
      { email: MAYA, role: 'OWNER' },
      { email: LEE, role: 'MEMBER' },
      { email: 'asked@example.org', role: 'INVITED' },
      { email: 'out@example.org', role: 'BANNED' },
    ],
  }
  return workspace
}

test('members are listed, banned ones too, invited ones not', () => {
  const users = begin(start(false)).GroupsApp.getGroupByEmail(LIST).getUsers()
  expect(users.map((user) => user.getEmail())).toEqual([MAYA, LEE, 'out@example.org'])
})

test('roles are told one by one or together', () => {
  const { GroupsApp } = begin(start(false), LEE)
  const group = GroupsApp.getGroupByEmail(LIST)
  expect(group.getRole(LEE)).toBe(GroupsApp.Role.MEMBER)
  expect(group.getRoles(group.getUsers()).map(String)).toEqual(['OWNER', 'MEMBER', 'BANNED'])
  expect([group.hasUser(MAYA), group.hasUser('asked@example.org')]).toEqual([true, false])
})

test('where the member list is hidden everything throws for members, and nothing for owners', () => {
  const workspace = start(true)
  expect(() => begin(workspace, LEE).GroupsApp.getGroupByEmail(LIST)).toThrow(/do not have permission to view/)
  expect(begin(workspace, MAYA).GroupsApp.getGroupByEmail(LIST).getUsers()).toHaveLength(3)
})

test('a list that is hidden while a script runs is hidden from it', () => {
  const workspace = start(false)
  const group = begin(workspace, LEE).GroupsApp.getGroupByEmail(LIST)
  expect(group.hasUser(LEE)).toBe(true)
  const state = workspace.state.groups.groups[LIST]
  if (state) state.hidden = true
  expect(() => group.hasUser(LEE)).toThrow()
  expect(() => group.getUsers()).toThrow()
  expect(() => group.getRole(LEE)).toThrow()
})

test('a group that is not there is an error, not null', () => {
  expect(() => begin(start(false)).GroupsApp.getGroupByEmail('none@example.org')).toThrow(/Cannot find/)
})

test('getGroups gives the groups one belongs to', () => {
  const workspace = start(false)
  const groups = (who: string) =>
    begin(workspace, who)
      .GroupsApp.getGroups()
      .map((g) => g.getEmail())
  expect(groups(LEE)).toEqual([LIST])
  workspace.addAccount('out@example.org')
  expect(groups('out@example.org')).toEqual([])
})

test('reading groups has its scope and its quota', () => {
  expect(() => begin(makeWorkspace({ scopes: [] })).GroupsApp.getGroups()).toThrow(/auth\/groups/)
  const workspace = start(false)
  workspace.quotas.set(MAYA, 'groups read', 2000)
  expect(() => begin(workspace).GroupsApp.getGroups()).toThrow(/too many times for one day: groups/)
})
