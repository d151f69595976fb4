/** What the places that fit an address say about one group: its districts, or why a person has to look. */
import { districtLabel, type StateFacts } from '../registry/states'
import type { Chamber, Mapping } from '../registry/words'
import { notFound, type Reason } from './address'
import type { Place } from './census'
import { isNowhere, type Outline } from './names'

export interface Find {
  readonly chamber: Chamber
  readonly district: string
  /** Year of the district plan, or ''. */
  readonly lines: string
}

export interface Verdict {
  readonly mapping: Mapping
  readonly finds: readonly Find[]
  /** '' when mapped. */
  readonly why: string
  readonly next: string
}

/** Per chamber: the districts that an outline stands for (`joiner`). */
export type Joined = Readonly<Record<Chamber, (outline: Outline) => string[]>>

/** A verdict without districts of its own: `mapped` where a person has said them all. */
export const nothing = (mapping: Mapping, { why, next }: Reason = { why: '', next: '' }): Verdict => ({
  mapping,
  finds: [],
  why,
  next,
})

const isOutline = (found: Outline | 'failed'): found is Outline => found !== 'failed'
const isIn = (place: Place, fips: string): boolean => {
  const outlines = [place.upper, place.lower].filter(isOutline)
  return outlines.every((o) => o.geoid.startsWith(fips))
}
const linesOf = (place: Place): string => [place.upper, place.lower].map((o) => (isOutline(o) ? o.geoid : '')).join('|')
const listed = (names: readonly string[]): string => names.join(' and ')

function findsAt(place: Place, chamber: Chamber, joined: Joined): Find[] {
  const outline = place[chamber]
  if (!isOutline(outline)) return []
  return joined[chamber](outline).map((district) => ({ chamber, district, lines: place.lines }))
}

function several(places: readonly Place[], state: StateFacts, joined: Joined): Verdict {
  const told = places.slice(0, 3).map((place) => {
    const districts = state.chambers.flatMap((c) => findsAt(place, c.chamber, joined).slice(0, 1))
    return `${place.address} (${districts.map((f) => districtLabel(state, f.chamber, f.district)).join(', ') || '?'})`
  })
  const more = places.length > 3 ? ` and ${places.length - 3} more` : ''
  return nothing('check', {
    why: `${places.length} places fit this address: ${told.join('; ')}${more}.`,
    next: 'Add the town or ZIP that is missing and map it, or add the right districts in the Coverage tab by hand.',
  })
}

/** One group’s verdict from the places that fit `line`. */
export function judge(places: readonly Place[], line: string, state: StateFacts, joined: Joined): Verdict {
  if (places.length === 0) return nothing('none', notFound(line))
  const here = places.filter((place) => isIn(place, state.fips))
  if (here.length === 0)
    return nothing('none', {
      why: `The Census Bureau finds this address only outside ${state.name}.`,
      next: 'Check town and ZIP, then map it.',
    })
  const different = here.filter((place, i) => here.findIndex((p) => linesOf(p) === linesOf(place)) === i)
  const [place] = different
  if (!place || different.length > 1) return several(different, state, joined)

  const finds = state.chambers.flatMap((c) => findsAt(place, c.chamber, joined))
  const without = state.chambers.filter((c) => !finds.some((f) => f.chamber === c.chamber))
  if (without.length === 0) return { mapping: 'mapped', finds, why: '', next: '' }

  const mapping: Mapping = finds.length > 0 ? 'check' : 'none'
  const outlines = without.map((c) => place[c.chamber])
  const chambers = listed(without.map((c) => c.label))
  if (outlines.some((o) => !isOutline(o)))
    return {
      mapping,
      finds,
      why: `The Census Bureau gave no ${chambers} district this time.`,
      next: 'Map it again later, or add the district in the Coverage tab by hand.',
    }
  const strange = outlines.filter(isOutline).filter((o) => !isNowhere(o))
  if (strange.length === 0)
    return {
      mapping,
      finds,
      why: `The place lies in no ${chambers} district: it is on water.`,
      next: 'Check the address, then map it.',
    }
  return {
    mapping,
    finds,
    why: `The Census Bureau names ${listed(strange.map((o) => `“${o.name.slice(0, 80)}”`))}, which is in no list of districts here.`,
    next: 'Bring in the legislators again and map it, or add the district in the Coverage tab by hand.',
  }
}
