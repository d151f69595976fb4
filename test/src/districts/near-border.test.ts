/** Places near a border, through the front door: the recorded answers, the real outlines, the pushed bundle. */

import { joiner } from '../../../src/districts/names'
import { borderWatch } from '../../../src/districts/near'
import { encodeShape, type Point } from '../../../src/districts/shape'
import { districtPlan } from '../../../src/registry/district-plan'
import { stateOf } from '../../../src/registry/states'
import type { Handler } from '../../../workbench/workspace/network'
import { describeWithData, readSharedJson } from '../../shared-data'
import { bringIn } from '../../support/bring-in'
import { type Desk, mapAll, openDesk } from '../../support/desk'
import { keepOutlines, outlineRows } from '../../support/kept-outlines'
import { recordedNetwork } from '../../support/recorded-network'

const MAYA = 'maya@example.org'

interface Side {
  geoid: string
  code: string
  namelsad: string
  os_district: string
}
interface Place {
  id: string
  state: string
  address: string
  street: string
  city: string
  zip: string
  lat: number
  lng: number
  upper: Side
  lower?: Partial<Side>
  lower_floterial?: Side[]
}

/** Squares of the made-up state, a tenth of a degree wide. */
const square = (west: number, south: number): Point[] => [
  [west, south],
  [west + 0.1, south],
  [west + 0.1, south + 0.1],
  [west, south + 0.1],
  [west, south],
]

describe('a place near the border of its district', () => {
  const state = stateOf('fr')
  if (!state) throw new Error('no Franklin')
  const joinOf = (chamber: 'upper' | 'lower') => {
    const facts = state.chambers.find((c) => c.chamber === chamber)
    return facts ? joiner(districtPlan(facts)) : () => []
  }
  const kept = (geoid: string, name: string, west: number, lines = '2026') => ({
    chamber: 'lower' as const,
    geoid,
    name,
    lines,
    shape: encodeShape([[square(west, 25)]]),
    asOf: null,
  })
  const rows = [kept('9912A', 'State House District 12A', -90), kept('9912B', 'State House District 12B', -89.9)]
  const why = (point: Point | null, kept = rows, lines = '2026') =>
    borderWatch(kept, state, { upper: joinOf('upper'), lower: joinOf('lower') })({
      address: '',
      upper: 'failed',
      lower: { geoid: '9912A', code: '12A', basename: '12A', name: 'State House District 12A' },
      lines,
      point,
    })?.why ?? ''
  /** Degrees of longitude there. */
  const west = (metres: number) => metres / (111_195 * Math.cos((25.05 * Math.PI) / 180))

  test('is told with the metres and what lies beyond', () => {
    expect(why([-89.9 - west(90), 25.05])).toBe('About 90 m from the border to House 12B.')
    expect(why([-89.9 - west(2), 25.05])).toBe('About 10 m from the border to House 12B.')
  })
  test('is told by its own district where nothing lies beyond', () => {
    expect(why([-90 + west(200), 25.05])).toBe('About 200 m from the edge of House 12A.')
  })
  test('is told where the outline does not hold it at all', () => {
    expect(why([-89.9 + west(150), 25.05])).toBe('About 150 m from the border to House 12B.')
    expect(why([-95, 25.05])).toBe('The place lies outside of the outline of House 12A that this sheet keeps.')
  })
  test('far from any border, without a point, without outlines of these lines, or with a broken one: nothing is said', () => {
    expect(why([-89.95, 25.05])).toBe('')
    expect(why(null)).toBe('')
    expect(why([-89.9 - west(90), 25.05], [])).toBe('')
    expect(why([-89.9 - west(90), 25.05], rows, '2024')).toBe('')
    expect(
      why(
        [-89.9 - west(90), 25.05],
        rows.map((row) => ({ ...row, shape: '[[["x"]]]' })),
      ),
    ).toBe('')
  })
})

