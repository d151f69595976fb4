/**
 * From the Census Bureau’s name of an outline to the districts that Open States knows there, and back. By rule and by
 * the facts of the state; no crosswalk file.
 */
import { plainKey, speller } from '../registry/district-names'
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

/** Water or land that belongs to no district. */
export const isNowhere = (outline: Outline): boolean =>
  outline.code === 'ZZZ' || outline.geoid.endsWith('ZZZ') || /not defined/i.test(outline.name)

/** Keys by which an outline may be known, the surest first. */
const keysOf = ({ basename, name, code, geoid }: Outline): string[] =>
  [basename, name, code || geoid.slice(2)].map(plainKey).filter((key) => key !== '')

/**
 * Gives the districts of a chamber that an outline stands for, as Open States writes them: one, two where two seats share
 * an outline (Idaho), more where others lie over it (New Hampshire’s floterials). A district that the plan lacks but that
 * was `seen` in the sheet counts too. [] where none is known by that name.
 */
export function joiner(plan: readonly PlannedDistrict[], seen: readonly string[] = []): (outline: Outline) => string[] {
  const own = new Map<string, string[]>()
  const add = (name: string, district: string) => {
    const key = plainKey(name)
    own.set(key, [...(own.get(key) ?? []), district])
  }
  for (const p of plan) if (p.outline !== '') for (const name of [p.outline, ...p.also]) add(name, p.district)
  const above = (district: string) => plan.filter((p) => p.over.includes(district)).map((p) => p.district)
  const spell = speller([], seen)
  return (outline) => {
    if (isNowhere(outline)) return []
    for (const key of keysOf(outline)) {
      const found = own.get(key)
      if (found) return [...new Set([...found, ...found.flatMap(above)])]
      const known = spell(key)
      if (known) return [known]
    }
    return []
  }
}

/** The outlines that make up a district, by what sets their names apart (`plainKey`): the way back of `joiner`. */
export function outlinesOf(district: string, plan: readonly PlannedDistrict[]): string[] {
  const planned = plan.find((p) => p.district === district)
  const below = planned?.over.length ? plan.filter((p) => planned.over.includes(p.district)) : [planned]
  return [...new Set(below.map((p) => (p?.outline ? plainKey(p.outline) : '')))].filter((key) => key !== '')
}
