/** People’s names, never the same twice, and an e-mail address for each in a domain that belongs to nobody. */
import type { Random } from '../workspace/random'
import { FAMILY_ENDS, FAMILY_STARTS, GIVEN } from './words'

export interface PersonName {
  readonly given: string
  readonly family: string
  readonly full: string
}

const FAMILIES = FAMILY_STARTS.flatMap((start) => FAMILY_ENDS.map((end) => start + end))
const PAIRS = GIVEN.length * FAMILIES.length

const sharesFactor = (a: number, b: number): boolean => (b === 0 ? a !== 1 : sharesFactor(b, a % b))

/** Gives a new name at each call, up to about 100,000. */
export function nameGiver(random: Random): () => PersonName {
  let at = random.int(0, PAIRS - 1)
  // A step without common factor walks through all pairs before one comes again.
  let step = random.int(Math.floor(PAIRS / 3), Math.floor(PAIRS / 2))
  while (sharesFactor(PAIRS, step)) step += 1
  return () => {
    at = (at + step) % PAIRS
    const given = GIVEN[at % GIVEN.length] as string
    const family = FAMILIES[Math.floor(at / GIVEN.length)] as string
    return { given, family, full: `${given} ${family}` }
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()

export const emailOf = (name: PersonName, before = ''): string =>
  `${before}${plain(name.given)}.${plain(name.family)}@example.org`

/**
 * Numbers that ring nowhere: 555-0100 to 555-0199 are kept for fiction, and area codes with a 9 in the middle are kept
 * for a future, longer numbering plan.
 */
export const phone = (random: Random): string =>
  `(${random.pick(['299', '399', '499'])}) 555-01${String(random.int(0, 99)).padStart(2, '0')}`
