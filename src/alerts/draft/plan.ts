/** Everything an alert would do, worked out from plain rows: Check shows it, and approval freezes it. */
import type { Draft } from '../../contract'
import { optedOutOf } from '../../mail/outbox'
import { fingerprint } from '../../registry/fingerprint'
import type { StateFacts } from '../../registry/states'
import type { Row } from '../../registry/tables'
import { fullText, type Instant, instantOf } from '../../registry/when'
import { type Audience, type AudienceTables, findAudience } from './audience'
import type { Addressed } from './cohorts'
import { type Post, postOf } from './posts'
import { resolveTargets, type Target, type Targets } from './targets'
import { type Facts, problemsOf, type TextProblem, type Wording, wordingFor } from './text'
import { type Ways, waysOf } from './ways'

/** The tables and settings a plan stands on. */
export interface Registry extends AudienceTables {
  readonly legislators: readonly Row<'legislators'>[]
  readonly state: StateFacts | null
  readonly timeZone: string
  readonly networkName: string
  readonly channels?: readonly Row<'channels'>[]
}

export interface Plan {
  readonly draft: Draft
  readonly targets: Targets
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
  const targets = resolveTargets(draft, registry.legislators, registry.state)
  const audience = findAudience(targets.targets, registry, now, timeZone)
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
  const posts = ways.posts.map((way) => postOf(way, template, facts, targets.targets))
  const addressed = ways.mailed.map((r) => ({ ...r, wording: wording(r.targetIds, r.groups) }))

  return {
    draft,
    targets,
    audience: { ...audience, skipped: [...audience.skipped, ...ways.left] },
    addressed,
    ways,
    posts,
    actBy,
    // What many read at once has no one group’s name in it.
    problems: problemsOf(template, facts, ways.posts.length > 0 ? 'cohort' : draft.mode, audience.groups),
    wordsSeal: fingerprint(
      JSON.stringify([draft.subject, draft.body, draft.title, draft.bill, draft.actBy, draft.mode]),
    ),
    seal: fingerprint(
      JSON.stringify([
        draft.mode,
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
    actBy: at ? fullText(at, registry.timeZone) : '',
  }
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
    mail.people += 1
    mails.set(key, mail)
  }
  return [...mails.values()].map((m) => ({ ...m.wording, groupIds: [...m.groupIds], people: m.people }))
}

/** Targets that show up without any phone number, in an alert that shows numbers. */
export const phonelessOf = (plan: Plan): Target[] =>
  plan.targets.targets.filter((t) => !t.capitolPhone && !t.districtPhone)
