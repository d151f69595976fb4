/**
 * One alert as texts that a group pastes where its members are: five lengths of the same facts. Whom to call are the
 * group’s own legislators, or everybody’s. Pure.
 */
import type { RelayFacts } from '../../answers'
import { cut, lengthOf } from './characters'
import { cleanText, forSlack, oneLine, sentence } from './clean'

export const LENGTHS = ['newsletter', 'email', 'facebook', 'slack', 'short'] as const
export type Length = (typeof LENGTHS)[number]
export type Kit = Readonly<Record<Length, string>>

/** Characters of the shortest text. */
export const SHORT_LIMIT = 250
/** More legislators than this are not listed for everybody: each calls their own. */
const MOST_LISTED = 12
const LONGEST_PHONE = 40
const NO_CALLS = 'This is a drill: please do not call anybody.'

interface Legislator {
  readonly titled: string
  readonly label: string
  readonly phones: string
  /** The one number of a text that has room for one. */
  readonly phone: string
}

interface Words {
  readonly drill: boolean
  readonly title: string
  readonly about: string
  /** `Ask them to vote no on HB 120.` */
  readonly ask: string
  readonly why: string
  readonly network: string
  readonly actBy: string
  readonly actByShort: string
  readonly legislators: readonly Legislator[]
  /** `Rep. Okafor and Sen. Brandt`, `your own legislators` */
  readonly names: string
}

function phoneOf(text: string): string {
  const phone = oneLine(text)
  return /\d/.test(phone) && phone.length <= LONGEST_PHONE ? phone : ''
}

function toLegislator(one: RelayFacts['legislators'][number]): Legislator {
  const [capitol, district] = [phoneOf(one.capitolPhone), phoneOf(one.districtPhone)]
  const phones = [capitol && `${capitol} (Capitol)`, district && `${district} (district office)`]
  return {
    titled: oneLine(one.titled),
    label: oneLine(one.label),
    phones: phones.filter(Boolean).join(' · '),
    phone: capitol || district,
  }
}

const inSentence = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`

function wordsOf(facts: RelayFacts, groupId: string): Words {
  const group = facts.groups.find((one) => one.id === groupId)
  const ids = group && new Set(group.legislatorIds)
  const all = facts.legislators.filter((one) => !ids || ids.has(one.id)).map(toLegislator)
  const listed = all.length > MOST_LISTED ? [] : all
  const ask = oneLine(facts.ask).replace(/[\s.!]+$/, '')
  const [title, bill] = [oneLine(facts.title), oneLine(facts.bill)]
  return {
    drill: facts.kind === 'drill',
    title: title || bill || 'Please call',
    about: bill || title,
    ask: ask && `Ask them to ${ask}.`,
    why: cleanText(facts.why),
    network: oneLine(facts.network),
    actBy: oneLine(facts.actBy),
    actByShort: oneLine(facts.actByShort),
    legislators: listed,
    names:
      listed.length > 0 ? inSentence(listed.map((one) => one.titled)) : all.length > 0 ? 'your own legislators' : '',
  }
}

const paragraphs = (...parts: readonly string[]): string => parts.filter(Boolean).join('\n\n')
const lines = (...parts: readonly string[]): string => parts.filter(Boolean).join('\n')
const named = (w: Words): string => (w.drill ? `DRILL: ${w.title}` : w.title)
/** Whoever reads a drill in passing must find no number to call. */
const listOf = (w: Words, bullet = ''): string =>
  w.legislators
    .map((one) => `${bullet}${one.titled}, ${one.label}${w.drill ? '' : `: ${one.phones || 'no number known'}`}`)
    .join('\n')
const callThem = (w: Words): string => (w.names ? `Please call ${w.names}.` : '')
/** A drill shows what would be asked, and asks it of nobody. */
const theAsk = (w: Words): string => {
  const words = `${callThem(w)} ${w.ask}`.trim()
  return w.drill && words ? `In an alert it would say: ${words}` : words
}
const actBy = (w: Words): string => (w.actBy ? `Act by ${w.actBy}.` : '')
const script = (w: Words): string =>
  w.drill || !w.ask
    ? ''
    : `“Hello, I’m (your name) from (your town), and I live in the district. I am calling about ${w.about}. I ask you to ${w.ask.slice('Ask them to '.length)} May I know what you will do?”`

function newsletter(w: Words): string {
  return paragraphs(
    named(w),
    w.drill ? NO_CALLS : '',
    w.why,
    lines(theAsk(w), listOf(w)),
    script(w) && lines('What to say:', script(w)),
    actBy(w),
    w.network,
  )
}

function email(w: Words): string {
  return paragraphs(
    `Subject: ${named(w)}${w.actByShort ? `, act by ${w.actByShort}` : ''}`,
    'Hello,',
    w.drill ? NO_CALLS : '',
    theAsk(w),
    w.why && lines('Why now:', w.why),
    listOf(w) && lines(w.drill ? 'Whom you would call:' : 'Whom to call:', listOf(w)),
    script(w) && lines('What to say:', script(w), 'Leave the same words on the answering machine. A minute is enough.'),
    w.actBy ? `Please act by ${w.actBy}, and tell us how it went.` : 'Please tell us how it went.',
    lines('Thank you!', w.network),
  )
}

function facebook(w: Words): string {
  return paragraphs(named(w), w.drill ? NO_CALLS : '', w.why, lines(theAsk(w), listOf(w)), actBy(w))
}

function slack(w: Words): string {
  const bold = forSlack(named(w)).replace(/[*\n]/g, '')
  const rest = paragraphs(lines(w.drill ? NO_CALLS : '', w.why, theAsk(w)), listOf(w, '• '), actBy(w))
  return paragraphs(`*${bold}*`, forSlack(rest))
}

/** Ends with act-by and one number, whatever has to be cut for it. Beside several names it says whose number it is. */
function short(w: Words): string {
  const one = w.drill ? undefined : w.legislators.find(({ phone }) => phone)
  const number = one ? `${w.legislators.length > 1 ? `${one.titled} ` : ''}${one.phone}` : ''
  const due = w.actByShort && `Act by ${w.actByShort}`
  const end = [due, number].filter(Boolean).join(': ')
  const tail = lengthOf(end) <= SHORT_LIMIT ? end : due
  const head = [`${sentence(named(w))}`, w.drill ? NO_CALLS : '', theAsk(w)].filter(Boolean).join(' ')
  const room = SHORT_LIMIT - lengthOf(tail) - 1
  const begun = cut(head, Math.max(0, room))
  return cut([begun, tail].filter(Boolean).join(' '), SHORT_LIMIT)
}

/** `groupId` '': for everybody. */
export function relayKit(facts: RelayFacts, groupId = ''): Kit {
  const w = wordsOf(facts, groupId)
  return { newsletter: newsletter(w), email: email(w), facebook: facebook(w), slack: slack(w), short: short(w) }
}
