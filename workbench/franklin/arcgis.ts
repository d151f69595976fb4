/**
 * A map service as an ArcGIS server answers it: `…/MapServer?f=json` and `…/MapServer/<layer>/query`. Errors come with
 * status 200. What it cannot do it refuses, as a server does that does not know a parameter’s value.
 */
import type { Handler, NetAnswer } from '../workspace/network'
import { generalized } from './generalize'

export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: number[][][] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] }

export interface MapFeature {
  readonly geometry: Geometry
  /** All features of a layer have the same keys. */
  readonly properties: Readonly<Record<string, unknown>>
}

export interface MapLayer {
  readonly id: number
  readonly name: string
  /** -1 at the top level. */
  readonly parentLayerId: number
  /** Null: a group of layers. */
  readonly features: readonly MapFeature[] | null
}

/** Records in one answer; more come with `resultOffset`. TIGERweb says 100,000. */
const MOST = 100_000

export const jsonAnswer = (body: object, ms: number): NetAnswer => ({
  status: 200,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json;charset=utf-8' },
  ms,
})
export const refusal = (message: string): NetAnswer => jsonAnswer({ error: { code: 400, message, details: [] } }, 200)

const FAILED = 'Failed to execute query.'
const INVALID = 'Invalid or missing input parameters.'
const PAGE = '<html><body><h2>TIGERweb/Legislative (MapServer)</h2></body></html>'

const listOf = (layers: readonly MapLayer[]) => ({
  currentVersion: 11.1,
  mapName: 'Layers',
  layers: layers.map(({ id, name, parentLayerId, features }) => {
    const below = layers.filter((layer) => layer.parentLayerId === id).map((layer) => layer.id)
    const type = features ? 'Feature Layer' : 'Group Layer'
    return { id, name, parentLayerId, subLayerIds: below.length > 0 ? below : null, type }
  }),
  maxRecordCount: MOST,
  supportedQueryFormats: 'JSON, geoJSON, PBF',
})

/** `STATE='27' AND GEOID IN ('27001','27002')` as a test of a record; null where it cannot be read. */
function condition(where: string, fields: ReadonlySet<string>): ((record: MapFeature['properties']) => boolean) | null {
  if (where.trim() === '') return null
  const tests: ((record: MapFeature['properties']) => boolean)[] = []
  for (const part of where.split(/\s+AND\s+/i)) {
    if (/^\s*1\s*=\s*1\s*$/.test(part)) continue
    const m = /^\s*(\w+)\s*(?:=\s*('[^']*')|IN\s*\(((?:\s*'[^']*'\s*,?)+)\))\s*$/i.exec(part)
    const field = m?.[1] ?? ''
    if (!m || !fields.has(field)) return null
    const values = new Set(((m[2] ?? m[3]) as string).match(/'[^']*'/g)?.map((value) => value.slice(1, -1)))
    tests.push((record) => values.has(String(record[field])))
  }
  return (record) => tests.every((test) => test(record))
}

function query(layer: MapLayer, params: URLSearchParams): NetAnswer {
  const param = (name: string, otherwise = ''): string => params.get(name) ?? otherwise
  const number = (name: string): number => Number(param(name, '0'))
  const all = layer.features ?? []
  const fields = new Set(Object.keys(all[0]?.properties ?? {}))
  const holds = condition(param('where'), fields)
  if (!holds) return refusal(FAILED)
  const asked = param('outFields', 'GEOID').split(',').filter(Boolean)
  const shown = asked.includes('*') ? [...fields] : asked
  if (all.length > 0 && shown.some((field) => !fields.has(field))) return refusal(FAILED)
  if (param('outSR', '4326') !== '4326' || param('f') !== 'geojson') return refusal(INVALID)

  const found = all.filter(({ properties }) => holds(properties))
  const from = number('resultOffset')
  const page = found.slice(from, from + Math.min(number('resultRecordCount') || MOST, MOST))
  const more = from + page.length < found.length
  const drawn = param('returnGeometry', 'true') !== 'false'
  const digits = params.has('geometryPrecision') ? number('geometryPrecision') : null
  const features = page.map(({ geometry, properties }, i) => ({
    type: 'Feature',
    id: from + i + 1,
    geometry: drawn ? generalized(geometry, number('maxAllowableOffset'), digits) : null,
    properties: Object.fromEntries(shown.map((field) => [field, properties[field]])),
  }))
  const limit = more ? { properties: { exceededTransferLimit: true }, exceededTransferLimit: true } : {}
  return jsonAnswer({ type: 'FeatureCollection', ...limit, features }, 400 + features.length * (drawn ? 10 : 1))
}

/** Answers everything under `root`, the address of the service. */
export function arcGis(root: string, layers: readonly MapLayer[]): Handler {
  return ({ url }) => {
    if (!url.startsWith(root)) return null
    const { pathname, searchParams } = new URL(url)
    const rest = pathname.slice(new URL(root).pathname.length)
    if (!searchParams.has('f')) return { status: 200, body: PAGE, headers: { 'Content-Type': 'text/html' }, ms: 200 }
    if (rest === '' || rest === '/' || rest === '/layers') return jsonAnswer(listOf(layers), 300)
    const id = /^\/(\d+)\/query$/.exec(rest)?.[1]
    const layer = layers.find((l) => l.id === Number(id ?? -1))
    return layer?.features ? query(layer, searchParams) : refusal(INVALID)
  }
}
