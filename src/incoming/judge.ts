/** What one mail is: an answer that counts, one that does not and why, a machine’s, a request, or nothing to us. Pure. */
import { mailboxOf } from '../registry/address'
import type { Row } from '../registry/tables'
import { type AnswerWord, answersIn, MOST_CALLS } from './answer-words'
import type { Asked, Finder } from './asked'
import type { Body } from './body'
import { cut } from './clean'
import { failedBy, type Letter } from './letter'
import { isOptOutSubject, OPTED_OUT, wantsOut } from './opt-out'
import { ownWords } from './own-words'
import { isRequest } from './request'

export type NewAnswer = Omit<Row<'answers'>, 'id'>

export interface Senders {
  /** Mailboxes of coordinators and of the working group. */
  readonly mayAsk: ReadonlySet<string>
  /** Mailboxes of everybody in People. */
  readonly people: ReadonlySet<string>
  /** Mails can ask for alerts. */
  readonly alertsByMail: boolean
}

const LONGEST_SAID = 1_000
const DAY_MS = 24 * 3_600_000
/** Mails of an alert that are kept although they do not count. */
export const MOST_UNCOUNTED = 40

/** By its header alone: worth opening? `past`: alerts that are over, but not long, whose readers may opt out. */
export function concerns(letter: Letter, finder: Finder, senders: Senders, past: Finder): boolean {
  if (asksForAlert(letter, senders) || isOptOutSubject(letter)) return true
  if (senders.people.has(mailboxOf(letter.author.address)) && past.bySubject(letter.subject).length > 0) return true
  if (finder.all.length === 0) return false
  if (letter.machine === 'bounce') return true
  return finder.byMailbox(mailboxOf(letter.author.address)).length > 0 || finder.bySubject(letter.subject).length > 0
}

const asksForAlert = (letter: Letter, senders: Senders): boolean =>
  senders.alertsByMail && letter.machine === '' && !letter.replies && isRequest(letter.subject)

export type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'rows'; readonly rows: readonly NewAnswer[]; readonly bounced?: readonly string[] }
  | { readonly kind: 'request'; readonly row: NewAnswer }
  /** Everybody with this mailbox opts out. */
  | { readonly kind: 'opt out'; readonly mailbox: string; readonly row: NewAnswer }
  | { readonly kind: 'refused'; readonly what: 'made no alert of a mail' | 'opted nobody out'; readonly why: string }

/** Who wrote it, as a cell may show it. */
const shownFrom = ({ author }: Letter): string => author.address || 'no sender'

function blank(letter: Letter): NewAnswer {
  return {
    alertId: '',
    groupIds: '',
    from: shownFrom(letter),
    answer: '',
    calls: null,
    legislatorId: '',
    outcome: '',
    said: '',
    at: letter.at,
    counts: 'no',
    why: '',
    gmailId: letter.id,
  }
}

const unconfirmed = (letter: Letter): string => `Gmail does not confirm that it is from ${shownFrom(letter)}`

function requestOf(letter: Letter, body: Body, senders: Senders): Verdict {
  const { address, authentic } = letter.author
  const refused = (why: string): Verdict => ({ kind: 'refused', what: 'made no alert of a mail', why })
  if (!senders.mayAsk.has(mailboxOf(address)))
    return refused(`${shownFrom(letter)} is no coordinator and not in the working group`)
  if (!authentic) return refused(unconfirmed(letter))
  // Whoever has an old one can send it again, and its signature holds.
  if (Math.abs(Date.parse(letter.dated) - letter.at.getTime()) > DAY_MS)
    return refused(`${address}: the mail is dated ${letter.dated}`)
  const words = cut(ownWords(body.text, body.quoteAt, new Set()).join('\n'), 3_000)
  return { kind: 'request', row: { ...blank(letter), counts: 'request', said: `${letter.subject}\n${words}`.trim() } }
}

/** The alert it is about, or why none can be named. */
function alertOf(letter: Letter, body: Body, finder: Finder, mates: readonly string[]): { id: string; why: string } {
  const tokens = finder.byToken(body.whole)
  const subject = finder.bySubject(letter.subject)
  if (tokens.length > 1)
    return { id: subject[0] ?? tokens.find((t) => t !== '?') ?? '', why: 'it quotes more than one alert' }
  const [token] = tokens
  if (token === '?') return { id: subject.length === 1 ? (subject[0] ?? '') : '', why: 'it quotes another alert' }
  if (token) {
    if (subject.length > 0 && !subject.includes(token)) return { id: subject[0] ?? '', why: 'it quotes another alert' }
    return { id: token, why: '' }
  }
  const several = finder.byMailbox(mailboxOf(letter.author.address))
  // What answers another mail by its subject is about that one.
  const isOfElse = letter.replies && letter.subject !== '' && subject.length === 0
  for (const found of [finder.bySentId(mates), subject, isOfElse ? [] : several])
    if (found.length === 1) return { id: found[0] ?? '', why: '' }
  return { id: several[several.length - 1] ?? '', why: 'it does not say which alert it answers' }
}

