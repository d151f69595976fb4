/**
 * Sends by MailApp, for an account that may not make Gmail drafts: a choice in the Settings tab, never taken because of an
 * error. MailApp tells nothing afterwards, so a message is marked in the sheet before it is handed over, and one that is
 * marked is never handed over again: what a stopped run had in hand is in doubt.
 */
import { gmailAllowed } from '../google/gmail'
import { withScriptLock } from '../google/lock'
import { mailsLeft, sendMail } from '../google/mail'
import { toAddress } from '../registry/address'
import type { Settings } from '../registry/settings'
import type { Assignment, Sent } from './assignment'
import { toHtml } from './html'
import { OPT_OUT_WORDS } from './mime'
import { BY_MAIL_APP, type Change, isPost, type OutboxRow, peopleIn, recipientsOf, tokenOf, without } from './outbox'
import { change, changedByHand, isIntact, NOBODY, writeOurs } from './outcome'
import { doubtAbout, endOf } from './recover'
import { twice } from './twice'

const LOCK_MS = 60_000
/** Longest subject that MailApp takes. */
const SUBJECT = 250
const OPT_OUT = `To get no more of these mails, answer this one with the words ${OPT_OUT_WORDS}.`

/** How the account that runs this mails. */
export function mailingBy({ mailApp }: Pick<Settings, 'mailApp'>): 'gmail' | 'mailApp' | 'refused' {
  if (gmailAllowed()) return 'gmail'
  return mailApp ? 'mailApp' : 'refused'
}

export interface PlainMail {
  readonly me: string
  readonly to: readonly string[]
  readonly subject: string
  readonly body: string
  readonly token: string
  readonly replyTo: string
  /** To a Google Group: leaving that is not ours to promise. */
  readonly post?: boolean
}

/** Hands one mail over. False: it may have gone or not. */
export function handOver({ me, to, subject, body, token, replyTo, post }: PlainMail): boolean {
  const text = [body.trim(), ...(post ? [] : [OPT_OUT]), `Ref: ${token}\n`].join('\n\n')
  const line = [...subject.replace(/\s+/g, ' ')]
  return sendMail({
    // Whether MailApp takes a mail that is in BCC alone is not documented: the sender stands in To.
    ...(to.length === 1 ? { to: to[0] ?? '' } : { to: me, bcc: to.join(',') }),
    subject: line.length > SUBJECT ? `${line.slice(0, SUBJECT - 1).join('')}…`.slice(0, SUBJECT) : line.join(''),
    body: text,
    htmlBody: toHtml(text),
    // MailApp refuses the whole mail for one that is none.
    ...(toAddress(replyTo) ? { replyTo } : {}),
  })
}

export function sendByMailApp(a: Assignment): Sent {
  const outcomes = new Map<string, Change>()
  for (const frozen of a.work) {
    // A draft of the time when they were allowed: whether it went, nobody can see now.
    if (frozen.draftId) {
      if (endOf({ now: new Date(), actBy: a.actBy, cancelled: a.cancelled }))
        outcomes.set(frozen.id, change(frozen, { state: 'doubt', reason: doubtAbout(a.me, frozen) }))
      continue
    }
    const settled = beforehand(a, frozen)
    if (settled) {
      outcomes.set(frozen.id, settled)
      continue
    }
    const row = without(frozen, a)
    const marked = mark(a, row, outcomes)
    // The row is left as it is, or gone: nothing was sent.
    if (marked === 'no') continue
    if (marked === 'cancelled') {
      const end = endOf({ now: new Date(), actBy: null, cancelled: true })
      if (end) outcomes.set(row.id, change(row, end))
      continue
    }
    const { subject } = row
    const body = a.finish?.(row.body) ?? row.body
    const went = handOver({
      ...{ me: a.me, to: recipientsOf(row), subject, body },
      ...{ token: tokenOf(row), replyTo: a.replyTo, post: isPost(row) },
    })
    outcomes.set(
      row.id,
      change(
        row,
        went
          ? { state: 'sent', draftId: BY_MAIL_APP, reason: 'by MailApp' }
          : { state: 'doubt', draftId: BY_MAIL_APP, reason: 'MailApp reported an error: it may have gone or not' },
      ),
    )
  }
  return { outcomes, discard: [], refused: null }
}

/** What keeps a message from being sent now; null where nothing does. */
function beforehand(a: Assignment, frozen: OutboxRow): Change | null {
  const over = endOf({ now: new Date(), actBy: a.actBy, cancelled: a.cancelled })
  if (over) return change(frozen, over)
  const row = without(frozen, a)
  if (recipientsOf(row).length === 0 && row.reason) return change(row, NOBODY)
  if (!isIntact(row)) return change(frozen, changedByHand())
  const left = mailsLeft()
  return left !== null && left < peopleIn(row) + 1
    ? change(row, { state: 'queued', reason: 'waits for mail quota' })
    : null
}

/** Puts on record that this message is handed over now, and what became of those before it. */
function mark(a: Assignment, row: OutboxRow, before: ReadonlyMap<string, Change>): 'yes' | 'no' | 'cancelled' {
  const held = twice(() =>
    withScriptLock(LOCK_MS, () => {
      if (a.isCancelled()) return 'cancelled' as const
      const { written } = writeOurs(new Map([...before, [row.id, change(row, { draftId: BY_MAIL_APP })]]))
      return written.has(row.id) ? ('yes' as const) : ('no' as const)
    }),
  )
  return held?.value ?? 'no'
}
