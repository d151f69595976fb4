/** Franklin’s Google Group and its Slack: kept by hand for years, so some are missing and some are left over. */
import type { GoogleGroup } from '../workspace/services/groups-state'
import type { SlackHook } from '../workspace/slack'
import type { FranklinPerson } from './people'

export const GROUP = 'franklin-leaders@groups.example.org'
/** Nobody’s: the form of a webhook, filled with zeros. */
export const HOOKS: readonly SlackHook[] = [
  { path: 'T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX', channel: '#franklin-alerts' },
]
/** Members whom the registry does not know. */
const STRANGERS = ['old.treasurer@example.org', 'neighbour.of.the.network@example.org']
/** Every so many-th leader was never added. */
const EVERY = 9

export function makeGoogleGroup(people: readonly FranklinPerson[]): GoogleGroup {
  const [owner, ...others] = [...new Set(people.map((p) => p.email))]
  // The organizer is not on the internal list.
  const organizers = people.filter((p) => p.roles.includes('organizer')).map((p) => p.email)
  const added = others.filter((email, i) => (i + 1) % EVERY !== 0 && !organizers.includes(email))
  return {
    email: GROUP,
    hidden: false,
    posting: 'members',
    consumer: true,
    members: [
      { email: owner ?? '', role: 'OWNER' },
      ...added.map((email) => ({ email, role: 'MEMBER' as const })),
      ...STRANGERS.map((email) => ({ email, role: 'MEMBER' as const })),
    ],
    archive: [],
  }
}
