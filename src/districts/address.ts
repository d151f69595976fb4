/** What a person typed as an address, made fit for one request — or why there is nothing to ask. */

import { allStates, type StateFacts } from '../registry/states'

/** The Census Bureau takes up to 100 characters. */
const LIMIT = 100

export interface Typed {
  readonly address: string
  readonly town: string
  readonly zip: string
}

export interface Reason {
  readonly why: string
  readonly next: string
}

const PO_BOX = /\b(p\.?\s*o\.?\s*box|post\s+office\s+box|rural\s+route\s+\d+\s+box)\b/i
const ZIP = /\b\d{5}(?:-\d{4})?$/

/** One line without markup, controls and remarks in brackets. */
const tidy = (text: string): string =>
  text
    .slice(0, 2_000)
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/\([^()]{0,200}\)/g, ' ')
    .replace(/[\r\n]+/g, ', ')
    .replace(/[^\p{L}\p{N} .,'’#&/-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(\s*,)+/g, ',')
    .replace(/^[\s,]+|[\s,]+$/g, '')

/** Cut at a comma or space so that it stays within `length`. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const kept = text.slice(0, length + 1)
  return kept.slice(0, Math.max(kept.lastIndexOf(','), kept.lastIndexOf(' '), 1)).replace(/[\s,]+$/, '')
}

/** Drops what stands before the house number, such as the name of the place: `Public Library, 12 Elm St` → `12 Elm St`. */
function fromHouseNumber(address: string): string {
  const parts = address.split(',').map((part) => part.trim())
  const at = parts.findIndex((part) => /^\d+[\w/-]*\s+\S/.test(part))
  return at > 0 ? parts.slice(at).join(', ') : address
}

/** Takes `end` off the end of an address, where it stands there as words of its own; null where it does not. */
function without(address: string, end: string): string | null {
  if (!end || !address.toLowerCase().endsWith(end.toLowerCase())) return null
  const rest = address.slice(0, -end.length)
  return /[ ,]$/.test(rest) ? rest.replace(/[ ,]+$/, '') : null
}

/**
 * Code of another state that the address ends with, or ''. A full name counts only behind a street and a town: there are
 * towns called Virginia, Wyoming and Nevada. The made-up state is no other state: many towns are called Franklin.
 */
function otherState(address: string, town: string, code: string): string {
  const parts = address.toLowerCase().split(', ')
  const last = parts.pop() ?? ''
  const isNamed = (name: string) => parts.length > 1 && name === last && name !== town.trim().toLowerCase()
  const found = allStates().find(
    (s) => s.code !== 'fr' && ((parts.length > 0 && s.code === last) || isNamed(s.name.toLowerCase())),
  )
  const other = found?.code.toUpperCase() ?? ''
  return other === code ? '' : other
}

/** The one-line address to ask for, with town, state and ZIP where the address lacks them, or why there is none. */
export function askable(typed: Typed, state: Pick<StateFacts, 'code' | 'name'>): { readonly line: string } | Reason {
  const address = tidy(typed.address)
  if (!/[\p{L}\p{N}]/u.test(address))
    return { why: 'There is no address.', next: 'Type number and street into the Address column, then map it.' }
  if (/^\d{5}(-\d{4})?$/.test(address))
    return {
      why: 'A ZIP code alone can lie in several districts.',
      next: 'Type number and street into the Address column, then map it.',
    }
  const parts = address.split(',').map((part) => part.trim())
  const street = fromHouseNumber(parts.filter((part) => !PO_BOX.test(part)).join(', '))
  if (PO_BOX.test(address) && !/^\d+\S*\s+\S/.test(street))
    return {
      why: 'A PO box has no district.',
      next: 'Type the street address of the usual meeting place, then map it.',
    }

  const code = state.code.toUpperCase()
  const ownZip = street.match(ZIP)?.[0] ?? ''
  const unzipped = (ownZip ? street.slice(0, -ownZip.length) : street).replace(/[ ,]+$/, '')
  const elsewhere = otherState(unzipped, typed.town, code)
  if (elsewhere)
    return {
      why: `The address is in ${elsewhere}, not in ${code}.`,
      next: 'Correct it, or add the districts that the group covers in the Coverage tab by hand.',
    }
  const stateless = without(unzipped, code) ?? without(unzipped, state.name)
  const complete = ownZip !== '' || stateless !== null
  const town = cut(tidy(typed.town), 40)
  const core = stateless ?? unzipped
  const townless = without(core, town)
  const place = townless !== null || !complete ? town : ''
  // A ZIP typed as a number has lost its zeros.
  const zip =
    ownZip ||
    (tidy(typed.zip)
      .match(/^\d{3,5}/)?.[0]
      .padStart(5, '0') ??
      '')
  const tail = [place, code].filter((part) => part !== '').join(', ') + (zip ? ` ${zip}` : '')
  return { line: `${cut(townless ?? core, LIMIT - tail.length - 2)}, ${tail}` }
}

/** What to look at in an address that was asked for and not found. */
export function notFound(line: string): Reason {
  if (!/\d/.test(line.split(',')[0] ?? ''))
    return {
      why: 'The Census Bureau finds an address by its house number, and this one has none.',
      next: 'Put the house number before the street, then map it.',
    }
  return {
    why: 'The Census Bureau does not know this address.',
    next: 'Check number, street, town and ZIP, or give an address next door, then map it.',
  }
}
