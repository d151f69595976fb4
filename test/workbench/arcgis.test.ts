/** The emulated map server answers as the recorded ones do. */
import { measure } from '../../src/districts/border'
import type { Polygons } from '../../src/districts/shape'
import { TIGERWEB } from '../../workbench/franklin/tigerweb'
import { ask } from '../../workbench/workspace/network'
import { describeWithData, readSharedJson } from '../shared-data'
import { get, state } from '../support/franklin-web'
import { realTigerWeb, type TigerWeb } from '../support/tigerweb'

interface Answered {
  error?: object
  exceededTransferLimit?: boolean
  properties?: object
  features: { geometry: { type: string; coordinates: number[][][] } | null; properties: Record<string, unknown> }[]
}

const queryUrl = (layer: number, params: Record<string, string>): string =>
  `${TIGERWEB}/${layer}/query?${new URLSearchParams({ f: 'geojson', outFields: '*', ...params })}`

describe('Franklin’s map service', () => {
  const query = (layer: number, params: Record<string, string>): Answered =>
    JSON.parse(get(queryUrl(layer, params)).body) as Answered

  test('has two plans, the older one in a group', () => {
    const { layers } = JSON.parse(get(`${TIGERWEB}?f=json`).body) as {
      layers: { id: number; name: string; parentLayerId: number; type: string; subLayerIds: number[] | null }[]
    }
    const plans = layers.filter((l) => /State Legislative Districts - (Upper|Lower)$/.test(l.name))
    expect(plans.map((l) => [l.name.slice(0, 4), layers.find((g) => g.id === l.parentLayerId)?.type ?? 'top'])).toEqual(
      [
        ['2026', 'top'],
        ['2026', 'top'],
        ['2024', 'Group Layer'],
        ['2024', 'Group Layer'],
      ],
    )
    for (const { id, name } of plans)
      expect(query(id, { where: '1=1' }).features.map((f) => f.properties.LSY)).toContain(name.slice(0, 4))
  })

  test('gives records without outlines, the fields asked for only, and page by page', () => {
    const first = query(2, {
      where: "STATE='99'",
      outFields: 'GEOID',
      returnGeometry: 'false',
      resultRecordCount: '60',
    })
    const rest = query(2, { where: "STATE='99'", outFields: 'GEOID', returnGeometry: 'false', resultOffset: '60' })
    expect([first.exceededTransferLimit, first.features.length]).toEqual([true, 60])
    expect([rest.exceededTransferLimit, rest.features.length]).toEqual([undefined, 39])
    const ids = [...first.features, ...rest.features].map((f) => f.properties.GEOID)
    expect(new Set(ids)).toEqual(new Set(state.map.outlines('lower').features.map((f) => f.properties.GEOID)))
    expect(first.features[0]).toMatchObject({ geometry: null, properties: { GEOID: expect.any(String) } })
    expect(Object.keys(first.features[0]?.properties ?? {})).toEqual(['GEOID'])
  })

  test('gives the GEOIDs asked for, nothing for another state, and an error with status 200 for what it cannot read', () => {
    const two = query(1, { where: "STATE='99' AND GEOID IN ('99014','99015')" })
    expect(two.features.map((f) => f.properties.BASENAME)).toEqual(['14', '15'])
    expect(query(1, { where: "STATE='27'" }).features).toEqual([])
    for (const [layer, params] of [
      [77, { where: '1=1' }],
      [3, { where: '1=1' }],
      [1, { where: 'STATE=99 OR 1' }],
      [1, { where: "COUNTY='99'" }],
      [1, { where: '1=1', outFields: 'NOTHING' }],
    ] as const)
      expect(query(layer, { ...params })).toMatchObject({ error: { code: 400 } })
  })
})

describeWithData('the map service of the seven real states', () => {
  let web: TigerWeb
  beforeAll(() => {
    web = realTigerWeb(['mn'])
  })
  const body = (url: string): string => {
    const answer = ask(web.network, { url, method: 'get', headers: {}, body: '', now: 0 })
    return answer === 'unreachable' ? answer : answer.body
  }

  test('lists its layers in the shape of the recorded list', () => {
    type Listed = { layers: { id: number; name: string; parentLayerId: number; type: string }[] }
    const { layers } = JSON.parse(body(`${TIGERWEB}?f=json`)) as Listed
    const recorded = readSharedJson<Listed>('tigerweb/Legislative.MapServer.layers.late-2026.reconstructed.json').layers
    for (const { id, name, parentLayerId, type } of layers)
      expect(recorded).toContainEqual(expect.objectContaining({ id, name, parentLayerId, type }))
  })

  test('answers two districts of Minnesota with the outlines of the recorded answer', () => {
    const answered = JSON.parse(body(queryUrl(2, { where: "GEOID IN ('2765A','2765B')" }))) as Answered
    const recorded = readSharedJson<Answered>('tigerweb/query.mn-sldl-65A-65B.f-geojson.reconstructed.json')
    const sorted = ({ features }: Answered) =>
      [...features].sort((a, b) => (String(a.properties.GEOID) < String(b.properties.GEOID) ? -1 : 1))
    expect(sorted(answered).map((f) => f.geometry)).toEqual(sorted(recorded).map((f) => f.geometry))
    expect(sorted(recorded).map((f) => f.properties)).toMatchObject(sorted(answered).map((f) => f.properties))
  })

  test('makes an outline simpler, and leaves no corner farther off than it was told', () => {
    const where = "GEOID IN ('2765A')"
    const drawn = (params: Record<string, string>) =>
      (JSON.parse(body(queryUrl(2, { where, ...params }))) as Answered).features[0]?.geometry?.coordinates ?? []
    const whole = drawn({})
    const simple = drawn({ maxAllowableOffset: '0.002', geometryPrecision: '5' })
    expect(simple[0]?.length).toBeLessThan(whole[0]?.length ?? 0)
    for (const corner of whole[0] ?? [])
      expect(measure([simple] as unknown as Polygons, corner as [number, number]).metres).toBeLessThan(0.002 * 111_195)
  })

  test.each([
    ['error object', 'error.400.http-200.reconstructed.json'],
    ['layer gone', 'error.layer-gone.http-200.reconstructed.json'],
    ['cut off', 'query.truncated.f-geojson.reconstructed.json'],
    ['empty', 'query.empty.f-geojson.reconstructed.json'],
  ] as const)('fails as recorded: %s', (trouble, file) => {
    web.trouble = () => trouble
    expect(JSON.parse(body(queryUrl(2, { where: '1=1' })))).toEqual(readSharedJson(`tigerweb/${file}`))
    web.trouble = null
  })
})
