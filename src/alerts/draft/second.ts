/** When an alert needs a second person, and who that can be. Pure. */
import type { Row } from '../../registry/tables'
import { plural } from '../../registry/when'
import { approversOf } from './approvers'
import type { Plan } from './plan'

export interface Second {
  /** Why a second person has to approve it; '' where one is enough. */
  readonly why: string
  /** Who looks made it or changed it last, so it is not for them to approve. */
  readonly isFirst: boolean
  /** Who can be the second person. */
  readonly others: readonly string[]
}

/** Whoever made it, and whoever changed it last: neither is a second person. */
export interface First {
  readonly madeBy: string
  readonly changedBy: string
}

const plain = (text: string): string => text.trim().toLowerCase()

/**
 * Why more than one person should have looked; '' where one is enough. Whoever gets it by a Google Group or finds it in a
 * channel is reached as much as by mail.
 */
export function whySecond({ audience: { recipients }, kinds, chosen }: Plan, over: number): string {
  const people = plural(recipients.length, 'person', 'people')
  const limit = `the Settings tab says a second person over ${over}`
  if (recipients.length > over) return `It goes to ${people}: ${limit}`
  if (recipients.length === 0) return ''
  if (kinds.includes('state')) return `It goes to the whole state: ${people}`
  const outside = chosen.length > 0 ? recipients.filter((r) => r.need).length : 0
  return outside > 0 ? `${outside} of ${people} ${outside === 1 ? 'is' : 'are'} outside the chosen districts` : ''
}

export function secondFor(
  plan: Plan,
  over: number,
  me: string,
  first: First,
  people: readonly Row<'people'>[],
  operator: string,
): Second {
  const firsts = new Set([first.madeBy, first.changedBy].map(plain).filter(Boolean))
  const unlike = people.filter((p) => !firsts.has(plain(p.email)))
  return {
    why: whySecond(plan, over),
    isFirst: firsts.has(plain(me)),
    others: approversOf(unlike, firsts.has(plain(operator)) ? '' : operator),
  }
}
