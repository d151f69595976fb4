/**
 * The Census Bureau’s geocoder for Franklin: the paths, key names and oddities of recorded answers (2026), the places
 * from the made-up map. Layers: counties, upper and lower districts.
 */
import type { Handler, NetAnswer } from '../workspace/network'
import type { AddressBook, Found } from './addresses'
import { censusCode, FRANKLIN, geoid } from './facts'
import { type County, censusName, type Districts, type FranklinMap } from './map'
import { middle, type Ring, squareMetres } from './polygon'

export const GEOCODER = 'https://geocoding.geo.census.gov/geocoder/geographies/'
const VINTAGE_LIST = 'https://geocoding.geo.census.gov/geocoder/vintages'

const BENCHMARK = {
  isDefault: true,
  benchmarkDescription: 'Public Address Ranges - Current Benchmark',
  id: '4',
  benchmarkName: 'Public_AR_Current',
}
/** Vintages that are answered, with the year of their district lines. */
const VINTAGES: Record<string, { year: string; input: object }> = {
  Current_Current: {
    year: '2026',
    input: {
      isDefault: true,
      id: '4',
      vintageName: 'Current_Current',
      vintageDescription: 'Current Vintage - Current Benchmark',
    },
  },
  ACS2025_Current: {
    year: '2024',
    input: {
      isDefault: false,
      id: '425',
      vintageName: 'ACS2025_Current',
      vintageDescription: 'ACS2025 Vintage - Current Benchmark',
    },
  },
}

const signed = (n: number, digits: number): string =>
  `${n < 0 ? '-' : '+'}${Math.abs(n)
    .toFixed(7)
    .padStart(digits + 8, '0')}`

/** Keys every geography has. Internal point and centre are the same here. */
function common(ring: Ring | null, code: string, name: string, basename: string) {
  const [lng, lat] = ring ? middle(ring) : [-89, 24.8]
  return {
    GEOID: code,
    CENTLAT: signed(lat, 2),
    AREAWATER: 0,
    STATE: FRANKLIN.fips,
    BASENAME: basename,
    OID: '0',
    INTPTLAT: signed(lat, 2),
    NAME: name,
    OBJECTID: 0,
    CENTLON: signed(lng, 3),
    AREALAND: ring ? squareMetres(ring) : 0,
    INTPTLON: signed(lng, 3),
  }
}

/** A layer’s one record of a district: also TIGERweb’s properties. */
export function districtRecord(map: FranklinMap, chamber: 'upper' | 'lower', district: string | null, year: string) {
  const kind =
    chamber === 'upper'
      ? { LSADC: 'LU', MTFCC: 'G5210', SLDU: district ? censusCode(district) : 'ZZZ' }
      : { LSADC: 'LL', MTFCC: 'G5220', SLDL: district ? censusCode(district) : 'ZZZ' }
  const undefinedName = `State ${FRANKLIN[chamber].name} Districts not defined`
  return {
    ...(district
      ? common(map.ring(chamber, district), geoid(district), censusName(chamber, district), district)
      : common(null, `${FRANKLIN.fips}ZZZ`, undefinedName, undefinedName)),
    ...kind,
    ...(district ? { FUNCSTAT: 'N' } : { LSADC: '00', FUNCSTAT: 'F' }),
    LSY: year,
    LDTYP: 'O',
  }
}

const countyRecord = (map: FranklinMap, county: County) => ({
  ...common(map.grid.ring(county.block), FRANKLIN.fips + county.code, county.name, county.name.replace(/ County$/, '')),
  LSADC: '06',
  FUNCSTAT: 'A',
  COUNTYCC: 'H1',
  MTFCC: 'G4020',
  COUNTY: county.code,
})

