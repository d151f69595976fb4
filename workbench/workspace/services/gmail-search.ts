/**
 * Gmail's search box, the part programs use: words, "phrases", from: to: cc: bcc: subject: label: in: is: has:
 * after: before: newer_than: older_than: rfc822msgid: and a minus before any of them. All must hold. Anything else
 * (OR, brackets, other operators) is refused rather than guessed.
 */
import { NotEmulated } from '../errors'
import { attachmentsOf, parseMime } from './mail-mime'
import { type ReadMail, readMail } from './mail-read'
import type { MailMessage } from './mail-state'
import { instantOf } from './zone'

/** Dates without a time are midnight in this zone. [Gmail API, “Searching for messages”] */
const SEARCH_ZONE = 'America/Los_Angeles'
const DAY = 86_400_000
const UNITS: Record<string, number> = { h: DAY / 24, d: DAY, w: 7 * DAY, m: 30 * DAY, y: 365 * DAY }

export interface Searchable {
  readonly message: MailMessage
  /** ID of a label the person made → its name. */
  readonly labels: Readonly<Record<string, string>>
  readonly now: number
  /** Whose mailbox it is: `me`. */
  readonly me: string
}
type Test = (item: Searchable) => boolean

/** Gmail compares words, not letters: `SB-12` is the words `sb 12` beside each other. */
const words = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu)
      ?.join(' ') ?? ''
  } `

const indexed = new WeakMap<MailMessage, string>()
function indexOf(message: MailMessage): string {
  let found = indexed.get(message)
  if (found === undefined) {
    const mail = readMail(message)
    const html = mail.html.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]+>/g, ' ')
    const people = [mail.headers.from, mail.headers.to, mail.headers.cc, mail.headers.bcc].join(' ')
    found = words([mail.subject, people, mail.text, html].join('\n'))
    indexed.set(message, found)
  }
  return found
}

const holds = (text: string, wanted: string): boolean =>
  words(wanted).trim() !== '' && words(text).includes(words(wanted))

function dateOf(text: string, what: string): number {
  if (/^\d{9,}$/.test(text)) return Number(text) * 1000
  const found = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text)
  if (!found) throw new NotEmulated(`Gmail search ${what}:${text}`)
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return instantOf(SEARCH_ZONE, { year, month, day, hour: 0, minute: 0, second: 0 })
}

function spanOf(text: string, what: string): number {
  const found = /^(\d+)([hdwmy])$/.exec(text)
  if (!found) throw new NotEmulated(`Gmail search ${what}:${text}`)
  return Number(found[1]) * (UNITS[found[2] ?? ''] ?? 0)
}

const PLACES: Record<string, string> = { draft: 'DRAFT', drafts: 'DRAFT', unimportant: '' }
const hasLabel = (item: Searchable, name: string): boolean => {
  const wanted = name.toLowerCase().replace(/[\s/]+/g, '-')
  return item.message.labelIds.some(
    (id) => id.toLowerCase() === wanted || item.labels[id]?.toLowerCase().replace(/[\s/]+/g, '-') === wanted,
  )
}

const header =
  (...names: (keyof ReadMail['headers'])[]) =>
  (wanted: string): Test =>
  ({ message, me }) => {
    const { headers } = readMail(message)
    return names.some((name) => holds(headers[name] ?? '', wanted.toLowerCase() === 'me' ? me : wanted))
  }

const OPERATORS: Record<string, (value: string) => Test> = {
  from: header('from'),
  to: header('to', 'cc', 'bcc'),
  cc: header('cc'),
  bcc: header('bcc'),
  subject: header('subject'),
  list: header('list-id'),
  label: (value) => (item) => hasLabel(item, value),
  in: (value) => (item) => value === 'anywhere' || hasLabel(item, PLACES[value] ?? value),
  is(value) {
    if (!['read', 'unread', 'starred', 'important'].includes(value)) throw new NotEmulated(`Gmail search is:${value}`)
    return ({ message }) =>
      value === 'read' ? !message.labelIds.includes('UNREAD') : message.labelIds.includes(value.toUpperCase())
  },
  has(value) {
    if (value !== 'attachment') throw new NotEmulated(`Gmail search has:${value}`)
    return ({ message }) => attachmentsOf(parseMime(message.raw)).length > 0
  },
  after: (value) => {
    const since = dateOf(value, 'after')
    return ({ message }) => message.at >= since
  },
  before: (value) => {
    const until = dateOf(value, 'before')
    return ({ message }) => message.at < until
  },
  newer_than: (value) => {
    const span = spanOf(value, 'newer_than')
    return ({ message, now }) => message.at > now - span
  },
  older_than: (value) => {
    const span = spanOf(value, 'older_than')
    return ({ message, now }) => message.at <= now - span
  },
  rfc822msgid: (value) => {
    const wanted = value.replace(/^<|>$/g, '')
    return ({ message }) => (readMail(message).headers['message-id'] ?? '').replace(/^<|>$/g, '') === wanted
  },
}
OPERATORS.newer = OPERATORS.after as (value: string) => Test
OPERATORS.older = OPERATORS.before as (value: string) => Test

/** Compiles a query; spam and trash are left out unless it asks for them. */
export function compileSearch(query: string): Test {
  const tests: Test[] = []
  for (const [token, minus, name, phrase, bare] of query.matchAll(/(-)?(?:(\w+):)?(?:"([^"]*)"|(\S+))/g)) {
    const value = phrase ?? bare ?? ''
    if (phrase === undefined && (/[(){}]/.test(token) || /^(OR|AND|AROUND)$/.test(token) || token.startsWith('+')))
      throw new NotEmulated(`Gmail search ${token}`)
    let test: Test
    if (name === undefined) {
      const wanted = words(value)
      if (wanted.trim() === '') continue
      test = ({ message }) => indexOf(message).includes(wanted)
    } else {
      const make = Object.hasOwn(OPERATORS, name.toLowerCase()) ? OPERATORS[name.toLowerCase()] : undefined
      if (!make) throw new NotEmulated(`Gmail search ${name}:`)
      test = make(value)
    }
    tests.push(minus ? (item) => !test(item) : test)
  }
  return (item) => tests.every((test) => test(item))
}

/** Does the query itself ask for spam or trash? */
export const reachesTrash = (query: string): boolean => /\b(in|label):"?(anywhere|trash|spam)\b/i.test(query)
