/**
 * Outlines fetched from a map service that moves, fails, lies, or is left alone half-way: each outline stands once, none is
 * missing, and what could not be fetched is said. On Franklin, so that it needs no data.
 */
import { decodeShape } from '../../../src/districts/shape'
import { franklin } from '../../../workbench/franklin'
import type { MapFeature, MapLayer } from '../../../workbench/franklin/arcgis'
import { districtRecord } from '../../../workbench/franklin/geocoder'
import { legislativeLayers } from '../../../workbench/franklin/tigerweb'
import type { ServiceCall } from '../../../workbench/workspace/gate'
import { Workspace } from '../../../workbench/workspace/workspace'
import { type Desk, deskOn, openDesk } from '../../support/desk'
import { fetchOutlines, keptOutlines } from '../../support/outlines'
import { type TigerWeb, TROUBLES, type Trouble, tigerWebOf } from '../../support/tigerweb'
import { rowsIn } from '../alerts/world'

jest.setTimeout(300_000)

const MAYA = 'maya@example.org'
const ALL = 149
const made = franklin()

const layers = (): MapLayer[] =>
  legislativeLayers((year, chamber) =>
    made.map.outlines(chamber).features.map(({ geometry, properties: { district } }) => ({
      geometry,
      properties: districtRecord(made.map, chamber, district, year),
    })),
  )

/** A sheet that is set up and holds no outline yet. */
const fresh = (() => {
  const { workspace, ask } = openDesk(MAYA, { network: [], now: Date.parse(made.now) })
  ask(MAYA, 'setUp', { state: 'fr' })
  return { options: workspace.options, saved: workspace.save() }
})()

function scene(): { web: TigerWeb; desk: Desk } {
  const web = tigerWebOf(layers())
  return { web, desk: deskOn(Workspace.load({ ...fresh.options, network: web.network }, fresh.saved)) }
}

const geoidsIn = (desk: Desk): string[] =>
  rowsIn(desk.workspace, 'outlines').map((row) => `${row.chamber} ${row.geoid}`)
const everyGeoid = layers()
  .filter(({ id }) => id === 1 || id === 2)
  .flatMap(({ id, features }) => (features ?? []).map((f) => `${id === 1 ? 'upper' : 'lower'} ${f.properties.GEOID}`))
  .sort()

/** Each outline once, none missing. */
function expectWhole(desk: Desk, where = ''): void {
  expect({ where, geoids: geoidsIn(desk).sort() }).toEqual({ where, geoids: everyGeoid })
  for (const { shape } of keptOutlines(desk, MAYA).values()) expect(decodeShape(shape).length).toBe(1)
}

const isLayers = (url: string): boolean => url.endsWith('MapServer?f=json')
const isList = (url: string): boolean => url.includes('returnGeometry=false')
const isShapes = (url: string): boolean => !isLayers(url) && !isList(url)

describe('layers are found by name', () => {
  test('whatever their numbers and years', () => {
    const { web, desk } = scene()
    web.layers = layers().map((layer) => ({
      ...layer,
      id: layer.id + 40,
      parentLayerId: layer.parentLayerId < 0 ? -1 : layer.parentLayerId + 40,
      name: layer.name.replace('2026', '2028').replace('2024', '2026'),
      features: (layer.features ?? []).map((f) => ({ ...f, properties: { ...f.properties, LSY: '2028' } })),
    }))
    expect(fetchOutlines(desk, MAYA).pop()).toMatchObject({ done: ALL, of: ALL, problem: '' })
    expect(new Set([...keptOutlines(desk, MAYA).values()].map((o) => o.lines))).toEqual(new Set(['2028']))
  })

  test('the order in which they are listed does not matter, nor an older one at the top', () => {
    const { web, desk } = scene()
    web.layers = layers()
      .map((layer) => ({ ...layer, parentLayerId: layer.features ? -1 : layer.parentLayerId }))
      .reverse()
    fetchOutlines(desk, MAYA)
    expect(new Set([...keptOutlines(desk, MAYA).values()].map((o) => o.lines))).toEqual(new Set(['2026']))
  })

  test('one plan alone counts for the coming election and for those who sit', () => {
    const { web, desk } = scene()
    web.layers = layers().filter(({ id }) => id <= 2)
    const row = rowsIn(desk.workspace, 'settings').findIndex(({ setting }) => setting === 'District lines') + 2
    desk.workspace.people.edit(MAYA, 'Settings', row, 2, 'sitting')
    expect(fetchOutlines(desk, MAYA).pop()).toMatchObject({ done: ALL, problem: '' })
  })

  test('a chamber whose layer is gone is said, keeps its old outlines, and the other is fetched', () => {
    const { web, desk } = scene()
    fetchOutlines(desk, MAYA)
    web.layers = layers().filter(({ name }) => !name.endsWith('Lower'))
    const [lot] = fetchOutlines(desk, MAYA)
    expect(lot).toMatchObject({ done: 50, of: 50, problem: expect.stringMatching(/House.*kept/) })
    expectWhole(desk)
  })
})

