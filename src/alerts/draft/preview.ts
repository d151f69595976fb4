/** A draft with everything it would do, worked out anew from the tables: what Check shows and approval judges. */
import type { AlertPreview } from '../../contract'
import { mailsLeft } from '../../google/mail'
import { getProperty } from '../../google/properties'
import { mailingBy } from '../../mail/by-mail-app'
import { roomOf } from '../../mail/lots'
import { isWebhook, webhookKey } from '../../mail/slack'
import { type Caller, mayApprove } from '../../registry/callers'
import { getSettings, type Settings } from '../../registry/settings'
import type { Kept } from '../kept-draft'
import { approversOf } from './approvers'
import { checksOf } from './checks'
import { type Message, toMessages } from './cohorts'
import { dailyRoom, forecastOf } from './forecast'
import { mailsOf, type Plan, phonelessOf, planAlert } from './plan'
import { toPostMessage } from './posts'
import { readRegistry } from './registry'
import { firstsOf, secondFor } from './second'
import { showsPhones } from './text'

export interface Prospect {
  readonly plan: Plan
  readonly messages: readonly Message[]
  readonly settings: Settings
  readonly preview: AlertPreview
}

/** Slack channels of a plan that have no webhook. */
const unsetIn = ({ posts }: Plan): string[] =>
  posts.filter((p) => p.kind === 'slack' && !isWebhook(getProperty(webhookKey(p.id)))).map((p) => p.id)

/** Previews are cut here: no person reads more, and the answer stays light. */
const MOST_MAILS = 200
/** Numbers to type on the page: the chosen legislators’ come first. */
const MOST_PHONES = 500

/** `madeBy`: of the draft; whoever changed it since stands in `kept`. */
export function foresee(alertId: string, kept: Kept, caller: Caller, madeBy: string): Prospect {
  const settings = getSettings()
  const registry = readRegistry(settings)
  const now = new Date()
  const plan = planAlert(kept, registry, now)
  const left = mailsLeft()
  const { mailReserve } = settings
  const rooms = [roomOf(left, mailReserve), dailyRoom(left, mailReserve)] as const
  // A post to a Google Group is a mail too, to one address.
  const posted = plan.posts.filter((p) => p.kind === 'google group').map((p) => toPostMessage(alertId, p))
  const [today, daily] = rooms
  const mails = toMessages(alertId, plan.addressed, kept.mode, Math.max(0, today - posted.length), daily)
  const approvers = approversOf(registry.people, settings.operator)
  const forecast = forecastOf([...posted, ...mails], kept.mode, left, mailReserve, approvers.length)
  const firsts = firstsOf(madeBy || caller.email, kept)
  const { secondOver, operator } = settings
  const second = secondFor(plan, secondOver, caller.email, firsts, registry.people, operator)
  const testedAt = kept.testedAt && kept.testedWords === plan.wordsSeal ? kept.testedAt : null
  const allowed = mayApprove(caller, registry.people, settings)
  const checks = checksOf(plan, {
    now,
    timeZone: registry.timeZone,
    forecast,
    testedAt: testedAt ? new Date(testedAt) : null,
    approvers: allowed ? [] : approvers,
    replyTo: settings.replyTo,
    second,
    by: mailingBy(settings),
    unset: unsetIn(plan),
  })
  // Answers are cut to the contract's fields on their way out.
  const { groups, skipped, gaps } = plan.audience
  const preview: AlertPreview = {
    alertId,
    groups,
    people: plan.addressed.length,
    reached: plan.addressed.length + plan.ways.known.in,
    skipped,
    gaps,
    quota: forecast,
    checks,
    phoneless: showsPhones(kept) ? phonelessOf(plan).slice(0, MOST_PHONES) : [],
    mails: mailsOf(plan).slice(0, MOST_MAILS),
    testedAt,
    mayApprove: allowed && !(second.why && second.isFirst),
    second: { why: second.why, people: second.people },
    seal: plan.seal,
    posts: plan.posts.map(({ id, kind, name, subject, body }) => ({ channelId: id, kind, name, subject, body })),
  }
  return { plan, messages: mails, settings, preview }
}
