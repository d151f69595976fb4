/**
 * The words of an alert: a template’s placeholders in braces are filled for everyone with the same targets. What cannot
 * be filled stays visible and stops the approval (`problemsOf`).
 */

import { plural } from '../../registry/when'
import type { Recipient } from './audience'
import type { Target } from './targets'

export const PLACEHOLDERS = [
  { name: 'legislators', about: 'Names, districts and phone numbers of the group’s own legislators, one a paragraph.' },
  { name: 'names', about: 'Their names in a sentence: Rep. Okafor and Sen. Brandt.' },
  {
    name: 'act by',
    about: 'Until when to act, in every time zone of the state: 5:00 pm Eastern on Monday, November 23.',
  },
  { name: 'ask', about: 'What you want from the legislator, as typed above: vote no on HB 120.' },
  { name: 'why', about: 'Why now, as typed above.' },
  { name: 'script', about: 'Words to say on the phone, made of the bill and the ask.' },
  { name: 'title', about: 'The title of the alert.' },
  { name: 'bill', about: 'The bill.' },
  { name: 'network', about: 'The name of your network.' },
  { name: 'reply', about: 'How to answer by replying.' },
  { name: 'group', about: 'The name of the group. Only where each person gets their own mail.' },
  { name: 'town', about: 'The town of the group. Only where each person gets their own mail.' },
] as const
export type PlaceholderName = (typeof PLACEHOLDERS)[number]['name']

const PERSONAL: readonly PlaceholderName[] = ['group', 'town']
/** A paragraph of its own: does not fit into a subject line. */
const BLOCKS: readonly PlaceholderName[] = ['legislators', 'reply', 'why', 'script']

/** What is the same for everyone. */
export interface Facts {
  readonly title: string
  readonly bill: string
  readonly network: string
  /** '' while there is none. */
  readonly actBy: string
  readonly ask?: string
  readonly why?: string
  readonly drill?: boolean
}

export interface Wording {
  readonly subject: string
  readonly body: string
}

const REPLY = `Please answer by replying to this mail:
HAVE IT – you have read it and pass it on
IN or OUT – your group can, or cannot
DONE and the number of calls, such as DONE 12 – and what the office said`

const NO_CALLS = 'This is a drill: please do not call anybody.'
/** First and last line of a drill. */
const DRILL_LINE =
  'DRILL. This is a drill: please do not call anybody, whatever else this mail says. Answer it as you would answer an alert.'
export const DRILL = 'DRILL: '

/** The first word says that it is a drill. */
export const asDrill = (text: string): string => (/^drill\b/i.test(text.trim()) ? text : `${DRILL}${text}`)

/** As it ends a sentence: `Vote no on SB 12.` as `vote no on SB 12`; what is all capitals stays. */
const askOf = ({ ask = '' }: Facts): string =>
  ask
    .trim()
    .replace(/[\s.!]+$/, '')
    .replace(/^\p{Lu}(?=\p{Ll}+(?:\s|$))/u, (first) => first.toLowerCase())

function scriptOf(facts: Facts): string {
  const ask = askOf(facts)
  if (!ask) return ''
  if (facts.drill) return `${NO_CALLS} In an alert, the words to say on the phone stand here.`
  return `“Hello, I’m (your name) from (your town), and I live in the district. I am calling about ${facts.bill || facts.title}. I ask you to ${ask}. May I know what you will do?”`
}

