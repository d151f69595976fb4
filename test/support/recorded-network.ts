/**
 * A network made of the real recorded data: the Census geocoder for the places of the ground truth, and Open States’
 * bulk files of the states that lie beside the project. Everything else is unreachable.
 */
import type { Handler, NetAnswer, Network } from '../../workbench/workspace/network'
import { readShared, readSharedJson, sharedData } from '../shared-data'

interface Place {
  id: string
  state: string
  address: string
  street: string
  city: string
  zip: string
  lat: number
  lng: number
}

interface Recorded {
  result: { addressMatches: { geographies: unknown }[] }
}

const GEOCODER = 'https://geocoding.geo.census.gov/geocoder/geographies/'
const VINTAGE_LIST = 'https://geocoding.geo.census.gov/geocoder/vintages?benchmark=4&'
const VINTAGES = ['Current_Current', 'Census2020_Current', 'ACS2024_Current', 'ACS2025_Current']
const BULK = 'https://data.openstates.org/people/current/'

/** Letters and digits only: commas, full stops and case make no difference to the geocoder. */
const plain = (address: string): string =>
  address
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()

const json = (body: unknown): NetAnswer => ({
  status: 200,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json;charset=UTF-8' },
  ms: 400,
})

function geocoder(): Handler {
  const answers = readSharedJson<Record<string, Recorded>>('census/reconstructed/bundle.train.onelineaddress.2026.json')
  const noMatch = readSharedJson<{ result: { input: { address: { address: string } } } }>(
    'census/onelineaddress.2026vintage.no-match.verbatim.json',
  )
  const byAddress = new Map<string, Recorded>()
  const byPoint = new Map<string, Recorded>()
  for (const place of readSharedJson<Place[]>('places/ground-truth.json')) {
    const answer = answers[place.id]
    if (!answer) continue
    byAddress.set(plain(place.address), answer)
    byAddress.set(plain(`${place.street} ${place.city} ${place.state} ${place.zip}`), answer)
    byPoint.set(`${place.lng} ${place.lat}`, answer)
  }
  return ({ url }) => {
    if (url.startsWith(VINTAGE_LIST)) return json({ vintages: VINTAGES.map((vintageName) => ({ vintageName })) })
    if (!url.startsWith(GEOCODER)) return null
    const { pathname, searchParams } = new URL(url)
    const param = (name: string): string => searchParams.get(name) ?? ''
    if (pathname.endsWith('/coordinates')) {
      const [match] = byPoint.get(`${param('x')} ${param('y')}`)?.result.addressMatches ?? []
      return json({ result: { geographies: match?.geographies ?? {} } })
    }
    const asked = pathname.endsWith('/address')
      ? `${param('street')} ${param('city')} ${param('state')} ${param('zip')}`
      : param('address')
    if (!asked.trim() || asked.length > 100)
      return { ...json({ errors: ['Street address cannot be empty'] }), status: 400 }
    return json(byAddress.get(plain(asked)) ?? noMatch)
  }
}

const openStates: Handler = ({ url }) => {
  if (!url.startsWith(BULK)) return null
  const file = `legislators/${url.slice(BULK.length)}`
  if (!/^legislators\/[a-z]{2}\.csv$/.test(file) || !sharedData(file))
    return { status: 404, body: 'NoSuchKey', ms: 150 }
  return { status: 200, body: readShared(file), headers: { 'Content-Type': 'text/csv' }, ms: 600 }
}

/** Needs the real data: use it under `describeWithData`. */
export const recordedNetwork = (): Network => [geocoder(), openStates]
