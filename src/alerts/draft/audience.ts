/**
 * Who gets an alert: targets → their districts → the groups that cover them → one reachable leader after the other, each
 * address once. Leads are asked; where none of a group’s leads can be reached, its backups are. Everyone who is passed
 * over is named with the reason.
 */

import { optedOutOf } from '../../mail/outbox'
import { mailboxOf, toAddress } from '../../registry/address'
import { isReachable } from '../../registry/district-rows'
import { needsCheck } from '../../registry/group-rows'
import type { Row } from '../../registry/tables'
import { dateText } from '../../registry/when'
import { hasOptedOut, ROLES } from '../../registry/words'
import { districtKey, type Target } from './targets'

type Group = Row<'groups'>
type Person = Row<'people'>

export interface AskedGroup {
  readonly id: string
  readonly name: string
  readonly town: string
  /** Labels of the districts it is asked for. */
  readonly districts: string[]
  readonly targetIds: string[]
  /** Names of who is asked. */
  readonly people: string[]
  /** A person still has to look at its mapping. */
  readonly unchecked: boolean
}

export interface Recipient {
  readonly address: string
  readonly name: string
  /** Every group this address is asked for, in sheet order. */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly town: string }[]
  /** The union of its groups’ targets, in the order of the targets. */
  readonly targetIds: readonly string[]
  /** 0: the first who can be reached in some group; 1: the second … */
  readonly rank: number
}

export interface Skip {
  readonly who: string
  readonly why: string
}

export interface Gap {
  readonly chamber: Target['chamber']
  readonly district: string
  readonly label: string
  readonly legislators: string[]
  /** Groups cover it, but nobody there can be reached. */
  readonly unreachable: boolean
}

export interface Audience {
  readonly groups: AskedGroup[]
  readonly recipients: Recipient[]
  readonly skipped: Skip[]
  readonly gaps: Gap[]
}

export interface AudienceTables {
  readonly groups: readonly Group[]
  readonly people: readonly Person[]
  readonly coverage: readonly Row<'coverage'>[]
}

export { isReachable as isAsked }

/** What stands in a cell and cannot be read, as a reason: never the whole of a long one. */
const isNo = (cell: string, what: string): string => `“${cell.slice(0, 40)}” is no ${what}`

/** Target IDs of each group that covers a target’s district, in the order of the targets. */
function targetsByGroup(targets: readonly Target[], coverage: AudienceTables['coverage']): Map<string, Target[]> {
  const covering = new Map<string, Set<string>>()
  for (const row of coverage) {
    const key = districtKey(row.chamber, row.district)
    const groups = covering.get(key) ?? new Set()
    covering.set(key, groups.add(row.groupId))
  }
  const byGroup = new Map<string, Target[]>()
  for (const target of targets) {
    for (const groupId of covering.get(districtKey(target.chamber, target.district)) ?? []) {
      byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), target])
    }
  }
  return byGroup
}

interface Reach {
  readonly asked: readonly { readonly address: string; readonly name: string }[]
  readonly skipped: readonly { readonly who: string; readonly why: string; readonly mailbox: string | null }[]
}

/** Which of a group’s people are asked, and why the others are not. */
function reach(group: Group, people: readonly Person[], optedOut: ReadonlySet<string>, now: Date, zone: string): Reach {
  const asked: { address: string; name: string }[] = []
  const passed: { who: string; why: string; mailbox: string | null }[] = []
  const look = (person: Person): void => {
    const name = person.name.trim() || person.email.trim() || person.id
    const address = toAddress(person.email)
    const pass = (why: string): void => {
      passed.push({ who: `${name} (${group.name})`, why, mailbox: address && mailboxOf(address) })
    }
    const { awayUntil } = person
    if (hasOptedOut(person) || (address && optedOut.has(mailboxOf(address)))) pass('opted out')
    else if (typeof awayUntil === 'string') pass(`away: ${isNo(awayUntil, 'day')}`)
    else if (awayUntil && awayUntil > now) pass(`away until ${dateText(awayUntil, zone)}`)
    else if (!person.email.trim()) pass('no e-mail')
    else if (!address) pass(`e-mail cannot be used: ${person.email.trim().slice(0, 60)}`)
    else asked.push({ address, name })
  }
  const leads = people.filter((p) => p.roles.includes('lead'))
  const backups = people.filter((p) => p.roles.includes('backup') && !p.roles.includes('lead'))
  leads.forEach(look)
  if (asked.length > 0) return { asked, skipped: passed }

  const leadsPassed = passed.length
  backups.forEach(look)
  const told = asked.length > 0 ? '; backup asked' : backups.length > 0 ? '; no backup can be reached' : '; no backup'
  const skipped = passed.map((s, i) => (i < leadsPassed ? { ...s, why: s.why + told } : s))
  if (leads.length + backups.length === 0) {
    const odd = people.flatMap((p) => p.roles).find((role) => !ROLES.some((known) => known === role))
    const why = `has no lead and no backup${odd ? `; ${isNo(odd, 'role')}` : ''}`
    skipped.push({ who: group.name, why, mailbox: null })
  }
  return { asked, skipped }
}

