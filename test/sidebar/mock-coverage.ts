/**
 * A made-up state for the coverage dialog: fifteen lower districts in three rows of five (`11` … `35`, row then column), a
 * floterial `90` over 31 and 32, and three upper districts. Between neighbours lie some forty metres, as simplified
 * outlines have them.
 */
import type { Answer } from '../../src/contract'
import { encodeShape } from '../../src/districts/shape'

export const HOSTILE = '<img src=x onerror=alert(1)>'
export const FORMULA = '=HYPERLINK("https://example.org","x")'
const AT = '2026-11-23T17:58:00.000Z'

type View = Answer<'coverage'>
type District = View['districts'][number]
type Outline = Answer<'outlines'>['outlines'][number]

/** Groups by lower district; who sits where. */
const GROUPS: Record<string, string[]> = {
  13: ['Elm Fork Indivisible'],
  14: ['Cedar Bend Neighbors', 'Stonebridge Votes'],
  23: [HOSTILE],
  25: ['Lakeside Indivisible'],
  33: [FORMULA],
  90: ['Quarry Circle'],
}
const SEATS: Record<string, string> = { 11: 'Nils Lund', 13: 'Ada Okafor', 14: 'Lea Brandt', 22: 'Ida Lund' }
const LOWER = [1, 2, 3].flatMap((row) => [1, 2, 3, 4, 5].map((column) => `${row}${column}`))
const names = [...new Set(Object.values(GROUPS).flat())]
const idOf = (group: string) => `G-00${names.indexOf(group) + 1}`

const seat = (id: string, name: string) => ({ id, name, party: 'Democratic', phone: '555-0114', vacant: false })
const VACANT = { id: '', name: '', party: '', phone: '', vacant: true }

function district(chamber: 'upper' | 'lower', name: string, groups: string[]): District {
  const holder = seat(`ocd-${chamber}-${name}`, SEATS[name] ?? `Member ${chamber} ${name}`)
  return {
    chamber,
    district: name,
    label: `${chamber === 'lower' ? 'House' : 'Senate'} ${name}`,
    seats: name === '34' ? 2 : 1,
    legislators: name === '15' ? [VACANT] : name === '34' ? [holder, VACANT] : [holder],
    groups: groups.map((group) => ({ id: idOf(group), name: group })),
    oddity: name === '90' ? 'House 90 lies over House 31 and 32: both elect its member.' : '',
  }
}

const STEP = 0.2
const GAP = 0.0004
/** Columns and rows, both ends counted; row 1 is the northernmost. */
function outline(geoid: string, districts: string[], [west, east]: [number, number], [top, bottom]: [number, number]) {
  const [x1, x2] = [-90 + (west - 1) * STEP, -90 + east * STEP - GAP]
  const [y1, y2] = [45 - bottom * STEP, 45 - (top - 1) * STEP - GAP]
  const ring = [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ] as const
  const shape = encodeShape([[ring]])
  return { geoid, name: `District ${districts[0]}`, districts, lines: '2026', shape } satisfies Outline
}

export const OUTLINES: Record<'upper' | 'lower', Outline[]> = {
  lower: LOWER.map((name) => {
    const [row, column] = [Number(name[0]), Number(name[1])]
    const over = name === '31' || name === '32' ? [name, '90'] : [name]
    return outline(`99${name}`, over, [column, column], [row, row])
  }),
  upper: [
    outline('99001', ['1'], [1, 2], [1, 3]),
    outline('99002', ['2'], [3, 3], [1, 3]),
    outline('99003', ['3'], [4, 5], [1, 3]),
  ],
}

export const COVERAGE: View = {
  state: 'Franklin',
  chambers: [
    { chamber: 'upper', name: 'Senate', title: 'Sen.' },
    { chamber: 'lower', name: 'House', title: 'Rep.' },
  ],
  districts: [
    ...['1', '2', '3'].map((name) => district('upper', name, name === '1' ? [] : ['Elm Fork Indivisible'])),
    ...[...LOWER, '90'].map((name) => district('lower', name, GROUPS[name] ?? [])),
  ],
  asOf: AT,
  outlines: { kept: 18, of: 18, asOf: AT },
  outdated: [],
  committees: [
    { name: 'Housing', chamber: 'lower', legislatorIds: ['ocd-lower-11', 'ocd-lower-13', 'ocd-lower-22'] },
    { name: 'Rules', chamber: 'upper', legislatorIds: ['ocd-upper-1'] },
  ],
  unknown: ['Housing: Jo Public'],
  places: names.map((group, i) => ({
    groupId: idOf(group),
    town: `Town ${i + 1}`,
    led: i !== 1,
    point: group === 'Lakeside Indivisible' ? [44.7, -89.1] : null,
  })),
}
