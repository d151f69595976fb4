/** The groups of Franklin, and what the geocoder must find for each. */
import type { Random } from '../workspace/random'
import { addressBook } from './addresses'
import type { FranklinMap } from './map'
import { HIGHEST_NUMBER, houseAt, NOTABLE, PIER, streetName, type Town, TWICE } from './towns'

export interface FranklinGroup {
  name: string
  town: string
  address: string
  zip: string
  status: 'active' | 'quiet' | 'paused' | 'left'
  members: number
  canDo: string
  notice: string
  slack: string
  consent: 'yes' | 'no'
  /** `2026-10-04` */
  confirmed: string
  notes: string
}

/** Why an address does not lead to one pair of districts. */
export type Trouble = 'no address' | 'no such street' | 'post office box' | 'two matches' | 'water'

/** The right districts of a group. */
export interface Truth {
  group: string
  /** Empty where no machine can know; two where the address has two matches. */
  upper: string[]
  /** Base districts. */
  lower: string[]
  floterial: string[]
  trouble: Trouble | null
  /** Metres to the nearest district line; null where there is trouble. */
  border: number | null
}

/** Groups whose address is wrong on purpose, and one 90 m from a line: by place in the list, if it is that long. */
const SPECIAL: Record<number, Trouble | 'border'> = {
  0: 'border',
  11: 'no such street',
  17: 'post office box',
  23: 'two matches',
  31: 'water',
  38: 'no address',
}

const PATTERNS = [
  (town: string) => `Indivisible ${town}`,
  (town: string) => `${town} Indivisible`,
  (town: string) => `${town} Neighbors`,
  (town: string) => `${town} Action Circle`,
  (town: string) => `Stand Up ${town}`,
  (town: string) => `${town} Porch Network`,
  (town: string) => `We Are ${town}`,
  (town: string) => `${town} Kitchen Table`,
]

const NOTES = [
  '',
  '',
  '',
  'Meets every second Tuesday',
  'Steps at the door; ring the bell',
  'Shares the hall, with "Quilters & Co."',
]

/** The house on the town’s main street that stands nearest to 90 m from a line, and not on it. */
function nearTheLine(map: FranklinMap, town: Town): number {
  const [street] = town.streets
  let best = 1
  let off = Number.POSITIVE_INFINITY
  for (let number = 1; street && number <= HIGHEST_NUMBER; number++) {
    const [lng, lat] = houseAt(street, number)
    const metres = map.bordersAt(lat, lng)?.lower ?? Number.POSITIVE_INFINITY
    if (Math.abs(metres - 90) < off) {
      off = Math.abs(metres - 90)
      best = number
    }
  }
  return best
}

export function makeGroups(
  map: FranklinMap,
  towns: readonly Town[],
  random: Random,
  count: number,
): { groups: FranklinGroup[]; truth: Truth[] } {
  const book = addressBook(towns)
  const named = new Map(towns.map((t) => [t.name, t]))
  const town = (name: string): Town => named.get(name) as Town
  const taken = new Set<string>()

  function nameIn(place: Town): string {
    for (let round = 1; ; round++)
      for (const pattern of PATTERNS) {
        const name = round === 1 ? pattern(place.name) : `${pattern(place.name)} ${round}`
        if (taken.has(name)) continue
        taken.add(name)
        return name
      }
  }
  function homeOf(i: number): { place: Town; address: string } {
    const special = SPECIAL[i]
    if (special === 'border') {
      const place = town(NOTABLE.split)
      return { place, address: `${nearTheLine(map, place)} Mill Street` }
    }
    if (special === 'two matches') return { place: town(NOTABLE.capital), address: `120 ${TWICE} Street` }
    if (special === 'water') return { place: town(NOTABLE.coast), address: `990 ${PIER} Road` }
    const place = towns[i % towns.length] as Town
    if (special === 'no address') return { place, address: '' }
    if (special === 'post office box') return { place, address: `PO Box ${random.int(100, 900)}` }
    if (special === 'no such street') return { place, address: `${random.int(1, 900)} Nowhere Street` }
    const street = random.pick(place.streets.filter((s) => s.name !== PIER && s.direction === ''))
    return { place, address: `${random.int(1, HIGHEST_NUMBER)} ${streetName(street)}` }
  }

  const groups: FranklinGroup[] = []
  const truth: Truth[] = []
  for (let i = 0; i < count; i++) {
    const { place, address } = homeOf(i)
    const name = nameIn(place)
    groups.push({
      name,
      town: place.name,
      address,
      zip: place.zip,
      status: i % 60 === 25 ? 'paused' : i % 60 === 45 ? 'left' : i % 12 === 9 ? 'quiet' : 'active',
      members: random.int(1, 24) * 5,
      canDo: ['calls', 'testimony', 'visits', 'letters', 'rally']
        .filter((_, k) => k === 0 || random.next() < 0.4)
        .join(', '),
      notice: random.pick(['2 h', '12 h', '24 h']),
      slack: i % 5 === 0 ? `#${name.toLowerCase().replace(/[^a-z]+/g, '-')}` : '',
      consent: random.next() < 0.7 ? 'yes' : 'no',
      confirmed: `2026-${random.pick(['06', '07', '08', '09', '10', '11'])}-${String(random.int(1, 20)).padStart(2, '0')}`,
      notes: random.pick(NOTES),
    })
    truth.push(
      truthOf(
        name,
        SPECIAL[i] ?? null,
        address === '' ? [] : book.find(`${address}, ${place.name}`).map((f) => f.point),
      ),
    )
  }

  function truthOf(group: string, special: Trouble | 'border' | null, points: (readonly [number, number])[]): Truth {
    const trouble = special === 'border' ? null : special
    const places = points.map(([lng, lat]) => map.districtsAt(lat, lng)).filter((p) => p !== null && p !== 'water')
    const all = (pick: (p: (typeof places)[number]) => readonly string[]) => [...new Set(places.flatMap(pick))]
    const [point] = points
    const borders = point && !trouble ? map.bordersAt(point[1], point[0]) : null
    return {
      group,
      upper: all((p) => [p.upper]),
      lower: all((p) => [p.lower]),
      floterial: all((p) => p.floterial),
      trouble,
      border: borders && Math.min(borders.upper, borders.lower),
    }
  }
  return { groups, truth }
}

export const GROUP_HEADERS = [
  'Group',
  'Town',
  'Address',
  'ZIP',
  'Status',
  'Members (about)',
  'Can do',
  'Notice needed',
  'Slack',
  'Consent to share',
  'Last confirmed',
  'Notes',
] as const

export const groupRow = (g: FranklinGroup): string[] => [
  g.name,
  g.town,
  g.address,
  g.zip,
  g.status,
  String(g.members),
  g.canDo,
  g.notice,
  g.slack,
  g.consent,
  g.confirmed,
  g.notes,
]
