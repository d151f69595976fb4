import * as fc from 'fast-check'
import { FLOTERIAL, FRANKLIN, lowerDistricts, upperDistricts } from '../../workbench/franklin/facts'
import { GEOCODER } from '../../workbench/franklin/geocoder'
import { contains, type Ring } from '../../workbench/franklin/polygon'
import { districtOnMap, geocode, get, type Layer, layer, type Match, matches, state } from '../support/franklin-web'

describe('the map', () => {
  test('has lower districts that lie whole in their upper one, and a floterial over just its base districts', () => {
    for (const upper of upperDistricts()) {
      const within = state.map.ring('upper', upper)
      for (const lower of lowerDistricts().filter((d) => d.replace(/[ABF]$/, '') === upper)) {
        // A corner both share counts as inside: a hair’s breadth towards the middle decides.
        for (const [lng, lat] of state.map.ring('lower', lower)) expect(nudgedInside(within, lng, lat)).toBe(true)
      }
    }
    const over = state.map.ring('lower', FLOTERIAL.district)
    for (const base of FLOTERIAL.over)
      for (const [lng, lat] of state.map.ring('lower', base)) expect(nudgedInside(over, lng, lat)).toBe(true)
  })

  function nudgedInside(ring: Ring, lng: number, lat: number): boolean {
    const shifts = [-1e-6, 0, 1e-6]
    return shifts.some((dx) => shifts.some((dy) => contains(ring, [lng + dx, lat + dy])))
  }

  test('tiles: every point on land lies in one outline of each chamber, the one that districtsAt says', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -92.2, max: -85.8, noNaN: true }),
        fc.double({ min: 24.5, max: 28.1, noNaN: true }),
        (lng, lat) => {
          const here = state.map.districtsAt(lat, lng)
          const expected =
            here === null || here === 'water' ? { upper: [], lower: [] } : { upper: [here.upper], lower: [here.lower] }
          expect({ upper: districtOnMap('upper', lng, lat), lower: districtOnMap('lower', lng, lat) }).toEqual(expected)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('has water, towns that districts split, and a time zone line that follows county lines', () => {
    expect(state.map.districtsAt(24.7, -89)).toBe('water')
    expect(state.map.districtsAt(45, -93)).toBeNull()
    expect(state.towns.filter((t) => t.split).length).toBeGreaterThan(5)
    expect(new Set(state.map.counties.map((c) => c.timeZone))).toEqual(new Set(FRANKLIN.zones))
    const west = state.map.countyAt(26.5, -91.9)
    const east = state.map.countyAt(26.5, -86.1)
    expect([west?.timeZone, east?.timeZone]).toEqual(['America/Chicago', 'America/New_York'])
  })
})

