/** What speaks against the ways an alert is to go, told before it goes. Pure. */
import { toAddress } from '../../registry/address'
import { isRead } from '../../registry/in-group'
import { dayText, plural } from '../../registry/when'
import type { Check } from './checks'
import { nameOf, type Ways } from './ways'

const DAY = 24 * 3_600_000
/** Members come and go: a list older than this is worth reading again. */
const OLD = 7 * DAY

export interface WayCircumstances {
  readonly now: Date
  readonly timeZone: string
  /** IDs of Slack channels that no webhook is set for. */
  readonly unset: readonly string[]
}

const CHOOSE = 'Choose again under What.'
const READ =
  'Read or paste its member list on the Channels page (Home, More); or choose mail alone, or the Group alone.'

export function wayChecks(ways: Ways, c: WayCircumstances): Check[] {
  const checks: Check[] = []
  const add = (level: Check['level'], text: string, next = ''): void => {
    checks.push({ id: 'ways', level, text, next })
  }
  if (!ways.byMail && ways.posts.length === 0) add('stop', 'No way is chosen for it to go.', CHOOSE)
  for (const name of ways.gone) add('stop', `${name} is paused, or no longer a channel in the Channels tab.`, CHOOSE)
  if (ways.more.length > 0)
    add('stop', 'Whoever is in both Google Groups would get it twice.', 'Choose one of them under What.')
  for (const post of ways.posts)
    if (post.kind === 'slack' && c.unset.includes(post.id))
      add(
        'stop',
        `No webhook is set for ${nameOf(post)}.`,
        'Set it on the Channels page (Home, More), or leave Slack out under What.',
      )
  if (ways.group) group(ways, ways.group, c, add)
  for (const post of ways.posts)
    if (post.kind === 'facebook')
      add(
        'warn',
        `Facebook lets no program post: ${nameOf(post)} waits for you under Send.`,
        'Copy the text there and paste it.',
      )
  return checks
}

function group(
  { known, byMail, optedOut }: Ways,
  way: NonNullable<Ways['group']>,
  { now, timeZone }: WayCircumstances,
  add: (level: Check['level'], text: string, next?: string) => void,
): void {
  const name = nameOf(way)
  if (!toAddress(way.address)) {
    add('stop', `The address of ${name} in the Channels tab is no e-mail address.`, 'Mend it on the Channels page.')
    return
  }
  const readAt = isRead(way) ? way.readAt : null
  const listOf = readAt ? dayText(readAt, now, timeZone) : ''
  if (byMail && !readAt) add('stop', `Who is in ${name} is not known: some would get it twice.`, READ)
  else if (byMail && known.unknown > 0)
    add('stop', `Of ${plural(known.unknown, 'person', 'people')} it is not known whether they are in ${name}.`, READ)
  else if (byMail) add('ok', `${known.in} by ${name}, ${known.out} by mail: nobody twice (member list of ${listOf})`)
  if (readAt && now.getTime() - readAt.getTime() > OLD)
    add(
      'warn',
      `The member list of ${name} is of ${listOf}.`,
      'Read it again on the Channels page: who joined since gets two.',
    )
  const missed = known.out + known.unknown
  if (!byMail && missed > 0)
    add(
      'warn',
      `${plural(missed, 'person is', 'people are')} not known to be in ${name}.`,
      'They may get nothing: choose mail too.',
    )
  const outside = (way.members ?? 0) - known.in
  if (readAt && outside > 0)
    add('warn', `${plural(outside, 'member')} of ${name} are outside of this audience.`, 'They get it too.')
  if (optedOut > 0)
    add(
      'warn',
      `${plural(optedOut, 'person', 'people')} in ${name} opted out of alerts.`,
      'They get what is posted there, until they are taken out of the Group.',
    )
  add('ok', `It is handed to ${name}, which may hold it for a moderator or refuse it without a word`)
}
