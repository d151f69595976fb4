/** A pasted list of targets → districts: names, codes, `HD 14A`; what is not understood is said. Pure. */
import { districtWords, matches, searchWords } from '../../search'
import { type District, keyOf } from './board'

export interface Targets {
  readonly chosen: ReadonlySet<string>
  readonly unclear: readonly { text: string; why: string }[]
}

const TITLES = new Set(
  'rep representative sen senator del delegate asm assemblymember assemblyman assemblywoman the hon'.split(' '),
)
const bare = (text: string): string[] => searchWords(text).filter((word) => !TITLES.has(word))
const same = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ')
const sameSet = (a: readonly string[], b: readonly string[]): boolean => same([...a].sort(), [...b].sort())

/** `ad14`, `ld14` besides `hd14`: the first letter of what the chamber is called. */
function codesOf({ chamber, district, label }: District): string[] {
  const words = districtWords(chamber, district)
  const letter = `${(label[0] ?? '').toLowerCase()}d`
  return [...words, letter, `${letter}${searchWords(district).join('')}`, ...searchWords(label), 'district']
}

/** Written out in full: the district, or who sits there. */
function isExactly(asked: readonly string[], district: District): boolean {
  const own = searchWords(district.district)
  const rest = asked.filter((word) => !own.includes(word))
  const codes = new Set(codesOf(district))
  const byCode =
    (same(
      asked.filter((word) => own.includes(word)),
      own,
    ) &&
      rest.every((word) => codes.has(word))) ||
    (own.length === 1 && asked.length === 1 && codes.has(asked[0] ?? '') && /\d/.test(asked[0] ?? ''))
  return byCode || district.legislators.some((seat) => !seat.vacant && sameSet(asked, bare(seat.name)))
}

const wordsOf = (district: District): string[] => [
  ...codesOf(district),
  ...district.legislators.filter((seat) => !seat.vacant).flatMap((seat) => searchWords(seat.name)),
]

/** The districts that one piece of the list means. */
function find(piece: string, all: readonly District[]): District[] {
  const text = piece.replace(/\([^)]*\)/g, ' ')
  const asked = bare(text)
  if (asked.length === 0) return []
  const exact = all.filter((district) => isExactly(asked, district))
  return exact.length > 0 ? exact : all.filter((district) => matches(text, wordsOf(district)))
}

/** Names may hold commas (`Barnstable, Dukes and Nantucket`; `Okafor, Ada`): the longest run that is one in full counts. */
function pieces(line: string, all: readonly District[]): string[] {
  const parts = line.split(/[,;\t]/).map((part) => part.trim())
  const found: string[] = []
  for (let i = 0; i < parts.length; ) {
    let end = i + 1
    for (let j = Math.min(parts.length, i + 5); j > i + 1; j--) {
      const run = parts.slice(i, j)
      if (run.some((part) => /\d/.test(part) || !part)) continue
      const asked = bare(run.join(' '))
      const whole = (one: District) =>
        sameSet(asked, searchWords(one.district)) || one.legislators.some((seat) => sameSet(asked, bare(seat.name)))
      if (!all.some(whole)) continue
      end = j
      break
    }
    found.push(parts.slice(i, end).join(' '))
    i = end
  }
  return found.filter(Boolean)
}

/** One target a line, or several parted by commas. A number alone means that district in either chamber. */
export function readTargets(text: string, all: readonly District[]): Targets {
  const chosen = new Set<string>()
  const unclear: { text: string; why: string }[] = []
  for (const line of text.split(/[\r\n]+/))
    for (const piece of pieces(line, all)) {
      const found = find(piece, all)
      const labels = [...new Set(found.map((one) => one.label))]
      const oneEach = new Set(found.map((one) => one.chamber)).size === found.length
      if (found.length === 0) unclear.push({ text: piece, why: 'no district or legislator is like this' })
      else if (found.length > 1 && !(oneEach && /\d/.test(piece)))
        unclear.push({
          text: piece,
          why: `fits ${labels.length} districts: ${labels.slice(0, 4).join(', ')}${labels.length > 4 ? '…' : ''}`,
        })
      else for (const one of found) chosen.add(keyOf(one))
    }
  return { chosen, unclear }
}

/** The districts whose seat-holders are among these. */
export function districtsOf(legislatorIds: readonly string[], all: readonly District[]): Set<string> {
  const ids = new Set(legislatorIds)
  return new Set(all.filter((one) => one.legislators.some((seat) => seat.id && ids.has(seat.id))).map(keyOf))
}
