/** Everything an alert would do, worked out from plain rows: Check shows it, and approval freezes it. */
import type { Draft } from '../../contract'
import { optedOutOf } from '../../mail/outbox'
import { actByText, zonesFor } from '../../registry/act-by'
import { committeesOf } from '../../registry/committees'
import { fingerprint } from '../../registry/fingerprint'
import type { StateFacts } from '../../registry/states'
import type { Row } from '../../registry/tables'
import { type Instant, instantOf } from '../../registry/when'
import type { AudienceKind } from '../../registry/words'
import { type Audience, type AudienceTables, findAudience, NO_GROUP } from './audience'
import type { Addressed } from './cohorts'
import { type Post, postOf } from './posts'
import { type Choice, resolveTargets, sittingOf, type Target, type Targets } from './targets'
import { type Facts, namesTargets, problemsOf, type TextProblem, type Wording, wordingFor } from './text'
import { type Ways, waysOf } from './ways'

/** The tables and settings a plan stands on. */
export interface Registry extends AudienceTables {
  readonly legislators: readonly Row<'legislators'>[]
  readonly committees: readonly Row<'committees'>[]
  readonly state: StateFacts | null
  readonly timeZone: string
  readonly networkName: string
  readonly channels?: readonly Row<'channels'>[]
}

export interface Plan {
  readonly draft: Draft
  /** Everyone whom somebody is asked to call. */
  readonly targets: Targets
  /** The chosen ones among them. */
  readonly chosen: readonly Target[]
  readonly kinds: readonly AudienceKind[]
  /** Members that could not be found, with their committee; and committees that are gone. */
  readonly strangers: readonly string[]
  readonly audience: Audience
  /** Who gets a mail of their own. */
  readonly addressed: readonly Addressed[]
  readonly ways: Ways
  readonly posts: readonly Post[]
  readonly actBy: Instant
  readonly problems: readonly TextProblem[]
  /** Of the words alone: a test mail holds as long as they stay. */
  readonly wordsSeal: string
  /** Of audience, words and act-by: what was seen is what is approved. */
  readonly seal: string
}

/** The instant of an act-by that can be kept, else null. */
export const instantIn = (actBy: Instant): Date | null =>
  actBy.kind === 'once' || actBy.kind === 'twice' ? actBy.at : null

export function planAlert(draft: Draft, registry: Registry, now: Date): Plan {
  const { timeZone } = registry
  const kinds = kindsOf(draft)
  const { choice, strangers } = chosenBy(draft, registry)
  const resolved = resolveTargets(choice, registry.legislators, registry.state)
  const chosen = resolved.targets
  const audience = findAudience(chosen, registry, now, timeZone, {
    kinds,
    callees: draft.callees ?? 'both',
    sitting: sittingOf(registry.legislators, registry.state),
    list: draft.list ?? '',
    needsTargets: namesTargets(draft),
  })
  const targets = { ...resolved, targets: audience.called }
  const actBy = instantOf(draft.actBy, timeZone)
  const facts = factsOf(draft, registry, actBy)
  const template: Wording = draft

  const byId = new Map(targets.targets.map((t) => [t.id, t] as const))
  const own = (ids: readonly string[]): Target[] => ids.flatMap((id) => byId.get(id) ?? [])
  const made = new Map<string, Wording>()
  const wording = (ids: readonly string[], groups: Addressed['groups']): Wording => {
    const key = JSON.stringify([ids, draft.mode === 'personal' ? groups : []])
    const known = made.get(key) ?? wordingFor(template, facts, own(ids), draft.mode === 'personal' ? groups : [])
    made.set(key, known)
    return known
  }
  const ways = waysOf(
    draft.channels,
    registry.channels ?? [],
    audience.recipients,
    registry.people,
    optedOutOf(registry.people),
  )
  const mailed = new Set(ways.mailed)
  const unmailed = audience.recipients.filter((r) => !mailed.has(r)).flatMap((r) => r.groups.map((g) => g.id))
  const groupIds = [...new Set(unmailed)].sort()
  const posts = ways.posts.map((way) =>
    postOf(way, template, facts, chosen.length > 0 ? chosen : audience.called, groupIds),
  )
  const addressed = ways.mailed.map((r) => ({ ...r, wording: wording(r.targetIds, r.groups) }))

  return {
    draft,
    targets,
    chosen,
    kinds,
    strangers,
    audience: { ...audience, skipped: [...audience.skipped, ...ways.left] },
    addressed,
    ways,
    posts,
    actBy,
    // What many read at once has no one group’s name in it.
    problems: problemsOf(template, facts, posts.length > 0 ? 'cohort' : draft.mode, [
      ...audience.groups.filter((g) => g.id !== NO_GROUP),
      // Who belongs to no group has no group’s words either.
      ...audience.recipients.filter((r) => r.groups.length === 0).map(() => ({ name: '', town: '' })),
    ]),
    wordsSeal: fingerprint(JSON.stringify([template.subject, template.body, facts, draft.mode])),
    seal: fingerprint(
      JSON.stringify([
        draft.mode,
        draft.kind ?? 'alert',
        instantIn(actBy)?.getTime() ?? null,
        addressed
          .map((p) => [p.address, p.wording.subject, p.wording.body, p.groups.map((g) => g.id)])
          .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
        ...posts.map((p) => [p.id, p.to, p.subject, p.body]),
      ]),
    ),
  }
}

