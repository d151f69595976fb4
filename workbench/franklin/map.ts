/** Districts, counties and time zones of Franklin on the ground: what lies where. */
import type { Random } from '../workspace/random'
import { FLOTERIAL, FRANKLIN, geoid, lowerDistricts, lowerIn, upperDistricts } from './facts'
import { type Block, COLUMNS, type Grid, makeGrid, ROWS } from './grid'
import { contains, metresToEdge, type Point, type Ring, toGeoJson } from './polygon'
import { COUNTIES } from './words'

export interface Districts {
  readonly upper: string
  /** The base district. */
  readonly lower: string
  /** Floterial districts over it. */
  readonly floterial: readonly string[]
}

export interface County {
  readonly name: string
  /** Three digits, odd, as FIPS has them. */
  readonly code: string
  readonly timeZone: string
  readonly block: Block
}

export interface Outline {
  type: 'Feature'
  properties: { GEOID: string; NAMELSAD: string; district: string; chamber: 'upper' | 'lower' }
  geometry: { type: 'Polygon'; coordinates: number[][][] }
}

export interface FranklinMap {
  readonly grid: Grid
  readonly counties: readonly County[]
  /** `water`: in the state, in no district (`ZZZ` with the Census Bureau). Null: not in Franklin. */
  districtsAt(lat: number, lng: number): Districts | 'water' | null
  countyAt(lat: number, lng: number): County | null
  /** Metres to the nearest line of each chamber; null outside every district. */
  bordersAt(lat: number, lng: number): { upper: number; lower: number } | null
  /** The outline of a district; a floterial’s goes round all its base districts. Throws for one that is not there. */
  ring(chamber: 'upper' | 'lower', district: string): Ring
  /** GeoJSON of a chamber: outlines tile the land exactly; the floterial is left out, as the Census leaves it out. */
  outlines(chamber: 'upper' | 'lower'): { type: 'FeatureCollection'; features: Outline[] }
}

/** Upper districts are numbered down the first column, up the next, so that neighbours in number are neighbours. */
function upperAt(column: number, row: number): string {
  const step = Math.floor(row / 2)
  return String(column * 5 + (column % 2 === 0 ? step : 4 - step) + 1)
}

function blockOfUpper(district: string): Block {
  const n = Number(district) - 1
  const column = Math.floor(n / 5)
  const step = column % 2 === 0 ? n % 5 : 4 - (n % 5)
  return { west: column, east: column, north: step * 2, south: step * 2 + 1 }
}

/** A is the northern half, B the southern; the district with two seats has both. */
export function blockOf(chamber: 'upper' | 'lower', district: string): Block {
  if (chamber === 'lower' && district === FLOTERIAL.district) {
    const [first, second] = FLOTERIAL.over.map((d) => blockOf('lower', d)) as [Block, Block]
    return { ...first, south: second.south }
  }
  const whole = blockOfUpper(district.replace(/[AB]$/, ''))
  if (chamber === 'lower' && district.endsWith('A')) return { ...whole, south: whole.north }
  if (chamber === 'lower' && district.endsWith('B')) return { ...whole, north: whole.south }
  return whole
}

const COUNTY_ROWS = [
  [0, 3],
  [4, 6],
  [7, 9],
] as const

/** Five by three counties. The time zone changes on county lines, and not on a straight one. */
function makeCounties(): County[] {
  return COUNTY_ROWS.flatMap(([north, south], band) =>
    Array.from({ length: COLUMNS / 2 }, (_, i): County => {
      const n = band * (COLUMNS / 2) + i
      const western = i === 0 || (i === 1 && band < 2)
      return {
        name: `${COUNTIES[n]} County`,
        code: String(n * 2 + 1).padStart(3, '0'),
        timeZone: western ? FRANKLIN.zones[1] : FRANKLIN.zones[0],
        block: { west: i * 2, east: i * 2 + 1, north, south },
      }
    }),
  )
}

export function makeMap(random: Random): FranklinMap {
  const grid = makeGrid(random)
  const cells = Array.from({ length: ROWS + 1 }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, c) => grid.ring({ west: c, east: c, north: row, south: row })),
  )
  const counties = makeCounties()
  const rings = new Map<string, Ring>()
  for (const upper of upperDistricts()) rings.set(`upper ${upper}`, grid.ring(blockOf('upper', upper)))
  for (const lower of lowerDistricts()) rings.set(`lower ${lower}`, grid.ring(blockOf('lower', lower)))

  function cellAt(point: Point): { column: number; row: number } | null {
    const near = grid.guess(point)
    for (let row = Math.max(0, near.row - 1); row <= Math.min(ROWS, near.row + 1); row++)
      for (let column = Math.max(0, near.column - 1); column <= Math.min(COLUMNS - 1, near.column + 1); column++)
        if (contains(cells[row]?.[column] as Ring, point)) return { column, row }
    return null
  }
  function ring(chamber: 'upper' | 'lower', district: string): Ring {
    const found = rings.get(`${chamber} ${district}`)
    if (!found) throw new Error(`Franklin has no ${chamber} district ${district}`)
    return found
  }
  function districtsAt(lat: number, lng: number): Districts | 'water' | null {
    const cell = cellAt([lng, lat])
    if (!cell) return null
    if (cell.row === ROWS) return 'water'
    const upper = upperAt(cell.column, cell.row)
    const halves = lowerIn(upper)
    const lower = (halves[cell.row % 2] ?? halves[0]) as string
    const under: readonly string[] = FLOTERIAL.over
    return { upper, lower, floterial: under.includes(lower) ? [FLOTERIAL.district] : [] }
  }

  return {
    grid,
    counties,
    ring,
    districtsAt,
    countyAt(lat, lng) {
      const cell = cellAt([lng, lat])
      const row = Math.min(cell?.row ?? 0, ROWS - 1)
      const holds = ({ block }: County) =>
        cell !== null &&
        block.west <= cell.column &&
        cell.column <= block.east &&
        block.north <= row &&
        row <= block.south
      return counties.find(holds) ?? null
    },
    bordersAt(lat, lng) {
      const here = districtsAt(lat, lng)
      if (here === null || here === 'water') return null
      const metres = (chamber: 'upper' | 'lower') => metresToEdge(ring(chamber, here[chamber]), [lng, lat])
      return { upper: metres('upper'), lower: metres('lower') }
    },
    outlines(chamber) {
      const codes = chamber === 'upper' ? upperDistricts() : upperDistricts().flatMap(lowerIn)
      return {
        type: 'FeatureCollection',
        features: codes.map((district) => ({
          type: 'Feature',
          properties: { GEOID: geoid(district), NAMELSAD: censusName(chamber, district), district, chamber },
          geometry: toGeoJson(ring(chamber, district)),
        })),
      }
    },
  }
}

/** The name as the Census Bureau would write it: `State House District 14A`. */
export const censusName = (chamber: 'upper' | 'lower', district: string): string =>
  `State ${FRANKLIN[chamber].name} District ${district}`