describe('a service that does not answer', () => {
  test.each(Object.keys(TROUBLES) as Trouble[])('%s everywhere: said so, nothing written, nothing lost', (trouble) => {
    const { web, desk } = scene()
    fetchOutlines(desk, MAYA)
    const before = rowsIn(desk.workspace, 'outlines')
    web.trouble = () => trouble
    expect(desk.faultOf(MAYA, 'outlineLot', { after: '' })).toMatchObject({
      code: 'TIGERWEB_DOWN',
      next: expect.stringContaining('kept'),
    })
    expect(rowsIn(desk.workspace, 'outlines')).toEqual(before)
  })

  test.each(Object.keys(TROUBLES) as Trouble[])(
    '%s for every outline: said by name, and the next run finishes',
    (trouble) => {
      const { web, desk } = scene()
      web.trouble = ({ url }) => (isShapes(url) ? trouble : null)
      const lots = fetchOutlines(desk, MAYA)
      expect(lots.length).toBeLessThan(6)
      expect(lots.pop()).toMatchObject({
        done: 0,
        of: ALL,
        problem: expect.stringMatching(/State House District \d+[AB]\. Still missing: 149\..*kept/),
      })
      expect(geoidsIn(desk)).toEqual([])
      web.trouble = null
      expect(fetchOutlines(desk, MAYA).pop()).toMatchObject({ done: ALL, of: ALL, problem: '' })
      expectWhole(desk)
    },
  )

  test.each(Object.keys(TROUBLES) as Trouble[])(
    '%s for some: the others are kept, these come in a later lot',
    (trouble) => {
      const { web, desk } = scene()
      let failures = 0
      web.trouble = ({ url }) => (isShapes(url) && failures < 3 && ++failures ? trouble : null)
      const lots = fetchOutlines(desk, MAYA)
      expect(failures).toBe(3)
      expect(lots[0]?.problem).not.toBe('')
      expect(lots.pop()).toMatchObject({ done: ALL, of: ALL, problem: '' })
      expectWhole(desk)
    },
  )

  test('one request of a lot that never answers does not keep the others away', () => {
    const { web, desk } = scene()
    web.trouble = ({ url }) => (isShapes(url) && url.includes('99020') ? 'time-out' : null)
    const lots = fetchOutlines(desk, MAYA)
    const upper = 'upper 99020'
    expect(lots.pop()).toMatchObject({ done: ALL - 1, of: ALL, problem: expect.stringContaining('20') })
    expect(geoidsIn(desk)).toHaveLength(ALL - 1)
    expect(geoidsIn(desk)).not.toContain(upper)
  })

  test('every other request fails now and then: it is asked for again, and comes', () => {
    const { web, desk } = scene()
    web.trouble = ({ url }, n) => (isShapes(url) && n % 2 === 0 ? 'server error' : null)
    fetchOutlines(desk, MAYA)
    fetchOutlines(desk, MAYA)
    expectWhole(desk)
  })

  test('a list that comes in parts is put together', () => {
    const { web, desk } = scene()
    web.change = (body, { url }) => {
      if (!isList(url)) return body
      const answer = JSON.parse(body) as { features: unknown[] }
      const features = answer.features.slice(0, 40)
      return JSON.stringify({ ...answer, features, exceededTransferLimit: features.length < answer.features.length })
    }
    expect(fetchOutlines(desk, MAYA).pop()).toMatchObject({ done: ALL, of: ALL, problem: '' })
    expectWhole(desk)
  })

  test('the whole state takes a few requests, each far below six minutes however slow the service is', () => {
    const { web, desk } = scene()
    web.trouble = () => 'time-out'
    const begun = desk.workspace.clock.now
    desk.faultOf(MAYA, 'outlineLot', { after: '' })
    expect(desk.workspace.clock.now - begun).toBeLessThan(180_000)
  })
})

