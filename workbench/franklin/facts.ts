/**
 * The made-up state's constitution: what never depends on the seed. The add-on knows the same numbers from
 * `src/registry/states.ts`; a test keeps the two together.
 */
export const FRANKLIN = {
  code: 'fr',
  /** As the Postal Service would write it. */
  postal: 'FR',
  name: 'Franklin',
  /** No state has this number. */
  fips: '99',
  /** Where most people live; the western counties keep the second one. */
  timeZone: 'America/New_York',
  zones: ['America/New_York', 'America/Chicago'],
  now: '2026-11-23T17:00:00Z',
  upper: { name: 'Senate', title: 'Senator', districts: 50, seats: 50 },
  lower: { name: 'House', title: 'Representative', districts: 100, seats: 101 },
} as const

/** The one lower district with two seats; it shares the lines of upper district 7, which has no A and B. */
export const TWO_SEATS = '7'

/** A lower district whose member serves two base districts as well; the Census Bureau knows only the base districts. */
export const FLOTERIAL = { district: '12F', over: ['12A', '12B'] } as const

/** Nobody sits here: the member resigned in the summer. */
export const VACANT = { chamber: 'lower', district: '27B', since: '2026-06-21' } as const

/** Codes of the upper districts: `1` … `50`. */
export const upperDistricts = (): string[] => Array.from({ length: FRANKLIN.upper.districts }, (_, i) => String(i + 1))

/** Codes of the lower base districts that lie in an upper one: `14` → `14A`, `14B`. */
export const lowerIn = (upper: string): string[] => (upper === TWO_SEATS ? [TWO_SEATS] : [`${upper}A`, `${upper}B`])

/** All lower districts, the floterial last. */
export const lowerDistricts = (): string[] => [...upperDistricts().flatMap(lowerIn), FLOTERIAL.district]

export const seatsOf = (chamber: 'upper' | 'lower', district: string): number =>
  chamber === 'lower' && district === TWO_SEATS ? 2 : 1

/** Census code: three characters with leading zeros, as TIGER/Line has them (`3A` → `03A`). */
export const censusCode = (district: string): string => district.padStart(3, '0')
export const geoid = (district: string): string => FRANKLIN.fips + censusCode(district)
