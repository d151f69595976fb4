/**
 * Sends the messages that a run has claimed: drafts for all of them, their IDs on record, and only then one send after
 * the other. Whatever Gmail answers, nothing is sent whose draft ID is not in the sheet.
 */
import { Fault } from '../fault'
import {
  allDraftIds,
  createDraft,
  deleteDraft,
  draftState,
  findDrafts,
  gmailAnswers,
  sendDraft,
  updateDraft,
} from '../google/gmail'
import { withScriptLock } from '../google/lock'
import { mailsLeft } from '../google/mail'
import type { Assignment, Sent } from './assignment'
import { base64Web } from './base64'
import { sendByMailApp } from './by-mail-app'
import { toMime } from './mime'
import {
  type Change,
  costOf,
  isPost,
  isSlack,
  leftOutOf,
  MAX_TRIES,
  type OutboxRow,
  recipientsOf,
  tokenOf,
  without,
} from './outbox'
import { change, changedByHand, isIntact, NOBODY, writeOurs } from './outcome'
import { postAll } from './post'
import { doubtAbout, endOf } from './recover'
import { twice } from './twice'

export type { Assignment, Sent } from './assignment'
export { twice } from './twice'

interface Ready {
  readonly row: OutboxRow
  readonly draftId: string
}

const LOCK_MS = 60_000
/** Gmail is unwell: after so many refusals one after the other the lot ends. */
const MAX_REFUSALS = 2

export const gmailRefused = (): Fault =>
  new Fault(
    'GMAIL_REFUSED',
    'Gmail does not let Statewide make drafts in your account.',
    'Reload the sheet, choose Statewide › Open sidebar, and allow “Manage drafts and send emails”. Nothing was sent; whoever else may approve can send it meanwhile.',
  )

const wentUnseen = 'its draft was found gone after a stopped run, so it was sent'

/** Mails first; posts last, so that little comes between a post and its outcome in the sheet. */
export function sendLotOf(all: Assignment): Sent {
  const mails = { ...all, work: all.work.filter((row) => !isSlack(row)) }
  const sent = all.mailApp ? sendByMailApp(mails) : sendDrafts(mails)
  postAll(all.work.filter(isSlack), {
    settle: (row, what) => sent.outcomes.set(row.id, change(row, what)),
    end: () => endOf({ now: new Date(), actBy: all.actBy, cancelled: all.cancelled }),
    isCancelled: all.isCancelled,
  })
  return sent
}

function sendDrafts(a: Assignment): Sent {
  const outcomes = new Map<string, Change>()
  const discard: string[] = []
  const settle = (row: OutboxRow, what: Change): void => {
    outcomes.set(row.id, change(row, what))
  }
  const hand: Hand = {
    settle,
    drop(row, draftId, why) {
      if (draftId) discard.push(draftId)
      settle(row, { ...why, draftId: '' })
    },
    end: () => endOf({ now: new Date(), actBy: a.actBy, cancelled: a.cancelled }),
  }
  const known = lookAtDrafts(a, hand)
  const { made, refused } = makeDrafts(a, hand)
  const ready = [...known, ...made]
  if (ready.length > 0) sendAll(record(a, ready, hand), hand)
  return { outcomes, discard, refused: refused ? gmailRefused() : null }
}

/** How the steps below say what became of a message. */
interface Hand {
  settle(row: OutboxRow, what: Change): void
  /** It is not sent, and its draft goes. */
  drop(row: OutboxRow, draftId: string, why: Change): void
  /** Why nothing more is sent; null while it may be. */
  end(): Change | null
}

const rawOf = (a: Assignment, row: OutboxRow): string => {
  const to = recipientsOf(row)
  const { subject } = row
  const body = a.finish?.(row.body) ?? row.body
  return base64Web(
    toMime({
      ...{ to, personal: to.length === 1, subject, body },
      ...{ token: tokenOf(row), replyTo: a.replyTo, post: isPost(row) },
    }),
  )
}

/**
 * Drafts on record from earlier tries: those that are gone were sent, the others can go now, without whoever has opted
 * out, answered or left since.
 */
