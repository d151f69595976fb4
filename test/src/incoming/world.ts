/** A network with a sent alert, and the people who answer it. */
import type { Draft } from '../../../src/contract'
import { deliverFromOutside, type OutsideMail, reply } from '../../../workbench/workspace/services/mail-outside'
import { inbox, type ReadMail } from '../../../workbench/workspace/services/mail-read'
import type { Workspace } from '../../../workbench/workspace/workspace'
import { ask, draft, fillIn, leadOf, MAYA, MINUTE, NOOR, network, rowsIn, sendAll } from '../alerts/world'

export {
  again,
  ask,
  draft,
  faultOf,
  fillIn,
  leadOf,
  MAYA,
  MINUTE,
  NOOR,
  network,
  rowsIn,
  sendAll,
} from '../alerts/world'

export const HOUR = 60 * MINUTE
export const backupOf = (n: number): string => `backup${String(n).padStart(2, '0')}@example.org`

const made = new Map<string, string>()

/** Changes a setting as a person types it. */
export function setting(ws: Workspace, name: string, value: string): void {
  const tab = ws.spreadsheet().sheets.find((s) => s.name === 'Settings')
  const row = tab?.cells.find((cells) => cells?.[0] === name)
  if (!row) throw new Error(`no setting ${name}`)
  row[1] = value
}

/** `groups` groups with a lead and a backup each, an alert to all of them sent at noon, act-by at 4 pm. */
export function alerted(groups = 4, about: Partial<Draft> = {}): Workspace {
  const key = JSON.stringify([groups, about])
  const known = made.get(key)
  const ws = network(groups)
  if (known) return load(ws, known)
  addBackups(ws, groups)
  send(ws, about)
  made.set(key, ws.save())
  return load(ws, ws.save())
}
const load = (like: Workspace, json: string): Workspace =>
  (like.constructor as typeof Workspace).load(like.options, json)

export function addBackups(ws: Workspace, groups: number): void {
  fillIn(ws, {
    people: Array.from({ length: groups }, (_, i) => ({
      id: `P-${500 + i}`,
      name: `Backup ${i + 1}`,
      email: backupOf(i + 1),
      groupId: `G-${String(i + 1).padStart(3, '0')}`,
      roles: 'backup',
    })),
  })
}

/** Approves and sends; gives the alert’s ID. */
export function send(ws: Workspace, about: Partial<Draft> = {}): string {
  const preview = ask(ws, MAYA, 'previewAlert', draft({ actBy: '2026-11-23T16:00', ...about }))
  const { alertId, seal, second } = preview
  // What goes to everyone in a Group takes two people.
  if (second?.why) ask(ws, NOOR, 'approveAlert', { alertId, seal, people: second.people ?? 0 })
  else ask(ws, MAYA, 'approveAlert', { alertId, seal })
  sendAll(ws, MAYA, preview.alertId)
  return preview.alertId
}

/** The last mail in somebody’s box. */
export function lastMail(ws: Workspace, email: string): ReadMail {
  const mail = inbox(ws, email).pop()
  if (!mail) throw new Error(`nothing arrived for ${email}`)
  return mail
}

/** A leader answers the last mail they got. */
export const answer = (ws: Workspace, from: string, text: string, more: Partial<Parameters<typeof reply>[2]> = {}) =>
  reply(ws, lastMail(ws, from), { from, text, ...more })

/** Somebody writes anew, or is said to. */
export const write = (
  ws: Workspace,
  from: string,
  subject: string,
  text: string,
  more: Partial<OutsideMail> = {},
): void => deliverFromOutside(ws, { from, to: MAYA, subject, text, authenticated: true, ...more })

/** Lets the timer run until this much later. */
export const later = (ws: Workspace, ms: number): void => {
  for (let left = ms; left > 0; left -= 6 * MINUTE) ws.advance(Math.min(left, 6 * MINUTE))
}

export const answersIn = (ws: Workspace): Record<string, unknown>[] => rowsIn(ws, 'answers')
/** Group, answer, calls, counts of every row. */
export const short = (ws: Workspace): unknown[][] =>
  answersIn(ws).map((r) => [r.groupIds, r.answer || '', r.calls ?? null, r.counts])
export const board = (ws: Workspace, alertId = 'A-0001') => ask(ws, MAYA, 'alertBoard', { alertId })
/** Subjects that arrived at an address, without tests. */
export const subjects = (ws: Workspace, email: string): string[] => inbox(ws, email).map((m) => m.subject)
export const lead = leadOf
export const isBackup = (subject: string): boolean => subject.startsWith('Can you step in?')
export const isReminder = (subject: string): boolean => subject.startsWith('Reminder:')
/** How many mails of a kind each of them has. */
export const counts = (ws: Workspace, emails: readonly string[], is: (subject: string) => boolean): number[] =>
  emails.map((email) => subjects(ws, email).filter(is).length)
