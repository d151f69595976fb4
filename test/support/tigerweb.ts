/**
 * TIGERweb as it would answer for the seven states whose outlines lie beside the project: the plan of 2026 at the top,
 * that of 2024 in a group under it, both with the outlines of 2024. A test may move layers, or make some requests fail.
 */
import { arcGis, jsonAnswer, type MapFeature, type MapLayer } from '../../workbench/franklin/arcgis'
import { type LayerChamber, legislativeLayers, TIGERWEB } from '../../workbench/franklin/tigerweb'
import { ask, type Handler, type NetAnswer, type NetRequest, type Network } from '../../workbench/workspace/network'
import { readSharedJson } from '../shared-data'

/** Code and FIPS of the states with outlines; Nebraska has one chamber. */
export const OUTLINED = { ma: '25', md: '24', mn: '27', ne: '31', nh: '33', nj: '34', wa: '53' } as const
export type OutlinedState = keyof typeof OUTLINED

interface TigerFeature {
  geometry: MapFeature['geometry']
  properties: { GEOID: string; NAMELSAD: string; LSAD: string; SLDUST?: string; SLDLST?: string }
}

/** `State House District Grafton 15` → `Grafton 15`, `3rd Bristol District` → `3rd Bristol`. */
const basename = (name: string): string =>
  name
    .replace(/^(State )?(Senate|House|Legislative|Assembly)( \((Senate|House)\))? (Subd|D)istrict /, '')
    .replace(/ District$/, '')

/** Outlines of a chamber as TIGERweb would give them, properties as recorded from the geocoder; [] where it has none. */
export function realOutlines(state: OutlinedState, chamber: LayerChamber, year = '2026'): MapFeature[] {
  if (state === 'ne' && chamber === 'lower') return []
  const file = `districts/geojson/${state}-sld${chamber.charAt(0)}.geojson`
  return readSharedJson<{ features: TigerFeature[] }>(file).features.map(({ geometry, properties: p }) => ({
    geometry,
    properties: {
      GEOID: p.GEOID,
      STATE: OUTLINED[state],
      BASENAME: basename(p.NAMELSAD),
      NAME: p.NAMELSAD,
      ...(chamber === 'upper' ? { SLDU: p.SLDUST } : { SLDL: p.SLDLST }),
      LSADC: p.LSAD,
      MTFCC: chamber === 'upper' ? 'G5210' : 'G5220',
      FUNCSTAT: 'N',
      LSY: year,
      LDTYP: 'O',
    },
  }))
}

/** All layers, with the outlines of these states. */
export const realLayers = (states: readonly OutlinedState[] = Object.keys(OUTLINED) as OutlinedState[]): MapLayer[] =>
  legislativeLayers((year, chamber) => states.flatMap((state) => realOutlines(state, chamber, year)))

const page = (status: number): NetAnswer => ({
  status,
  body: '<!DOCTYPE html><html><head><title>Sorry</title></head><body><h1>Temporarily unavailable</h1></body></html>',
  headers: { 'Content-Type': 'text/html' },
  ms: 300,
})

/** Every way in which TIGERweb is known not to answer. */
export const TROUBLES = {
  'error object': () => jsonAnswer({ error: { code: 400, message: 'Failed to execute query.', details: [] } }, 200),
  'layer gone': () =>
    jsonAnswer({ error: { code: 400, message: 'Invalid or missing input parameters.', details: [] } }, 200),
  'cut off': () =>
    jsonAnswer(
      {
        type: 'FeatureCollection',
        properties: { exceededTransferLimit: true },
        exceededTransferLimit: true,
        features: [],
      },
      500,
    ),
  empty: () => jsonAnswer({ type: 'FeatureCollection', features: [] }, 300),
  html: () => page(200),
  'server error': () => page(500),
  busy: () => page(429),
  'broken off': () => ({ status: 200, body: '{"type":"FeatureCollection","features":[{"type":"Fea', ms: 300 }),
  'time-out': () => ({ status: 200, body: '{}', ms: 400_000 }),
  unreachable: () => 'unreachable' as const,
} satisfies Record<string, () => NetAnswer | 'unreachable'>
export type Trouble = keyof typeof TROUBLES

export interface TigerWeb {
  /** Goes into the network of a desk. */
  readonly network: Network
  /** Addresses that were asked for, in order. */
  readonly asked: string[]
  /** The layers answered from; a test may exchange them. */
  layers: MapLayer[]
  /** Requests it holds for fail like this, until it is emptied. `asked` counts from 1. */
  trouble: ((request: NetRequest, asked: number) => Trouble | null) | null
  /** Changes the text of answers that come. */
  change: ((body: string, request: NetRequest) => string) | null
}

/** The service with all that a test can switch. Needs the real data unless it is given layers. */
export function tigerWebOf(layers: MapLayer[]): TigerWeb {
  const handler: Handler = (request) => {
    if (!request.url.startsWith(TIGERWEB)) return null
    web.asked.push(request.url)
    const trouble = web.trouble?.(request, web.asked.length)
    if (trouble) return TROUBLES[trouble]()
    const answer = ask([arcGis(TIGERWEB, web.layers)], request)
    if (answer === 'unreachable' || !web.change) return answer
    return { ...answer, body: web.change(answer.body, request) }
  }
  const web: TigerWeb = { network: [handler], asked: [], layers, trouble: null, change: null }
  return web
}

/** TIGERweb for these states, all seven unless named. Needs the real data: use it under `describeWithData`. */
export const realTigerWeb = (states?: readonly OutlinedState[]): TigerWeb => tigerWebOf(realLayers(states))
