/**
 * By which ways an alert goes: mail to each leader, posts to channels, or both. Both at once reach nobody twice: whoever is
 * known to be in the Google Group is left out of the mails, and where that is not known it is not done. Pure.
 */
import { mailboxOf, toAddress } from '../../registry/address'
import { isRead, membershipOf } from '../../registry/in-group'
import type { Row } from '../../registry/tables'
import { CHANNEL_KINDS, type ChannelKind } from '../../registry/words'
import type { Recipient, Skip } from './audience'

type Channel = Row<'channels'>

/** Among the ways of a draft: to each leader’s own mailbox. */
export const MAIL = 'mail'

export interface Way extends Channel {
  readonly kind: ChannelKind
}

export interface Ways {
  /** Who gets a mail of their own. */
  readonly mailed: readonly Recipient[]
  /** Who of the audience gets none, and why. */
  readonly left: readonly Skip[]
  readonly posts: readonly Way[]
  /** The Google Group among them. */
  readonly group: Way | null
  /** Of the audience: in the Group, not in it, not known. */
  readonly known: { readonly in: number; readonly out: number; readonly unknown: number }
  readonly byMail: boolean
  /** Chosen, and not there, paused, or without a kind. */
  readonly gone: readonly string[]
  /** Google Groups beyond the first. */
  readonly more: readonly string[]
  /** People in the Group who have opted out. */
  readonly optedOut: number
}

export const isChannel = (channel: Channel): channel is Way => CHANNEL_KINDS.some((kind) => kind === channel.kind)
/** Something may be posted there. A blank state counts as active, for rows typed by hand. */
export const isOpen = ({ state }: Channel): boolean => state === '' || state === 'active'
/** Never a webhook that somebody pasted into the tab. */
export const nameOf = ({ name, address, id }: Channel): string =>
  [name.trim(), address.trim()].find((text) => text && !/hooks\.slack/i.test(text)) ?? id

export function waysOf(
  chosen: readonly string[] | undefined,
  channels: readonly Channel[],
  recipients: readonly Recipient[],
  people: readonly Row<'people'>[],
  optedOut: ReadonlySet<string>,
): Ways {
  const wanted = chosen ?? [MAIL]
  const byMail = wanted.includes(MAIL)
  const posts: Way[] = []
  const gone: string[] = []
  for (const id of new Set(wanted.filter((way) => way !== MAIL))) {
    const channel = channels.find((c) => c.id === id)
    if (channel && isChannel(channel) && isOpen(channel)) posts.push(channel)
    else gone.push(channel ? nameOf(channel) : id)
  }
  const groups = posts.filter((post) => post.kind === 'google group')
  const group = groups[0] ?? null
  const at = group && mailboxOf(group.address)
  const members = membersOf(group, people)
  const standing = (r: Recipient) =>
    mailboxOf(r.address) === at ? 'in' : (members.get(mailboxOf(r.address)) ?? 'unknown')
  const count = (what: string): number => recipients.filter((r) => standing(r) === what).length

  const direct = byMail ? recipients.filter((r) => !group || standing(r) !== 'in') : []
  const left = recipients.filter((r) => !direct.includes(r))
  const why = (r: Recipient): string => {
    if (!group) return 'no mail was chosen, only posts'
    return standing(r) === 'in'
      ? 'gets it by the Google Group'
      : 'not known to be in the Google Group, and no mail was chosen'
  }
  return {
    mailed: direct,
    left: left.map((r) => ({ who: `${r.name} (${r.groups.map((g) => g.name).join(', ')})`, why: why(r) })),
    posts,
    group,
    known: { in: group ? count('in') : 0, out: group ? count('out') : 0, unknown: group ? count('unknown') : 0 },
    byMail,
    gone,
    more: groups.slice(1).map(nameOf),
    optedOut: [...members].filter(([mailbox, is]) => is === 'in' && optedOut.has(mailbox)).length,
  }
}

/** What is known of each mailbox. */
function membersOf(group: Way | null, people: readonly Row<'people'>[]): Map<string, 'in' | 'out'> {
  const found = new Map<string, 'in' | 'out'>()
  if (!group || !isRead(group) || !toAddress(group.address)) return found
  for (const person of people) {
    const is = membershipOf(person, group.id)
    const mailbox = mailboxOf(person.email)
    // Known to be in it by any row: a mail would be the second.
    if (is !== 'unknown' && found.get(mailbox) !== 'in') found.set(mailbox, is)
  }
  return found
}