describe('answers that are not what they should be', () => {
  const changed =
    (of: (url: string) => boolean, change: (features: MapFeature[]) => unknown[]): NonNullable<TigerWeb['change']> =>
    (body, { url }) =>
      of(url) ? JSON.stringify({ ...JSON.parse(body), features: change(JSON.parse(body).features) }) : body

  test('names that would be formulas or markup stay text, and long ones are cut', () => {
    const { web, desk } = scene()
    const names = [
      '=HYPERLINK("http://x.example.org","x")',
      '<img src=x onerror=alert(1)>',
      '+1',
      'a\u0000b',
      'x'.repeat(90_000),
    ]
    web.change = changed(isList, (features) =>
      features.map((f, i) => ({ ...f, properties: { ...f.properties, NAME: names[i % 9] ?? f.properties.NAME } })),
    )
    expect(fetchOutlines(desk, MAYA).pop()).toMatchObject({ done: ALL, of: ALL })
    expectWhole(desk)
    const kept = [...keptOutlines(desk, MAYA).values()].map((o) => o.name)
    expect(kept).toEqual(expect.arrayContaining(names.slice(0, 3)))
    for (const name of kept) expect(name.length).toBeLessThanOrEqual(200)
    const tab = desk.workspace.spreadsheet().sheets.find((sheet) => sheet.name === 'Outlines')
    expect(JSON.stringify(tab)).not.toMatch(/"formula":"=/)
  })

  test('what is of another state, twice there, water, or no GEOID at all is left out', () => {
    const { web, desk } = scene()
    const strange = ['27001', '99ZZZ', '99', '', '=1+1', "99'; --", '99001\n', null, 99, {}, '__proto__']
    web.change = changed(isList, (features) => [
      ...features,
      ...features,
      ...strange.map((GEOID) => ({ type: 'Feature', properties: { GEOID, NAME: 'x' } })),
      null,
      7,
      { type: 'Feature', properties: null },
    ])
    expect(fetchOutlines(desk, MAYA).pop()).toMatchObject({ done: ALL, of: ALL, problem: '' })
    expectWhole(desk)
  })

  test('outlines that nobody asked for, of no shape, or not of numbers are not written', () => {
    const { web, desk } = scene()
    const bad: unknown[] = [
      null,
      {},
      { type: 'Point', coordinates: [1, 2] },
      { type: 'Polygon', coordinates: 'x' },
      { type: 'Polygon', coordinates: [[[1, 2], ['=1', 3], [4, 5], [1, 2]]] },
      { type: 'Polygon', coordinates: [[[1e9, 2], [3, 4], [5, 6], [1e9, 2]]] },
      { type: 'Polygon', coordinates: [[[1, 2], [1, 2], [1, 2], [1, 2]]] },
      { type: 'MultiPolygon', coordinates: [[[1, 2]]] },
    ] // biome-ignore format: one a line
    web.change = changed(isShapes, (features) => [
      { type: 'Feature', properties: { GEOID: '27001' }, geometry: features[0]?.geometry },
      ...features.map((f, i) => (i < bad.length ? { ...f, geometry: bad[i] } : f)),
    ])
    const { done, problem } = fetchOutlines(desk, MAYA).pop() ?? { done: -1, problem: '' }
    expect(problem).toContain('No outline came')
    expect(done).toBeLessThan(ALL)
    expect(geoidsIn(desk)).toHaveLength(done)
    expect(geoidsIn(desk).join()).not.toContain('27001')
    web.change = null
    fetchOutlines(desk, MAYA)
    expectWhole(desk)
  })

  test('an outline too long for a cell is laid on a coarser grid until it fits, and stays where it was', () => {
    const { web, desk } = scene()
    const ring = Array.from({ length: 60_000 }, (_, i) => {
      const turn = (2 * Math.PI * i) / 59_999
      const far = 0.5 + 0.01 * Math.sin(40 * turn)
      return [-89 + far * Math.cos(turn), 26 + far * Math.sin(turn)]
    })
    web.change = changed(isShapes, (features) =>
      features.map((f) =>
        f.properties.GEOID === '99014' ? { ...f, geometry: { type: 'Polygon', coordinates: [ring] } } : f,
      ),
    )
    expect(fetchOutlines(desk, MAYA).pop()).toMatchObject({ done: ALL, problem: '' })
    const { shape = '' } = keptOutlines(desk, MAYA).get('upper 99014') ?? {}
    expect(shape.length).toBeLessThanOrEqual(45_000)
    expect(shape.length).toBeGreaterThan(5_000)
    for (const [lng, lat] of decodeShape(shape).flat().flat())
      expect(Math.abs(Math.hypot(lng + 89, lat - 26) - 0.5)).toBeLessThan(0.015)
  })

  test('a list that is far too short or too long is not believed, and nothing is taken out for it', () => {
    const { web, desk } = scene()
    fetchOutlines(desk, MAYA)
    const many = Array.from({ length: 900 }, (_, i) => ({
      type: 'Feature',
      properties: { GEOID: `99${String(i + 100)}`, NAME: 'x' },
    }))
    for (const change of [(f: MapFeature[]) => f.slice(0, 3), (f: MapFeature[]) => [...f, ...many]]) {
      web.change = changed(isList, change)
      expect(desk.faultOf(MAYA, 'outlineLot', { after: '' }).code).toBe('TIGERWEB_DOWN')
      expectWhole(desk)
    }
  })
})

describe('what the sheet holds already', () => {
  test('outlines of districts that are gone, of another state or that a person spoiled are put right at the end', () => {
    const { desk } = scene()
    fetchOutlines(desk, MAYA)
    desk.workspace.people.edit(MAYA, 'Outlines', 2, 5, 'my own note')
    desk.workspace.people.edit(MAYA, 'Outlines', 3, 5, '')
    desk.workspace.people.paste(MAYA, 'Outlines', 200, 1, [
      ['lower', '99777', 'Old district', '2026', '[[[1,2,3,4,5,6]]]', ''],
      ['upper', '27001', 'Minnesota 1', '2026', '[[[1,2,3,4,5,6]]]', ''],
    ])
    fetchOutlines(desk, MAYA)
    expectWhole(desk)
  })

  test('a run that was given up goes on where it was, and asks for nothing twice', () => {
    const { web, desk } = scene()
    const first = desk.ask(MAYA, 'outlineLot', { after: '' })
    expect(first.done).toBeGreaterThan(0)
    const asked = web.asked.filter(isShapes)
    web.asked.length = 0
    expect(desk.ask(MAYA, 'outlineLot', { after: '' }).done).toBeGreaterThan(first.done)
    fetchOutlines(desk, MAYA)
    for (const url of web.asked.filter(isShapes)) expect(asked).not.toContain(url)
    expectWhole(desk)
  })

  test('a token that nobody gave out does no harm', () => {
    const { desk } = scene()
    for (const after of ['~', 'x', '~0', '~-1', '~NaN', 'zzz~99999', '<b>~1e9', '__proto__~3'])
      desk.ask(MAYA, 'outlineLot', { after })
    fetchOutlines(desk, MAYA)
    expectWhole(desk)
  })
})

test('killed at any service call and run again: each outline once, none missing', () => {
  const { web, desk } = scene()
  const begin = desk.workspace.save()
  const options = { ...desk.workspace.options, network: web.network }
  let calls = 0
  const quiet = deskOn(Workspace.load(options, begin))
  quiet.workspace.hook = { before: () => void calls++ }
  fetchOutlines(quiet, MAYA)
  expect(calls).toBeGreaterThan(30)
  for (let n = 1; n <= calls; n++) {
    const struck = deskOn(Workspace.load(options, begin))
    let left = n
    struck.workspace.hook = { before: (call: ServiceCall) => void (--left === 0 && call.execution.kill()) }
    try {
      fetchOutlines(struck, MAYA)
    } catch {
      // The run is over; what it left in the sheet is what counts.
    }
    expect(left).toBeLessThanOrEqual(0)
    struck.workspace.hook = null
    fetchOutlines(struck, MAYA)
    expectWhole(struck, `call ${n}`)
  }
})
