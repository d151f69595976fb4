/** Writing an alert: what can be chosen, keeping the draft, looking at it, sending a test to oneself. */
import type { AlertChoices, AlertPreview, Answer, Draft } from '../../contract'
import { Fault } from '../../fault'
import { createDraft, sendDraft } from '../../google/gmail'
import { mailsLeft } from '../../google/mail'
import { base64Web } from '../../mail/base64'
import { handOver, mailingBy } from '../../mail/by-mail-app'
import { toMime } from '../../mail/mime'
import { gmailRefused } from '../../mail/send'
import { newDraft } from '../../new-draft'
import { type Caller, identified, mayApprove } from '../../registry/callers'
import { committeesOf } from '../../registry/committees'
import { fingerprint } from '../../registry/fingerprint'
import { isRead } from '../../registry/in-group'
import { log } from '../../registry/log'
import { zoneOf } from '../../registry/network'
import { getSettings } from '../../registry/settings'
import { alone } from '../../registry/settle'
import { type StateFacts, stateOf } from '../../registry/states'
import { appendRows, readTable, updateRows } from '../../registry/table'
import { dayText, instantOf, plural, wallClock } from '../../registry/when'
import { draftsFor, listed } from '../drafts'
import { draftOf, type Kept, readKept, writeKept } from '../kept-draft'
import { type AlertRow, findAlert } from '../store'
import { choicesOf, committeeText, labelled } from './choices'
import { instantIn, kindsOf, mailsOf } from './plan'
import { foresee } from './preview'
import { readRegistry } from './registry'
import { labelOf, resolveTargets } from './targets'
import { PLACEHOLDERS } from './text'
import { isChannel, isOpen, nameOf } from './ways'

/** How fresh the member list is that keeps people from getting it twice. */
const groupNote = (readAt: Date | null, zone: string): string =>
  readAt ? `Member list of ${dayText(readAt, new Date(), zone)}` : 'Member list not read yet.'

/** The caller's newest unfinished draft that does not wait for approval, or the template. */
export function alertChoices(_: object, caller: Caller): AlertChoices {
  const settings = getSettings()
  const registry = readRegistry(settings)
  const drafts = draftsFor(readTable('alerts'), caller, mayApprove(caller, registry.people, settings))
  const unfinished = drafts.find((d) => d.by === caller.email && !d.asked)
  return {
    ...choicesOf(registry, readTable('districts')),
    placeholders: [...PLACEHOLDERS],
    draft: unfinished ? draftOf(unfinished.kept) : newDraft(),
    resumed: unfinished !== undefined,
    blank: newDraft(),
    drafts: listed(drafts),
    timeZone: registry.timeZone,
    channels: (registry.channels ?? [])
      .filter(isChannel)
      .filter(isOpen)
      .map((c) => ({
        id: c.id,
        kind: c.kind,
        name: nameOf(c),
        note: c.kind === 'google group' ? groupNote(isRead(c) ? c.readAt : null, registry.timeZone) : '',
      })),
    now: wallClock(new Date(), registry.timeZone),
  }
}

/** Throws `ALERT_NOT_FOUND`, `ALREADY_APPROVED`. */
function unfinished(alertId: string): AlertRow {
  const alert = findAlert(alertId)
  if (alert.state === 'draft') return alert
  throw new Fault(
    'ALREADY_APPROVED',
    `${alertId} is ${alert.state} and cannot be changed any more.`,
    'Begin a new alert.',
  )
}

const WIDE = { state: 'the whole state', 'working group': 'the working group', list: 'a list' } as const

/** How audience and targets read in the Alerts tab. */
function targetsText(draft: Draft, state: StateFacts | null): string {
  const kinds = kindsOf(draft)
  const byName = kinds.includes('targets') || draft.callees === 'chosen'
  const choice = { legislatorIds: byName ? draft.legislatorIds : [], districts: [] }
  const names = resolveTargets(choice, readTable('legislators'), state).targets.map((t) => `${t.titled} (${t.label})`)
  const districts = byName ? draft.districts.map((d) => labelOf(state, d.chamber, d.district)) : []
  const keys = kinds.includes('committee') ? (draft.committees ?? []) : []
  const known = keys.length > 0 ? committeesOf(readTable('committees'), []) : []
  const committees = keys.map((key) => {
    const found = known.find((one) => one.key === key)
    return committeeText(found ? labelled(found, state) : (key.split('|')[1] ?? ''))
  })
  const others = kinds.filter((kind) => kind !== 'targets' && kind !== 'committee')
  const text = [...names, ...districts, ...committees, ...others.map((kind) => WIDE[kind])].join(', ')
  return text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text
}

/** What approval is about, whoever asks for it and whatever was tested. */
const contentOf = (draft: Draft): string => JSON.stringify({ ...draftOf(draft), alertId: '', asked: false })

/** Under the lock: what is approved meanwhile stays as it was approved. */
const keep = (draft: Draft, caller: Caller) => alone(() => keepNow(draft, caller))

