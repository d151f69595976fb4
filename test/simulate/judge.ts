/** Compares what the ledger claims with what lies in the mailboxes, and both with who should have got what. */
import type { Draft } from '../../src/contract'
import { rowsIn } from '../src/alerts/world'
import { aboutAnswers } from './answers'
import { archivedOf, type Course, type Ledger, mailsOf, type Played, slackPostsOf } from './play'
import { byMailApp, GROUP, goesTo, whoShould } from './scene'

const NOT_SENT = ['failed', 'expired', 'cancelled', 'skipped']
const LEFT_OUT = /^without (.+?) \(opted out\)/

const takesColumns = (schedule: Played['schedule']): boolean =>
  /"do":"(rename|delete) column"/.test(JSON.stringify(schedule))

/** Two columns of the Outbox are renamed or taken away, perhaps in one moment: a state may be lost, as a doubt. */
const takesTwo = (schedule: Played['schedule']): boolean =>
  (JSON.stringify(schedule).match(/"do":"(rename|delete) column","tab":"Outbox"/g) ?? []).length > 1

/** Both accounts have been back: what is still in doubt lost its state, and that takes a person's hand. */
const hasCause = ({ storm, schedule }: Played, reason: string): boolean =>
  (/state was lost or cleared/.test(reason) &&
    (storm.hands.cleared ||
      storm.tore('Outbox') ||
      (storm.hands.split && takesColumns(schedule)) ||
      takesTwo(schedule))) ||
  // Also where a column was gone when the outcome was to be written, or the day’s mails in the middle of sending.
  (/MailApp/.test(reason) &&
    (takesColumns(schedule) ||
      /"do":"quota"/.test(JSON.stringify(schedule)) ||
      byMailApp(schedule.scene).some((account) => storm.wasStopped(account))))

/** Everyone who could ever have got something. */
const everyone = ({ made }: Played): string[] => [
  ...new Set(made.people.map((p) => p.email.toLowerCase()).filter((e) => e.includes('@'))),
]

const missingIn = (note: string): number => Number(/(\d+) (?:person is|people are) missing/.exec(note)?.[1] ?? 0)

/** By its ID: where its recipients were lost it is a post still. */
const isPost = (row: Ledger['rows'][number]): boolean => /-(group|slack)$/.test(row.messageId)
const isSlackRow = (row: Ledger['rows'][number]): boolean => row.messageId.endsWith('-slack')

/** Cancelled before an approval of it ever stood in the sheet: nobody was to get it. */
const wasNeverApproved = ({ alert }: Ledger): boolean => alert.state === 'cancelled' && !alert.approvedBy

/** In the Group’s archive and in Slack each alert stands once, where the ledger says so. Nothing there is there twice. */
function aboutPosts(p: Played, course: Course, ledger: Ledger): string[] {
  const { rows, progress } = ledger
  const alert = p.made.alerts[course.number] as Draft
  const wrong: string[] = []
  const look = (
    name: string,
    way: 'CH-001' | 'CH-002',
    found: number,
    row: Ledger['rows'][number] | undefined,
  ): void => {
    if (found > 1) wrong.push(`${name} has it ${found} times`)
    if (found > 0 && !goesTo(alert, way)) wrong.push(`${name} has it and should not`)
    if (!goesTo(alert, way)) return
    if (!row) {
      const { deletedRows } = p.storm.hands
      const mayBeLost =
        p.storm.tore('Outbox') || deletedRows.some((text) => text.includes(way === 'CH-001' ? GROUP : 'CH-002'))
      if (!mayBeLost && !wasNeverApproved(ledger)) wrong.push(`the post to ${name} is nowhere in the ledger`)
      return
    }
    const mayBeGone = way === 'CH-001' && p.storm.hands.deletedDrafts.some((raw) => raw.includes(GROUP))
    if (row.state === 'sent' && found === 0 && !mayBeGone)
      wrong.push(`${name} has none, and the ledger says sent: ${row.reason}`)
    if (NOT_SENT.includes(row.state) && found > 0) wrong.push(`${name} has it, and the ledger says ${row.state}`)
    if (row.people !== 0) wrong.push(`the post to ${name} counts as ${row.people} people`)
  }
  look(
    'the Group',
    'CH-001',
    archivedOf(p, course.number),
    rows.find((r) => r.messageId.endsWith('-group')),
  )
  const slack = slackPostsOf(p, course.number)
  look('Slack', 'CH-002', slack.length, rows.find(isSlackRow))
  const late = Date.parse(progress.actBy ?? '') + 1500
  if (slack.some((at) => at > late)) wrong.push('posted in Slack after act-by')
  return wrong
}

