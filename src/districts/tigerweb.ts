/**
 * The Census Bureau’s map service: what to ask, and what an answer says. Free, no key. Its layers change their numbers and
 * carry a year; errors come with status 200; an answer may be cut off, or a web page. Pure.
 */
import type { WebAnswer } from '../google/fetch'
import type { Chamber, Lines } from '../registry/words'
import { isThing, SUFFIX, type Thing, text } from './census'
import { isNowhere } from './names'
import { encodeShape, type Point, type Polygons } from './shape'

const ROOT = 'https://tigerweb.geo.census.gov/arcgis/rest/services/TIGERweb/Legislative/MapServer'

/** Degrees, about 55 m: the service leaves out corners that lie nearer than this to the line without them. */
const OFFSET = 0.0005
/** Characters of one outline: a cell holds 50,000. */
const MOST = 45_000
/** Degrees: the grid on which an outline is laid that is longer still, doubled until it fits. */
const GRID = 0.0005

export const layersUrl = (): string => `${ROOT}?f=json`

const queryUrl = (layer: number, where: string, fields: string, rest: string): string =>
  `${ROOT}/${layer}/query?where=${encodeURIComponent(where).replace(/'/g, '%27')}&outFields=${fields}&f=geojson&${rest}`

/** Which outlines a state has, without the outlines themselves; `from`: so many are known already. */
export const listUrl = (layer: number, fips: string, from: number): string =>
  queryUrl(layer, `STATE='${fips}'`, 'GEOID,NAME,LSY', `returnGeometry=false&resultOffset=${from}`)

export const shapesUrl = (layer: number, geoids: readonly string[]): string =>
  queryUrl(
    layer,
    `GEOID IN ('${geoids.join("','")}')`,
    'GEOID',
    `outSR=4326&geometryPrecision=5&maxAllowableOffset=${OFFSET}`,
  )

/** The body of an answer that is one; null for everything else. */
export function readBody({ broken, status, body }: WebAnswer): Thing | null {
  if (broken || status !== 200) return null
  try {
    const said: unknown = JSON.parse(body)
    return isThing(said) && !said.error ? said : null
  } catch {
    return null
  }
}

export interface Layer {
  readonly id: number
  readonly year: string
}

/** The layer of a chamber: the newest at the top, or (`sitting`) the newest before it, where there is one. Null: none. */
export function layerOf(body: Thing, chamber: Chamber, lines: Lines): Layer | null {
  const listed = Array.isArray(body.layers) ? body.layers.filter(isThing) : []
  const layers = listed
    .map(({ id, name, parentLayerId }) => ({
      id: Number(id),
      top: parentLayerId === -1,
      year: new RegExp(`(\\d{4}) ${SUFFIX[chamber]}$`).exec(text(name).trim())?.[1] ?? '',
    }))
    .filter(({ id, year }) => year && Number.isInteger(id) && id >= 0)
    .sort((a, b) => Number(b.year) - Number(a.year))
  const newest = layers.find((layer) => layer.top) ?? layers[0]
  const before = layers.find((layer) => newest && layer.year < newest.year)
  return (lines === 'sitting' && before) || newest || null
}

export interface Features {
  readonly features: readonly Thing[]
  /** It was cut off. */
  readonly more: boolean
}

export function readFeatures(body: Thing | null): Features | null {
  if (!body || !Array.isArray(body.features)) return null
  const more = body.exceededTransferLimit ?? (isThing(body.properties) && body.properties.exceededTransferLimit)
  return { features: body.features.filter(isThing), more: more === true }
}

export interface Listed {
  readonly geoid: string
  readonly name: string
  /** Year of the district plan. */
  readonly lines: string
}

const propertiesOf = ({ properties }: Thing): Thing => (isThing(properties) ? properties : {})
export const geoidIn = (feature: Thing): string => text(propertiesOf(feature).GEOID)

/** What is listed of this state, each once; neither water nor what is no GEOID. `year`: where a record says none. */
export function readList(features: readonly Thing[], fips: string, year: string): Listed[] {
  const found = new Map<string, Listed>()
  for (const feature of features) {
    const { NAME, LSY } = propertiesOf(feature)
    const geoid = geoidIn(feature)
    const name = text(NAME)
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, 120)
    const lines = /^\d{4}$/.test(text(LSY)) ? text(LSY) : year
    if (!/^\d\d[0-9A-Z]{3}$/.test(geoid) || !geoid.startsWith(fips) || found.has(geoid)) continue
    if (!isNowhere({ geoid, code: '', basename: '', name })) found.set(geoid, { geoid, name, lines })
  }
  return [...found.values()]
}

const isPoint = (p: unknown): p is Point =>
  Array.isArray(p) && Number.isFinite(p[0]) && Number.isFinite(p[1]) && Math.abs(p[0]) <= 180 && Math.abs(p[1]) <= 90
const isRings = (rings: unknown): rings is Point[][] =>
  Array.isArray(rings) && rings.every((ring) => Array.isArray(ring) && ring.every(isPoint))

function polygonsOf(geometry: unknown): Polygons {
  if (!isThing(geometry)) return []
  const { type, coordinates } = geometry
  const polygons: unknown = type === 'MultiPolygon' ? coordinates : type === 'Polygon' ? [coordinates] : null
  return Array.isArray(polygons) && polygons.every(isRings) ? polygons : []
}

/** The outline of a feature as text for a cell, coarser where it would not fit; '' where there is none to be read. */
export function readShape(feature: Thing): string {
  const polygons = polygonsOf(feature.geometry)
  let shape = encodeShape(polygons)
  for (let step = GRID; shape.length > MOST; step *= 2) {
    const on = (n: number): number => Math.round(n / step) * step
    shape = encodeShape(polygons.map((rings) => rings.map((ring) => ring.map(([x, y]): Point => [on(x), on(y)]))))
  }
  return shape
}