export function findAudience(targets: readonly Target[], tables: AudienceTables, now: Date, zone: string): Audience {
  const byGroup = targetsByGroup(targets, tables.coverage)
  // Someone who opted out in one row is not asked through another.
  const optedOut = optedOutOf(tables.people)
  const peopleOf = new Map<string, Person[]>()
  for (const person of tables.people) {
    peopleOf.set(person.groupId, [...(peopleOf.get(person.groupId) ?? []), person])
  }

  const groups: AskedGroup[] = []
  const found = new Map<
    string,
    { address: string; name: string; groups: Group[]; targets: Set<string>; rank: number }
  >()
  const skips: { who: string; why: string; mailbox: string | null }[] = []
  const reached = new Set<string>()
  const covered = new Set<string>()
  for (const group of tables.groups) {
    const own = byGroup.get(group.id)
    if (!own) continue
    if (!isReachable(group)) {
      const { status } = group
      skips.push({
        who: group.name,
        why: status === 'left' ? 'group has left' : status === 'paused' ? 'group is paused' : isNo(status, 'status'),
        mailbox: null,
      })
      continue
    }
    const { asked, skipped } = reach(group, peopleOf.get(group.id) ?? [], optedOut, now, zone)
    skips.push(...skipped)
    for (const t of own) covered.add(districtKey(t.chamber, t.district))
    if (asked.length === 0) continue
    for (const t of own) reached.add(districtKey(t.chamber, t.district))
    groups.push({
      id: group.id,
      name: group.name,
      town: group.town,
      districts: [...new Set(own.map((t) => t.label))],
      targetIds: own.map((t) => t.id),
      people: asked.map((p) => p.name),
      unchecked: needsCheck(group),
    })
    asked.forEach((person, rank) => {
      const key = mailboxOf(person.address)
      const known = found.get(key) ?? { ...person, groups: [], targets: new Set<string>(), rank }
      if (!known.groups.includes(group)) known.groups.push(group)
      for (const t of own) known.targets.add(t.id)
      known.rank = Math.min(known.rank, rank)
      found.set(key, known)
    })
  }

  return {
    groups,
    recipients: [...found.values()].map((r) => ({
      address: r.address,
      name: r.name,
      groups: r.groups.map(({ id, name, town }) => ({ id, name, town })),
      targetIds: targets.filter((t) => r.targets.has(t.id)).map((t) => t.id),
      rank: r.rank,
    })),
    // Whoever is asked through another row is not passed over.
    skipped: once(skips.filter((s) => !s.mailbox || !found.has(s.mailbox) || s.why === 'opted out')),
    gaps: gapsOf(targets, covered, reached),
  }
}

function once(skips: readonly Skip[]): Skip[] {
  const seen = new Map(skips.map(({ who, why }) => [`${who}|${why}`, { who, why }]))
  return [...seen.values()]
}

function gapsOf(targets: readonly Target[], covered: ReadonlySet<string>, reached: ReadonlySet<string>): Gap[] {
  const gaps = new Map<string, Gap>()
  for (const { chamber, district, label, titled } of targets) {
    const key = districtKey(chamber, district)
    if (reached.has(key)) continue
    const legislators = [...(gaps.get(key)?.legislators ?? []), titled]
    gaps.set(key, { chamber, district, label, legislators, unreachable: covered.has(key) })
  }
  return [...gaps.values()]
}
