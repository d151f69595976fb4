/**
 * What a person copied from the Members page of a Google Group, or its CSV export: the addresses in it. Runs in the page, so
 * that the rest of the paste (names, join dates, how they get mail) never leaves the person’s computer. Pure.
 */
import { toAddress } from '../../registry/address'

export interface Pasted {
  readonly addresses: string[]
  /** Lines with something like an address that is none. */
  readonly unread: string[]
  /** Lines of people who are not in it: banned, invited, waiting. */
  readonly outside: number
}

/** As the export writes what somebody is to the Group. Other languages are not known: such lines count as members. */
const NOT_IN = /(^|[,;\t])\s*"?(banned|invited|pending)"?\s*($|[,;\t])/i
const ENDS = /[\s,;:<>"'()[\]{}|]+/

export function readPasted(text: string): Pasted {
  const addresses = new Set<string>()
  const unread: string[] = []
  let outside = 0
  for (const line of text.split(/\r\n?|\n/)) {
    if (!line.includes('@')) continue
    const found = line
      .replace(/mailto:/gi, ' ')
      .split(ENDS)
      .filter((word) => word.includes('@'))
      .map((word) => toAddress(word.replace(/^[.*•-]+|[.*]+$/g, '')))
    if (found.some((address) => address === null)) unread.push(line.trim().slice(0, 80))
    if (NOT_IN.test(line)) outside += 1
    else for (const address of found) if (address) addresses.add(address)
  }
  return { addresses: [...addresses], unread, outside }
}
