/**
 * The internal list: who of People belongs into a Google Group, against who is in it. Addresses are one where their mailbox
 * is one, however they are spelled. Nobody whom People does not know is ever told to go. Pure.
 */

import { mailboxOf, toAddress } from '../registry/address'
import type { Row } from '../registry/tables'
import { type ChannelAudience, hasOptedOut } from '../registry/words'
import type { Member } from './doors'

type Person = Row<'people'>
type Group = Pick<Row<'groups'>, 'id' | 'name' | 'status'>

export interface Listed {
  readonly address: string
  readonly name: string
  readonly why: string
}

export interface Comparison {
  /** How many should be in it; null where People does not say who should. */
  readonly should: number | null
  readonly missing: Listed[]
  /** In it, known to People, and should not be. */
  readonly extra: Listed[]
  /** In it by another spelling of their address. */
  readonly spelled: Listed[]
  /** Mailboxes that are in it more than once, and so get everything twice. */
  readonly twice: string[]
  /** In it and not in People. */
  readonly strangers: string[]
}

/** Why this person belongs into it; '' where they do not. */
function reasonFor(person: Person, audience: ChannelAudience, groups: ReadonlyMap<string, Group>): string {
  const group = groups.get(person.groupId)
  const has = (role: string): boolean => person.roles.includes(role)
  const works = (['coordinator', 'working group'] as const).find(has)
  if (audience === 'working group') return works ?? ''
  const leads = (['lead', 'backup'] as const).find(has)
  if (leads && group && group.status !== 'left') return `${leads} of ${group.name}`
  return has('coordinator') ? 'coordinator' : ''
}

function whyNot(person: Person, groups: ReadonlyMap<string, Group>): string {
  if (hasOptedOut(person)) return 'opted out'
  const group = groups.get(person.groupId)
  if (group?.status === 'left') return `${group.name} has left`
  return 'has no role there'
}

export function compare(
  audience: ChannelAudience,
  people: readonly Person[],
  allGroups: readonly Group[],
  members: readonly Member[],
  whole: boolean,
): Comparison {
  const groups = new Map(allGroups.map((g) => [g.id, g]))
  const inside = new Map<string, Member[]>()
  for (const member of members) {
    const mailbox = mailboxOf(member.address)
    inside.set(mailbox, [...(inside.get(mailbox) ?? []), member])
  }
  const known = new Map<string, Person[]>()
  for (const person of people) {
    const address = toAddress(person.email)
    if (address) known.set(mailboxOf(address), [...(known.get(mailboxOf(address)) ?? []), person])
  }
  const missing: Listed[] = []
  const extra: Listed[] = []
  const spelled: Listed[] = []
  let should = 0
  for (const [mailbox, rows] of known) {
    const there = inside.get(mailbox)
    const [first] = rows
    if (!first) continue
    // Someone who opted out in one row has opted out.
    const why = rows.some(hasOptedOut) ? '' : (rows.map((p) => reasonFor(p, audience, groups)).find(Boolean) ?? '')
    const at = toAddress(first.email) ?? ''
    const name = first.name.trim() || at
    if (why && audience !== 'topic') should += 1
    if (!there) {
      if (why && audience !== 'topic') missing.push({ address: at, name, why })
      continue
    }
    const own = rows.map((p) => toAddress(p.email))
    for (const { address, runs } of there) {
      if (!own.includes(address)) spelled.push({ address, name, why: `${at} in People` })
      const left = rows.some(hasOptedOut) || audience !== 'topic'
      if (!why && left && !runs) {
        const out = rows.find(hasOptedOut) ?? first
        extra.push({ address, name, why: whyNot(out, groups) })
      }
    }
  }
  return {
    should: audience === 'topic' ? null : should,
    // Who is not seen by GroupsApp may be in all the same.
    missing: whole
      ? missing
      : missing.map((m) => (isSeen(m.address) ? m : { ...m, why: `${m.why}; perhaps in it already` })),
    extra,
    spelled,
    twice: [...inside]
      .filter(([, all]) => new Set(all.map((m) => m.address)).size > 1)
      .map(([, all]) => all.map((m) => m.address).join(', ')),
    strangers: [...inside].filter(([mailbox]) => !known.has(mailbox)).flatMap(([, all]) => all.map((m) => m.address)),
  }
}

/** An address that certainly has a Google account: where a list shows only those, its absence tells something. */
const isSeen = (address: string): boolean => mailboxOf(address).endsWith('@gmail.com')

/** What each of People is to the Group now: in, out, or null where a list that is not whole cannot tell. */
export function membershipBy(
  members: readonly Member[],
  whole: boolean,
): (person: Pick<Person, 'email'>) => boolean | null {
  const inside = new Set(members.map((m) => mailboxOf(m.address)))
  return ({ email }) => {
    const address = toAddress(email)
    if (!address) return false
    if (inside.has(mailboxOf(address))) return true
    return whole || isSeen(address) ? false : null
  }
}
