/**
 * Puts what was read into the Answers tab. Its rows are the memory: a mail whose ID stands there is never read again, so a
 * run may be stopped anywhere before this write and nothing is lost, or anywhere after it and nothing is counted twice.
 */
import { Fault } from '../fault'
import { withScriptLock } from '../google/lock'
import type { Arrivals } from '../mail/arrivals'
import { type OutboxRow, recipientsOf } from '../mail/outbox'
import { mailboxOf } from '../registry/address'
import { giveIds } from '../registry/keys'
import { log } from '../registry/log'
import { appendRows, readTable, updateRows } from '../registry/table'
import { TABLES } from '../registry/tables'
import { hasOptedOut } from '../registry/words'
import { MOST_UNCOUNTED, type NewAnswer, type Verdict } from './judge'
import type { World } from './world'

const LOCK_MS = 20_000
/** Refused requests that are logged on one day. */
const MOST_REFUSED = 8

/** Notes on the message that an address could not be reached. */
function markBounced(addresses: ReadonlySet<string>, alertIds: ReadonlySet<string>): void {
  const marked = (row: OutboxRow, address: string): boolean => row.reason.includes(`bounced: ${address}`)
  updateRows('outbox', (rows) => {
    const changes = new Map<string, Partial<OutboxRow>>()
    for (const row of rows) {
      if (row.state !== 'sent' || ![...alertIds].some((id) => row.alertId === id || row.alertId.startsWith(`${id}-`)))
        continue
      const failed = recipientsOf(row).filter((address) => addresses.has(address) && !marked(row, address))
      if (failed.length === 0) continue
      const reason = [row.reason, ...failed.map((a) => `bounced: ${a}`)].filter(Boolean).join('; ')
      changes.set(row.id, { reason })
    }
    return changes
  })
}

const NOT_WRITTEN = 'it asks for no more alerts, but People could not be written: set “Opted out” there by hand'

/**
 * Before the mail is on record: a run that is stopped in between does it again, which changes nothing. False: the sheet takes
 * no word of ours there, as where it is protected; what others wrote must not wait for that.
 */
function optOut(mailboxes: ReadonlySet<string>): boolean {
  const write = (word: unknown): boolean => {
    try {
      updateRows(
        'people',
        (rows) =>
          new Map(
            rows
              .filter((person) => mailboxes.has(mailboxOf(person.email)) && !hasOptedOut(person))
              .map(({ id }) => [id, { optedOut: word as string }]),
          ),
      )
      return true
    } catch (error) {
      if (error instanceof Fault) throw error
      return false
    }
  }
  // Where people made boxes to tick of the column, it takes nothing but a tick.
  return mailboxes.size === 0 || write('yes') || write(true)
}

const DAY_MS = 24 * 3_600_000
const isRequest = ({ counts }: NewAnswer): boolean => counts === 'request' || counts === 'told'

/**
 * Requests without those that were made before, word for word by the same person within a day: sent to the operator and to the
 * Google Group at once, or an old mail that somebody else sends again with its signature.
 */
function firstOf(asked: readonly NewAnswer[], standing: readonly NewAnswer[]): NewAnswer[] {
  const first: NewAnswer[] = []
  for (const one of asked) {
    const isSame = (other: NewAnswer): boolean =>
      isRequest(other) &&
      other.from === one.from &&
      other.said.trim() === one.said.trim() &&
      Math.abs((other.at?.getTime() ?? 0) - (one.at?.getTime() ?? 0)) < DAY_MS
    if (![...standing, ...first].some(isSame)) first.push(one)
  }
  return first
}

/** False: another run held the lock, and nothing was written. */
export function record(verdicts: readonly Verdict[], w: World): boolean {
  const bounced = verdicts.flatMap((v) => (v.kind === 'rows' && v.bounced ? [v] : []))
  const asked = verdicts.flatMap((v) => (v.kind === 'request' ? [v.row] : []))
  const told = verdicts.flatMap((v) => (v.kind === 'rows' ? v.rows : []))
  const outs = verdicts.flatMap((v) => (v.kind === 'opt out' ? [v] : []))
  if (told.length + asked.length + outs.length === 0) return true
  const done = withScriptLock(LOCK_MS, () => {
    const standing = readTable('answers')
    const known = new Set(standing.map((row) => row.gmailId).filter(Boolean))
    const uncounted = new Map<string, number>()
    for (const row of standing)
      if (row.counts === 'no' && row.gmailId) uncounted.set(row.alertId, (uncounted.get(row.alertId) ?? 0) + 1)
    const rows = told.filter(({ gmailId, counts, alertId }) => {
      if (known.has(gmailId)) return false
      if (counts !== 'no') return true
      const before = uncounted.get(alertId) ?? 0
      uncounted.set(alertId, before + 1)
      return before < MOST_UNCOUNTED
    })
    if (bounced.length > 0)
      markBounced(
        new Set(bounced.flatMap((v) => v.bounced ?? [])),
        new Set(bounced.flatMap((v) => v.rows.map((row) => row.alertId))),
      )
    const fresh = asked.filter(({ gmailId }) => !known.has(gmailId))
    const first = firstOf(fresh, standing)
    const requests = withAlertIds(first)
    const out = outs.filter(({ row }) => !known.has(row.gmailId))
    const isOut = optOut(new Set(out.map(({ mailbox }) => mailbox)))
    appendRows('answers', [...rows, ...out.map(({ row }) => (isOut ? row : { ...row, why: NOT_WRITTEN })), ...requests])
    for (const row of fresh)
      if (!first.includes(row))
        log(w.settings.operator, 'made no alert of a mail', '', `${row.from} asked in the same words within a day`)
    for (const { row } of out)
      log(w.settings.operator, isOut ? 'opted out by mail' : 'could not opt out', row.from, row.alertId)
    for (const row of rows)
      if (row.counts === 'no' && row.why !== 'no answer word stands in it')
        log(w.settings.operator, 'did not count a mail', row.alertId, `${row.from}: ${row.why}`.slice(0, 300))
    return true
  })
  return done !== null
}

/** Each request has the ID of its alert before there is one: however often it is gone on with, it becomes one alert. */
function withAlertIds(asked: readonly NewAnswer[]): NewAnswer[] {
  const alerts = readTable('alerts').map((alert) => alert.id)
  const ids = giveIds(TABLES.alerts, alerts, asked.length)
  return asked.map((row, i) => ({ ...row, alertId: ids[i] ?? '' }))
}

/** Writes refused requests to the log, so many a day at most. */
export function logRefused(verdicts: readonly Verdict[], w: World, { refused }: Arrivals): Arrivals['refused'] {
  const day = w.setting.now.toISOString().slice(0, 10)
  let times = refused[0] === day ? refused[1] : 0
  for (const v of verdicts) {
    if (v.kind !== 'refused') continue
    times += 1
    if (times <= MOST_REFUSED) log(w.settings.operator, v.what, '', v.why.slice(0, 300))
    if (times === MOST_REFUSED) log(w.settings.operator, 'logs no more such mails today', '')
  }
  return [day, times]
}
