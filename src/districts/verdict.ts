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
  /** The one place that it stands on. */
  readonly place?: Place
  /** Places in different districts, for a person to pick one. */
  readonly choices?: readonly Choice[]
  /** A person picked the place. */
  readonly picked?: boolean
  /** The same question may get a better answer another time. */
  readonly passing?: boolean
}

/** A place as a person chooses it: its address, and what it lies in. */
export interface Choice {
  readonly address: string
  readonly districts: readonly string[]
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

export const isOutline = (found: Outline | 'failed'): found is Outline => found !== 'failed'
const isIn = (place: Place, fips: string): boolean => {
  const outlines = [place.upper, place.lower].filter(isOutline)
  return outlines.every((o) => o.geoid.startsWith(fips))
}
export const listed = (names: readonly string[]): string => names.join(' and ')

function findsAt(place: Place, chamber: Chamber, joined: Joined): Find[] {
  const outline = place[chamber]
  if (!isOutline(outline)) return []
  return joined[chamber](outline).map((district) => ({ chamber, district, lines: place.lines }))
}

/** Places that lie in different districts, each under a name of its own. */
function choicesAt(places: readonly Place[], state: StateFacts, joined: Joined): (Choice & { place: Place })[] {
  const all = places.map((place) => {
    const parts = state.chambers.map(({ chamber }) => ({ at: place[chamber], finds: findsAt(place, chamber, joined) }))
    const districts = parts.flatMap(({ finds }) => finds.map((f) => districtLabel(state, f.chamber, f.district)))
    const mark = parts.map(({ at, finds }) => finds.map((f) => f.district).join() || (isOutline(at) ? at.geoid : ''))
    return { place, address: place.address, districts, mark: mark.join('|') }
  })
  const different = all.filter(({ mark }, i) => all.findIndex((other) => other.mark === mark) === i)
  return different.map((choice, i) => {
    const isTwin = different.some((other, k) => k < i && other.address === choice.address)
    return isTwin ? { ...choice, address: `${choice.address} (${choice.districts.join(', ') || i + 1})` } : choice
  })
}

function several(choices: readonly Choice[]): Verdict {
  const told = choices.slice(0, 3).map(({ address, districts }) => `${address} (${districts.join(', ') || '?'})`)
  const more = choices.length > 3 ? ` and ${choices.length - 3} more` : ''
  const why = `${choices.length} places fit this address: ${told.join('; ')}${more}.`
  const next = 'Map it again and choose one, or add the town or ZIP that is missing.'
  return {
    ...nothing('check', { why, next }),
    choices: choices.map(({ address, districts }) => ({ address, districts })),
  }
}

/** One group’s verdict from the places that fit `line`. `pick`: the address of the choice that a person took, if any. */
export function judge(
  places: readonly Place[],
  line: string,
  state: StateFacts,
  joined: Joined,
  pick?: string,
): Verdict {
  if (places.length === 0) return nothing('none', notFound(line))
  const here = places.filter((place) => isIn(place, state.fips))
  if (here.length === 0)
    return nothing('none', {
      why: `The Census Bureau finds this address only outside ${state.name}.`,
      next: 'Check town and ZIP, then map it.',
    })
  const choices = choicesAt(here, state, joined)
  const chosen = choices.find((choice) => choice.address === pick)?.place ?? here.find((p) => p.address === pick)
  const place = chosen ?? choices[0]?.place
  if (!place || (choices.length > 1 && !chosen)) return several(choices)
  return { ...judgePlace(place, state, joined), place, ...(chosen ? { picked: true } : {}) }
}

function judgePlace(place: Place, state: StateFacts, joined: Joined): Verdict {
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
      passing: true,
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
