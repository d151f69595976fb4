/**
 * One district, many spellings: `1st Franklin` and `First Franklin`, `Cheshire 06` and `Cheshire 6`, `Berkshire-Hampden`
 * and `Berkshire and Hampden`, `Chittenden South East` and `Chittenden Southeast`. Names that say the same have the same
 * key.
 */
import type { PlannedDistrict } from './district-plan'

/** In order, `thirtieth` as the thirtieth: what lies between is said in two words. */
const ORDINALS =
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth${' '.repeat(10)}thirtieth`.split(
    ' ',
  )
const JOINING = new Set(['and', 'the', 'of', 'no'])

/** What a name says, without how it is spelled: `2nd Essex-Middlesex` → `2 essex middlesex`. */
export function nameKey(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .match(/[a-z0-9]+/g)
  return (words ?? [])
    .map((word) => {
      const nth = ORDINALS.indexOf(word)
      return nth >= 0 ? String(nth + 1) : word.replace(/^(\d+)(st|nd|rd|th)$/, '$1').replace(/^0+(?=.)/, '')
    })
    .filter((word) => !JOINING.has(word))
    .join(' ')
    .replace(/\b(twenty|thirty) (?=\d\b)/g, (tens) => (tens.startsWith('tw') ? '2' : '3'))
    .replace(/\b(north|south) (?=(east|west)\b)/g, '$1')
}

/** What names say of the kind of a district, never of which: `State House District`, `County No.`, `(2024)` and the state. */
const KIND =
  /\(\d{4}\).*|\b(state|house|senat\w+|assembly|represent\w+|delegates?|legislat\w+|general|(sub-?)?districts?|county|ward|council|[hsal]d)\b/gi

/** The key of what sets a district apart from the others of its chamber: `State House District Belknap 01` → `belknap 1`. */
export const plainKey = (name: string): string => nameKey(name.replace(KIND, ' ')) || nameKey(name)

/**
 * Spells names of districts as the plan does, or where it does not list them as the first of the names `seen` does; gives
 * null for a name that is in neither.
 */
export function speller(
  plan: readonly PlannedDistrict[],
  seen: readonly string[] = [],
): (name: string) => string | null {
  const spelled = new Map<string, string>()
  const add = (name: string, district: string) => {
    const key = plainKey(name)
    if (key && !spelled.has(key)) spelled.set(key, district)
  }
  for (const p of plan) for (const name of [p.district, ...p.also]) add(name, p.district)
  for (const name of seen) add(name, name)
  return (name) => spelled.get(plainKey(name)) ?? null
}
