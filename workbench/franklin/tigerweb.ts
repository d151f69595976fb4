/** TIGERweb’s legislative map service for Franklin: which layers there are, and district outlines as GeoJSON. */
import type { Handler, NetAnswer } from '../workspace/network'
import { FRANKLIN, geoid, lowerIn, upperDistricts } from './facts'
import { districtRecord } from './geocoder'
import type { FranklinMap } from './map'
import { toGeoJson } from './polygon'

export const TIGERWEB = 'https://tigerweb.geo.census.gov/arcgis/rest/services/TIGERweb/Legislative/MapServer'

const LAYERS = [
  { id: 1, name: '2026 State Legislative Districts - Upper', chamber: 'upper' },
  { id: 2, name: '2026 State Legislative Districts - Lower', chamber: 'lower' },
] as const

const json = (body: object, ms: number): NetAnswer => ({
  status: 200,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json;charset=utf-8' },
  ms,
})
/** Errors come with status 200, as on ArcGIS servers. */
const refused = (message: string): NetAnswer => json({ error: { code: 400, message, details: [] } }, 200)

/** Answers `…/MapServer?f=json` and `…/MapServer/<layer>/query` where the state, or GEOIDs, are asked for. */
export function tigerWeb(map: FranklinMap): Handler {
  return ({ url }) => {
    if (!url.startsWith(TIGERWEB)) return null
    const { pathname, searchParams } = new URL(url)
    const rest = pathname.slice(new URL(TIGERWEB).pathname.length)
    if (rest === '' || rest === '/' || rest === '/layers') {
      const layers = LAYERS.map(({ id, name }) => ({ id, name, parentLayerId: -1, type: 'Feature Layer' }))
      return json({ currentVersion: 11.1, mapName: 'Layers', layers }, 300)
    }
    const asked = /^\/(\d+)\/query$/.exec(rest)
    const layer = LAYERS.find(({ id }) => id === Number(asked?.[1]))
    if (!layer) return refused('Invalid or missing input parameters.')
    const where = searchParams.get('where') ?? ''
    const geoids = where.match(/\b\d{2}[0-9A-Z]{3}\b/g)
    const inState = /STATE\s*=\s*'(\d+)'/.exec(where)?.[1]
    if (!inState && !geoids && where !== '1=1') return refused('Failed to execute query.')
    const codes = layer.chamber === 'upper' ? upperDistricts() : upperDistricts().flatMap(lowerIn)
    const wanted = codes.filter(
      (d) => (!inState || inState === FRANKLIN.fips) && (!geoids || geoids.includes(geoid(d))),
    )
    const features = wanted.map((district, i) => ({
      type: 'Feature',
      id: i + 1,
      geometry: toGeoJson(map.ring(layer.chamber, district)),
      properties: districtRecord(map, layer.chamber, district, '2026'),
    }))
    return json({ type: 'FeatureCollection', features }, 400 + features.length * 10)
  }
}
