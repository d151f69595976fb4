/** Outlines of real states and of Franklin through the front door: every one in the sheet, and the same when it comes back. */
import { measure } from '../../../src/districts/border'
import { decodeShape } from '../../../src/districts/shape'
import { stateOf } from '../../../src/registry/states'
import { franklin } from '../../../workbench/franklin'
import type { MapFeature } from '../../../workbench/franklin/arcgis'
import { legislativeLayers } from '../../../workbench/franklin/tigerweb'
import { describeWithData, readShared, readSharedJson } from '../../shared-data'
import { type Desk, openDesk } from '../../support/desk'
import { difference, fetchOutlines, keptOutlines, polygonsOf } from '../../support/outlines'
import { parseCsv } from '../../support/parse-csv'
import { OUTLINED, type OutlinedState, realTigerWeb, type TigerWeb, tigerWebOf } from '../../support/tigerweb'
import { rowsIn } from '../alerts/world'

const MAYA = 'maya@example.org'
const A_METRE = 1e-5
const CELL = 50_000

function deskFor(state: string, web: TigerWeb): Desk {
  const desk = openDesk(MAYA, { network: web.network })
  desk.ask(MAYA, 'setUp', { state })
  return desk
}

/** Remembers every outline that was answered, by layer and GEOID. */
function remembering(web: TigerWeb): Map<string, MapFeature['geometry']> {
  const answered = new Map<string, MapFeature['geometry']>()
  web.change = (body, { url }) => {
    const chamber = /MapServer\/1\//.test(url) ? 'upper' : 'lower'
    const { features = [] } = JSON.parse(body) as { features?: MapFeature[] }
    for (const { geometry, properties } of features)
      if (geometry) answered.set(`${chamber} ${properties.GEOID}`, geometry)
    return body
  }
  return answered
}

interface Crossed {
  state: string
  chamber: string
  geoid: string
  district: string
  name: string
}
const crosswalk = (): Crossed[] =>
  parseCsv(readShared('districts/crosswalk.csv'))
    .slice(1)
    .map(([state = '', layer = '', geoid = '', , name = '', , , district = '']) => ({
      state,
      chamber: layer === 'sldu' ? 'upper' : 'lower',
      geoid,
      district,
      name,
    }))
    .filter(({ geoid }) => geoid !== '')

describeWithData('the outlines of seven real states', () => {
  test.each(Object.keys(OUTLINED) as OutlinedState[])(
    '%s: all fit the sheet, one row a district, and come back as they were answered',
    (state) => {
      const web = realTigerWeb([state])
      const answered = remembering(web)
      const desk = deskFor(state, web)
      const lots = fetchOutlines(desk, MAYA)
      expect(lots[lots.length - 1]).toMatchObject({ problem: '', done: answered.size, of: answered.size })
      expect(lots.map((lot) => lot.done)).toEqual([...new Set(lots.map((lot) => lot.done))].sort((a, b) => a - b))

      const kept = keptOutlines(desk, MAYA)
      expect([...kept.keys()].sort()).toEqual([...answered.keys()].sort())
      for (const [key, { shape, lines }] of kept) {
        const drawn = answered.get(key)
        expect([key, lines]).toEqual([key, '2026'])
        expect({ key, off: difference(decodeShape(shape), drawn ? polygonsOf(drawn) : []) < A_METRE }).toEqual({
          key,
          off: true,
        })
      }
      const rows = rowsIn(desk.workspace, 'outlines')
      expect(rows).toHaveLength(answered.size)
      for (const row of rows) for (const cell of Object.values(row)) expect(String(cell).length).toBeLessThan(CELL)
      expect(desk.ask(MAYA, 'districts', {}).outlines).toMatchObject({ kept: answered.size, of: answered.size })
    },
  )

  test('New Hampshire’s floterials stand with every outline they lie over', () => {
    const desk = deskFor('nh', realTigerWeb(['nh']))
    fetchOutlines(desk, MAYA)
    const { base_to_floterial: above } = readSharedJson<{ base_to_floterial: Record<string, string[]> }>(
      'new-hampshire/nh-floterial-map.json',
    )
    const { outlines } = desk.ask(MAYA, 'outlines', { chamber: 'lower' })
    const standing = Object.fromEntries(outlines.map(({ districts: [base = '', ...rest] }) => [base, rest]))
    expect(standing).toEqual(above)
  })

  test('the sitting members’ lines are fetched where the setting says so, and replace the others', () => {
    const web = realTigerWeb(['ne'])
    const desk = deskFor('ne', web)
    fetchOutlines(desk, MAYA)
    const row = rowsIn(desk.workspace, 'settings').findIndex(({ setting }) => setting === 'District lines') + 2
    desk.workspace.people.edit(MAYA, 'Settings', row, 2, 'sitting')
    fetchOutlines(desk, MAYA)
    expect(new Set([...keptOutlines(desk, MAYA).values()].map((o) => o.lines))).toEqual(new Set(['2024']))
    expect(rowsIn(desk.workspace, 'outlines')).toHaveLength(49)
  })
})

