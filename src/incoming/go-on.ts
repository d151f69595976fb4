/** What follows an alert by itself: backups at half time, a reminder, the summary. All by the Outbox, each once. */
import { sendBatch, sendBatches } from '../mail/batch'
import { toAddress } from '../registry/address'
import { isReachable } from '../registry/district-rows'
import { districtLabel, stateOf } from '../registry/states'
import { readTable, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import type { Asked } from './asked'
import { billSum } from './by-bill'
import { backupsFor, type FollowUp, passedOverIn, remindersFor, summaryId, summaryUntil, unfinished } from './follow-up'
import { coordinatorsOf } from './make-alert'
import { OPTED_OUT } from './opt-out'
import { backupWords, type Names, reminderWords, summaryWords } from './texts'
import { timesOf } from './times'
import { formerOperator, type World } from './world'

/** Whether answers are known: read right now; not for long; or it is unsure, and the next run will know. */
export type Sight = 'clear' | 'blind' | 'unsure'

export function namesOf(w: World, legislators: readonly Row<'legislators'>[], groups: readonly Row<'groups'>[]): Names {
  const state = stateOf(w.settings.state)
  const groupNames = new Map(groups.map((g) => [g.id, g.name]))
  const legislatorNames = new Map(
    legislators.map((l) => [
      l.id,
      state && l.chamber ? `${l.name} (${districtLabel(state, l.chamber, l.district)})` : l.name,
    ]),
  )
  return { group: (id) => groupNames.get(id) || id, legislator: (id) => legislatorNames.get(id) || id }
}

export const uncountedOf = (w: World, alertId: string): Row<'answers'>[] =>
  w.answers.filter(
    (row) => row.alertId === alertId && row.counts === 'no' && row.gmailId !== '' && row.why !== OPTED_OUT,
  )

/** The alerts’ counts of groups that answered. */
export function acknowledge(w: World): void {
  const changes = new Map<string, Partial<Row<'alerts'>>>()
  for (const asked of w.finder.all) {
    const answered = w.standOf(asked).groups.size
    if ((asked.alert.acknowledged ?? 0) !== answered) changes.set(asked.alert.id, { acknowledged: answered })
  }
  updateRows('alerts', changes)
}

/** Does what is due for one alert; gives when it has to be looked at again, in milliseconds since 1970. */
export function goOnWith(asked: Asked, w: World, seen: Sight, deadlineMs: number): number {
  const sight = formerOperator(asked, w) ? 'blind' : seen
  const { alert, sentAt } = asked
  const { settings, setting } = w
  const now = setting.now.getTime()
  const actBy = alert.actBy
  const soon = now + 60_000
  if (!actBy) return Number.POSITIVE_INFINITY
  const closed = alert.state === 'cancelled'
  const isCancelled = (): boolean => readTable('alerts').some((a) => a.id === alert.id && a.state === 'cancelled')
  const begun = unfinished(asked)
  const stand = w.standOf(asked)
  if (!sentAt) return closed ? Number.POSITIVE_INFINITY : soon
  const times = timesOf(sentAt, actBy)
  const open = now < actBy.getTime()
  // Who was asked is frozen; a group that was paused or has left since is left in peace.
  const out = open && now >= times.half.getTime() ? readTable('groups').filter((group) => !isReachable(group)) : []
  const settled = new Set([...stand.groups.keys(), ...out.map(({ id }) => id)])
  const passedOver = passedOverIn(asked, settled, stand)
  /** Those that are due, and what a stopped run left of them. */
  const sendAll = (
    all: readonly FollowUp[],
    isDue: boolean,
    words: (one: FollowUp) => { subject: string; body: string },
  ): boolean => {
    const standing = new Set(asked.more.map((row) => row.alertId))
    const isNew = ({ id, to }: FollowUp): boolean => isDue && !closed && to.length > 0 && !standing.has(id)
    const batches = all.filter((one) => begun.has(one.id) || isNew(one)).map((one) => ({ ...one, ...words(one) }))
    const terms = { until: actBy, closed, isCancelled, passedOver, finish: (body: string) => body }
    return batches.length === 0 || sendBatches(batches, terms, settings.operator, settings, deadlineMs)
  }
  const due: number[] = []
  const at = (when: Date | null, done: boolean): void => {
    if (when && now < when.getTime()) due.push(when.getTime())
    else if (when && !done) due.push(soon)
  }

  if (settings.askBackups || begun.size > 0) {
    const reaches = settings.askBackups && open && now >= times.half.getTime() && sight === 'clear'
    const done = sendAll(backupsFor(asked, settled, w.people, setting.now), reaches, (one) =>
      backupWords(asked, one.subject, one.body, setting),
    )
    if (open && settings.askBackups) at(times.half, done && sight !== 'unsure')
  }
  if (settings.remind || begun.size > 0) {
    const reaches =
      settings.remind && open && times.remind !== null && now >= times.remind.getTime() && sight !== 'unsure'
    const done = sendAll(remindersFor(asked, settled, w.people, setting.now), reaches, (one) =>
      reminderWords(asked, one.subject, one.body, sight === 'blind', setting),
    )
    if (open && settings.remind) at(times.remind, done && sight !== 'unsure')
  }
  const id = summaryId(alert.id)
  const isTold = asked.more.some((row) => row.alertId === id) && !begun.has(id)
  if (settings.summary && !closed && !isTold) {
    if (now < times.summary.getTime()) due.push(times.summary.getTime())
    else if (!sendSummary(asked, w, sight, deadlineMs)) due.push(soon)
  }
  if (open) due.push(actBy.getTime())
  return Math.min(Number.POSITIVE_INFINITY, ...due)
}

function sendSummary(asked: Asked, w: World, sight: Sight, deadlineMs: number): boolean {
  const { alert } = asked
  const organizers = w.people.filter((p) => p.roles.includes('organizer')).map((p) => toAddress(p.email) ?? '')
  const counted = w.answers.filter((row) => row.alertId === alert.id && row.counts === 'yes')
  const words = summaryWords(
    asked,
    w.standOf(asked),
    counted,
    {
      uncounted: uncountedOf(w, alert.id).length,
      blind: sight === 'blind',
      doubt: alert.doubt ?? 0,
      bill: billSum(alert, w.alerts, w.answers),
    },
    namesOf(w, readTable('legislators'), readTable('groups')),
    w.setting,
  )
  return sendBatch(
    {
      id: summaryId(alert.id),
      to: [...new Set([...coordinatorsOf(w.people, w.settings.operator), ...organizers])].filter(Boolean),
      ...words,
      until: summaryUntil(alert),
      closed: false,
      finish: (body) => body,
    },
    w.settings.operator,
    w.settings,
    deadlineMs,
  )
}
