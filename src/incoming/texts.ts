/** The words of the mails that follow an alert. Pure. */
import { actByText } from '../registry/act-by'
import { clockText, dayText, plural } from '../registry/when'
import { type Asked, groupsIn } from './asked'
import type { BillSum } from './by-bill'
import { cut, oneLine } from './clean'
import { instantAt } from './moment'
import type { Asked as Request } from './request'
import type { Stand } from './stand'

interface Words {
  readonly subject: string
  readonly body: string
}

export interface Setting {
  readonly zone: string
  /** That one, then the others of the state: nobody knows in which a reader lives. */
  readonly zones: readonly string[]
  readonly network: string
  readonly now: Date
}

/** So many legislators are listed though nobody has called them. */
const MOST_UNCALLED = 20

const isDrill = ({ alert }: Pick<Asked, 'alert'>): boolean => alert.kind === 'drill'
/** A drill says so everywhere, even where its own subject does not. */
const marked = (asked: Pick<Asked, 'alert'>, subject: string): string =>
  oneLine(isDrill(asked) && !/\bdrill\b/i.test(subject) ? `DRILL: ${subject}` : subject, 240)

const bodyOf = (...paragraphs: (string | false)[]): string => paragraphs.filter(Boolean).join('\n\n')
const actByOf = ({ alert }: Pick<Asked, 'alert'>, { zones }: Setting): string =>
  alert.actBy ? actByText(alert.actBy, zones) : ''
const drillLine = (asked: Pick<Asked, 'alert'>): string | false =>
  isDrill(asked) && 'This is a DRILL: nobody is to be called.'

export const backupWords = (asked: Asked, subject: string, body: string, s: Setting): Words => ({
  subject: marked(asked, `Can you step in? ${subject}`),
  body: bodyOf(
    drillLine(asked),
    `Your group was asked to act by ${actByOf(asked, s)}, and nobody of it has answered yet. You are its backup: please take it on, or tell us by replying OUT.`,
    body,
  ),
})

/** `blind`: answers cannot be read, so some of these may have answered. */
export const reminderWords = (asked: Asked, subject: string, body: string, blind: boolean, s: Setting): Words => ({
  subject: marked(asked, `Reminder: ${subject}`),
  body: bodyOf(
    drillLine(asked),
    blind
      ? `A reminder to everybody who was asked: act by ${actByOf(asked, s)}. If you have answered or made your calls already, thank you: there is nothing more to do.`
      : `We have no answer from your group yet. There is time until ${actByOf(asked, s)}. If you only reply HAVE IT, IN, OUT or DONE and a number, that helps.`,
    body,
  ),
})

export interface Names {
  group(id: string): string
  legislator(id: string): string
}

const inAll = ({ bill, alerts, calls, groups }: BillSum): string =>
  `${bill} (${alerts}): ${plural(calls, 'call')} by ${plural(groups, 'group')}.`