/** It asks for no more alerts, about this one or about none. */
function optOutOf(letter: Letter, asked: Asked | undefined, { people }: Senders): Verdict {
  const mailbox = mailboxOf(letter.author.address)
  const row: NewAnswer = {
    ...blank(letter),
    alertId: asked?.alert.id ?? '',
    groupIds: asked?.groupsOf(mailbox).join(', ') ?? '',
  }
  const why = !people.has(mailbox)
    ? `${shownFrom(letter)} is not in People`
    : letter.author.authentic
      ? ''
      : unconfirmed(letter)
  if (!why) return { kind: 'opt out', mailbox, row: { ...row, why: OPTED_OUT } }
  if (!asked) return { kind: 'refused', what: 'opted nobody out', why }
  return { kind: 'rows', rows: [{ ...row, why: `it asks for no more alerts, but ${why}` }] }
}

/** `mates`: IDs of the mails of its conversation, for an answer that quotes nothing. */
export function judge(letter: Letter, body: Body, finder: Finder, senders: Senders, mates: readonly string[]): Verdict {
  if (asksForAlert(letter, senders)) return requestOf(letter, body, senders)
  if (letter.machine === 'bounce') return bounceOf(letter, body, finder, mates)
  const about = alertOf(letter, body, finder, mates)
  const asked = finder.of(about.id)
  const [first = ''] = ownWords(body.text, body.quoteAt, new Set())
  if (asked && finder.isOurs(about.id, letter.subject, mailboxOf(letter.author.address))) return { kind: 'nothing' }
  if (wantsOut(letter, first)) return optOutOf(letter, asked, senders)
  if (!asked) return { kind: 'nothing' }
  const groups = asked.groupsOf(mailboxOf(letter.author.address))
  const base: NewAnswer = { ...blank(letter), alertId: about.id, groupIds: groups.join(', ') }
  const words = ownWords(body.text, body.quoteAt, finder.linesOf(about.id))
  const wrote = cut(words.join('\n'), LONGEST_SAID)
  const keep = (why: string): Verdict => ({ kind: 'rows', rows: [{ ...base, said: wrote, why }] })
  if (letter.machine === 'auto')
    return groups.length > 0
      ? { kind: 'rows', rows: [{ ...base, counts: 'auto', said: wrote, why: 'answered by a machine' }] }
      : { kind: 'nothing' }
  if (groups.length === 0) return keep('its sender belongs to no group that was asked')
  if (!letter.author.authentic) return keep(unconfirmed(letter))
  if (about.why) return keep(about.why)
  const own = [...new Set(groups.flatMap((id) => asked.calleesOf.get(id) ?? []))]
  const callees = asked.callees.filter((c) => own.length === 0 || own.includes(c.id))
  const found = answersIn(words, callees)
  if (found.length === 0) return keep('no answer word stands in it')
  const says = (word: AnswerWord): boolean => found.some(({ answer }) => answer === word)
  // One of two groups each, or another mind halfway down: a person reads it.
  if (says('in') && says('out')) return keep('it says both IN and OUT')
  return {
    kind: 'rows',
    rows: found.map((one): NewAnswer => {
      const tooMany = (one.calls ?? 0) > MOST_CALLS
      const only = one.answer === 'done' && callees.length === 1 ? (callees[0]?.id ?? '') : ''
      return {
        ...base,
        answer: one.answer as AnswerWord,
        calls: tooMany ? null : one.calls,
        legislatorId: one.legislatorId || only,
        said: one.said,
        counts: tooMany ? 'no' : 'yes',
        why: tooMany ? `${one.calls} calls are more than one group makes` : '',
      }
    }),
  }
}

function bounceOf(letter: Letter, body: Body, finder: Finder, mates: readonly string[]): Verdict {
  const failed = [...new Set([...letter.failed, ...failedBy(body)])]
  const about = [...finder.byToken(body.whole), ...finder.bySentId(mates)]
  const rows: NewAnswer[] = []
  const bounced: string[] = []
  for (const address of failed) {
    // It names an alert that mailed that very address; anything else would let anyone mark anyone.
    const hit = finder.all.find(
      ({ alert, waves, more }) =>
        about.includes(alert.id) &&
        (waves.some((w) => w.to.includes(address)) || more.some((row) => row.recipients.split(', ').includes(address))),
    )
    if (!hit) continue
    bounced.push(address)
    rows.push({
      ...blank(letter),
      alertId: hit.alert.id,
      groupIds: hit.groupsOf(mailboxOf(address)).join(', '),
      from: address,
      counts: 'bounce',
      why: 'the mail came back',
    })
  }
  return rows.length > 0 ? { kind: 'rows', rows, bounced } : { kind: 'nothing' }
}
