/** The live board of an alert: which group said what, sums, what the offices said, and answers entered by hand. */
import type { Answer, Params } from '../contract'
import { Fault } from '../fault'
import { withScriptLock } from '../google/lock'
import { readArrivals } from '../mail/arrivals'
import { type Caller, identified } from '../registry/callers'
import { log } from '../registry/log'
import { getSettings } from '../registry/settings'
import { busy } from '../registry/settle'
import { appendRows, readTable, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import { ANSWER_WORDS } from '../registry/words'
import { MOST_CALLS } from './answer-words'
import { type Asked, groupsIn } from './asked'
import { billSum } from './by-bill'
import { clean, cut } from './clean'
import { doubtsOf, groupsWithBackup } from './follow-up'
import { acknowledge, namesOf } from './go-on'
import { pass } from './pass'
import { whenText } from './texts'
import { timesOf } from './times'
import { formerOperator, readWorld, type World, whyBlind } from './world'

type Board = Answer<'alertBoard'>

const LOCK_MS = 20_000
const LONGEST_SAID = 1_000
const MOST_SAID = 200
/** Somebody waits for it. */
const LOOK_MS = 60_000

function demandAsked(w: World, alertId: string): Asked {
  const asked = w.finder.of(alertId)
  if (!asked)
    throw new Fault(
      'ALERT_NOT_FOUND',
      `There is no alert ${alertId} in the Alerts tab.`,
      'Go back to Home and open the alert again.',
    )
  return asked
}

/** What happens by itself, in a sentence. */
function nextOf({ alert, sentAt, waves }: Asked, w: World, blind: string): string {
  const { settings, setting } = w
  const actBy = alert.actBy
  if (!actBy || !sentAt || alert.state === 'cancelled') return ''
  const times = timesOf(sentAt, actBy)
  const isAhead = (at: Date | null): at is Date => at !== null && at > setting.now
  // Slack and Facebook alone: nothing is mailed but the summary.
  const isMail = waves.length > 0
  const parts = [
    isMail &&
      settings.askBackups &&
      blind === '' &&
      isAhead(times.half) &&
      `backups of groups without an answer are asked ${whenText(times.half, setting)}`,
    isMail &&
      settings.remind &&
      isAhead(times.remind) &&
      `${blind ? 'everybody without an answer here' : 'whoever has not answered'} is reminded ${whenText(times.remind, setting)}`,
    settings.summary &&
      isAhead(times.summary) &&
      `what came of it is mailed to coordinators ${whenText(times.summary, setting)}`,
  ].filter(Boolean)
  return parts.length > 0 ? `Next: ${parts.join('; ')}.` : ''
}

export function boardOf(w: World, alertId: string, caller: Caller): Board {
  const asked = demandAsked(w, alertId)
  const { alert, groupIds, reached, callees, messages, more } = asked
  const [groups, legislators] = [readTable('groups'), readTable('legislators')]
  const names = namesOf(w, legislators, groups)
  const stand = w.standOf(asked)
  const backups = groupsWithBackup(asked)
  const own = w.answers.filter((row) => row.alertId === alertId && row.counts !== 'request' && row.counts !== 'told')
  const lost = new Map<string, string[]>()
  for (const row of [...messages, ...more])
    for (const [, address = ''] of row.reason.matchAll(/bounced: (\S+?)(?=;|$)/g))
      for (const id of asked.groupsOf(address)) lost.set(id, [...new Set([...(lost.get(id) ?? []), address])])
  const former = formerOperator(asked, w)
  const blind =
    whyBlind(w.settings, readArrivals(), w.setting.now) ||
    (former && `Answers to it go to ${former}, who was operator when it was sent: ask them what came.`)
  const note =
    blind &&
    `${blind} Enter answers by hand. Backups are not asked by themselves, since nobody can tell who has answered; the reminder goes to everybody without an answer here.`
  const contacts = (id: string) =>
    w.people
      .filter((p) => p.groupId === id && (p.roles.includes('lead') || p.roles.includes('backup')))
      .slice(0, 4)
      .map((p) => ({ name: p.name || p.email, phone: p.phone }))
  const shown = [...own].reverse().sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0))
  const count = (answer: string): number => [...stand.groups.values()].filter((g) => g.answer === answer).length
  return {
    alertId,
    title: alert.title,
    drill: alert.kind === 'drill',
    note,
    next: nextOf(asked, w, blind),
    doubts: doubtsOf(asked),
    mayLook: w.settings.readAnswers && w.settings.operator === caller.email,
    operator: w.settings.operator,
    asked: reached.size,
    answered: stand.groups.size,
    calls: stand.calls,
    counts: { haveIt: count('have it'), in: count('in'), out: count('out'), done: count('done') },
    groups: groupIds.map((id) => {
      const one = stand.groups.get(id)
      return {
        groupId: id,
        group: names.group(id),
        reached: reached.has(id),
        answer: one?.answer ?? '',
        calls: one?.calls ?? null,
        atText: one?.at ? whenText(one.at, w.setting) : '',
        backupAsked: backups.has(id),
        bounced: lost.get(id) ?? [],
        contacts: contacts(id),
        legislatorIds: [...(asked.calleesOf.get(id) ?? [])],
      }
    }),
    legislators: callees.map(({ id }) => ({
      id,
      name: names.legislator(id),
      calls: stand.byLegislator.get(id)?.calls ?? 0,
      groups: stand.byLegislator.get(id)?.groups ?? 0,
    })),
    unnamedCalls: stand.byLegislator.get('')?.calls ?? 0,
    bill: billSum(alert, w.alerts, w.answers),
    answers: shown.slice(0, MOST_SAID).map((row) => ({
      answerId: row.id,
      groupId: groupsIn(row)[0] ?? '',
      group: groupsIn(row)
        .map((id) => names.group(id))
        .join(', '),
      from: row.from,
      answer: row.answer,
      calls: row.calls,
      legislatorId: row.legislatorId,
      outcome: row.outcome,
      said: row.said,
      atText: row.at ? whenText(row.at, w.setting) : '',
      counts: row.counts || 'no',
      why: row.why,
      byHand: row.gmailId === '',
    })),
  }
}