/** What came of it, for coordinators and organizers. */
export function summaryWords(
  asked: Asked,
  stand: Stand,
  reports: readonly { readonly groupIds: string; readonly said: string; readonly legislatorId: string }[],
  notes: { readonly uncounted: number; readonly blind: boolean; readonly doubt: number; readonly bill: BillSum | null },
  names: Names,
  s: Setting,
): Words {
  const { alert, groupIds, reached } = asked
  const of = (answer: string): string[] =>
    groupIds.filter((id) => stand.groups.get(id)?.answer === answer).map((id) => names.group(id))
  const list = (what: string, groups: readonly string[]): string | false =>
    groups.length > 0 && `${what} (${groups.length}): ${cut(groups.join(', '), 3_000)}`
  const silent = groupIds.filter((id) => reached.has(id) && !stand.groups.has(id)).map((id) => names.group(id))
  const unreached = groupIds.filter((id) => !reached.has(id)).map((id) => names.group(id))
  const heard = reports.filter((row) => row.said.trim())
  // Where everybody calls their own, those alone who were called.
  const isShort = asked.callees.length <= MOST_UNCALLED
  const called = asked.callees.filter(({ id }) => isShort || stand.byLegislator.has(id))
  const legislators = called.map(({ id }) => {
    const sum = stand.byLegislator.get(id)
    return `${names.legislator(id)}: ${sum ? `${plural(sum.calls, 'call')} by ${plural(sum.groups, 'group')}` : 'no calls reported'}`
  })
  const unnamed = stand.byLegislator.get('')?.calls ?? 0
  return {
    subject: marked(
      asked,
      `After the alert: ${alert.title || alert.id}, ${plural(stand.calls, 'call')} by ${plural(of('done').length, 'group')}`,
    ),
    body: bodyOf(
      drillLine(asked),
      `${alert.id} ${alert.title}\nAct by was ${actByOf(asked, s)}.`,
      `Reached: ${plural(reached.size, 'group')} of ${groupIds.length}. Answered: ${stand.groups.size}. Calls made: ${stand.calls}.`,
      notes.bill !== null && `All alerts about ${inAll(notes.bill)}`,
      legislators.length > 0 &&
        `By legislator:\n${cut(legislators.join('\n'), 6_000)}${unnamed ? `\nNot said to whom: ${plural(unnamed, 'call')}` : ''}`,
      list('Done', of('done')),
      list('In, but not reported done', of('in')),
      list('Have it, but nothing since', of('have it')),
      list('Out', of('out')),
      list('No answer', silent),
      list('Not reached', unreached),
      heard.length > 0 &&
        `What was said:\n${cut(
          heard
            .slice(-60)
            .map(
              (row) =>
                `- ${groupsIn(row)
                  .map((id) => names.group(id))
                  .join(', ')}: ${oneLine(row.said, 300)}`,
            )
            .join('\n'),
          12_000,
        )}`,
      notes.doubt > 0 &&
        `${plural(notes.doubt, 'person', 'people')} may or may not have got it: settle the doubt on the Alert page.`,
      notes.uncounted > 0 && `${plural(notes.uncounted, 'mail')} could not be counted: the Answers tab says why.`,
      notes.blind && 'Answers by mail could not be read: these are only those entered by hand.',
      s.network,
    ),
  }
}

/** Tells who asked, and the coordinators, what became of a mail that asked for an alert. */
export function requestWords(
  alertId: string,
  asked: Request,
  about: { readonly from: string; readonly subject: string; readonly sent: string },
  s: Setting,
): Words {
  const list = (items: readonly string[]): string => cut(items.join(', '), 2_000)
  const by = asked.by && instantAt(asked.by.wall, s.zone)
  const understood = [
    asked.bill && `Bill: ${asked.bill}`,
    asked.districts.length > 0 && `Districts: ${list(asked.districts.map((d) => d.label))}`,
    asked.committee && `Committee: ${asked.committee}`,
    asked.legislators.length > 0 && `Legislators: ${list(asked.legislators.map((l) => `${l.name} (${l.label})`))}`,
    asked.ask && `Ask: ${asked.ask}`,
    asked.by && `Act by: ${by ? actByText(by, s.zones) : asked.by.wall.replace('T', ' ')}`,
  ].filter(Boolean)
  const missing = [
    asked.districts.length + asked.legislators.length === 0 && 'whom to call',
    !asked.by && 'until when',
    !asked.bill && 'which bill',
    !asked.ask && 'what to ask for',
    !asked.why && 'why now',
  ].filter(Boolean)
  return {
    subject: oneLine(`${about.sent ? 'Alert' : 'Draft alert'} ${alertId}: ${asked.bill || about.subject}`, 200),
    body: bodyOf(
      `${about.from} asked for an alert by mail at ${clockText(s.now, s.zone)}: “${oneLine(about.subject, 300)}”`,
      `Understood:\n${understood.join('\n') || 'nothing'}`,
      asked.unclear.length > 0 && `Not understood: ${list(asked.unclear)}`,
      missing.length > 0 && `Not said: ${missing.join(', ')}`,
      !asked.ask && 'Next time the subject may say “vote no”, or a line of the mail may begin with “Ask:”.',
      about.sent ||
        `It is draft ${alertId}: nothing has been sent. A coordinator opens the sheet, Statewide › Open sidebar, Alert, then checks and approves it.`,
      s.network,
    ),
  }
}

/** What happens by itself, and when. */
export const whenText = (at: Date, s: Setting): string => dayText(at, s.now, s.zone)
