/** A coordinator’s desk in Franklin: groups brought in from its list, its web counted and, where a test wants, changed. */

import { encodeShape, type Polygons } from '../../src/districts/shape'
import { type Franklin, franklin } from '../../workbench/franklin'
import { ask, type Handler, type Network } from '../../workbench/workspace/network'
import { bringIn } from './bring-in'
import { type Desk, openDesk } from './desk'
import type { OutlineRow } from './kept-outlines'
import { parseCsv } from './parse-csv'

export const MAYA = 'maya@example.org'
export const NOOR = 'noor@example.org'
export const GEOCODER = 'https://geocoding.geo.census.gov/'

export interface FranklinDesk extends Desk {
  state: Franklin
  /** Every address that was asked for, in order. */
  asked: string[]
  /** Every URL that was fetched. */
  fetched: string[]
  /** The sheet’s ID of the `i`th group of Franklin’s list. */
  idOf(i: number): string
}

export function franklinDesk(groups = 60, before: Handler = () => null): FranklinDesk {
  const state = franklin(1, groups)
  const [asked, fetched]: [string[], string[]] = [[], []]
  const counting: Handler = (request) => {
    fetched.push(request.url)
    const address = new URL(request.url).searchParams.get('address')
    if (address !== null) asked.push(address)
    return before(request)
  }
  const desk = openDesk(MAYA, { network: [counting, ...state.network], others: [NOOR], now: Date.parse(state.now) })
  desk.ask(MAYA, 'setUp', { state: 'fr' })
  const [header = [], ...rows] = parseCsv(state.groupsCsv)
  bringIn(desk, MAYA, { kind: 'groups', header, rows })
  fetched.length = 0
  const ids = new Map(desk.ask(MAYA, 'groups', {}).groups.map(({ id, name }) => [name, id]))
  return { ...desk, state, asked, fetched, idOf: (i) => ids.get(state.groups[i]?.name ?? '') ?? '' }
}

/** Franklin’s web as it was before the lines of 2026 were drawn, while `isBefore` says so. */
export const olderLines =
  (network: () => Network, isBefore: () => boolean): Handler =>
  (request) => {
    if (!isBefore() || !/census\.gov/.test(request.url)) return null
    const answer = ask(network(), request)
    if (answer === 'unreachable') return answer
    return { ...answer, body: answer.body.replace(/\b2026\b/g, '2024') }
  }

export function outlinesOfFranklin({ map }: Franklin, lines = '2026'): OutlineRow[] {
  return (['upper', 'lower'] as const).flatMap((chamber) =>
    map.outlines(chamber).features.map(({ geometry, properties: { GEOID, NAMELSAD } }) => ({
      chamber,
      geoid: GEOID,
      name: NAMELSAD,
      lines,
      shape: encodeShape([geometry.coordinates] as unknown as Polygons),
    })),
  )
}
