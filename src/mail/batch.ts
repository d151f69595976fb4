/** Messages that belong together, such as one reminder to everybody, by way of the Outbox: put there once, each sent once. */
import { deleteDraft } from '../google/gmail'
import { withScriptLock } from '../google/lock'
import { mailsLeft } from '../google/mail'
import { mailboxOf } from '../registry/address'
import type { Settings } from '../registry/settings'
import { appendRows, readTable, updateRows } from '../registry/table'
import { plainText } from '../registry/text'
import { mailingBy } from './by-mail-app'
import { planLot } from './claim'
import { chunks, MAX_TO, roomOf } from './lots'
import { type LeftOut, messageId, type OutboxRow, optedOutOf } from './outbox'
import { sendLotOf, twice } from './send'
import { notePut, putBefore } from './witness'

export interface Batch {
  /** Stands under “Alert ID” in the Outbox. The same batch is never put there twice. */
  readonly id: string
  readonly to: readonly string[]
  readonly subject: string
  readonly body: string
}

/** On which batches are sent. */
export interface Terms extends Pick<LeftOut, 'passedOver'> {
  /** Nothing is sent after it. */
  readonly until: Date
  /** Nothing new is sent; what an earlier run left is settled. */
  readonly closed: boolean
  /** Asked before each lot, and once more right before it is sent: somebody may call it off meanwhile. */
  isCancelled?(): boolean
  /** Puts into a text what must not stand in the Outbox. */
  finish(body: string): string
}

const WAIT_MS = 15_000
const isBusy = (row: OutboxRow): boolean => row.state === 'queued' || row.state === 'claimed'

function toRows({ id, to, ...words }: Batch, now: Date): Partial<OutboxRow>[] {
  // As a cell keeps them, so that the row that is read is the message that was written.
  const [subject, body] = [plainText(words.subject), plainText(words.body)]
  const each = new Map(to.map((address) => [mailboxOf(address), address]))
  return chunks([...each.values()], MAX_TO).map((part) => ({
    id: messageId(id, part, subject, body),
    alertId: id,
    channel: 'mail',
    to: part.length,
    state: 'queued' as const,
    tries: 0,
    reason: '',
    changedAt: now,
    recipients: part.join(', '),
    subject,
    body,
  }))
}

/** Of which batch a row is, also where somebody took the column “Alert ID” away while it was written, and brought it back blank. */
const batchOf = ({ id, alertId }: Pick<OutboxRow, 'id' | 'alertId'>): string => alertId || id.replace(/-[^-]*$/, '')

/** Rows of these batches, each message once: one that stands twice is claimed, and mailed, once. */
const ofBatches = (ids: ReadonlySet<string>, rows: readonly OutboxRow[]): OutboxRow[] => [
  ...new Map(
    rows.filter((row) => ids.has(batchOf(row))).map((row) => [row.id, { ...row, alertId: batchOf(row) }]),
  ).values(),
]

/** One batch by itself; otherwise as `sendBatches`. */
export const sendBatch = (batch: Batch & Terms, me: string, settings: Settings, deadlineMs: number): boolean =>
  sendBatches([batch], batch, me, settings, deadlineMs)

/**
 * Puts batches into the Outbox where they are not there, and sends what can go now by the account `me`: one lot after the other
 * until `deadlineMs`, each of whatever batches, so that many wordings cost no more than one. Gives whether nothing is left for a
 * machine to do.
 */
export function sendBatches(
  batches: readonly Batch[],
  terms: Terms,
  me: string,
  settings: Settings,
  deadlineMs: number,
): boolean {
  const { until } = terms
  const isCancelled = (): boolean => terms.isCancelled?.() ?? false
  const ids = new Set(batches.map(({ id }) => id))
  for (let first = true; first || Date.now() < deadlineMs; first = false) {
    const run = `${me}#${Math.random().toString(36).slice(2, 8)}`
    const opened = withScriptLock(WAIT_MS, () => {
      const closed = terms.closed || isCancelled()
      if (first && !put(batches, ids, closed)) return null
      const standing = { me, run, now: new Date(), actBy: until, cancelled: closed }
      let lot = planLot([], standing, 0)
      let optedOut: ReadonlySet<string> = new Set()
      const { missing, rows } = updateRows('outbox', (all) => {
        lot = planLot(ofBatches(ids, all), standing, roomOf(mailsLeft(), settings.mailReserve))
        // Before anything is claimed, as in `alerts/lot.ts`.
        if (lot.work.length > 0) optedOut = optedOutOf(readTable('people'))
        const changes = new Map(lot.changes)
        for (const row of all)
          if (!row.alertId && ids.has(batchOf(row)))
            changes.set(row.id, { ...changes.get(row.id), alertId: batchOf(row) })
        return changes
      })
      const left = ofBatches(ids, rows()).filter(isBusy).length
      return { lot, left, closed, optedOut, work: lot.work.filter((row) => !missing.includes(row.id)) }
    })
    if (!opened) return false
    if (!opened.value) return true
    const { lot, left, work, closed, optedOut } = opened.value
    for (const draftId of lot.discard) deleteDraft(draftId)
    if (work.length === 0) return left === 0
    const { outcomes, discard } = sendLotOf({
      me,
      run,
      actBy: until,
      cancelled: closed,
      isCancelled,
      replyTo: settings.replyTo || settings.operator,
      work,
      search: lot.search,
      optedOut,
      passedOver: terms.passedOver,
      finish: terms.finish,
      mailApp: settings.mailApp && mailingBy(settings) === 'mailApp',
    })
    const after = twice(() => withScriptLock(60_000, () => updateRows('outbox', outcomes).rows()))
    if (!after) return false
    for (const draftId of discard) deleteDraft(draftId)
    if (!ofBatches(ids, after.value).some(isBusy)) return true
    if (![...outcomes.values()].some((change) => change.state === 'sent')) return false
  }
  return false
}

/** Under the lock: rows of those that are new, in one write. False where there are none, and none stood. */
function put(batches: readonly Batch[], ids: ReadonlySet<string>, closed: boolean): boolean {
  const rows = readTable('outbox').map(batchOf)
  const standing = new Set(rows.filter((id) => ids.has(id)))
  const wasPut = putBefore()
  // Put there once, and gone since: who has it cannot be told any more, so nobody gets it again.
  const fresh = closed ? [] : batches.filter(({ id, to }) => !standing.has(id) && to.length > 0 && !wasPut(id))
  const now = new Date()
  if (fresh.length > 0)
    appendRows(
      'outbox',
      fresh.flatMap((batch) => toRows(batch, now)),
    )
  const all = [...standing, ...fresh.map(({ id }) => id)]
  if (all.length > 0) notePut(all)
  return all.length > 0
}
