/** Franklin at seed 1, and its web services asked as a script would. */
import { type Franklin, franklin } from '../../workbench/franklin'
import { GEOCODER } from '../../workbench/franklin/geocoder'
import { ask } from '../../workbench/workspace/network'

export const state: Franklin = franklin()
const now = Date.parse(state.now)

export function get(url: string): { status: number; body: string } {
  const answer = ask(state.network, { url, method: 'get', headers: {}, body: '', now })
  if (answer === 'unreachable') throw new Error(`nobody answers ${url}`)
  return answer
}
export const geocode = (path: string, params: Record<string, string>, vintage = 'Current_Current') =>
  get(
    `${GEOCODER}${path}?${new URLSearchParams({ ...params, benchmark: 'Public_AR_Current', vintage, format: 'json' })}`,
  )

export interface Layer {
  BASENAME: string
  GEOID: string
  LSY: string
}
export interface Match {
  matchedAddress: string
  geographies: Record<string, Layer[]>
}
export const matches = (address: string): Match[] =>
  JSON.parse(geocode('onelineaddress', { address }).body).result.addressMatches
export const layer = (match: Match, chamber: 'Upper' | 'Lower'): Layer | undefined =>
  Object.entries(match.geographies).find(([name]) => name.endsWith(`Districts - ${chamber}`))?.[1][0]

/** Crossing numbers over a GeoJSON ring: on purpose not the code that made the map. */
function insideGeoJson(ring: number[][], lng: number, lat: number): boolean {
  let turns = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? []
    const [bx = 0, by = 0] = ring[i + 1] ?? []
    const left = (bx - ax) * (lat - ay) - (lng - ax) * (by - ay)
    if (ay <= lat && by > lat && left > 0) turns++
    if (ay > lat && by <= lat && left < 0) turns--
  }
  return turns !== 0
}
export function districtOnMap(chamber: 'upper' | 'lower', lng: number, lat: number): string[] {
  return state.map
    .outlines(chamber)
    .features.filter((f) => insideGeoJson(f.geometry.coordinates[0] ?? [], lng, lat))
    .map((f) => f.properties.district)
}
