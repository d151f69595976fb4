/** A draft with everything it would do, worked out anew from the tables: what Check shows and approval judges. */
import type { AlertPreview } from '../contract'
import { mailsLeft } from '../google/mail'
import { type Caller, mayApprove } from '../registry/callers'
import { getSettings, type Settings } from '../registry/settings'
import { checksOf } from './checks'
import { type Message, toMessages } from './cohorts'
import { forecastOf, roomOf } from './forecast'
import { draftIn, type Kept } from './kept-draft'
import { mailsOf, type Plan, phonelessOf, planAlert } from './plan'
import { readRegistry } from './store'
import { showsPhones } from './text'

export interface Prospect {
  readonly plan: Plan
  readonly messages: readonly Message[]
  readonly settings: Settings
  readonly preview: AlertPreview
}

/** Previews are cut here: no person reads more, and the answer stays light. */
const MOST_MAILS = 200

export function foresee(alertId: string, kept: Kept, caller: Caller): Prospect {
  const settings = getSettings()
  const registry = readRegistry(settings)
  const now = new Date()
  const draft = draftIn(kept)
  const plan = planAlert(draft, registry, now)
  const left = mailsLeft()
  const room = roomOf(left, settings.mailReserve)
  const messages = toMessages(alertId, plan.addressed, draft.mode, room < plan.addressed.length ? room : null)
  const forecast = forecastOf(messages, draft.mode, left, settings.mailReserve)
  const testedAt = kept.testedAt && kept.testedWords === plan.wordsSeal ? kept.testedAt : null
  const allowed = mayApprove(caller, registry.people, settings)
  const checks = checksOf(plan, {
    now,
    timeZone: registry.timeZone,
    forecast,
    testedAt: testedAt ? new Date(testedAt) : null,
    mayApprove: allowed,
    replyTo: settings.replyTo,
  })
  const { audience } = plan
  const preview: AlertPreview = {
    alertId,
    groups: audience.groups.map(({ id, name, town, districts, people }) => ({ id, name, town, districts, people })),
    people: plan.addressed.length,
    skipped: audience.skipped,
    gaps: audience.gaps.map(({ chamber, district, label, legislators }) => ({ chamber, district, label, legislators })),
    quota: forecast,
    checks,
    phoneless: showsPhones(draft) ? phonelessOf(plan).map(({ id, name, label }) => ({ id, name, label })) : [],
    mails: mailsOf(plan).slice(0, MOST_MAILS),
    testedAt,
    mayApprove: allowed,
    seal: plan.seal,
  }
  return { plan, messages, settings, preview }
}