describeWithData('every outline of the crosswalk’s nine states', () => {
  const square = (n: number): MapFeature['geometry'] => ({
    type: 'Polygon',
    coordinates: [
      [
        [n / 10, 40],
        [n / 10 + 0.05, 40],
        [n / 10 + 0.05, 40.05],
        [n / 10, 40],
      ],
    ],
  })

  test.each([...new Set(crosswalk().map((row) => row.state))])(
    '%s: stands for the districts Open States knows there',
    (state) => {
      const rows = crosswalk().filter((row) => row.state === state)
      const layers = legislativeLayers((LSY, chamber) =>
        [...new Map(rows.filter((r) => r.chamber === chamber).map((r) => [r.geoid, r]))].map(
          ([GEOID, { name }], i) => ({
            geometry: square(i),
            properties: { GEOID, NAME: name, STATE: stateOf(state)?.fips, LSY },
          }),
        ),
      )
      const desk = deskFor(state, tigerWebOf(layers))
      fetchOutlines(desk, MAYA)
      const kept = keptOutlines(desk, MAYA)
      for (const { chamber, geoid, district } of rows)
        expect({ geoid, districts: kept.get(`${chamber} ${geoid}`)?.districts }).toEqual({
          geoid,
          // Water is left out.
          districts: geoid.endsWith('ZZZ') ? undefined : expect.arrayContaining([district]),
        })
    },
  )
})

test('Franklin: all outlines but the floterial’s, which stands with those it lies over', () => {
  const made = franklin()
  const desk = openDesk(MAYA, { network: made.network, now: Date.parse(made.now) })
  desk.ask(MAYA, 'setUp', { state: 'fr' })
  expect(desk.ask(MAYA, 'districts', {}).outlines).toEqual({ kept: 0, of: 149, asOf: null })
  fetchOutlines(desk, MAYA)
  const kept = keptOutlines(desk, MAYA)
  for (const chamber of ['upper', 'lower'] as const)
    for (const { properties, geometry } of made.map.outlines(chamber).features) {
      const outline = kept.get(`${chamber} ${properties.GEOID}`)
      expect(outline?.districts[0]).toBe(properties.district)
      const shape = decodeShape(outline?.shape ?? '')
      for (const corner of polygonsOf(geometry).flat().flat()) expect(measure(shape, corner).metres).toBeLessThan(60)
    }
  expect(kept.size).toBe(149)
  const with12F = [...kept.values()].filter((o) => o.districts.includes('12F')).map((o) => o.districts)
  expect(with12F).toEqual([
    ['12A', '12F'],
    ['12B', '12F'],
  ])
  const { kept: count, of, asOf } = desk.ask(MAYA, 'districts', {}).outlines
  expect([count, of]).toEqual([149, 149])
  expect(Date.parse(asOf ?? '')).toBeGreaterThanOrEqual(Date.parse(made.now))
})
