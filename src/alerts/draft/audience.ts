/**
 * Who gets an alert: the groups that cover the targets’ districts, and whoever is asked besides (every group, the working
 * group, a list), each address once however many ways it is in. Everyone who is passed over is named with the reason.
 */
import { optedOutOf } from '../../mail/outbox'
import { mailboxOf } from '../../registry/address'
import { isReachable } from '../../registry/district-rows'
import { needsCheck } from '../../registry/group-rows'
import type { Row } from '../../registry/tables'
import type { AudienceKind, Callees } from '../../registry/words'
import { type Listed, readList } from './list'
import { type Group, groupIsOut, mailboxIn, nameOf, type Passed, type Person, reachGroup, reachPerson } from './reach'
import { districtKey, inOrder, type Target } from './targets'

/** In place of a group ID, for people who belong to no group. */
export const NO_GROUP = '-'

export interface AskedGroup {
  /** `NO_GROUP` for people who belong to none. */
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
  /** 1: in no target district, asked besides. Left out: 0. */
  readonly need?: number
  /** Asked in place of a lead, and nowhere as one. */
  readonly backup?: boolean
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
  /** Who is called, in order: the chosen, and whoever else somebody is asked to call. */
  readonly called: Target[]
  /** Entries of the list that the registry does not know. */
  readonly unknown: string[]
}

export interface AudienceTables {
  readonly groups: readonly Group[]
  readonly people: readonly Person[]
  readonly coverage: readonly Row<'coverage'>[]
}

/** Whom an alert asks besides the groups of its targets, and whom those call. */
export interface Wide {
  readonly kinds: readonly AudienceKind[]
  readonly callees: Callees
  /** Everyone who holds a seat, in order. */
  readonly sitting: readonly Target[]
  readonly list: string
  /** The words name legislators: who has none is not asked. */
  readonly needsTargets: boolean
}

export { isReachable as isAsked }

const TARGETS_ALONE: Wide = { kinds: ['targets'], callees: 'both', sitting: [], list: '', needsTargets: true }
const NO_DISTRICT = 'mapped to no district, so there is no legislator to call'

/** Targets of each group that covers a target’s district, in the order of the targets. */
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
      const list = byGroup.get(groupId)
      if (list) list.push(target)
      else byGroup.set(groupId, [target])
    }
  }
  return byGroup
}

interface Found {
  address: string
  name: string
  groups: Group[]
  targetIds: Set<string>
  rank: number
  need: number
  backup: boolean
}

/** Collects whoever is asked, each mailbox once. */
class Asked {
  readonly found = new Map<string, Found>()
  readonly passed: Passed[] = []
  private readonly shown = new Map<string, { group: Group | null; people: string[]; targetIds: Set<string> }>()

  add(one: Omit<Found, 'groups' | 'targetIds'>, group: Group | null, targets: readonly Target[]): void {
    const key = mailboxOf(one.address)
    const known = this.found.get(key) ?? { ...one, groups: [], targetIds: new Set<string>() }
    if (group && !known.groups.includes(group)) known.groups.push(group)
    for (const t of targets) known.targetIds.add(t.id)
    known.rank = Math.min(known.rank, one.rank)
    known.need = Math.min(known.need, one.need)
    known.backup = known.backup && one.backup
    this.found.set(key, known)
    const here = this.shown.get(group?.id ?? NO_GROUP) ?? { group, people: [], targetIds: new Set<string>() }
    if (!here.people.includes(known.name)) here.people.push(known.name)
    for (const t of targets) here.targetIds.add(t.id)
    this.shown.set(group?.id ?? NO_GROUP, here)
  }

  groups(order: readonly Group[], called: readonly Target[]): AskedGroup[] {
    return [...order, null].flatMap((group) => {
      const here = this.shown.get(group?.id ?? NO_GROUP)
      if (!here || here.group !== group) return []
      const targets = called.filter((t) => here.targetIds.has(t.id))
      return {
        id: group?.id ?? NO_GROUP,
        name: group?.name ?? 'No group of their own',
        town: group?.town ?? '',
        districts: [...new Set(targets.map((t) => t.label))],
        targetIds: targets.map((t) => t.id),
        people: here.people,
        unchecked: group !== null && needsCheck(group),
      }
    })
  }
}

