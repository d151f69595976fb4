/**
 * From the Census Bureau’s name of an outline to the districts that Open States knows there, and back. By rule and by
 * the facts of the state; no crosswalk file.
 */
import { nameKey, speller } from '../registry/district-names'
import type { PlannedDistrict } from '../registry/district-plan'

/** A district’s outline as the Census Bureau names it. */
export interface Outline {
  readonly geoid: string
  /** `054`, `19B`, `D12`, `ZZZ`. */
  readonly code: string
  /** `54`, `Cheshire 06`, `Barnstable-Dukes-Nantucket`. */
  readonly basename: string
  /** `State Senate District 54`, `Ward 2`. */
  readonly name: string
}

/** The parts of a name that every district of a chamber shares. */
const SHARED_WORDS =
  /\b(state|house|senate|senatorial|assembly|representatives?|delegates?|legislative|general|sub-?districts?|districts?)\b|[()]/gi

/** Water or land that belongs to no district. */
export const isNowhere = (outline: Outline): boolean =>
  outline.code === 'ZZZ' || outline.geoid.endsWith('ZZZ') || /not defined/i.test(outline.name)

/** Keys by which an outline may be known, the surest first. */
function keysOf(outline: Outline): string[] {
  const names = [outline.basename, outline.name.replace(SHARED_WORDS, ' '), outline.name, outline.code]
  return names.map(nameKey).filter((key) => key !== '')
}

/**
 * Gives the districts of a chamber that an outline stands for, as Open States writes them: one, two where two seats share
 * an outline (Idaho), more where others lie over it (New Hampshire’s floterials). [] where none is known by that name.
 * `plan` null: no list is known beforehand (Vermont’s House); then names already seen count, and else the Census
 * Bureau’s own name, which is written there the same way.
 */
export function joiner(
  plan: readonly PlannedDistrict[] | null,
  seen: readonly string[] = [],
): (outline: Outline) => string[] {
  const own = new Map<string, string[]>()
  const above = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, key: string, district: string) =>
    map.set(key, [...(map.get(key) ?? []), district])
  for (const p of plan ?? []) {
    if (p.outline !== '') add(own, nameKey(p.outline), p.district)
    for (const below of p.over) add(above, below, p.district)
  }
  const spell = speller(null, seen)
  return (outline) => {
    if (isNowhere(outline)) return []
    for (const key of keysOf(outline)) {
      const found = own.get(key)
      if (found) return [...found, ...new Set(found.flatMap((district) => above.get(district) ?? []))]
      const known = spell(key)
      if (known) return [known]
    }
    const name = outline.basename.trim()
    return plan === null && /^[\p{L}\d][\p{L}\d .,'’-]{0,79}$/u.test(name) ? [name] : []
  }
}

/** The outlines (keys of their names) that make up a district: the way back of `joiner`. */
export function outlinesOf(district: string, plan: readonly PlannedDistrict[] | null): string[] {
  const planned = plan?.find((p) => p.district === district)
  if (!planned) return plan === null ? [nameKey(district)] : []
  const names = planned.over.length > 0 ? planned.over : [planned.outline]
  return names.map(nameKey).filter((key) => key !== '')
}
