/** Messages that belong together, such as one reminder to everybody, by way of the Outbox: put there once, each sent once. */
import { deleteDraft } from '../google/gmail'
import { withScriptLock } from '../google/lock'
import { mailsLeft } from '../google/mail'
import type { Settings } from '../registry/settings'
import { appendRows, readTable, updateRows } from '../registry/table'
import { plainText } from '../registry/text'
import { mailingBy } from './by-mail-app'
import { planLot } from './claim'
import { chunks, MAX_TO, roomOf } from './lots'
import { type LeftOut, messageId, type OutboxRow, optedOutOf } from './outbox'
import { sendLotOf, twice } from './send'
import { notePut, wasPut } from './witness'

export interface Batch extends Pick<LeftOut, 'answered'> {
  /** Stands under “Alert ID” in the Outbox. The same batch is never put there twice. */
  readonly id: string
  readonly to: readonly string[]
  readonly subject: string
  readonly body: string
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
  return chunks([...to], MAX_TO).map((part) => ({
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

/**
 * Puts a batch into the Outbox where it is not there, and sends what can go now by the account `me`. Gives whether nothing
 * is left for a machine to do. Lots go on until `deadlineMs`.
 */
export function sendBatch(batch: Batch, me: string, settings: Settings, deadlineMs: number): boolean {
  const { id, until } = batch
  const isCancelled = (): boolean => batch.isCancelled?.() ?? false
  for (let first = true; first || Date.now() < deadlineMs; first = false) {
    const run = `${me}#${Math.random().toString(36).slice(2, 8)}`
    const opened = withScriptLock(WAIT_MS, () => {
      const closed = batch.closed || isCancelled()
      const isNew = first && !readTable('outbox').some((row) => row.alertId === id)
      // Put there once, and gone since: who has it cannot be told any more, so nobody gets it again.
      if (isNew && (closed || batch.to.length === 0 || wasPut(id))) return null
      if (isNew) appendRows('outbox', toRows(batch, new Date()))
      if (first) notePut(id)
      const standing = { me, run, now: new Date(), actBy: until, cancelled: closed }
      let lot = planLot([], standing, 0)
      const { missing, rows } = updateRows('outbox', (all) => {
        lot = planLot(
          all.filter((row) => row.alertId === id),
          standing,
          roomOf(mailsLeft(), settings.mailReserve),
        )
        return lot.changes
      })
      const left = rows().filter((row) => row.alertId === id && isBusy(row)).length
      const optedOut = optedOutOf(readTable('people'))
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
      answered: batch.answered,
      finish: batch.finish,
      mailApp: settings.mailApp && mailingBy(settings) === 'mailApp',
    })
    const after = twice(() => withScriptLock(60_000, () => updateRows('outbox', outcomes).rows()))
    if (!after) return false
    for (const draftId of discard) deleteDraft(draftId)
    if (!after.value.some((row) => row.alertId === id && isBusy(row))) return true
    if (![...outcomes.values()].some((change) => change.state === 'sent')) return false
  }
  return false
}
