/**
 * One district, many spellings: `1st Franklin` and `First Franklin`, `Cheshire 06` and `Cheshire 6`, `Berkshire-Hampden`
 * and `Berkshire and Hampden`. Names that say the same have the same key.
 */
import type { PlannedDistrict } from './district-plan'

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
const JOINING = new Set(['and', 'the', 'of', 'no'])

/** What a name says, without how it is spelled: `2nd Essex-Middlesex` → `2 essex middlesex`. */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .split(/[^a-z0-9]+/)
    .map((word) => {
      const nth = ORDINALS.indexOf(word)
      return nth >= 0 ? String(nth + 1) : word.replace(/^(\d+)(st|nd|rd|th)$/, '$1').replace(/^0+(?=\d)/, '')
    })
    .filter((word) => word !== '' && !JOINING.has(word))
    .join(' ')
}

/**
 * Spells names of districts as the plan does, or where it does not list them as the first of the names `seen` does; gives
 * null for a name that is in neither.
 */
export function speller(
  plan: readonly PlannedDistrict[] | null,
  seen: readonly string[] = [],
): (name: string) => string | null {
  const spelled = new Map<string, string>()
  for (const name of [...(plan ?? []).map((p) => p.district), ...seen]) {
    const key = nameKey(name)
    if (key && !spelled.has(key)) spelled.set(key, name)
  }
  return (name) => spelled.get(nameKey(name)) ?? null
}