function lookAtDrafts(a: Assignment, { settle, drop, end }: Hand): Ready[] {
  const rows = a.work.filter((row) => row.draftId)
  if (rows.length === 0) return []
  const listed = allDraftIds()
  const ready: Ready[] = []
  for (const row of rows) {
    const state = draftState(row.draftId, listed)
    const over = end()
    const now = without(row, a)
    const left = leftOutOf(now).join()
    if (state === 'gone') settle(row, { state: 'sent', reason: wentUnseen })
    else if (state === 'there' && over) drop(row, row.draftId, over)
    else if (state === 'there' && left && recipientsOf(now).length === 0) drop(now, row.draftId, NOBODY)
    else if (state === 'there' && !isIntact(row)) drop(row, row.draftId, changedByHand())
    else if (state === 'there' && (left === leftOutOf(row).join() || updateDraft(row.draftId, rawOf(a, now))))
      ready.push({ row: now, draftId: row.draftId })
    else if (over) settle(row, { state: 'doubt', reason: doubtAbout(a.me, row) })
  }
  return ready
}

function makeDrafts(a: Assignment, { settle, drop, end }: Hand): { made: Ready[]; refused: boolean } {
  const made: Ready[] = []
  const rows = a.work.filter((row) => !row.draftId)
  for (const [i, frozen] of rows.entries()) {
    const over = end()
    if (over) {
      settle(frozen, over)
      continue
    }
    const row = without(frozen, a)
    const to = recipientsOf(row)
    if (to.length === 0 && row.reason) {
      drop(row, '', NOBODY)
      continue
    }
    if (!isIntact(row)) {
      settle(frozen, changedByHand())
      continue
    }
    const found = a.search.has(row.id) ? findDrafts(tokenOf(row)) : []
    const draftId = found && (found[0] ?? createDraft(rawOf(a, row)))
    if (draftId) {
      made.push({ row, draftId })
      for (const extra of found.slice(1)) deleteDraft(extra)
    } else if (gmailAnswers()) {
      tryLater(row, '', { settle, drop })
    } else {
      // Gmail is closed to this account: the rest goes back untouched, for whoever can.
      for (const rest of rows.slice(i)) settle(rest, { state: 'queued', run: '' })
      return { made, refused: true }
    }
  }
  return { made, refused: false }
}

function tryLater(row: OutboxRow, draftId: string, { settle, drop }: Pick<Hand, 'settle' | 'drop'>): void {
  const tries = (row.tries ?? 0) + 1
  if (tries < MAX_TRIES) {
    settle(row, { state: 'queued', draftId, tries, reason: `Gmail refused it, ${tries} of ${MAX_TRIES} tries` })
    return
  }
  drop(row, draftId, { state: 'failed', tries, reason: `Gmail refused it ${MAX_TRIES} times` })
}

/**
 * Puts the draft IDs on record and gives those that may now be sent: rows that still stand and are this run’s, of an alert
 * that is not cancelled. Throws what the sheet throws: then nothing is sent.
 */
function record(a: Assignment, ready: readonly Ready[], { drop }: Hand): Ready[] {
  const held = twice(() =>
    withScriptLock(LOCK_MS, () => {
      if (a.isCancelled()) return 'cancelled' as const
      return writeOurs(new Map(ready.map(({ row, draftId }) => [row.id, change(row, { draftId })])))
    }),
  )
  if (!held) return []
  if (held.value === 'cancelled') {
    const why = endOf({ now: new Date(), actBy: null, cancelled: true })
    if (why) for (const { row, draftId } of ready) drop(row, draftId, why)
    return []
  }
  const { written, missing } = held.value
  // What somebody took out of the ledger meanwhile is not to be sent. A draft that another run may have found stays.
  for (const { row, draftId } of ready) if (missing.includes(row.id)) deleteDraft(draftId)
  return ready.filter(({ row }) => written.has(row.id))
}

function sendAll(ready: readonly Ready[], hand: Hand): void {
  const { settle, drop, end } = hand
  let refusals = 0
  let closed = false
  for (const { row, draftId } of ready) {
    const over = end()
    if (over) {
      drop(row, draftId, over)
      continue
    }
    if (closed) {
      settle(row, { state: 'queued', draftId })
      continue
    }
    const sentId = sendDraft(draftId)
    if (sentId !== null) {
      refusals = 0
      settle(row, { state: 'sent', draftId, sentId, reason: '' })
      continue
    }
    const state = draftState(draftId)
    if (state === 'gone')
      settle(row, { state: 'sent', draftId, reason: 'Gmail reported an error, but its draft is gone, so it was sent' })
    if (state === 'gone') continue
    refusals += 1
    closed = refusals >= MAX_REFUSALS
    if (state === 'unknown') continue
    const left = mailsLeft()
    if (left !== null && left < costOf(row)) {
      closed = true
      settle(row, { state: 'queued', draftId, reason: 'waits for mail quota' })
      continue
    }
    tryLater(row, draftId, hand)
  }
}
