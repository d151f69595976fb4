/** How well something is covered: none, one, or more groups; counted, coloured, and in words. Pure. */
import { count } from '../../words'
import { type Area, type District, isVacant, keyOf } from './board'

export type Level = 'none' | 'one' | 'more'
/** Keys of the districts that are looked at; null: all. */
export type Chosen = ReadonlySet<string> | null

/** Base colour, colour of the pattern over it, colour of a number in it and of the rim round the number. */
export const LOOK: Record<Level, { word: string; base: string; mark: string; ink: string; rim: string }> = {
  none: { word: 'No group', base: '#fdead6', mark: '#c77a1f', ink: '#202124', rim: '#fff' },
  one: { word: 'One group', base: '#d2e3fc', mark: '#5a95f5', ink: '#202124', rim: '#fff' },
  more: { word: 'Two or more', base: '#1a56b0', mark: '#1a56b0', ink: '#fff', rim: '#12408a' },
}
export const LEVELS: readonly Level[] = ['none', 'one', 'more']

export const levelOf = (groups: number): Level => (groups === 0 ? 'none' : groups === 1 ? 'one' : 'more')

export const isChosen = (district: District, chosen: Chosen): boolean => chosen === null || chosen.has(keyOf(district))

/** The districts of the area that are looked at. */
export const looked = (area: Area, chosen: Chosen): District[] => area.districts.filter((one) => isChosen(one, chosen))

/** The groups of its least covered district; of those that are looked at, where any is. */
export function least(area: Area, chosen: Chosen): number {
  const of = looked(area, chosen)
  return Math.min(...(of.length > 0 ? of : area.districts).map((one) => one.groups.length))
}

export interface Count {
  readonly total: number
  readonly covered: number
  readonly without: number
}

export function countOf(districts: readonly District[], chosen: Chosen): Count {
  const of = districts.filter((one) => isChosen(one, chosen))
  const covered = of.filter((one) => one.groups.length > 0).length
  return { total: of.length, covered, without: of.length - covered }
}

/** `61 of 80 districts, 19 without a group`. */
export function countWords({ total, covered, without }: Count): string {
  if (total === 0) return 'no district'
  const rest = without === 0 ? 'none without a group' : `${without} without a group`
  return `${covered.toLocaleString('en-US')} of ${count(total, 'district')}, ${rest}`
}

const names = (list: readonly string[], most: number): string =>
  list.length > most ? `${list.slice(0, most).join(', ')} and ${list.length - most} more` : list.join(', ')

/** `2 groups: Elm Fork Indivisible, Stonebridge Votes`; at most three names. */
export function groupWords(district: District): string {
  const { groups } = district
  if (groups.length === 0) return 'no group'
  return `${count(groups.length, 'group')}: ${names(
    groups.map((group) => group.name),
    3,
  )}`
}

/** `Ada Okafor, vacant seat`. */
export function seatWords(district: District): string {
  const seats = district.legislators.map((seat) => (seat.vacant ? 'vacant seat' : seat.name))
  return seats.length > 0 ? names(seats, 6) : 'no seat-holder known'
}

/** One line a district: what the tooltip and the live region say. */
export const lines = (area: Area): string[] =>
  area.districts.map((one) => `${one.label}: ${groupWords(one)}. ${seatWords(one)}.`)

/** `House 12B, no group, vacant seat`. */
export function tileWords(district: District): string {
  const groups = district.groups.length === 0 ? 'no group' : count(district.groups.length, 'group')
  return [district.label, groups, ...(isVacant(district) ? ['vacant seat'] : [])].join(', ')
}
