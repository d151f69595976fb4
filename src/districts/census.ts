/**
 * The Census Bureau’s geocoder: what to ask, and what an answer says. Free, no key, one address a request. Whatever comes
 * back is taken apart with care: layers change their names with the year, can be missing, or hold an error.
 */
import type { WebAnswer } from '../google/fetch'
import type { Chamber } from '../registry/words'
import type { Outline } from './names'
import type { Point } from './shape'

const GEOCODER = 'https://geocoding.geo.census.gov/geocoder/'

/** The lines of the newest election. */
export const CURRENT = 'Current_Current'
/** The lines on which today’s members were elected, where the list of vintages cannot be read. */
const SITTING = 'ACS2025_Current'

/** The list of vintages; it wants the benchmark’s number. */
export const VINTAGES_URL = `${GEOCODER}vintages?benchmark=4&format=json`

/** The newest vintage of the yearly survey, which keeps the lines of those who sit; its name moves with the year. */
export const sittingVintage = (answer: WebAnswer): string =>
  (answer.body.match(/\bACS20\d\d_Current\b/g) ?? [SITTING]).sort().pop() ?? SITTING

/**
 * The request for one address of at most 100 characters. All layers are asked for: their numbers shift and their names
 * carry a year, so neither can be named beforehand.
 */
export const questionUrl = (line: string, vintage = CURRENT): string =>
  `${GEOCODER}geographies/onelineaddress?address=${encodeURIComponent(line)}&benchmark=Public_AR_Current&vintage=${vintage}&layers=all&format=json`

/** One place that fits the address, with the outlines around it. */
export interface Place {
  /** As the Census Bureau writes it. */
  readonly address: string
  /** Per chamber: its outline; `failed` where the layer had an error or was empty or missing. */
  readonly upper: Outline | 'failed'
  readonly lower: Outline | 'failed'
  /** Year of the district plan, such as `2026`; '' where it is not said. */
  readonly lines: string
  /** Where it is; null where that is not said. */
  readonly point: Point | null
}

export type CensusAnswer =
  /** No answer that can be read: try again later. */
  | { readonly kind: 'down' }
  /** The address could not be read. */
  | { readonly kind: 'refused' }
  /** The places that fit, none to many. */
  | { readonly kind: 'places'; readonly places: readonly Place[] }

/** How the names of layers end; what stands before it is a year. */
export const SUFFIX: Readonly<Record<Chamber, string>> = {
  upper: 'State Legislative Districts - Upper',
  lower: 'State Legislative Districts - Lower',
}

export type Thing = Readonly<Record<string, unknown>>
export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const text = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 200) : typeof value === 'number' ? String(value) : ''

function outlineIn(layer: unknown, code: string): Outline | 'failed' {
  const found: unknown = Array.isArray(layer) ? layer[0] : null
  if (!isThing(found)) return 'failed'
  const outline = {
    geoid: text(found.GEOID),
    code: text(found[code]),
    basename: text(found.BASENAME),
    name: text(found.NAME),
  }
  return outline.geoid && (outline.basename || outline.name) ? outline : 'failed'
}

function pointIn(coordinates: unknown): Point | null {
  const { x, y } = isThing(coordinates) ? coordinates : {}
  const isDegree = (n: unknown, most: number): n is number => typeof n === 'number' && Math.abs(n) <= most
  return isDegree(x, 180) && isDegree(y, 90) ? [x, y] : null
}

function toPlace(match: Thing): Place {
  const geographies = isThing(match.geographies) ? match.geographies : {}
  const layerOf = (chamber: Chamber): string =>
    Object.keys(geographies)
      .filter((name) => name.endsWith(SUFFIX[chamber]))
      .sort()
      .pop() ?? ''
  const [upperLayer, lowerLayer] = [layerOf('upper'), layerOf('lower')]
  const first = (layer: string): Thing => {
    const found: unknown = (geographies[layer] as unknown[] | undefined)?.[0]
    return isThing(found) ? found : {}
  }
  const years = [first(upperLayer).LSY, first(lowerLayer).LSY, upperLayer.slice(0, 4), lowerLayer.slice(0, 4)]
  return {
    address: text(match.matchedAddress),
    upper: outlineIn(geographies[upperLayer], 'SLDU'),
    lower: outlineIn(geographies[lowerLayer], 'SLDL'),
    lines: years.map(text).find((year) => /^\d{4}$/.test(year)) ?? '',
    point: pointIn(match.coordinates),
  }
}

/** What one answer says. Never throws. */
export function readAnswer(answer: WebAnswer): CensusAnswer {
  if (answer.broken || answer.status === 429 || answer.status >= 500) return { kind: 'down' }
  let body: unknown
  try {
    body = JSON.parse(answer.body)
  } catch {
    return { kind: 'down' }
  }
  if (isThing(body) && Array.isArray(body.errors)) return { kind: 'refused' }
  const result = isThing(body) && isThing(body.result) ? body.result : {}
  if (answer.status !== 200 || !Array.isArray(result.addressMatches)) return { kind: 'down' }
  return { kind: 'places', places: result.addressMatches.filter(isThing).map(toPlace) }
}