describe('the geocoder', () => {
  const oneLine = (i: number): string => {
    const g = state.groups[i]
    return `${g?.address}, ${g?.town}, FR ${g?.zip}`
  }

  test('finds for every group’s address the districts whose outlines hold it', () => {
    state.truth.forEach((truth, i) => {
      if (truth.trouble) return
      const [match, ...more] = matches(oneLine(i))
      expect(more).toEqual([])
      if (!match) throw new Error(`no match for ${oneLine(i)}`)
      const { x, y } = (match as unknown as { coordinates: { x: number; y: number } }).coordinates
      expect([layer(match, 'Upper')?.BASENAME]).toEqual(truth.upper)
      expect([layer(match, 'Lower')?.BASENAME]).toEqual(truth.lower)
      expect(districtOnMap('upper', x, y)).toEqual(truth.upper)
      expect(districtOnMap('lower', x, y)).toEqual(truth.lower)
      expect(truth.floterial).toEqual(FLOTERIAL.over.some((d) => d === truth.lower[0]) ? [FLOTERIAL.district] : [])
    })
  })

  test('has for each kind of trouble one group, and answers each as the Census Bureau would', () => {
    const of = (trouble: string) => state.truth.findIndex((t) => t.trouble === trouble)
    expect(state.truth.flatMap((t) => t.trouble ?? []).sort()).toEqual([
      'no address',
      'no such street',
      'post office box',
      'two matches',
      'water',
    ])
    expect(matches(oneLine(of('no such street')))).toEqual([])
    expect(matches(oneLine(of('post office box')))).toEqual([])
    const two = matches(oneLine(of('two matches')))
    expect(two.map((m) => layer(m, 'Upper')?.BASENAME)).toEqual(state.truth[of('two matches')]?.upper)
    expect(new Set(two.map((m) => layer(m, 'Upper')?.BASENAME)).size).toBe(2)
    const [water] = matches(oneLine(of('water')))
    expect(water && [layer(water, 'Upper')?.GEOID, layer(water, 'Lower')?.GEOID]).toEqual(['99ZZZ', '99ZZZ'])
    expect(state.groups[of('no address')]?.address).toBe('')
  })

  test('has one group about 90 metres from a district line', () => {
    expect(state.truth[0]?.border).toBeGreaterThan(80)
    expect(state.truth[0]?.border).toBeLessThan(100)
  })

  test.each([
    ['120 MILL ST ELM FORK FR 00101'],
    ['120 mill street, elm fork, franklin'],
    ['120 Mill St., Elm Fork, FR 00101-1234'],
    ['120 Mill Street Apt 3, Elm Fork, FR'],
    ['120 Mill Street, 00101'],
  ])('forgives how an address is typed: %s', (address) => {
    expect(matches(address).map((m) => m.matchedAddress)).toEqual(['120 MILL ST, ELM FORK, FR, 00101'])
  })

  test('knows no house 0, none over 998, no other state and no other town', () => {
    for (const address of [
      '0 Mill St, Elm Fork, FR',
      '999 Mill St, Elm Fork, FR',
      '12 Mill St, Elm Fork, MN',
      'Mill St, Elm Fork',
    ])
      expect(matches(address)).toEqual([])
  })

  test('answers the parted address and the point like the whole line', () => {
    const [whole] = matches('120 Mill St, Elm Fork, FR 00101') as (Match & { coordinates: { x: number; y: number } })[]
    const parts = JSON.parse(
      geocode('address', { street: '120 Mill St', city: 'Elm Fork', state: 'FR', zip: '00101' }).body,
    )
    expect(parts.result.addressMatches).toEqual([whole])
    const point = JSON.parse(
      geocode('coordinates', { x: String(whole?.coordinates.x), y: String(whole?.coordinates.y) }).body,
    )
    expect(point.result.geographies).toEqual(whole?.geographies)
    expect(JSON.parse(geocode('coordinates', { x: '0', y: '0' }).body).result.geographies).toEqual({})
  })

  test('names its layers by the year of the vintage’s lines', () => {
    const years = (vintage: string) => {
      const { result } = JSON.parse(geocode('onelineaddress', { address: '120 Mill St, Elm Fork, FR' }, vintage).body)
      return Object.entries(result.addressMatches[0].geographies as Record<string, Layer[]>)
        .filter(([name]) => name.includes('Legislative'))
        .map(([name, [record]]) => `${name.slice(0, 4)} ${record?.LSY}`)
    }
    expect(years('Current_Current')).toEqual(['2026 2026', '2026 2026'])
    expect(years('ACS2025_Current')).toEqual(['2024 2024', '2024 2024'])
  })

  test('refuses an empty or overlong address, and a benchmark it does not know, with status 400', () => {
    expect(geocode('onelineaddress', { address: ' ' }).status).toBe(400)
    expect(geocode('onelineaddress', { address: `${'1'.repeat(101)}` }).status).toBe(400)
    expect(get(`${GEOCODER}onelineaddress?address=1+Mill+St&benchmark=nine&vintage=Current_Current`).status).toBe(400)
  })
})

test('TIGERweb lists its layers, draws a chamber, and reports errors with status 200', () => {
  const root = 'https://tigerweb.geo.census.gov/arcgis/rest/services/TIGERweb/Legislative/MapServer'
  const layers: { id: number; name: string }[] = JSON.parse(get(`${root}?f=json`).body).layers
  const lower = layers.find((l) => l.name.endsWith('Lower'))?.id
  const drawn = JSON.parse(get(`${root}/${lower}/query?where=STATE%3D%2799%27&outFields=*&f=geojson`).body)
  expect(drawn.features).toHaveLength(99)
  const one = JSON.parse(get(`${root}/${lower}/query?where=GEOID%3D%279914A%27&f=geojson`).body)
  expect(one.features[0].geometry).toEqual(
    state.map.outlines('lower').features.find((f) => f.properties.district === '14A')?.geometry,
  )
  expect(JSON.parse(get(`${root}/77/query?where=1%3D1&f=geojson`).body).error.code).toBe(400)
})
