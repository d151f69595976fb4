/** What is drawn: districts as areas of the map (several may share an outline) and as tiles (one each). Pure. */
import type { Answer, CoverageView } from '../../../src/contract'
import { decodeShape, type Polygons } from '../../../src/districts/shape'
import type { Chamber } from '../../../src/registry/words'

export type District = CoverageView['districts'][number]
export type Outline = Answer<'outlines'>['outlines'][number]

export interface Area {
  readonly key: string
  readonly name: string
  /** Never empty. */
  readonly districts: readonly District[]
  /** Empty for a tile. */
  readonly polygons: Polygons
}

export interface Board {
  readonly chamber: Chamber
  readonly tiles: readonly Area[]
  readonly shapes: readonly Area[]
  /** Districts of the chamber that no outline shows. */
  readonly unseen: readonly District[]
}

export const keyOf = (district: Pick<District, 'chamber' | 'district'>): string =>
  `${district.chamber}|${district.district}`

/** `House 12A`, `House 12A and 12F`, `House 3, 4 and 8`. */
export function nameOf(districts: readonly District[]): string {
  const [first, ...rest] = districts
  if (!first) return ''
  const names = rest.map((one) => one.district)
  const last = names.pop()
  return last === undefined ? first.label : `${[first.label, ...names].join(', ')} and ${last}`
}

const tile = (district: District): Area => ({
  key: `d:${keyOf(district)}`,
  name: district.label,
  districts: [district],
  polygons: [],
})

/** Outlines that name no district of the chamber, or cannot be read, are left out. */
export function boardOf(all: readonly District[], chamber: Chamber, outlines: readonly Outline[]): Board {
  const districts = all.filter((one) => one.chamber === chamber)
  const byName = new Map(districts.map((one) => [one.district, one]))
  const shapes = outlines.flatMap((outline): Area[] => {
    const here = outline.districts.flatMap((name) => byName.get(name) ?? [])
    const polygons = here.length > 0 ? decodeShape(outline.shape) : []
    return polygons.length > 0 ? [{ key: `o:${outline.geoid}`, name: nameOf(here), districts: here, polygons }] : []
  })
  const order = new Map(districts.map((one, i) => [one, i]))
  const at = (area: Area) => order.get(area.districts[0] as District) ?? 0
  const seen = new Set(shapes.flatMap((area) => area.districts))
  return {
    chamber,
    tiles: districts.map(tile),
    shapes: shapes.sort((a, b) => at(a) - at(b)),
    unseen: districts.filter((one) => !seen.has(one)),
  }
}

/** The area or tile of this key. */
export const areaOf = (board: Board, key: string | null): Area | null =>
  [...board.shapes, ...board.tiles].find((area) => area.key === key) ?? null

/** The areas of the map that show one of these districts: a floterial shows on all it lies over. */
export const shapesWith = (board: Board, districts: readonly District[]): Area[] =>
  board.shapes.filter((area) => area.districts.some((one) => districts.includes(one)))

export const isVacant = (district: District): boolean => district.legislators.some((seat) => seat.vacant)