export function censusGeocoder(map: FranklinMap, book: AddressBook): Handler {
  const cache = new Map<string, object>()
  const remembered = (key: string, make: () => object): object => {
    const found = cache.get(key) ?? make()
    cache.set(key, found)
    return found
  }
  function geographies(lat: number, lng: number, year: string): object {
    const here = map.districtsAt(lat, lng)
    if (here === null) return {}
    const county = map.countyAt(lat, lng)
    const districts: Districts | null = here === 'water' ? null : here
    const record = (chamber: 'upper' | 'lower') => {
      const code = districts?.[chamber] ?? null
      return [remembered(`${year} ${chamber} ${code}`, () => districtRecord(map, chamber, code, year))]
    }
    return {
      ...(county ? { Counties: [remembered(county.code, () => countyRecord(map, county))] } : {}),
      [`${year} State Legislative Districts - Upper`]: record('upper'),
      [`${year} State Legislative Districts - Lower`]: record('lower'),
    }
  }
  const match = (found: Found, year: string) => ({
    tigerLine: { side: found.number % 2 ? 'L' : 'R', tigerLineId: '0' },
    geographies: geographies(found.point[1], found.point[0], year),
    coordinates: { x: found.point[0], y: found.point[1] },
    addressComponents: {
      zip: found.town.zip,
      streetName: found.street.name.toUpperCase(),
      preType: '',
      city: found.town.name.toUpperCase(),
      preDirection: found.street.direction,
      suffixDirection: '',
      fromAddress: String(found.number - (found.number % 2 ? 0 : 1)),
      state: FRANKLIN.postal,
      suffixType: found.street.short,
      toAddress: String(found.number + 98),
      suffixQualifier: '',
      preQualifier: '',
    },
    matchedAddress: found.matched,
  })

  return ({ url }) => {
    if (url.startsWith(`${VINTAGE_LIST}?`)) {
      const isKnown = /[?&]benchmark=(4|Public_AR_Current)(&|$)/.test(url)
      return isKnown ? json(200, { vintages: Object.values(VINTAGES).map((v) => v.input) }, 250) : refused('benchmark')
    }
    if (!url.startsWith(GEOCODER)) return null
    const { pathname, searchParams } = new URL(url)
    const param = (name: string): string => searchParams.get(name) ?? ''
    const vintage = VINTAGES[param('vintage')]
    if (!vintage || !/^(4|Public_AR_Current)$/.test(param('benchmark')))
      return refused('benchmark or vintage is not known')
    const answer = (input: object, rest: object): NetAnswer =>
      json(200, { result: { input: { ...input, vintage: vintage.input, benchmark: BENCHMARK }, ...rest } }, pause(url))

    switch (pathname.slice(pathname.lastIndexOf('/') + 1)) {
      case 'onelineaddress': {
        const address = param('address')
        if (!address.trim() || address.length > 100)
          return refused('Street address cannot be empty and cannot exceed 100 characters')
        const matches = book.find(address).map((f) => match(f, vintage.year))
        return answer({ address: { address } }, { addressMatches: matches })
      }
      case 'address': {
        const [street, city, state, zip] = [param('street'), param('city'), param('state'), param('zip')]
        if (!street.trim() || street.length > 100)
          return refused('Street address cannot be empty and cannot exceed 100 characters')
        const here = state === '' || state.toUpperCase() === FRANKLIN.postal || state === FRANKLIN.name
        const matches = here ? book.findParts({ street, city, zip }).map((f) => match(f, vintage.year)) : []
        return answer({ address: { zip, street, city, state } }, { addressMatches: matches })
      }
      case 'coordinates': {
        const [x, y] = [Number(param('x') || Number.NaN), Number(param('y') || Number.NaN)]
        if (!Number.isFinite(x) || !Number.isFinite(y)) return refused('x and y must be numbers')
        return answer({ location: { x, y } }, { geographies: geographies(y, x, vintage.year) })
      }
      default:
        return { status: 404, body: '<html><body>Not Found</body></html>', headers: { 'Content-Type': 'text/html' } }
    }
  }
}

const json = (status: number, body: object, ms: number): NetAnswer => ({
  status,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json;charset=UTF-8' },
  ms,
})
const refused = (why: string): NetAnswer => json(400, { errors: [why], status: '400' }, 200)

/** Between a third of a second and a whole one, always the same for the same question. */
function pause(text: string): number {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) % 9973
  return 350 + (sum % 650)
}
