/**
 * Everything that can go wrong with an alert, told before it does. `stop`: it cannot be approved like this; `warn`: a
 * person should know; `ok`: looked at and fine.
 */
import { toAddress } from '../../registry/address'
import { clockText, plural, spanText } from '../../registry/when'
import { NO_GROUP } from './audience'
import { type Forecast, lateAfter } from './forecast'
import { instantIn, type Plan, phonelessOf } from './plan'
import type { Second } from './second'
import { namesTargets, showsPhones } from './text'
import { type WayCircumstances, wayChecks } from './way-checks'

export interface Check {
  readonly id: string
  readonly level: 'ok' | 'warn' | 'stop'
  readonly text: string
  readonly next: string
}

export interface Circumstances extends Omit<WayCircumstances, 'unset'> {
  readonly unset?: readonly string[]
  readonly now: Date
  readonly timeZone: string
  readonly forecast: Forecast
  /** When the words as they are now were last mailed to whoever tests. */
  readonly testedAt: Date | null
  /** Who can approve it, where the one who looks may not; else nobody. */
  readonly approvers: readonly string[]
  readonly replyTo: string
  readonly second: Second
  /** How this account mails: by Gmail drafts, by MailApp, or not at all. */
  readonly by: 'gmail' | 'mailApp' | 'refused'
}

const SHORT_NOTICE_MS = 30 * 60_000
/** A cell holds 50,000 characters. */
const LONGEST_BODY = 45_000

const ok = (id: string, text: string): Check => ({ id, level: 'ok', text, next: '' })
const warn = (id: string, text: string, next: string): Check => ({ id, level: 'warn', text, next })
const stop = (id: string, text: string, next: string): Check => ({ id, level: 'stop', text, next })

