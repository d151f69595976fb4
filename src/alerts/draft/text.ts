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
  { name: 'act by', about: 'Until when to act: 5:00 pm on Monday, November 23 (Eastern time).' },
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
const BLOCKS: readonly PlaceholderName[] = ['legislators', 'reply']

/** What is the same for everyone. */
export interface Facts {
  readonly title: string
  readonly bill: string
  readonly network: string
  /** '' while there is none. */
  readonly actBy: string
}

export interface Wording {
  readonly subject: string
  readonly body: string
}

const REPLY = `Please answer by replying to this mail:
HAVE IT – you have read it and pass it on
IN or OUT – your group can, or cannot
DONE and the number of calls, such as DONE 12 – and what the office said`

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
    legislators: legislatorBlock(targets),
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
  return {
    subject: fill(template.subject, values).replace(/\s+/g, ' ').trim(),
    body: fill(template.body, values).trim(),
  }
}

const used = (text: string): string[] =>
  unique((text.match(BRACES) ?? []).map((braces) => normal(braces.slice(1, -1)) || ' '))

/** The template shows phone numbers. */
export const showsPhones = (template: Wording): boolean => used(template.body).includes('legislators')

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
    problems.push({ text, next })
  }
  if (!facts.title.trim()) stop('The alert has no title.', 'Type a title under What.')
  if (!template.subject.trim()) stop('The subject is empty.', 'Type a subject under What.')
  if (!template.body.trim()) stop('The text is empty.', 'Type the text under What.')

  const known = PLACEHOLDERS.map((p) => `{${p.name}}`).join(', ')
  const common: Partial<Record<string, string>> = { ...facts, 'act by': facts.actBy }
  const where: Partial<Record<string, string>> = {
    title: 'Type a title under What.',
    bill: 'Type the bill under What, or take {bill} out of the text.',
    network: 'Type your network’s name in the Settings tab, or take {network} out of the text.',
    'act by': 'Choose until when to act.',
  }
  for (const name of unique([...used(template.subject), ...used(template.body)])) {
    if (!isPlaceholder(name)) stop(`Nothing is known for {${name.slice(0, 60)}}.`, `Use one of ${known}.`)
    else if (PERSONAL.includes(name) && mode === 'cohort')
      stop(
        `{${name}} differs from group to group, but groups share one mail.`,
        `Take {${name}} out, or choose one mail for each person.`,
      )
    else if (name in where && !common[name]?.trim()) stop(`{${name}} is empty.`, where[name] ?? '')
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
  for (const blank of unique((template.subject + template.body).match(/\[write\b[^\]]*\]/gi) ?? []))
    stop(`Still to write: ${blank}`, 'Write it under What, in place of the brackets.')
  return problems
}