describeWithData('real places with the outlines of their state', () => {
  const truth = readSharedJson<Place[]>('places/ground-truth.json')
  const near = readSharedJson<Place[]>('places/near-border.json')
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]+/g, ' ')

  /** The geocoder’s answers for the places near a border, in the recorded shape. */
  const nearby: Handler = ({ url }) => {
    if (!url.includes('/geographies/onelineaddress')) return null
    const asked = plain(new URL(url).searchParams.get('address') ?? '')
    const place = near.find((p) => plain(p.address) === asked)
    if (!place) return null
    const layer = (side: Partial<Side> | undefined, field: string) =>
      side?.geoid ? [{ GEOID: side.geoid, NAME: side.namelsad, [field]: side.code, LSY: '2026' }] : []
    const geographies = {
      '2026 State Legislative Districts - Upper': layer(place.upper, 'SLDU'),
      '2026 State Legislative Districts - Lower': layer(place.lower, 'SLDL'),
    }
    const match = { matchedAddress: asked, geographies, coordinates: { x: place.lng, y: place.lat } }
    const body = JSON.stringify({ result: { addressMatches: [match] } })
    return { status: 200, body, ms: 400 }
  }
  const network = [nearby, ...recordedNetwork()]

  function mapped(state: string, places: readonly Place[], lines = '2026'): Desk {
    const desk = openDesk(MAYA, { network })
    desk.ask(MAYA, 'setUp', { state })
    keepOutlines(desk.workspace, outlineRows(state, lines))
    const rows = places.map((p) => [p.id, p.city, p.street, p.zip])
    bringIn(desk, MAYA, { kind: 'groups', header: ['Group', 'Town', 'Address', 'ZIP'], rows })
    mapAll(desk, MAYA)
    return desk
  }
  const cardsOf = (desk: Desk) =>
    desk.ask(MAYA, 'groups', {}).groups.map(({ id }) => {
      const { card } = desk.ask(MAYA, 'groupCard', { groupId: id })
      if (!card) throw new Error(`no card for ${id}`)
      return card
    })
  const coversOf = (p: Place) =>
    [
      `upper ${p.upper.os_district}`,
      ...(p.lower?.os_district ? [`lower ${p.lower.os_district}`] : []),
      ...(p.lower_floterial ?? []).map((f) => `lower ${f.os_district}`),
    ].sort()

  test.each(['mn', 'wa', 'ma', 'nh', 'ne', 'md', 'nj'])(
    '%s: those near a border are to be checked, none of the others is, and all have their true districts',
    (state) => {
      const [far, close] = [truth, near].map((list) => list.filter((p) => p.state === state)) as [Place[], Place[]]
      expect(far.length + close.length).toBeGreaterThan(8)
      for (const card of cardsOf(mapped(state, [...far, ...close]))) {
        const isNear = close.some((p) => p.id === card.name)
        const place = [...far, ...close].find((p) => p.id === card.name) as Place
        const { mapping, why, next } = card
        expect({ id: card.name, mapping, why, next }).toEqual({
          id: card.name,
          mapping: isNear ? 'check' : 'mapped',
          why: isNear
            ? expect.stringMatching(/^About \d+ m from the (border to|edge of) |^The place lies outside/)
            : '',
          next: isNear ? 'Ask the group on which side it meets, then press Confirm.' : '',
        })
        expect(card.covers.map((c) => `${c.chamber} ${c.district}`).sort()).toEqual(coversOf(place))
        expect(card.covers.every((c) => c.lines === '2026' && c.confirmedBy === '')).toBe(true)
        const [lat, lng] = card.point ?? [0, 0]
        expect(Math.hypot(lat - place.lat, lng - place.lng)).toBeLessThan(0.00002)
      }
    },
  )

  test.each(['vt', 'pa', 'ca', 'il', 'ny', 'tx', 'az'])(
    '%s, without outlines: all have their true districts',
    (state) => {
      const far = truth.filter((p) => p.state === state)
      for (const card of cardsOf(mapped(state, far))) {
        expect(card).toMatchObject({ mapping: 'mapped', why: '' })
        const place = far.find((p) => p.id === card.name) as Place
        expect(card.covers.map((c) => `${c.chamber} ${c.district}`).sort()).toEqual(coversOf(place))
      }
    },
  )

  test('outlines of other lines than the answer’s say nothing, and so does a sheet without the tab', () => {
    const close = near.filter((p) => p.state === 'mn')
    for (const card of cardsOf(mapped('mn', close, '2024'))) expect(card.mapping).toBe('mapped')
    const desk = mapped('mn', [])
    const { sheets } = desk.workspace.spreadsheet()
    sheets.splice(
      sheets.findIndex((sheet) => sheet.name === 'Outlines'),
      1,
    )
    const rows = close.map((p) => [p.id, p.city, p.street, p.zip])
    bringIn(desk, MAYA, { kind: 'groups', header: ['Group', 'Town', 'Address', 'ZIP'], rows })
    expect(mapAll(desk, MAYA)).toMatchObject({ mapped: close.length, check: 0 })
  })
})
