/** A request that was recorded becomes its draft alert, once; coordinators and whoever asked are told. */
import { Fault } from '../fault'
import { withScriptLock } from '../google/lock'
import { sendBatch } from '../mail/batch'
import { toAddress } from '../registry/address'
import { log } from '../registry/log'
import { stateOf } from '../registry/states'
import { appendRows, readTable, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import { draftFor } from './compose-draft'
import { instantAt } from './moment'
import { type Asked, readRequest } from './request'
import { requestWords } from './texts'
import type { World } from './world'

const LOCK_MS = 20_000
const DAY_MS = 24 * 3_600_000

/** What only the door of the script can do for this folder. */
export interface Doors {
  /** Approves a draft that reaches at most so many people. Throws a Fault that says why not. */
  approve(alertId: string, most: number): number
}

export const coordinatorsOf = (people: readonly Row<'people'>[], operator: string): string[] => [
  ...new Set(
    [operator, ...people.filter((p) => p.roles.includes('coordinator')).map((p) => toAddress(p.email) ?? '')].filter(
      Boolean,
    ),
  ),
]

const readAsked = (row: Row<'answers'>, w: World): Asked => {
  const [subject = '', ...text] = row.said.split('\n')
  return readRequest(
    subject,
    text.join('\n'),
    {
      state: stateOf(w.settings.state),
      legislators: readTable('legislators'),
      committees: readTable('committees'),
      zone: w.setting.zone,
    },
    row.at ?? w.setting.now,
  )
}

/** Under its own ID, where it is not there yet. False: another run held the lock. */
function put(row: Row<'answers'>, asked: Asked, w: World): boolean {
  const [subject = ''] = row.said.split('\n')
  const draft = draftFor(asked, subject)
  const held = withScriptLock(LOCK_MS, () => {
    if (readTable('alerts').some((a) => a.id === row.alertId)) return
    appendRows('alerts', [
      {
        id: row.alertId,
        kind: 'alert',
        title: draft.title,
        bill: draft.bill,
        targets: [
          ...asked.legislators.map((l) => `${l.name} (${l.label})`),
          ...asked.districts.map((d) => d.label),
        ].join(', '),
        ask: draft.ask ?? '',
        actBy: asked.by && instantAt(asked.by.wall, w.setting.zone),
        state: 'draft',
        madeBy: row.from,
        madeAt: w.setting.now,
        draft: JSON.stringify({ ...draft, askedAt: w.setting.now.toISOString() }),
      },
    ])
    log(row.from, 'asked for an alert by mail', row.alertId)
  })
  return held !== null
}

/** Approves without a person, where the setting says so; gives the sentence for those who are told, '' where it stays a draft. */
function approveUnasked(row: Row<'answers'>, asked: Asked, w: World, doors: Doors): string {
  const most = w.settings.sendWithoutApproval
  const state = readTable('alerts').find((a) => a.id === row.alertId)?.state
  // A stopped run approved it, or a person was quicker than this mail.
  if (state && state !== 'draft') return `It is ${state} already. Open the sheet to see how far it is.`
  if (most === 0) return ''
  if (asked.unclear.length > 0) {
    // One of these may be a district that was mistyped: only a person can tell who else is meant.
    log(w.settings.operator, 'left for a person to approve', row.alertId, `not understood: ${asked.unclear.join(', ')}`)
    return ''
  }
  try {
    const people = doors.approve(row.alertId, most)
    log(w.settings.operator, 'approved without a person', row.alertId, `the setting “Send without approval” is ${most}`)
    return `It goes out now to ${people} people, without a person’s approval: the setting “Send without approval” is ${most}. Open the sheet to cancel it.`
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    log(w.settings.operator, 'left for a person to approve', row.alertId, error.message)
    return ''
  }
}

/** Goes on with every request of the last day. False: something is left for the next run. */
export function goOnWithRequests(w: World, doors: Doors, deadlineMs: number): boolean {
  const { operator } = w.settings
  let complete = true
  for (const row of readTable('answers').filter((r) => r.counts === 'request')) {
    const until = new Date((row.at ?? w.setting.now).getTime() + DAY_MS)
    if (until <= w.setting.now) {
      updateRows('answers', new Map([[row.id, { counts: 'told' as const, why: 'nobody could be told within a day' }]]))
      continue
    }
    const asked = readAsked(row, w)
    if (!put(row, asked, w)) {
      complete = false
      continue
    }
    const sent = approveUnasked(row, asked, w, doors)
    const [subject = ''] = row.said.split('\n')
    const words = requestWords(row.alertId, asked, { from: row.from, subject, sent }, w.setting)
    const told = sendBatch(
      {
        id: `${row.alertId}-asked`,
        to: [...new Set([...coordinatorsOf(w.people, operator), toAddress(row.from) ?? ''])].filter(Boolean),
        ...words,
        until,
        closed: false,
        finish: (body) => body,
      },
      operator,
      w.settings,
      deadlineMs,
    )
    if (told) updateRows('answers', new Map([[row.id, { counts: 'told' as const }]]))
    else complete = false
  }
  return complete
}