function aboutMailboxes(p: Played, course: Course): string[] {
  return everyone(p).flatMap((address) => {
    const mails = mailsOf(p, course.number, address)
    if (mails > 1) return [`${address} has ${mails} mails`]
    const byGroup = p.made.members?.has(address) && goesTo(p.made.alerts[course.number] as Draft, 'CH-001')
    if (mails === 1 && !course.may.has(address) && !byGroup) return [`${address} has a mail and should not`]
    return []
  })
}

/** What a row says of each of its people, against the mailbox. */
function aboutRows(p: Played, course: Course, ledger: Ledger): string[] {
  const { rows, progress } = ledger
  const { hands } = p.storm
  const told = new Set<string>()
  const wrong: string[] = []
  for (const row of rows) {
    if (row.state === 'queued' || row.state === 'claimed') wrong.push(`${row.messageId} is still ${row.state}`)
    if (row.state !== 'sent' && !row.reason) wrong.push(`${row.messageId} is ${row.state} without a reason`)
    // What was being posted in Slack when its run stopped, or when no answer came, only a person can look up.
    const unseen = isSlackRow(row) && p.storm.told.length > 0
    if (row.state === 'doubt' && !unseen && !hasCause(p, row.reason)) wrong.push(`doubt without a cause: ${row.reason}`)
    for (const address of LEFT_OUT.exec(row.reason)?.[1]?.split(', ') ?? []) {
      told.add(address)
      if (!hands.optedOut.has(address)) wrong.push(`${address} was left out without having opted out`)
      if (mailsOf(p, course.number, address) > 0) wrong.push(`${address} has one, and the ledger says left out`)
    }
    if (isPost(row)) continue
    for (const address of row.state === 'skipped' && row.to.every((t) => !t.includes('@')) ? [] : row.to) {
      const mails = mailsOf(p, course.number, address)
      told.add(address)
      if (row.state === 'sent' && mails === 0 && !hands.deletedDrafts.some((raw) => raw.includes(address)))
        wrong.push(`${address} has none, and the ledger says sent: ${row.reason}`)
      if (NOT_SENT.includes(row.state) && mails > 0) wrong.push(`${address} has one, and the ledger says ${row.state}`)
    }
  }
  for (const address of wasNeverApproved(ledger) ? [] : course.must) {
    if (told.has(address) || mailsOf(p, course.number, address) > 0) continue
    const mayBeLost = p.storm.tore('Outbox') || hands.deletedRows.some((row) => row.includes(address))
    if (!mayBeLost) wrong.push(`${address} has none and is nowhere in the ledger`)
    else if (missingIn(progress.note) === 0 && !rows.some((row) => /were changed in the Outbox/.test(row.reason)))
      wrong.push(`${address} has none, and nobody is told that a row is missing`)
  }
  return wrong
}

/** The counters in the Alerts tab, as people see them, against the mailboxes. */
function aboutCounters(p: Played, course: Course, { rows, alert, progress }: Ledger): string[] {
  const people = (states: readonly string[]) =>
    rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.people, 0)
  const mailed = (states: readonly string[]) =>
    rows
      .filter((row) => states.includes(row.state))
      .flatMap((row) => row.to)
      .filter((address) => mailsOf(p, course.number, address) > 0).length
  const wrong: string[] = []
  const expect = (what: string, is: unknown, should: unknown): void => {
    if (is !== should) wrong.push(`${what}: ${is} instead of ${should}`)
  }
  const { hands } = p.storm
  if (hands.deletedDrafts.length === 0) expect('Sent in Alerts', alert.sent, mailed(['sent']))
  const posts = rows.filter((row) => row.state === 'doubt' && isPost(row)).length
  expect('Doubt in Alerts', alert.doubt, people(['doubt']) + posts)
  expect('sent in the sidebar', progress.sent, alert.sent)
  if (!['sent', 'expired', 'cancelled'].includes(String(alert.state))) wrong.push(`the alert is ${alert.state}`)
  if (alert.state === 'sent' && hands.deletedRows.length === 0 && people(['expired']) > 0)
    wrong.push('sent, yet expired')
  return wrong
}

