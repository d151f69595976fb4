/** Towns and their streets. A street is a straight line with house numbers 1 to 998; even numbers lie on one side. */
import type { Random } from '../workspace/random'
import { TWO_SEATS } from './facts'
import { COLUMNS, ROWS } from './grid'
import { blockOf, type FranklinMap } from './map'
import { middle, type Point } from './polygon'
import { STREET_KINDS, STREETS, TOWN_ENDS, TOWN_STARTS } from './words'

export interface Street {
  /** `N` or `S` where a street has two sections that number their houses alike. */
  readonly direction: '' | 'N' | 'S'
  /** `Mill` */
  readonly name: string
  /** `Street` */
  readonly kind: string
  /** `ST` */
  readonly short: string
  readonly from: Point
  readonly to: Point
}

export interface Town {
  readonly name: string
  readonly zip: string
  readonly centre: Point
  readonly county: string
  readonly timeZone: string
  /** Lower districts its streets lie in are more than one. */
  readonly split: boolean
  readonly streets: readonly Street[]
}

/** The towns with a part to play. */
export const NOTABLE = {
  /** On the line between 14A and 14B. */
  split: 'Elm Fork',
  /** Where four districts meet, of two senators at least: the capital. */
  capital: 'Franklin Commons',
  /** Its pier goes out into the water. */
  coast: 'Pier Haven',
  /** On the county line that is also the line between the time zones. */
  zones: 'Two Clocks',
  floterial: ['Upper Ferry', 'Lower Ferry'],
  twoSeats: 'Long Table',
} as const

/** The street of the coast town that ends in the water. */
export const PIER = 'Pier'
/** Comes twice, as N and S, in the capital: without the direction an address has two matches. */
export const TWICE = 'Commons'

export const HIGHEST_NUMBER = 998
const SIDE = 0.0002

export const streetName = (s: Street): string => [s.direction, s.name, s.kind].filter(Boolean).join(' ')

/** Where a house stands. */
export function houseAt(street: Street, number: number): Point {
  const part = number / 1000
  const dx = street.to[0] - street.from[0]
  const dy = street.to[1] - street.from[1]
  const length = Math.hypot(dx, dy)
  const side = number % 2 === 0 ? SIDE : -SIDE
  const fine = (n: number) => Math.round(n * 1e6) / 1e6
  return [
    fine(street.from[0] + dx * part - (dy / length) * side),
    fine(street.from[1] + dy * part + (dx / length) * side),
  ]
}

interface Site {
  readonly name: string
  readonly centre: Point
  /** Degrees. */
  readonly radius: number
  readonly extra?: (centre: Point) => Street[]
}

const STRAIGHT = { kind: 'Street', short: 'ST' } as const
const ROAD = { kind: 'Road', short: 'RD' } as const

function notableSites(map: FranklinMap): Site[] {
  const inside = (district: string): Point => middle(map.ring('lower', district))
  const { north, west } = blockOf('lower', '14B')
  const [shoreX, shoreY] = map.grid.northEdge(7, ROWS)
  return [
    { name: NOTABLE.split, centre: map.grid.northEdge(west, north), radius: 0.03 },
    {
      name: NOTABLE.capital,
      centre: map.grid.corner(5, 6),
      radius: 0.05,
      extra: ([x, y]) => [
        { direction: 'N', name: TWICE, ...STRAIGHT, from: [x + 0.03, y + 0.02], to: [x + 0.03, y + 0.07] },
        { direction: 'S', name: TWICE, ...STRAIGHT, from: [x + 0.03, y - 0.02], to: [x + 0.03, y - 0.07] },
      ],
    },
    {
      name: NOTABLE.coast,
      centre: [shoreX, shoreY + 0.03],
      radius: 0.015,
      extra: ([x, y]) => [{ direction: '', name: PIER, ...ROAD, from: [x, y + 0.01], to: [x, y - 0.07] }],
    },
    { name: NOTABLE.zones, centre: map.grid.corner(4, 3), radius: 0.03 },
    { name: NOTABLE.floterial[0], centre: inside('12A'), radius: 0.02 },
    { name: NOTABLE.floterial[1], centre: inside('12B'), radius: 0.02 },
    { name: NOTABLE.twoSeats, centre: inside(TWO_SEATS), radius: 0.03 },
  ]
}

/** Two in three lie inside a district, one in three on a line or where four districts meet. */
function ordinarySite(map: FranklinMap, random: Random, name: string, n: number): Site {
  const column = random.int(0, COLUMNS - 1)
  const row = random.int(0, ROWS - 1)
  if (n % 3 !== 0) {
    const [x, y] = middle(map.grid.ring({ west: column, east: column, north: row, south: row }))
    return { name, centre: [x + (random.next() - 0.5) * 0.06, y + (random.next() - 0.5) * 0.04], radius: 0.02 }
  }
  const centre =
    n % 2 === 0
      ? map.grid.northEdge(column, random.int(1, ROWS - 1))
      : map.grid.corner(random.int(1, COLUMNS - 1), random.int(1, ROWS - 1))
  return { name, centre, radius: 0.03 }
}

function makeStreets(random: Random, site: Site): Street[] {
  const [x, y] = site.centre
  const first = random.int(1, STREETS.length - 1)
  const streets = Array.from({ length: 6 }, (_, i): Street => {
    const [kind, short] = i === 0 ? (['Street', 'ST'] as const) : random.pick(STREET_KINDS)
    // Every town has a Mill Street that runs north and south through its middle.
    const angle = i === 0 ? Math.PI / 2 : random.next() * Math.PI
    const away = i === 0 ? 0 : (random.next() - 0.5) * site.radius
    const cx = x - Math.sin(angle) * away
    const cy = y + Math.cos(angle) * away
    const dx = Math.cos(angle) * site.radius
    const dy = Math.sin(angle) * site.radius
    const name = i === 0 ? 'Mill' : (STREETS[1 + ((first + i) % (STREETS.length - 1))] as string)
    return { direction: '', name, kind, short, from: [cx - dx, cy - dy], to: [cx + dx, cy + dy] }
  })
  return [...streets, ...(site.extra?.(site.centre) ?? [])]
}

/** At least the notable towns; `count` up to 1,500. ZIP codes 00101 to 00499 are given to no real place. */
export function makeTowns(map: FranklinMap, random: Random, count: number): Town[] {
  const sites = notableSites(map)
  const offset = random.int(0, TOWN_STARTS.length - 1)
  for (let n = 0; sites.length < Math.min(count, TOWN_STARTS.length * TOWN_ENDS.length); n++) {
    const start = TOWN_STARTS[(offset + n * 7) % TOWN_STARTS.length] as string
    const end = TOWN_ENDS[(n + Math.floor(n / TOWN_STARTS.length)) % TOWN_ENDS.length] as string
    sites.push(ordinarySite(map, random, start + end, n))
  }
  return sites.map((site, i) => {
    const streets = makeStreets(random, site)
    const lower = new Set<string>()
    for (const street of streets)
      for (const number of [1, 250, 500, 750, HIGHEST_NUMBER]) {
        const [lng, lat] = houseAt(street, number)
        const here = map.districtsAt(lat, lng)
        if (here && here !== 'water') lower.add(here.lower)
      }
    const county = map.countyAt(site.centre[1], site.centre[0]) ?? map.counties[0]
    return {
      name: site.name,
      zip: String(101 + (i % 399)).padStart(5, '0'),
      centre: site.centre,
      county: county?.name ?? '',
      timeZone: county?.timeZone ?? '',
      split: lower.size > 1,
      streets,
    }
  })
}
