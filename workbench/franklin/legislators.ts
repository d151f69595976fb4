/** Who sits in Franklin’s two chambers, and the file Open States would publish of them. */
import type { Random } from '../workspace/random'
import { toCsv } from './csv'
import { FRANKLIN, lowerDistricts, seatsOf, upperDistricts, VACANT } from './facts'
import { emailOf, type PersonName, phone } from './names'

export interface FranklinLegislator {
  /** `ocd-person/…` */
  id: string
  name: string
  given: string
  family: string
  party: string
  chamber: 'upper' | 'lower'
  district: string
  email: string
  /** Given for about two in five. */
  districtPhone: string
}

/** Parties as made up as the rest. */
const PARTIES = ['Harbor', 'Prairie'] as const

/** The columns of `people/current/<state>.csv` as of 2026. */
export const OPEN_STATES_HEADERS = [
  'id',
  'name',
  'current_party',
  'current_district',
  'current_chamber',
  'given_name',
  'family_name',
  'gender',
  'email',
  'biography',
  'birth_date',
  'death_date',
  'image',
  'links',
  'sources',
  'capitol_address',
  'capitol_voice',
  'capitol_fax',
  'district_address',
  'district_voice',
  'district_fax',
  'twitter',
  'youtube',
  'instagram',
  'facebook',
  'wikidata',
] as const

function sit(chamber: 'upper' | 'lower', district: string, random: Random, name: PersonName): FranklinLegislator {
  const h = (length: number) => random.hex(length)
  return {
    id: `ocd-person/${h(8)}-${h(4)}-4${h(3)}-8${h(3)}-${h(12)}`,
    name: name.full,
    given: name.given,
    family: name.family,
    party: random.next() < 0.02 ? 'Independent' : random.pick(PARTIES),
    chamber,
    district,
    email: emailOf(name, chamber === 'upper' ? 'sen.' : 'rep.'),
    districtPhone: random.next() < 0.4 ? phone(random).replace(/^\((\d+)\) /, '$1-') : '',
  }
}

/** Everyone who sits, by name as Open States orders them, and the member who left the vacant seat. */
export function makeLegislators(
  random: Random,
  nextName: () => PersonName,
): { seated: FranklinLegislator[]; left: FranklinLegislator } {
  const seated: FranklinLegislator[] = []
  for (const chamber of ['upper', 'lower'] as const)
    for (const district of chamber === 'upper' ? upperDistricts() : lowerDistricts()) {
      if (chamber === VACANT.chamber && district === VACANT.district) continue
      for (let seat = 0; seat < seatsOf(chamber, district); seat++)
        seated.push(sit(chamber, district, random, nextName()))
    }
  seated.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { seated, left: sit(VACANT.chamber, VACANT.district, random, nextName()) }
}

/**
 * The bulk file. Its known fault is kept: someone without an active role takes chamber and district from the row
 * above, so the member who left seems to sit where the person before them in the alphabet sits.
 */
export function legislatorsCsv(seated: readonly FranklinLegislator[], left: FranklinLegislator): string {
  const rows = [...seated, left].sort((a, b) => (a.name < b.name ? -1 : 1))
  const at = rows.indexOf(left)
  const above = rows[at - 1] ?? rows[at + 1] ?? left
  rows[at] = { ...left, chamber: above.chamber, district: above.district }
  return toCsv(
    OPEN_STATES_HEADERS,
    rows.map((l) => {
      const page = `https://legislature.example.org/${FRANKLIN.code}/members/${l.id.slice(-6)}`
      const cells: Partial<Record<(typeof OPEN_STATES_HEADERS)[number], string>> = {
        id: l.id,
        name: l.name,
        current_party: l.party,
        current_district: l.district,
        current_chamber: l.chamber,
        given_name: l.given,
        family_name: l.family,
        email: l.email,
        image: `${page}.jpg`,
        links: page,
        sources: `${page};https://legislature.example.org/roster`,
        district_voice: l.districtPhone,
      }
      return OPEN_STATES_HEADERS.map((header) => cells[header] ?? '')
    }),
  )
}