function factsOf(draft: Draft, registry: Registry, actBy: Instant): Facts {
  const at = instantIn(actBy)
  return {
    title: draft.title.trim(),
    bill: draft.bill.trim(),
    network: registry.networkName.trim(),
    actBy: at ? actByText(at, zonesFor(registry.timeZone, registry.state)) : '',
    ask: (draft.ask ?? '').trim(),
    why: (draft.why ?? '').trim(),
    drill: draft.kind === 'drill',
  }
}

/** Drafts of an older version ask the groups of their targets. */
export const kindsOf = ({ audience }: Draft): readonly AudienceKind[] => audience ?? ['targets']

/** Chosen by name, and as members of a chosen committee. */
export function chosenBy(
  draft: Draft,
  registry: Pick<Registry, 'committees' | 'legislators'>,
): { choice: Choice; strangers: string[] } {
  const kinds = kindsOf(draft)
  const choice = {
    legislatorIds: [...(kinds.includes('targets') || draft.callees === 'chosen' ? draft.legislatorIds : [])],
    districts: kinds.includes('targets') || draft.callees === 'chosen' ? draft.districts : [],
  }
  const strangers: string[] = []
  const standing = kinds.includes('committee') ? committeesOf(registry.committees, registry.legislators) : []
  for (const key of kinds.includes('committee') ? (draft.committees ?? []) : []) {
    const committee = standing.find((one) => one.key === key)
    if (!committee) strangers.push(`${key.split('|')[1] ?? key} (no such committee any more)`)
    else {
      choice.legislatorIds.push(...committee.legislatorIds)
      strangers.push(...committee.unknown.map((member) => `${member} (${committee.name})`))
    }
  }
  return { choice: { ...choice, legislatorIds: [...new Set(choice.legislatorIds)] }, strangers }
}

export interface PreviewMail extends Wording {
  readonly groupIds: string[]
  readonly people: number
}

/** One mail per wording, as its readers get it. */
export function mailsOf(plan: Plan): PreviewMail[] {
  const mails = new Map<string, { groupIds: Set<string>; people: number; wording: Wording }>()
  for (const { wording, groups } of plan.addressed) {
    const key = `${wording.subject}\n${wording.body}`
    const mail = mails.get(key) ?? { groupIds: new Set<string>(), people: 0, wording }
    for (const g of groups) mail.groupIds.add(g.id)
    if (groups.length === 0) mail.groupIds.add(NO_GROUP)
    mail.people += 1
    mails.set(key, mail)
  }
  return [...mails.values()].map((m) => ({ ...m.wording, groupIds: [...m.groupIds], people: m.people }))
}

/**
 * Targets whom a mail or a post names without any phone number, in an alert that shows numbers; the chosen ones first.
 * A member of a committee whose district has no group stands in no mail: nobody waits for that number.
 */
export function phonelessOf({ targets, chosen, addressed, posts }: Plan): Target[] {
  const ids = new Set(chosen.map((t) => t.id))
  const read = new Set(addressed.flatMap((p) => p.targetIds))
  const missing = targets.targets.filter(
    (t) => !t.capitolPhone && !t.districtPhone && (posts.length > 0 || read.has(t.id)),
  )
  return [...missing.filter((t) => ids.has(t.id)), ...missing.filter((t) => !ids.has(t.id))]
}