function aboutSending(p: Played, course: Course, { progress }: Ledger): string[] {
  const actBy = Date.parse(progress.actBy ?? '') + 1500
  const wrong: string[] = []
  for (const { raw, runBegan, at, to } of p.storm.departures) {
    if (!raw.includes(`Subject: ${p.made.alerts[course.number]?.title}`)) continue
    if (at > actBy) wrong.push(`sent ${Math.round((at - actBy) / 1000)} s after act-by`)
    if (runBegan > course.cancelledAt) wrong.push('sent by a run that began after it was cancelled')
    for (const address of to)
      if (runBegan > (p.storm.hands.optedOut.get(address) ?? Number.POSITIVE_INFINITY))
        wrong.push(`${address} opted out before the run began that mailed it`)
  }
  return [...new Set(wrong)]
}

/** Nobody would get it, it was cancelled as a draft, act-by has passed, or its messages were touched by hand. */
function mayStayDraft(p: Played, course: Course): boolean {
  const alert = p.made.alerts[course.number] as Draft
  const nobody = whoShould(alert, p.made).size === 0 && !goesTo(alert, 'CH-001') && !goesTo(alert, 'CH-002')
  if (course.cancelledAt < Number.POSITIVE_INFINITY || nobody) return true
  // Cancelling was stopped after it stood in the sheet; in whichever row, the mark says whose state it is.
  const isCancelled = rowsIn(p.ws, 'alerts').some(
    (row) => row.state === 'cancelled' && String(row.mark).startsWith(`${course.alertId} `),
  )
  if (isCancelled && /"do":"cancel"/.test(JSON.stringify(p.schedule))) return true
  // Its state, or the whole row of a draft, was written over: people see that it is not there, and begin a new one.
  if (/^(STATE_UNREADABLE|ALERT_NOT_FOUND)/.test(course.refusal)) return p.storm.tore('Alerts')
  // Written beside its columns, and people hear of it: they begin a new alert.
  if (/^ALREADY_APPROVED/.test(course.refusal))
    return p.storm.hands.cleared || p.storm.tore('Outbox') || takesColumns(p.schedule)
  // Wall-clock time of New York in November.
  return /^CHECK_STOPS/.test(course.refusal) && p.ws.clock.now >= Date.parse(`${alert.actBy}:00-05:00`)
}

/** All messages of an alert were deleted or written over, or its state was, or its whole row: it stands still, and says so. */
const mayBeGone = ({ storm }: Played, fault: string): boolean =>
  (/LEDGER_GONE/.test(fault) && (storm.hands.deletedRows.length > 0 || storm.tore('Outbox'))) ||
  (/STATE_UNREADABLE|ALERT_NOT_FOUND.*as Home says/.test(fault) && storm.tore('Alerts'))

/** Everything that is wrong, in sentences; nothing where all is well. */
export function judge(p: Played): string[] {
  const isLawless = p.storm.torn && p.storm.hands.split
  const wrong = [...p.fairFaults.filter((fault) => !mayBeGone(p, fault)), ...(isLawless ? [] : p.answers.late)]
  for (const course of p.courses) {
    const about = (list: string[]) => wrong.push(...list.map((text) => `alert ${course.number + 1}: ${text}`))
    about(aboutMailboxes(p, course))
    if (!isLawless) about(aboutAnswers(p, course))
    // What no mark can put right: README.md says so. Even then nobody has two mails.
    if (isLawless) continue
    const ledger = p.ledgers[course.number]
    const settled = p.settled[course.number]
    const isGone = p.fairFaults.some((fault) => mayBeGone(p, fault) && fault.includes(`${course.alertId} `))
    if (isGone) continue
    if (course.approved && ledger && settled) {
      about(aboutRows(p, course, ledger))
      about(aboutCounters(p, course, ledger))
      about(aboutPosts(p, course, settled))
      about(aboutSending(p, course, settled))
      if (settled !== ledger) {
        about(aboutRows(p, course, settled).map((text) => `${text} (doubts settled)`))
        about(aboutCounters(p, course, settled).map((text) => `${text} (doubts settled)`))
      }
    } else if (course.approved) about(['its ledger cannot be read'])
    else if (course.wanted && !mayStayDraft(p, course)) about([`was never approved: ${course.refusal}`])
  }
  return [...new Set(wrong)]
}
