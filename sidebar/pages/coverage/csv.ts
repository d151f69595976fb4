/** The districts as a CSV that is safe to open in a spreadsheet. Pure. */
import Papa from 'papaparse'
import type { CoverageView } from '../../../src/contract'
import { partyMark } from '../../words'
import type { District } from './board'
import { type Chosen, isChosen } from './cover'

const HEADER = ['Chamber', 'District', 'Seats', 'Seat-holders', 'Vacant seats', 'Groups', 'Names of groups']
/** A spreadsheet would take these for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/

const seatHolders = ({ legislators }: District): string =>
  legislators
    .filter((seat) => !seat.vacant)
    .map((seat) => [`${seat.name}${partyMark(seat.party)}`, seat.phone].filter(Boolean).join(' '))
    .join('; ')

/** A line a district, those that are looked at only; text that a spreadsheet would calculate begins with an apostrophe. */
export function csvOf(view: CoverageView, chosen: Chosen): string {
  const nameOf = new Map(view.chambers.map((one) => [one.chamber, one.name]))
  const rows = view.districts
    .filter((district) => isChosen(district, chosen))
    .map((district) => [
      nameOf.get(district.chamber) ?? district.chamber,
      district.district,
      district.seats,
      seatHolders(district),
      district.legislators.filter((seat) => seat.vacant).length,
      district.groups.length,
      district.groups.map((group) => group.name).join('; '),
    ])
  // The mark in front makes Excel read names with accents right.
  return `\ufeff${Papa.unparse([HEADER, ...rows], { escapeFormulae: FORMULA })}`
}
