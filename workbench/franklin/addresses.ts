/** Finds a typed address in Franklin, as forgiving as the Census geocoder: case, commas, short forms, flat numbers. */

import { FRANKLIN } from './facts'
import type { Point } from './polygon'
import { HIGHEST_NUMBER, houseAt, type Street, type Town } from './towns'
import { STREET_KINDS } from './words'

export interface Found {
  readonly town: Town
  readonly street: Street
  readonly number: number
  readonly point: Point
  /** `12 MILL ST, ELM FORK, FR, 00101` */
  readonly matched: string
}

export interface AddressBook {
  /** All houses an address may mean; none where it means none (PO boxes, unknown streets). */
  find(address: string): Found[]
  findParts(parts: { street: string; city: string; zip: string }): Found[]
}

const KINDS = new Map<string, string>(
  STREET_KINDS.flatMap(([long, short]) => [
    [long.toUpperCase(), short],
    [short, short],
  ]),
)
const DIRECTIONS = new Map([
  ['N', 'N'],
  ['NORTH', 'N'],
  ['S', 'S'],
  ['SOUTH', 'S'],
])

const tokens = (text: string): string[] => text.toUpperCase().replace(/[.,;]/g, ' ').trim().split(/\s+/).filter(Boolean)

const withoutFlat = (words: string[]): string[] => {
  const flat = words.findIndex((w, i) => i > 0 && (/^(APT|UNIT|STE|SUITE|RM|ROOM)$/.test(w) || w.startsWith('#')))
  return flat < 0 ? words : words.slice(0, flat)
}

export function addressBook(towns: readonly Town[]): AddressBook {
  const byName = new Map(towns.map((t) => [t.name.toUpperCase(), t]))
  const byZip = new Map<string, Town[]>()
  for (const town of towns) byZip.set(town.zip, [...(byZip.get(town.zip) ?? []), town])

  function inTown(town: Town, words: readonly string[]): Found[] {
    const [first = '', ...rest] = withoutFlat([...words])
    const number = Number(first)
    if (!/^\d+$/.test(first) || number < 1 || number > HIGHEST_NUMBER) return []
    const direction = rest.length > 1 ? DIRECTIONS.get(rest[0] ?? '') : undefined
    if (direction) rest.shift()
    const kind = rest.length > 1 ? KINDS.get(rest[rest.length - 1] ?? '') : undefined
    if (kind) rest.pop()
    const name = rest.join(' ')
    return town.streets
      .filter((s) => s.name.toUpperCase() === name)
      .filter((s) => (!kind || s.short === kind) && (!direction || s.direction === direction))
      .map((street) => ({
        town,
        street,
        number,
        point: houseAt(street, number),
        matched: matchedAs(town, street, number),
      }))
  }

  return {
    find(address) {
      const words = tokens(address)
      const last = words[words.length - 1] ?? ''
      const zip = /^\d{5}(-\d{4})?$/.test(last) ? (words.pop() as string).slice(0, 5) : ''
      const state = words[words.length - 1]
      if (state === FRANKLIN.postal || state === FRANKLIN.name.toUpperCase()) words.pop()
      for (let length = Math.min(3, words.length); length > 0; length--) {
        const town = byName.get(words.slice(-length).join(' '))
        if (town) return inTown(town, words.slice(0, -length))
      }
      return (byZip.get(zip) ?? []).flatMap((town) => inTown(town, words))
    },
    findParts({ street, city, zip }) {
      const town = byName.get(tokens(city).join(' '))
      const where = town ? [town] : city.trim() ? [] : (byZip.get(zip.slice(0, 5)) ?? [])
      return where.flatMap((t) => inTown(t, tokens(street)))
    },
  }
}

const matchedAs = (town: Town, street: Street, number: number): string => {
  const line = [String(number), street.direction, street.name, street.short].filter(Boolean).join(' ')
  return `${line}, ${town.name}, ${FRANKLIN.postal}, ${town.zip}`.toUpperCase()
}
