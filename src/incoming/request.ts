/**
 * A mail that asks for an alert: `ALERT SB 12 vote no HD-14A SD-7 by tomorrow 5pm`. What of its subject is understood:
 * bill, ask, districts, legislators, a committee, until when; the rest is handed back as not understood. Its text says
 * why now; a line of it that begins with `Ask:` says what to ask for. Pure.
 */

import { committeesOf } from '../registry/committees'
import { speller } from '../registry/district-names'
import { districtPlan } from '../registry/district-plan'
import { districtKey } from '../registry/district-rows'
import { districtLabel, type StateFacts } from '../registry/states'
import type { Row } from '../registry/tables'
import type { Chamber } from '../registry/words'
import { clean, oneLine } from './clean'
import { type Moment, momentIn } from './moment'

/** A list may have put its name before it, people put a siren there. An answer to such a mail (`Re:`) is none. */
const SIGNS = '[\\s:!*–\\-\\p{Extended_Pictographic}\\ufe0f\\u200d]*'
const BEGINS = new RegExp(`^${SIGNS}(?:\\[[^\\]]{1,40}\\])?${SIGNS}alert(?![\\p{L}\\p{N}_])${SIGNS}`, 'iu')
export const isRequest = (subject: string): boolean => BEGINS.test(subject)
/** What stands behind the word. */
export const requested = (subject: string): string => subject.replace(BEGINS, '')

export interface Asked {
  readonly bill: string
  readonly districts: readonly { readonly chamber: Chamber; readonly district: string; readonly label: string }[]
  readonly legislators: readonly { readonly id: string; readonly name: string; readonly label: string }[]
  readonly committee: string
  readonly by: Moment | null
  /** What to ask the legislator to do: `vote no on SB 12`; '' where the mail does not say. */
  readonly ask: string
  readonly why: string
  /** Words nothing was made of. */
  readonly unclear: readonly string[]
}