const some = (names: readonly string[]): string =>
  names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`

function whom({ targets, chosen, kinds, strangers, draft, audience, posts }: Plan): Check[] {
  const checks: Check[] = []
  const isWide = kinds.some((kind) => kind !== 'targets' && kind !== 'committee')
  if (kinds.length === 0) checks.push(stop('audience', 'Nobody is chosen to get it.', 'Choose whom to ask under Who.'))
  else if (chosen.length === 0 && !isWide)
    checks.push(stop('targets', 'Nobody to call is chosen.', 'Choose legislators, districts or a committee under Who.'))
  else if (chosen.length === 0 && draft.callees === 'chosen' && namesTargets(draft))
    checks.push(
      stop('targets', 'Nobody to call is chosen.', 'Choose legislators under Who, or let everyone call their own.'),
    )
  else if (posts.length > 0 && audience.called.length === 0 && namesTargets(draft))
    checks.push(
      stop(
        'targets',
        'Nobody to call is known: the post would name nobody.',
        'Choose legislators under Who, or take their names out of the text.',
      ),
    )
  if (strangers.length)
    checks.push(
      warn(
        'committee',
        `Not found among the legislators: ${some(strangers)}.`,
        'They are not called. Mend the name or ID in the Committees tab.',
      ),
    )
  if (kinds.includes('list') && !(draft.list ?? '').trim())
    checks.push(stop('list', 'The list is empty.', 'Paste addresses or groups under Who, or take the list off.'))
  if (audience.unknown.length)
    checks.push(
      stop(
        'list',
        `Not known here: ${some(audience.unknown)}.`,
        'Only people in People and groups in Groups can be asked. Add them there, or take them out of the list under Who.',
      ),
    )
  if (targets.left.length)
    checks.push(
      warn('left', `Not in office any more: ${some(targets.left)}.`, 'They are not called. Take them off under Who.'),
    )
  if (targets.unknown.length)
    checks.push(
      warn(
        'unknown',
        `${plural(targets.unknown.length, 'chosen legislator')} no longer in the Legislators tab.`,
        'Choose again under Who.',
      ),
    )
  if (targets.empty.length)
    checks.push(
      warn('vacant', `Nobody sits for ${some(targets.empty)}.`, 'There is nobody to call: groups there are not asked.'),
    )
  return checks
}

function people({ audience, chosen, kinds, addressed, posts }: Plan): Check[] {
  const checks: Check[] = []
  if (addressed.length > 0) {
    const groups = audience.groups.filter((g) => g.id !== NO_GROUP).length
    checks.push(ok('people', `${plural(audience.recipients.length, 'person', 'people')} in ${plural(groups, 'group')}`))
  } else if (
    posts.length === 0 &&
    kinds.length > 0 &&
    (chosen.length > 0 || kinds.some((kind) => kind !== 'targets' && kind !== 'committee'))
  )
    checks.push(
      stop(
        'people',
        'Nobody would get this alert.',
        chosen.length === 0 && audience.skipped.length > 0
          ? 'See who is skipped and why. Whoever has no district can call legislators that you choose: “Whom they call” under Who.'
          : 'Map groups to these districts, or add a lead with an e-mail in People.',
      ),
    )
  const uncovered = audience.gaps.filter((g) => !g.unreachable).map((g) => g.label)
  const silent = audience.gaps.filter((g) => g.unreachable).map((g) => g.label)
  if (uncovered.length)
    checks.push(
      warn('gaps', `${some(uncovered)} ${uncovered.length > 1 ? 'have' : 'has'} no group.`, 'Nobody there is asked.'),
    )
  if (silent.length)
    checks.push(
      warn(
        'unreachable',
        `Nobody can be reached in ${some(silent)}.`,
        'See who is skipped and why; mend it in the People tab.',
      ),
    )
  const unchecked = audience.groups.filter((g) => g.unchecked).map((g) => g.name)
  if (unchecked.length)
    checks.push(
      warn(
        'mapping',
        `Districts not checked yet: ${some(unchecked)}.`,
        'Check them on the Districts page; they get this alert as mapped.',
      ),
    )
  return checks
}

function words(plan: Plan): Check[] {
  const checks = plan.problems.map((p) => stop('blanks', p.text, p.next))
  if (checks.length === 0) checks.push(ok('blanks', 'Every blank is filled'))
  const chosen = new Set(plan.chosen.map((t) => t.id))
  const phoneless = phonelessOf(plan)
  const missing = phoneless.filter((t) => chosen.has(t.id)).map((t) => t.titled)
  const others = phoneless.length - missing.length
  if (missing.length && showsPhones(plan.draft))
    checks.push(
      stop(
        'phones',
        `No phone number for ${some(missing)}.`,
        missing.length > 1 ? 'Type them under “Numbers to call”.' : 'Type it under “Numbers to call”.',
      ),
    )
  if (others && showsPhones(plan.draft))
    checks.push(
      warn(
        'own phones',
        `No phone number for ${plural(others, 'legislator')} whom people call as their own.`,
        'Their mails say so. Type the numbers under “Numbers to call”, or in the Legislators tab.',
      ),
    )
  const sentences = (plan.draft.why ?? '').split(/[.!?]+(?:\s|$)/).filter((part) => part.trim()).length
  if (sentences > 3)
    checks.push(warn('why', `“Why now” has ${sentences} sentences.`, 'Three are read; more are skipped.'))
  if (
    [...plan.addressed.map((p) => p.wording), ...plan.posts].some(
      (w) => w.body.length > LONGEST_BODY || w.subject.length > 900,
    )
  )
    checks.push(
      stop(
        'length',
        'With all names filled in, the mail is too long.',
        'Choose fewer legislators, or shorten the text.',
      ),
    )
  return checks
}

function time({ actBy }: Plan, now: Date, zone: string): Check[] {
  const choose = 'Choose the time under What.'
  if (actBy.kind === 'unreadable') return [stop('actBy', 'Until when to act is not set.', choose)]
  if (actBy.kind === 'never')
    return [
      stop(
        'actBy',
        'That time does not exist: the clocks go forward over it.',
        'Choose an hour earlier or later under What.',
      ),
    ]
  const left = actBy.at.getTime() - now.getTime()
  if (left <= 0) return [stop('actBy', `Act by ${clockText(actBy.at, zone)} is already past.`, choose)]
  const away = `Act by ${clockText(actBy.at, zone)} is ${spanText(left)} away`
  const checks = [
    left < SHORT_NOTICE_MS ? warn('actBy', `${away}: very short.`, 'Nothing is sent after it.') : ok('actBy', away),
  ]
  if (actBy.kind === 'twice')
    checks.push(warn('twice', 'That time comes twice that night: the clocks go back.', 'The first one counts.'))
  return checks
}

export function checksOf(plan: Plan, c: Circumstances): Check[] {
  const checks = [
    ...whom(plan),
    ...people(plan),
    ...wayChecks(plan.ways, { unset: [], ...c }),
    ...words(plan),
    ...time(plan, c.now, c.timeZone),
  ]
  if (plan.draft.kind === 'drill')
    checks.unshift(ok('drill', 'This is a drill: subject and text say so, and to call nobody'))
  if (c.by === 'mailApp')
    checks.push(
      warn(
        'mailApp',
        'Gmail drafts are not allowed for this account: mails go by MailApp, a stopped run leaves doubts.',
        'Each mail goes once at most. To use drafts, allow “Manage drafts and send emails”.',
      ),
    )
  if (c.by === 'refused')
    checks.push(
      stop(
        'gmail',
        'Gmail drafts are not allowed for this account: it can send nothing.',
        'Reload the sheet and allow “Manage drafts and send emails”; or ask another account to approve; or type yes at “Mail without drafts” in the Settings tab.',
      ),
    )
  checks.push(
    c.testedAt
      ? ok('test', `Test sent to you, ${clockText(c.testedAt, c.timeZone)}`)
      : warn('test', 'No test sent of this text.', 'Send a test to yourself and read it once.'),
  )
  if (c.forecast.waits > 0)
    checks.push(
      warn('quota', `${plural(c.forecast.waits, 'person has', 'people have')} to wait for quota.`, c.forecast.forecast),
    )
  const late = lateAfter(c.forecast, (instantIn(plan.actBy)?.getTime() ?? 0) - c.now.getTime())
  if (late > 0)
    checks.push(
      warn(
        'late',
        `${plural(late, 'person', 'people')} would get it after act by.`,
        'Lend a second account, or choose fewer.',
      ),
    )
  if (c.replyTo && !toAddress(c.replyTo))
    checks.push(
      stop(
        'reply',
        'Answers would go nowhere: the reply address is not an e-mail address.',
        'Mend “Reply to” in the Settings tab.',
      ),
    )
  const { why, isFirst, others } = c.second
  const types = c.second.people > 0
  if (why && others.length === 0)
    checks.push(
      stop(
        'second',
        `A second person has to approve it. ${why}.`,
        'Everyone who may approve here has made or changed it. Give another person the role coordinator in the People tab and share the sheet with them; then they open this draft. Or begin it anew, and let one of you only look.',
      ),
    )
  else if (why && isFirst)
    checks.push(
      warn(
        'approve',
        plan.draft.asked ? 'It waits for approval.' : `A second person has to approve it. ${why}.`,
        `${some(others)} can approve it.`,
      ),
    )
  else if (why)
    checks.push(
      warn(
        'second',
        `${why}.`,
        c.approvers.length
          ? types
            ? 'Whoever approves it types how many people get it.'
            : ''
          : types
            ? 'You are the second person: type how many people get it.'
            : 'You are the second person.',
      ),
    )
  if (c.approvers.length && !(why && isFirst))
    checks.push(
      warn(
        'approve',
        plan.draft.asked ? 'It waits for approval.' : 'You may prepare this alert, not approve it.',
        `${some(why ? others : c.approvers)} can approve it.`,
      ),
    )
  return checks
}

/** What stands against approving. */
export const stopsOf = (checks: readonly Check[]): Check[] => checks.filter((c) => c.level === 'stop')
