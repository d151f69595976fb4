/** One mail as the rest of this folder looks at it: who wrote it, for certain or not, and whether a machine did. Pure. */
import type { Mail } from '../google/letters'
import { type Author, authorOf, headerOf, headersOf } from './authentic'
import { type Body, bodyOf } from './body'
import { oneLine } from './clean'

export interface Letter {
  readonly id: string
  readonly threadId: string
  readonly at: Date
  /** When its author says that it was written. */
  readonly dated: string
  readonly author: Author
  readonly subject: string
  /** It answers another mail. */
  readonly replies: boolean
  /** `auto`: nobody typed it. `bounce`: a mail came back. */
  readonly machine: '' | 'auto' | 'bounce'
  /** Addresses that a bounce names. */
  readonly failed: readonly string[]
}

const LONGEST = 2_000
const NAMED = /[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9.-]{1,190}/g
/** RFC 2047 words, where Gmail hands them on as they came. */
const WORD = /=\?utf-8\?([bq])\?([^?\s]{0,200})\?=\s*/gi

function decoded(subject: string): string {
  if (!subject.includes('=?')) return subject
  return subject.replace(WORD, (_, kind: string, data: string) => {
    const text = kind.toLowerCase() === 'b' ? data : data.replace(/_/g, ' ')
    if (kind.toLowerCase() === 'b') return bodyOf([{ type: 'text/plain', data: text }]).text
    const bytes: number[] = []
    for (let i = 0; i < text.length; i++) {
      const hex = text.charAt(i) === '=' ? Number.parseInt(text.slice(i + 1, i + 3), 16) : Number.NaN
      bytes.push(Number.isNaN(hex) ? text.charCodeAt(i) & 255 : hex)
      if (!Number.isNaN(hex)) i += 2
    }
    return bodyOf([{ type: 'text/plain', data: bytes }]).text
  })
}

/** By RFC 3834 and what answering machines wrote before it. A group’s posts say `Precedence: list`: people wrote those. */
function machineOf({ headers }: Pick<Mail, 'headers'>, author: Author): Letter['machine'] {
  const value = (name: string): string => headerOf(headers, name).trim().toLowerCase()
  const type = value('content-type')
  const isReport = type.startsWith('multipart/report') && type.includes('delivery-status')
  if (isReport || value('x-failed-recipients') || /^(mailer-daemon|postmaster)@/.test(author.address)) return 'bounce'
  const submitted = value('auto-submitted')
  const says =
    (submitted !== '' && submitted !== 'no') ||
    ['x-autoreply', 'x-autorespond', 'x-auto-reply'].some((name) => value(name) !== '') ||
    /^(auto_reply|bulk|junk)$/.test(value('precedence')) ||
    value('return-path') === '<>' ||
    /^(out of (the )?office|automatic reply|auto(matic)? ?response)\b/i.test(headerOf(headers, 'subject'))
  return says ? 'auto' : ''
}

/** `group`: the network’s Google Group, '' for none. */
export function letterOf(mail: Mail, group: string): Letter {
  const author = authorOf(mail.headers, group)
  const value = (name: string): string => headerOf(mail.headers, name).slice(0, LONGEST)
  return {
    id: mail.id,
    threadId: mail.threadId,
    at: new Date(mail.at),
    dated: oneLine(value('date'), 60),
    author,
    subject: oneLine(decoded(value('subject')), 300),
    replies: value('in-reply-to') !== '' || value('references') !== '',
    machine: machineOf(mail, author),
    failed: failedIn(headersOf(mail.headers, 'x-failed-recipients').join(' ')),
  }
}

const failedIn = (text: string): string[] =>
  [...new Set(text.slice(0, 10_000).toLowerCase().match(NAMED) ?? [])].slice(0, 50)

/** Addresses that the report of a bounce says could not be reached. */
export function failedBy(body: Body): string[] {
  const lines = body.whole.match(/^final-recipient:[^\r\n]{1,300}/gim) ?? []
  return failedIn(lines.join('\n'))
}