export interface Known {
  readonly state: StateFacts | null
  readonly legislators: readonly Row<'legislators'>[]
  readonly committees: readonly Row<'committees'>[]
  readonly zone: string
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const words = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `
const FILLER =
  /^(alert|drill|by|for|on|the|and|act|bill|in|with|to|of|committee|please|call|calls?|vote|urgent|rep|reps|sen|sens|senators?|representatives?)$/i

/** `Senate Bill 12`, `House Joint Resolution 3`, `H.B. 120` as they are called: SB 12, HJR 3, HB 120. */
const inShort = (text: string): string =>
  text
    .replace(
      /\b(house|senate|assembly)((?:\s+(?:joint|concurrent|bill|file|resolution|memorial))+)(?=\s+\d)/gi,
      (whole: string) => whole.replace(/(\w)\w*\s*/g, '$1').toUpperCase(),
    )
    .replace(/\b([a-z])\.\s?(?:([a-z])\.\s?)?([a-z])\.(?=\s?\d)/gi, '$1$2$3')

/** Takes what a pattern finds out of the text. */
class Rest {
  constructor(public text: string) {}
  take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.text)
    if (found) this.drop(found.index, found[0].length)
    return found
  }
  drop(at: number, length: number): void {
    // A bar that no pattern reaches over.
    this.text = `${this.text.slice(0, at)} | ${this.text.slice(at + length)}`
  }
}

/** Where its line says no more, the next one does, unless that begins something else: `Why: …`. */
const ASK_LINE = /^[ *_>]*ask(?: (?:them|for))?(?: to)?[ *_]*:[ *_]*(?:\n(?![ *_>]*\w+[ *_]*:)[ *_>]*)?(\S.*)$/im
/** What a letter begins and ends with, and an alert does not. */
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?:[ ,]+[\p{L}’'-]+){0,2}[ ,!–-]*\n/iu
const FAREWELL =
  /\n(?:many thanks|thanks|thank you|thx|cheers|best|(?:kind )?regards|(?:in )?solidarity)(?:[ ,]+[\p{L}’'-]+){0,2}[ ,.!–-]*(?:\n+[^\n.?!]{1,40}){0,2}\s*$/iu

/** Why now, of what was written. */
const whyIn = (text: string): string =>
  text
    .trim()
    .replace(GREETING, '')
    .replace(FAREWELL, '')
    .trim()
    .replace(/^[ *_]*why(?: now)?[ *_]*:[ *_]*/i, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
const POSITION = /\b(?:vote\s+(?:yes|no|aye|nay|for|against)|support|oppose)\b/i

/** `vote no` about a bill, as a sentence goes on. */
const askAbout = (words: string, bill: string): string => {
  const [verb = '', ...rest] = words.toLowerCase().split(/\s+/)
  const links = verb !== 'vote' || /^(?:for|against)$/.test(rest[0] ?? '')
  return [verb, ...rest, ...(bill && !links ? ['on'] : []), bill].filter(Boolean).join(' ')
}

function districtsIn(
  rest: Rest,
  state: StateFacts,
  { legislators }: Known,
): { found: Asked['districts']; unknown: string[] } {
  const found: { chamber: Chamber; district: string; label: string }[] = []
  const unknown: string[] = []
  for (const facts of state.chambers) {
    const seen = legislators.filter((l) => l.chamber === facts.chamber).map((l) => l.district)
    const spell = speller(districtPlan(facts), seen)
    const names = [facts.prefix, facts.label, facts.name].map(escaped).join('|')
    const pattern = new RegExp(`\\b(?:${names})(?:\\s+districts?)?[\\s-]*(?=[\\p{L}\\p{N}])`, 'iu')
    for (let i = 0; i < 40; i++) {
      const begins = pattern.exec(rest.text)
      if (!begins) break
      const behind = rest.text.slice(begins.index + begins[0].length)
      // The longest run of words that is a district’s name: `14A`, `Second Essex and Middlesex`.
      const tokens = [...behind.matchAll(/[^\s,;|]+/g)].slice(0, 6)
      let used = 0
      let name: string | null = null
      for (let n = tokens.length; n > 0 && name === null; n--) {
        const last = tokens[n - 1]
        used = (last?.index ?? 0) + (last?.[0].length ?? 0)
        if (!/[,;|]/.test(behind.slice(0, used))) name = spell(behind.slice(0, used))
      }
      if (name === null) {
        used = (tokens[0]?.index ?? 0) + (tokens[0]?.[0].length ?? 0)
        unknown.push(`${begins[0]}${behind.slice(0, used)}`.trim())
      } else if (!found.some((d) => districtKey(d.chamber, d.district) === districtKey(facts.chamber, name ?? '')))
        found.push({ chamber: facts.chamber, district: name, label: districtLabel(state, facts.chamber, name) })
      rest.drop(begins.index, begins[0].length + used)
    }
  }
  return { found, unknown }
}

/** Reads a subject and the text under it. `now`: when the mail was sent. */
export function readRequest(subject: string, text: string, known: Known, now: Date): Asked {
  const rest = new Rest(inShort(requested(clean(subject).slice(0, 500))))
  const by = momentIn(rest.text, now, known.zone)
  if (by) rest.text = rest.text.replace(by.words, ' | ').replace(/\bby\s*(?=\|)/i, ' ')
  const { state } = known
  const { found: districts, unknown } = state ? districtsIn(rest, state, known) : { found: [], unknown: [] as string[] }
  // `call 3` is no bill.
  const bill = rest.take(
    /\b(?!(?:act|and|at|by|call|for|in|no|of|on|over|per|rep|sen|than|the|to|vote|with)\b)([A-Z]{1,4})\.?\s?-?\s?(\d{1,5}[A-Z]?)\b/i,
  )
  const sitting = known.legislators.filter((l) => l.chamber !== '' && l.leaves.trim() === '')
  const legislators: { id: string; name: string; label: string }[] = []
  const add = (row: Row<'legislators'>): void => {
    if (row.chamber === '' || legislators.some((l) => l.id === row.id)) return
    const label = state ? districtLabel(state, row.chamber, row.district) : row.district
    legislators.push({ id: row.id, name: row.name, label })
  }
  const committees = committeesOf(known.committees, known.legislators)
  const bare = (name: string): string => name.replace(/\bcommittee\b/i, '').trim()
  const committee =
    committees
      .map(({ name }) => name)
      .filter((name) => name.length > 2)
      .sort((a, b) => b.length - a.length)
      .find((name) => words(rest.text).includes(words(bare(name)))) ?? ''
  if (committee) {
    rest.take(new RegExp(escaped(bare(committee)).replace(/\s+/g, '\\s+'), 'i'))
    // One of that name in each chamber: both are meant.
    for (const one of committees.filter(({ name }) => words(name) === words(committee))) {
      for (const row of sitting) if (one.legislatorIds.includes(row.id)) add(row)
      unknown.push(...one.unknown.map((member) => `${member} (${one.name})`))
    }
  }
  const lastOf = (name: string): string => words(name).trim().split(' ').pop() ?? ''
  for (const row of sitting) {
    const name = row.name.trim()
    if (name && words(rest.text).includes(words(name))) {
      rest.take(new RegExp(escaped(name).replace(/\s+/g, '\\s+'), 'i'))
      add(row)
    }
  }
  for (const token of rest.text.match(/[\p{L}’'-]{3,}/gu) ?? []) {
    const same = sitting.filter((row) => lastOf(row.name) === words(token).trim())
    const [only] = same
    if (same.length === 1 && only) {
      rest.take(new RegExp(`(?<![\\p{L}])${escaped(token)}(?![\\p{L}])`, 'iu'))
      add(only)
    }
  }
  // Behind committees: one may be called Child Support.
  const position = rest.take(POSITION)?.[0] ?? ''
  const unclear = rest.text
    .split(/[|,;\s]+/)
    .map((w) => w.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((w) => w && !FILLER.test(w))
  const billName = bill ? `${(bill[1] ?? '').toUpperCase()} ${(bill[2] ?? '').toUpperCase()}` : ''
  const line = ASK_LINE.exec(text)
  return {
    bill: billName,
    ask: line ? oneLine(line[1] ?? '', 400) : position && askAbout(position, billName),
    why: whyIn(line ? text.replace(line[0], '') : text),
    districts,
    legislators,
    committee,
    by,
    unclear: [...unknown, ...unclear].map((w) => oneLine(w, 60)).slice(0, 20),
  }
}
