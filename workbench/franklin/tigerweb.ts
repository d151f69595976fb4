/**
 * TIGERweb’s legislative map service for Franklin. The plan of the coming election lies at the top, the one of those who
 * sit now in a group under it; in Franklin both have the same outlines.
 */
import type { Handler } from '../workspace/network'
import { arcGis, type MapFeature, type MapLayer } from './arcgis'
import { lowerIn, upperDistricts } from './facts'
import { districtRecord } from './geocoder'
import type { FranklinMap } from './map'
import { toGeoJson } from './polygon'

export const TIGERWEB = 'https://tigerweb.geo.census.gov/arcgis/rest/services/TIGERweb/Legislative/MapServer'

export type LayerChamber = 'upper' | 'lower'

const SUFFIX = { upper: 'Upper', lower: 'Lower' } as const
export const layerName = (year: string, chamber: LayerChamber): string =>
  `${year} State Legislative Districts - ${SUFFIX[chamber]}`

/** The layers as they stand late in 2026, with the outlines that `of` gives. */
export function legislativeLayers(of: (year: string, chamber: LayerChamber) => readonly MapFeature[]): MapLayer[] {
  const layer = (id: number, year: string, chamber: LayerChamber, parentLayerId = -1): MapLayer => ({
    id,
    name: layerName(year, chamber),
    parentLayerId,
    features: of(year, chamber),
  })
  return [
    { id: 0, name: '120th Congressional Districts', parentLayerId: -1, features: [] },
    layer(1, '2026', 'upper'),
    layer(2, '2026', 'lower'),
    { id: 3, name: 'ACS 2025', parentLayerId: -1, features: null },
    { id: 4, name: '119th Congressional Districts', parentLayerId: 3, features: [] },
    layer(5, '2024', 'upper', 3),
    layer(6, '2024', 'lower', 3),
  ]
}

/** Answers as `arcgis.ts` does. The floterial has no outline. */
export function tigerWeb(map: FranklinMap): Handler {
  const codesOf = (chamber: LayerChamber): string[] =>
    chamber === 'upper' ? upperDistricts() : upperDistricts().flatMap(lowerIn)
  const of = (year: string, chamber: LayerChamber): MapFeature[] =>
    codesOf(chamber).map((district) => ({
      geometry: toGeoJson(map.ring(chamber, district)),
      properties: districtRecord(map, chamber, district, year),
    }))
  return arcGis(TIGERWEB, legislativeLayers(of))
}