const inSentence = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`

const unique = (values: readonly string[]): string[] => [...new Set(values.filter(Boolean))]

/** Name, district and each phone with where it rings. */
export function legislatorBlock(targets: readonly Target[]): string {
  return targets
    .map((t) => {
      const phones = [
        ...(t.capitolPhone ? [`${t.capitolPhone} (Capitol)`] : []),
        ...(t.districtPhone ? [`${t.districtPhone} (district office)`] : []),
      ]
      return `${t.titled}, ${t.label}\n${phones.join(' · ') || 'no phone number known'}`
    })
    .join('\n\n')
}

type Values = Readonly<Record<PlaceholderName, string>>

export function valuesFor(
  facts: Facts,
  targets: readonly Target[],
  groups: Recipient['groups'],
  reply = REPLY,
): Values {
  return {
    legislators: facts.drill
      ? `(${NO_CALLS} These are the numbers of an alert.)\n\n${legislatorBlock(targets)}`
      : legislatorBlock(targets),
    ask: askOf(facts),
    why: (facts.why ?? '').trim(),
    script: scriptOf(facts),
    names: inSentence(targets.map((t) => t.titled)),
    'act by': facts.actBy,
    title: facts.title,
    bill: facts.bill,
    network: facts.network,
    reply,
    group: inSentence(unique(groups.map((g) => g.name))),
    town: inSentence(unique(groups.map((g) => g.town))),
  }
}

const BRACES = /\{([^{}\n]*)\}/g
const normal = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()
const isPlaceholder = (name: string): name is PlaceholderName => PLACEHOLDERS.some((p) => p.name === name)

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(CONTROL, '')

/** Filled in one pass: braces inside a value stay as they are. Unknown and empty placeholders are left standing. */
export function fill(template: string, values: Values): string {
  return clean(template).replace(BRACES, (whole, inside: string) => {
    const name = normal(inside)
    return (isPlaceholder(name) && clean(values[name]).trim()) || whole
  })
}

export const wordingFor = (
  template: Wording,
  facts: Facts,
  targets: readonly Target[],
  groups: Recipient['groups'],
  reply?: string,
): Wording => {
  const values = valuesFor(facts, targets, groups, reply)
  const subject = fill(template.subject, values).replace(/\s+/g, ' ').trim()
  const body = fill(template.body, values).trim()
  return facts.drill
    ? { subject: asDrill(subject), body: `${DRILL_LINE}\n\n${body}\n\n${DRILL_LINE}` }
    : { subject, body }
}

const used = (text: string): string[] =>
  unique((text.match(BRACES) ?? []).map((braces) => normal(braces.slice(1, -1)) || ' '))

/** The template shows phone numbers. */
export const showsPhones = (template: Wording): boolean => used(template.body).includes('legislators')

/** The template names legislators: it says nothing to whoever has none. */
export const namesTargets = ({ subject, body }: Wording): boolean =>
  used(subject + body).some((name) => name === 'legislators' || name === 'names')

export interface TextProblem {
  readonly text: string
  readonly next: string
}

/** Everything that stops this template: blanks, unknown placeholders, group’s words in a mail that many share. */
export function problemsOf(
  template: Wording,
  facts: Facts,
  mode: 'cohort' | 'personal',
  groups: readonly { readonly name: string; readonly town: string }[] = [],
): TextProblem[] {
  const problems: TextProblem[] = []
  const stop = (text: string, next: string): void => {
    if (!problems.some((p) => p.text === text)) problems.push({ text, next })
  }
  if (!facts.title.trim()) stop('The alert has no title.', 'Type a title under What.')
  if (!template.subject.trim()) stop('The subject is empty.', 'Type a subject under What.')
  if (!template.body.trim()) stop('The text is empty.', 'Type the text under What.')

  const known = PLACEHOLDERS.map((p) => `{${p.name}}`).join(', ')
  const { bill, network, why = '' } = facts
  const common: Partial<Record<string, string>> = {
    ...{ bill, network, why },
    ...{ ask: askOf(facts), script: scriptOf(facts) },
  }
  // The missing title is told above, a missing act-by where the time is checked.
  const ask = ['“What to ask for” is empty.', 'Type it under What, such as: vote no on HB 120.'] as const
  const where: Partial<Record<string, readonly [text: string, next: string]>> = {
    bill: ['The bill is empty.', 'Type the bill under What, or take {bill} out of the text.'],
    network: ['Your network has no name.', 'Type it in the Settings tab, or take {network} out of the text.'],
    why: ['“Why now” is empty.', 'Type it under What.'],
    ask,
    script: ask,
  }
  for (const name of unique([...used(template.subject), ...used(template.body)])) {
    if (!isPlaceholder(name)) stop(`Nothing is known for {${name.slice(0, 60)}}.`, `Use one of ${known}.`)
    else if (PERSONAL.includes(name) && mode === 'cohort')
      stop(
        `{${name}} differs from group to group, but groups share one mail.`,
        `Take {${name}} out, or choose one mail for each person.`,
      )
    else if (name in where && !common[name]?.trim()) stop(where[name]?.[0] ?? '', where[name]?.[1] ?? '')
    else if (name === 'group' || name === 'town') {
      const without = groups.filter((g) => !(name === 'group' ? g.name : g.town).trim()).length
      if (without)
        stop(`{${name}} is empty for ${plural(without, 'group')}.`, `Fill it in the Groups tab, or take {${name}} out.`)
    }
  }
  for (const name of used(template.subject).filter((n) => BLOCKS.some((b) => b === n)))
    stop(`{${name}} is too long for a subject.`, 'Use {names} there.')
  if (/[{}]/.test((template.subject + template.body).replace(BRACES, '')))
    stop('A brace stands alone in the text.', 'Write placeholders as {act by}; leave other braces out.')
  if (/[{}]/.test(`${facts.ask ?? ''}${why}`))
    stop('“What to ask for” and “Why now” hold no blanks to fill.', 'Take the braces out of them under What.')
  for (const blank of unique((template.subject + template.body).match(/\[write\b[^\]]*\]/gi) ?? []))
    stop(`Still to write: ${blank}`, 'Write it under What, in place of the brackets.')
  return problems
}
