/** Reads what arrived and judges it. Nothing is written here. */
import { findMail } from '../google/inbox'
import { getMail, type Mail, threadMates } from '../google/letters'
import { type Arrivals, LATE_S, MOST_FOUND, queryFor } from '../mail/arrivals'
import { mailboxOf } from '../registry/address'
import { Finder } from './asked'
import { type Body, bodyOf } from './body'
import { concerns, judge, MOST_UNCOUNTED, type Verdict } from './judge'
import { letterOf } from './letter'
import type { World } from './world'

/** A bigger mail is judged by its header: its text is no answer. */
const BIGGEST = 4_000_000
/** Messages of an hour that are looked at: the remembered ones and those before them. */
const MOST_READ = 1_500
/** Reading gets so long of a run at most: mail that floods in must not use up the day's timed runs. */
const READ_MS = 90_000
const DAY_MS = 24 * 3_600_000
const HIDDEN = ['SENT', 'DRAFT', 'SPAM', 'TRASH']
const NO_BODY: Body = { text: '', quoteAt: -1, whole: '' }

export interface ReadSoFar {
  readonly verdicts: readonly Verdict[]
  readonly arrivals: Arrivals
  /** Gmail answered, and nothing is left for the next run. */
  readonly complete: boolean
}

/**
 * So far back is looked when nothing is remembered: to a day before the first mail of the oldest live alert is on record (a run that was
 * stopped leaves it to a later one to say that it went), but not to before it was made; or the end of the oldest of those that
 * are over but not long.
 */
const beginning = ({ finder, past, setting }: World): number => {
  const sent = [
    ...finder.all.map(({ sentAt, alert: { madeAt } }) => {
      const onRecord = (sentAt ?? madeAt ?? setting.now).getTime()
      return Math.max(madeAt?.getTime() ?? 0, onRecord - DAY_MS) / 1_000
    }),
    ...past.all.flatMap(({ alert }) => (alert.actBy ? [alert.actBy.getTime() / 1_000] : [])),
  ]
  return Math.floor(Math.min(setting.now.getTime() / 1_000 - LATE_S, ...sent))
}

/** Looks at what is new since `before`, the oldest first, until `deadlineMs`. */
export function readMail(w: World, before: Arrivals, deadlineMs: number): ReadSoFar {
  const from = Math.max(before.from, beginning(w))
  const now = w.setting.now.getTime()
  const found = findMail(queryFor({ ...before, from }), MOST_READ)
  if (!found) return { verdicts: [], arrivals: { ...before, from, blind: before.blind || now }, complete: false }
  const until = Math.min(deadlineMs, Date.now() + READ_MS)
  const finder = w.settings.readAnswers ? w.finder : new Finder([])
  let strangers = 0
  const recorded = new Set(w.answers.map((row) => row.gmailId))
  const seen = new Set(before.seen.filter((id) => found.includes(id)))
  const judged = new Map<string, Verdict>()
  let complete = true
  let blind = 0
  // The newest are remembered; what is older than they need not be looked for again once it was looked at.
  const older = found.slice(MOST_FOUND)
  let behind = 0
  for (const id of [...found.slice(0, MOST_FOUND).reverse(), ...[...older].reverse()]) {
    if (seen.has(id)) continue
    if (recorded.has(id)) {
      seen.add(id)
      continue
    }
    if (Date.now() >= until) {
      complete = false
      break
    }
    const head = getMail(id, 'metadata')
    const verdict = head && look(head, w, finder, () => strangers++ < MOST_UNCOUNTED)
    if (!verdict) {
      // It may have been deleted meanwhile: then the next search does not give it.
      complete = false
      blind = before.blind || now
      continue
    }
    seen.add(id)
    if (older.includes(id)) behind = Math.max(behind, Math.floor(head.at / 1_000))
    if (verdict.kind !== 'nothing') judged.set(id, verdict)
  }
  // Where only the time was up, the next run goes on behind what was looked at; else a flood would be begun again for ever.
  const far = blind > 0 ? from : Math.max(from, complete ? behind : behind - 1)
  const next = complete ? Math.max(far, Math.floor(now / 1_000) - LATE_S) : far
  // As they came: of two in one second the later counts.
  const verdicts = [...found].reverse().flatMap((id) => judged.get(id) ?? [])
  const newest = found.slice(0, MOST_FOUND).filter((id) => seen.has(id))
  return { verdicts, arrivals: { ...before, from: next, seen: newest.reverse(), blind }, complete }
}

/** Null: Gmail does not give it. `mayOpen`: whether the mail of somebody nobody asked is opened still. */
function look(head: Mail, w: World, finder: Finder, mayOpen: () => boolean): Verdict | null {
  if (head.labels.some((label) => HIDDEN.includes(label))) return { kind: 'nothing' }
  const letter = letterOf(head, w.settings.googleGroup)
  if (!concerns(letter, finder, w.senders, w.past)) return { kind: 'nothing' }
  const mailbox = mailboxOf(letter.author.address)
  const isKnown = w.senders.people.has(mailbox) || finder.byMailbox(mailbox).length > 0
  if (!isKnown && !mayOpen()) return { kind: 'nothing' }
  const whole: Mail | null = head.size > BIGGEST ? head : getMail(head.id, 'full')
  if (!whole) return null
  const body = whole.parts.length > 0 ? bodyOf(whole.parts) : NO_BODY
  const quotes = finder.byToken(body.whole).length > 0
  const mates = letter.replies && !quotes && letter.machine !== 'auto' ? (threadMates(letter.threadId) ?? []) : []
  return judge(letter, body, finder, w.senders, mates)
}
