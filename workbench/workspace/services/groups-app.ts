/**
 * GroupsApp: Google Groups, read only. Everything about a group throws where its member list is hidden from the
 * caller, whichever question is asked.
 */
import { strict } from '../errors'
import type { Execution } from '../execution'
import { enumOf } from './enums'
import type { GoogleGroup } from './groups-state'
import { refuse, spend } from './refuse'
import { makeUser } from './session'

type Service = GoogleAppsScript.Groups.GroupsApp
type Group = GoogleAppsScript.Groups.Group
type User = GoogleAppsScript.Base.User

const SCOPES = ['groups']
const ROLE = enumOf('OWNER', 'MANAGER', 'MEMBER', 'INVITED', 'PENDING', 'BANNED')
/** `getUsers` leaves out who was only invited or waits to be let in, and who has no Google account. */
const LISTED = ['OWNER', 'MANAGER', 'MEMBER', 'BANNED']
const BELONGS = ['OWNER', 'MANAGER', 'MEMBER']

export function makeGroupsApp(execution: Execution): Service {
  const { workspace, account } = execution
  const all = () => workspace.state.groups.groups
  const call = <T>(method: string, effect: () => T): T =>
    execution.call({ service: 'GroupsApp', method, scopes: SCOPES }, () => {
      spend(execution, 'groups read', 1, 'groups')
      return effect()
    })
  const emailOf = (who: string | User): string => (typeof who === 'string' ? who : who.getEmail()).toLowerCase()
  const memberOf = (group: GoogleGroup, email: string) => group.members.find((m) => m.email.toLowerCase() === email)

  const find = (email: string): GoogleGroup => {
    const group = all()[email.toLowerCase()]
    if (!group) throw refuse(execution, 'groupMissing', email)
    const role = memberOf(group, account)?.role
    if (group.hidden && role !== 'OWNER' && role !== 'MANAGER') throw refuse(execution, 'groupHidden', email)
    return group
  }

  const makeGroup = (email: string): Group => {
    /** Asked anew at each call: members come and go while a script runs. */
    const ask = <T>(method: string, answer: (group: GoogleGroup) => T): T =>
      call(`Group.${method}`, () => answer(find(email)))
    const roleOf = (group: GoogleGroup, who: string | User) => {
      const found = memberOf(group, emailOf(who))
      if (!found) throw refuse(execution, 'invalidArgument', emailOf(who))
      return ROLE[found.role]
    }
    const belongs = (group: GoogleGroup, who: string): boolean => BELONGS.includes(memberOf(group, who)?.role ?? '')
    return strict('Group', {
      getEmail: () => email,
      getUsers: () =>
        ask('getUsers', (group) =>
          group.members
            .filter((m) => LISTED.includes(m.role) && !m.noAccount && !all()[m.email.toLowerCase()])
            .map((m) => makeUser(m.email.toLowerCase())),
        ),
      getGroups: () =>
        ask('getGroups', (group) =>
          group.members.filter((m) => all()[m.email.toLowerCase()]).map((m) => makeGroup(m.email.toLowerCase())),
        ),
      hasUser: (who: string | User) => ask('hasUser', (group) => belongs(group, emailOf(who))),
      hasGroup: (other: string | Group) =>
        ask('hasGroup', (group) =>
          belongs(group, (typeof other === 'string' ? other : other.getEmail()).toLowerCase()),
        ),
      getRole: (who: string | User) => ask('getRole', (group) => roleOf(group, who)),
      getRoles: (users: User[]) => ask('getRoles', (group) => users.map((user) => roleOf(group, user))),
    }) as unknown as Group
  }

  return strict('GroupsApp', {
    Role: ROLE,
    getGroupByEmail: (email: string) => call('getGroupByEmail', () => makeGroup(find(email).email.toLowerCase())),
    getGroups: () =>
      call('getGroups', () =>
        Object.values(all())
          .filter((group) => belongsTo(group, account))
          .map((group) => makeGroup(group.email.toLowerCase())),
      ),
  }) as unknown as Service
}

const belongsTo = (group: GoogleGroup, email: string): boolean =>
  group.members.some((m) => m.email.toLowerCase() === email && BELONGS.includes(m.role))