function keepNow(draft: Draft, caller: Caller): { alertId: string; kept: Kept; madeBy: string } {
  identified(caller)
  const settings = getSettings()
  const standing = draft.alertId ? unfinished(draft.alertId) : null
  const before = standing && readKept(standing.draft)
  const kept: Kept = { ...before, ...draft }
  if (!before || contentOf(before) !== contentOf(draft))
    kept.changedBy = [...new Set([...(before?.changedBy ?? '').split(', '), caller.email])].filter(Boolean).join(', ')
  const asks = draft.asked && !before?.asked
  if (asks) kept.askedAt = caller.now.toISOString()
  const row = {
    title: draft.title,
    bill: draft.bill,
    targets: targetsText(draft, stateOf(settings.state)),
    ask: draft.ask?.trim() ?? '',
    kind: draft.kind ?? ('alert' as const),
    actBy: instantIn(instantOf(draft.actBy, zoneOf(settings))),
    draft: writeKept(kept),
  }
  if (standing) {
    updateRows('alerts', new Map([[standing.id, row]]))
    if (asks) log(caller.email, 'asked for approval', standing.id, draft.kind === 'drill' ? 'drill' : '')
    return { alertId: standing.id, kept, madeBy: standing.madeBy }
  }
  const [alertId = ''] = appendRows('alerts', [{ ...row, state: 'draft', madeBy: caller.email, madeAt: new Date() }])
  return { alertId, kept: { ...kept, alertId }, madeBy: caller.email }
}

/** A draft to go on with, whoever made it. Throws `ALERT_NOT_FOUND`, `ALREADY_APPROVED`, `DRAFT_UNREADABLE`. */
export function openDraft({ alertId }: { alertId: string }): Answer<'openDraft'> {
  const alert = unfinished(alertId)
  return { draft: draftOf(keptIn(alert)), by: alert.madeBy }
}

/** Keeps the draft in the Alerts tab. Throws `ALREADY_APPROVED`, `DRAFT_TOO_LONG`. */
export const saveDraft = (draft: Draft, caller: Caller): { alertId: string } => ({
  alertId: keep(draft, caller).alertId,
})

/** Keeps the draft, then shows who would get what. */
export function previewAlert(draft: Draft, caller: Caller): AlertPreview {
  const { alertId, kept, madeBy } = keep(draft, caller)
  return foresee(alertId, kept, caller, madeBy).preview
}

function keptIn({ id, draft }: AlertRow): Kept {
  const kept = readKept(draft)
  if (kept) return { ...kept, alertId: id }
  throw new Fault(
    'DRAFT_UNREADABLE',
    `The draft of ${id} was changed in the sheet and cannot be read.`,
    'Begin a new alert.',
  )
}

/** The draft of an alert that is not approved. Throws `ALERT_NOT_FOUND`, `ALREADY_APPROVED`, `DRAFT_UNREADABLE`. */
export const keptDraft = (alertId: string): Kept => keptIn(unfinished(alertId))

/** Mails the words, as the given group would get them, to the caller alone. Throws `NOTHING_TO_TEST`, `GMAIL_REFUSED`. */
export function testAlert(
  { alertId, groupId }: { alertId: string; groupId: string | null },
  caller: Caller,
): { to: string; at: string } {
  const { email } = identified(caller)
  const alert = unfinished(alertId)
  const kept = keptIn(alert)
  const { plan, settings } = foresee(alertId, kept, caller, alert.madeBy)
  const mails = mailsOf(plan)
  const [post] = plan.posts
  const mail =
    mails.find((m) => groupId !== null && m.groupIds.includes(groupId)) ??
    mails[0] ??
    (post && { ...post, people: plan.ways.left.length })
  if (!mail) throw new Fault('NOTHING_TO_TEST', 'Nobody would get this alert yet.', 'Choose whom to call first.')
  if (mailsLeft() === 0)
    throw new Fault(
      'NO_MAILS_LEFT',
      'Google lets your account send no more mails today.',
      'Read the preview here instead, or have somebody else who may approve open this alert and test it.',
    )
  const at = new Date()
  const words = {
    to: [email],
    subject: `TEST: ${mail.subject}`,
    body: `This is a test to you alone. ${plural(mail.people, 'person', 'people')} would get it.\n\n${mail.body}`,
    token: `swtest${fingerprint(`${alertId} ${email} ${at.getTime()}`)}`,
    replyTo: settings.replyTo || settings.operator,
  }
  if (mailingBy(settings) === 'mailApp') {
    if (!handOver({ ...words, me: email })) throw gmailRefused()
  } else {
    const draftId = createDraft(base64Web(toMime({ ...words, personal: true })))
    if (!draftId || sendDraft(draftId) === null) throw gmailRefused()
  }
  alone(() => {
    // Mailing took a while: somebody may have changed or approved it since.
    const { state, draft } = findAlert(alertId)
    const standing = state === 'draft' && readKept(draft)
    if (!standing) return
    const tested = { ...standing, testedAt: at.toISOString(), testedWords: plan.wordsSeal }
    updateRows('alerts', new Map([[alertId, { draft: writeKept(tested) }]]))
  })
  log(email, `tested ${kept.kind ?? 'alert'}`, alertId)
  return { to: email, at: at.toISOString() }
}