/** `targets`: the chosen ones. */
export function findAudience(
  targets: readonly Target[],
  tables: AudienceTables,
  now: Date,
  zone: string,
  wide: Wide = TARGETS_ALONE,
): Audience {
  const has = (kind: AudienceKind): boolean => wide.kinds.includes(kind)
  const asksDistricts = has('targets') || has('committee')
  const inDistrict = asksDistricts ? targetsByGroup(targets, tables.coverage) : new Map<string, Target[]>()
  const { callees } = wide
  const own = wide.sitting.filter((t) => callees === 'both' || t.chamber === callees)
  const ownOf = callees === 'chosen' ? new Map<string, Target[]>() : targetsByGroup(own, tables.coverage)
  /** Whom a group calls that is asked besides. */
  const besides = (groupId: string): Target[] => [
    ...(inDistrict.get(groupId) ?? []),
    ...(callees === 'chosen' ? targets : (ownOf.get(groupId) ?? [])),
  ]
  const list: Listed = has('list')
    ? readList(wide.list, tables.groups, tables.people)
    : { people: [], groupIds: new Set(), unknown: [], empty: false }

  // Someone who opted out in one row is not asked through another.
  const circumstances = { optedOut: optedOutOf(tables.people), now, zone }
  const peopleOf = new Map<string, Person[]>()
  for (const person of tables.people) {
    const members = peopleOf.get(person.groupId)
    if (members) members.push(person)
    else peopleOf.set(person.groupId, [person])
  }
  const asked = new Asked()
  const reached = new Set<string>()
  const covered = new Set<string>()

  for (const group of tables.groups) {
    const isWide = has('state') || list.groupIds.has(group.id)
    const chosen = inDistrict.get(group.id) ?? []
    if (chosen.length === 0 && !isWide) continue
    const pass = (why: string) => asked.passed.push({ who: group.name, why, mailbox: null })
    const out = groupIsOut(group)
    if (out) {
      pass(out)
      continue
    }
    const calls = isWide ? besides(group.id) : chosen
    if (calls.length === 0 && wide.needsTargets) {
      pass(NO_DISTRICT)
      continue
    }
    const { asked: people, passed } = reachGroup(group, peopleOf.get(group.id) ?? [], circumstances)
    asked.passed.push(...passed)
    for (const t of chosen) covered.add(districtKey(t.chamber, t.district))
    if (people.length > 0) for (const t of chosen) reached.add(districtKey(t.chamber, t.district))
    const need = chosen.length > 0 ? 0 : 1
    for (const [rank, person] of people.entries()) asked.add({ ...person, rank, need }, group, calls)
  }

  const groupOf = new Map(tables.groups.map((g) => [g.id, g]))
  const askPerson = (person: Person): void => {
    const group = groupOf.get(person.groupId) ?? null
    const who = `${nameOf(person)}${group ? ` (${group.name})` : ''}`
    const pass = (why: string) => asked.passed.push({ who, why, mailbox: mailboxIn(person) })
    const calls = besides(person.groupId)
    const one = reachPerson(person, circumstances)
    if ('why' in one) pass(one.why)
    else if (calls.length === 0 && wide.needsTargets) pass('no legislator is known for them: no group with a district')
    else {
      const need = inDistrict.has(person.groupId) ? 0 : 1
      asked.add({ address: one.address, name: nameOf(person), rank: 0, need, backup: false }, group, calls)
    }
  }
  if (has('working group')) for (const p of tables.people) if (p.roles.includes('working group')) askPerson(p)
  for (const rows of list.people) rows.forEach(askPerson)

  const ids = new Set([...targets.map((t) => t.id), ...[...asked.found.values()].flatMap((f) => [...f.targetIds])])
  const known = new Map([...wide.sitting, ...targets].map((t) => [t.id, t]))
  const called = [...known.values()].filter((t) => ids.has(t.id)).sort(inOrder)
  return {
    groups: asked.groups(tables.groups, called),
    recipients: [...asked.found.values()].map((r) => ({
      address: r.address,
      name: r.name,
      groups: r.groups.map(({ id, name, town }) => ({ id, name, town })),
      targetIds: called.filter((t) => r.targetIds.has(t.id)).map((t) => t.id),
      rank: r.rank,
      need: r.need,
      backup: r.backup,
    })),
    // Whoever is asked through another row is not passed over.
    skipped: once(asked.passed.filter((s) => !s.mailbox || !asked.found.has(s.mailbox) || s.why === 'opted out')),
    gaps: asksDistricts ? gapsOf(targets, covered, reached) : [],
    called,
    unknown: list.unknown,
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
