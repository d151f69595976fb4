/** A pasted list: addresses of people and groups that the registry knows. Whatever it does not know is named. Pure. */
import { mailboxOf, toAddress } from '../../registry/address'
import type { Group, Person } from './reach'

export interface Listed {
  /** People by their address, in the order of the list: every row of theirs. */
  readonly people: Person[][]
  readonly groupIds: Set<string>
  /** `lee@example.net`, `Elm Fork (2 groups are called so)` */
  readonly unknown: string[]
  /** Nothing at all stands in it. */
  readonly empty: boolean
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()

/** `Dana Lee <dana@example.org>` as its address; anything else as it stands. */
const bare = (entry: string): string => /<([^<>]*@[^<>]*)>\s*$/.exec(entry.slice(-500))?.[1]?.trim() ?? entry.trim()

export function readList(text: string, groups: readonly Group[], people: readonly Person[]): Listed {
  const byMailbox = new Map<string, Person[]>()
  for (const person of people) {
    const address = toAddress(person.email)
    if (!address) continue
    const key = mailboxOf(address)
    byMailbox.set(key, [...(byMailbox.get(key) ?? []), person])
  }
  const byId = new Map(groups.map((g) => [plain(g.id), g]))
  const byName = new Map<string, Group[]>()
  for (const group of groups) byName.set(plain(group.name), [...(byName.get(plain(group.name)) ?? []), group])

  const listed: Listed = { people: [], groupIds: new Set(), unknown: [], empty: text.trim() === '' }
  const seen = new Set<string>()
  const isGroup = (entry: string): boolean => byId.has(plain(entry)) || byName.has(plain(entry))
  const take = (entry: string): void => {
    const word = bare(entry)
    if (!word || seen.has(plain(word))) return
    seen.add(plain(word))
    const named = byName.get(plain(word)) ?? []
    const group = byId.get(plain(word)) ?? (named.length === 1 ? named[0] : undefined)
    const address = toAddress(word)
    const rows = address ? byMailbox.get(mailboxOf(address)) : undefined
    if (group) listed.groupIds.add(group.id)
    else if (rows) {
      if (!listed.people.includes(rows)) listed.people.push(rows)
    } else listed.unknown.push(word.slice(0, 80) + (named.length > 1 ? ` (${named.length} groups are called so)` : ''))
  }
  // A group’s name may hold a comma: the whole line is tried first. Addresses may be parted by blanks alone.
  for (const line of text.split(/[\n\r]+/)) {
    if (isGroup(line)) take(line)
    else
      for (const entry of line.split(/[,;\t]/)) {
        const words = entry.trim().split(/\s+/)
        if (!isGroup(entry) && words.length > 1 && words.every((w) => w.includes('@'))) words.forEach(take)
        else take(entry)
      }
  }
  return listed
}
