/**
 * Everything that can go wrong with an alert, told before it does. `stop`: it cannot be approved like this; `warn`: a
 * person should know; `ok`: looked at and fine.
 */
import { toAddress } from '../../registry/address'
import { clockText, plural, spanText } from '../../registry/when'
import { type Forecast, lateAfter } from './forecast'
import { instantIn, type Plan, phonelessOf } from './plan'
import { showsPhones } from './text'
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
}

const SHORT_NOTICE_MS = 30 * 60_000
/** A cell holds 50,000 characters. */
const LONGEST_BODY = 45_000

const ok = (id: string, text: string): Check => ({ id, level: 'ok', text, next: '' })
const warn = (id: string, text: string, next: string): Check => ({ id, level: 'warn', text, next })
const stop = (id: string, text: string, next: string): Check => ({ id, level: 'stop', text, next })

const some = (names: readonly string[]): string =>
  names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`

function whom({ targets }: Plan): Check[] {
  const checks: Check[] = []
  if (targets.targets.length === 0)
    checks.push(stop('targets', 'Nobody to call is chosen.', 'Choose legislators or districts under Who.'))
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

function people({ audience, targets, addressed, posts }: Plan): Check[] {
  const checks: Check[] = []
  if (addressed.length > 0)
    checks.push(
      ok('people', `${plural(addressed.length, 'person', 'people')} in ${plural(audience.groups.length, 'group')}`),
    )
  else if (targets.targets.length > 0 && posts.length === 0)
    checks.push(
      stop(
        'people',
        'Nobody would get this alert.',
        'Map groups to these districts, or add a lead with an e-mail in People.',
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
  const phoneless = phonelessOf(plan).map((t) => t.titled)
  if (phoneless.length && showsPhones(plan.draft))
    checks.push(stop('phones', `No phone number for ${some(phoneless)}.`, 'Type it here.'))
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
  if (c.approvers.length)
    checks.push(
      warn(
        'approve',
        plan.draft.asked ? 'It waits for approval.' : 'You may prepare this alert, not approve it.',
        `${some(c.approvers)} can approve it.`,
      ),
    )
  return checks
}

/** What stands against approving. */
export const stopsOf = (checks: readonly Check[]): Check[] => checks.filter((c) => c.level === 'stop')
