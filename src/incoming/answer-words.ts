/** Answers in what somebody wrote: `HAVE IT`, `IN`, `OUT`, `DONE 12 Okafor – leans yes`. Several may stand in one mail. Pure. */
import { cut } from './clean'

export type AnswerWord = 'have it' | 'in' | 'out' | 'done'

export interface Callee {
  readonly id: string
  readonly name: string
}

export interface Said {
  readonly answer: AnswerWord
  /** Calls made; null where no number stands there. */
  readonly calls: number | null
  readonly legislatorId: string
  /** What the office said, or whatever else was written with it. */
  readonly said: string
}

/** More calls than one group makes: somebody typed a phone number. */
export const MOST_CALLS = 500
const LONGEST_SAID = 1_000
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ') // biome-ignore format: a list

/** Marks before a line that say nothing: bullets, quotes, stars, emoji. */
const BEFORE = /^[^\p{L}\p{N}]+/u
/** A word that ends here, or before punctuation: `in` alone, never `in the meantime`. */
const ENDS = '(?=\\s*(?:$|[.…!,;:–—()*_"”]|\\p{Extended_Pictographic}|-\\s|-$))'
const POLITE =
  "(?:please )?(?:(?:we|i)(?:[’']re| are|[’']m| am)?|count us|put us down as|our group is|ours is)?\\s*(?:all )?"
const HAVE = /^(?:(?:we|i)(?:[’']ve)? )?(?:have|got)\s*it\b/i
const IN = new RegExp(`^${POLITE}in${ENDS}`, 'iu')
const OUT = new RegExp(`^${POLITE}out${ENDS}`, 'iu')
const DONE = /^(?:(?:we|i)(?:[’']re| are|[’']m| am)? |all )?done\b/i
const COUNT_DONE = /^(\d{1,7}|[a-z]{3,9})\s+(?:calls?\s+)?(?:are |were )?done\b/i
/** Behind the first digits of a date, a time or a phone number: `11/23`, `5:30`, `5 pm`, `2 hours ago`, `218-555-0142`. */
const NO_COUNT =
  '(?!\\s?[/:]\\d|\\)\\s?\\d|[-.](?:\\d{4}|\\d{2,3}[-.]\\d)|\\s(?:[ap]\\.?m\\b|min(?:ute)?s?\\b|h(?:ou)?rs?\\b|days?\\b))'
const COUNT = new RegExp(
  `^[\\s:=,.!(–—\\p{Extended_Pictographic}\\ufe0f-]*(\\d[\\d,]{0,20}|[a-z]{3,9})\\b${NO_COUNT}(?:\\s*(?:phone )?calls?\\b)?`,
  'iu',
)
/** Lines of the instructions in our own mails, however they are wrapped. */
const INSTRUCTION = /^(have it [–-] you have read|in or out [–-] your group|done and the number)/i

const numberOf = (text: string): number | null => {
  const digits = text.replace(/,(?=\d{3})/g, '')
  if (/^\d+$/.test(digits)) return Number(digits)
  const word = NUMBERS.indexOf(text.toLowerCase())
  return word < 0 ? null : word
}

function answerIn(line: string): { answer: AnswerWord; calls: number | null; rest: string } | null {
  const text = line.replace(BEFORE, '')
  if (INSTRUCTION.test(text)) return null
  const counted = COUNT_DONE.exec(text)
  const count = counted && numberOf(counted[1] ?? '')
  if (counted && count !== null) return { answer: 'done', calls: count, rest: text.slice(counted[0].length) }
  const done = DONE.exec(text)
  if (done) {
    const rest = text.slice(done[0].length)
    const number = COUNT.exec(rest)
    const calls = number && numberOf((number[1] ?? '').replace(/,+$/, ''))
    return { answer: 'done', calls, rest: calls === null ? rest : rest.slice((number?.[0] ?? '').length) }
  }
  for (const [answer, pattern] of [
    ['have it', HAVE],
    ['in', IN],
    ['out', OUT],
  ] as const) {
    const found = pattern.exec(text)
    if (found) return { answer, calls: null, rest: text.slice(found[0].length) }
  }
  return null
}

const letters = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `

/** The one legislator that a text names, by full name or by a last name that no other of them has; else ''. */
export function namedIn(text: string, callees: readonly Callee[]): string {
  const words = letters(text)
  const lastOf = (name: string): string => letters(name).trim().split(' ').pop() ?? ''
  const full = callees.filter((c) => words.includes(letters(c.name)))
  if (full.length === 1) return full[0]?.id ?? ''
  const last = callees.filter((c) => lastOf(c.name).length > 1 && words.includes(` ${lastOf(c.name)} `))
  return last.length === 1 ? (last[0]?.id ?? '') : ''
}

/** Mail programs break lines at 72 to 78 characters: what goes on in small letters is the same sentence still. */
const BROKEN = 60
const goesOn = (line: string, before = ''): boolean =>
  before.length >= BROKEN && !/[.!?:;]$/.test(before) && /^\p{Ll}/u.test(line)

/** All answers, in their order; what stands before the first belongs to it too. [] where no answer word stands there. */
export function answersIn(lines: readonly string[], callees: readonly Callee[]): Said[] {
  const found: { answer: AnswerWord; calls: number | null; line: string; text: string[] }[] = []
  const before: string[] = []
  for (const [i, line] of lines.entries()) {
    const here = goesOn(line, lines[i - 1]) ? null : answerIn(line)
    if (here)
      found.push({ answer: here.answer, calls: here.calls, line, text: [here.rest.replace(/^[\s.!,;:–—)*"”-]+/, '')] })
    else (found[found.length - 1]?.text ?? before).push(line)
  }
  return found.slice(0, 20).map(({ answer, calls, line, text }, i) => ({
    answer,
    calls,
    legislatorId: answer === 'done' ? namedIn(line, callees) || namedIn(text.join('\n'), callees) : '',
    said: cut([...(i === 0 ? before : []), ...text].join('\n').trim(), LONGEST_SAID),
  }))
}
