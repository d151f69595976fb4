/** When an alert needs a second person, and who that can be. Pure. */

import { mailboxOf } from '../../registry/address'
import { isRead } from '../../registry/in-group'
import type { Row } from '../../registry/tables'
import { plural } from '../../registry/when'
import type { Kept } from '../kept-draft'
import { approversOf } from './approvers'
import type { Plan } from './plan'

export interface Second {
  /** Why a second person has to approve it; '' where one is enough. */
  readonly why: string
  /** What they type: everyone who gets it, as far as that is known; 0 where nothing is known. */
  readonly people: number
  /** Who looks made it or changed it, so it is not for them to approve. */
  readonly isFirst: boolean
  /** Who can be the second person. */
  readonly others: readonly string[]
}

/**
 * Mailboxes of whoever made it and of everyone who changed it since, none of whom is a second person: what they wrote may still
 * stand in it, however little somebody else changed after them.
 */
export const firstsOf = (madeBy: string, { changedBy = '' }: Pick<Kept, 'changedBy'>): Set<string> =>
  new Set([madeBy, ...changedBy.split(',')].map((address) => mailboxOf(address.trim())).filter(Boolean))

/**
 * Everyone a plan reaches: those it mails, and the members of a Google Group where they were counted; nobody is in both. Other
 * posts count for nobody: a chat is read by whoever looks, and no mailbox gets a mail.
 */
function reachOf({ addressed, ways }: Pick<Plan, 'addressed' | 'ways'>): { people: number; text: string } {
  const mailed = plural(addressed.length, 'person', 'people')
  if (!ways.group) return { people: addressed.length, text: mailed }
  const and = addressed.length > 0 ? `${mailed} and ` : ''
  const members = isRead(ways.group) ? ways.group.members : null
  if (members === null) return { people: addressed.length, text: `${and}a Google Group, nobody knows of how many` }
  const people = addressed.length + members
  return {
    people,
    text: `${and}a Google Group of ${members}${and && `: ${plural(people, 'person', 'people')} in all`}`,
  }
}

/** Why more than one person should have looked; '' where one is enough. */
export function whySecond({ addressed, kinds, chosen, ways }: Plan, over: number): string {
  const people = plural(addressed.length, 'person', 'people')
  // Who is in a Group is not chosen by district.
  if (ways.group) return `It goes to everyone in a Group. It reaches ${reachOf({ addressed, ways }).text}`
  const limit = `the Settings tab says a second person over ${over}`
  if (addressed.length > over) return `It goes to ${people}: ${limit}`
  if (addressed.length === 0) return ''
  if (kinds.includes('state')) return `It goes to the whole state: ${people}`
  const outside = chosen.length > 0 ? addressed.filter((p) => p.need).length : 0
  return outside > 0 ? `${outside} of ${people} ${outside === 1 ? 'is' : 'are'} outside the chosen districts` : ''
}

export function secondFor(
  plan: Plan,
  over: number,
  me: string,
  firsts: ReadonlySet<string>,
  people: readonly Row<'people'>[],
  operator: string,
): Second {
  const unlike = people.filter((p) => !firsts.has(mailboxOf(p.email)))
  return {
    why: whySecond(plan, over),
    people: reachOf(plan).people,
    isFirst: firsts.has(mailboxOf(me)),
    others: approversOf(unlike, firsts.has(mailboxOf(operator)) ? '' : operator),
  }
}