/** The board as it stands. Throws `ALERT_NOT_FOUND`. */
export const alertBoard = ({ alertId }: Params<'alertBoard'>, caller: Caller): Board =>
  boardOf(readWorld(getSettings(), caller.now, alertId), alertId, caller)

/** Looks for answers now. Only the operator’s account has them. Throws `NOT_THE_OPERATOR`. */
export function readAnswers({ alertId }: Params<'readAnswers'>, caller: Caller): Board {
  const settings = getSettings()
  if (caller.email !== settings.operator)
    throw new Fault(
      'NOT_THE_OPERATOR',
      `Answers arrive in the mailbox of ${settings.operator || 'the operator'}: only their account can read them.`,
      'It looks every few minutes by itself.',
    )
  pass(Date.now() + LOOK_MS, caller, settings, null)
  return alertBoard({ alertId }, caller)
}

/** An answer that came by telephone, or the correction of one. '' as the answer takes it out of the count. */
export function setAnswer(params: Params<'setAnswer'>, caller: Caller): Board {
  const { alertId, answerId, groupId, answer, calls, legislatorId, outcome } = params
  const { email } = identified(caller)
  const settings = getSettings()
  const asked = demandAsked(readWorld(settings, caller.now, alertId), alertId)
  if (!asked.groupIds.includes(groupId))
    throw new Fault(
      'GROUP_NOT_ASKED',
      'That group was not asked by this alert.',
      'Choose one of the groups of the list.',
      'groupId',
    )
  if (calls !== null && (!Number.isInteger(calls) || calls < 0 || calls > MOST_CALLS))
    throw new Fault(
      'CALLS_UNREADABLE',
      `Calls made is a number from 0 to ${MOST_CALLS}.`,
      'Type how many calls the group made.',
      'calls',
    )
  const isWord = ANSWER_WORDS.some((word) => word === answer)
  const cells = {
    groupIds: groupId,
    answer,
    calls: answer === 'done' ? calls : null,
    legislatorId: asked.callees.some((c) => c.id === legislatorId) ? legislatorId : '',
    outcome,
    said: cut(clean(params.said).trim(), LONGEST_SAID),
    counts: isWord ? ('yes' as const) : ('no' as const),
  }
  const done = withScriptLock(LOCK_MS, () => {
    if (answerId === null) {
      const row: Partial<Row<'answers'>> = {
        alertId,
        ...cells,
        from: email,
        at: caller.now,
        why: 'entered by hand',
        gmailId: '',
      }
      appendRows('answers', [row])
      return
    }
    const standing = readTable('answers').find((row) => row.id === answerId && row.alertId === alertId)
    if (!standing)
      throw new Fault('ANSWER_GONE', 'That answer is not in the Answers tab any more.', 'Look at the list again.')
    const why = isWord ? `corrected by ${email}` : `taken out by ${email}`
    // A mail for several groups stays for all of them.
    const groupIds = groupsIn(standing).includes(groupId) ? standing.groupIds : groupId
    updateRows('answers', new Map([[answerId, { ...cells, groupIds, why }]]))
  })
  if (!done) throw busy()
  log(email, answerId ? 'corrected an answer' : 'entered an answer', alertId, groupId)
  const after = readWorld(settings, caller.now, alertId)
  acknowledge(after)
  return boardOf(after, alertId, caller)
}
