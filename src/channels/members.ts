/** Reading, pasting and changing who is in a Google Group; only who of People is in it is kept, and how many there are. */
import type { Answer, Params } from '../contract'
import { Fault } from '../fault'
import { mailboxOf, toAddress } from '../registry/address'
import type { Caller } from '../registry/callers'
import { membershipMarks } from '../registry/in-group'
import { log } from '../registry/log'
import { alone } from '../registry/settle'
import { readTable, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import { CHANNEL_AUDIENCES } from '../registry/words'
import { addMember, type Member, type MemberList, membersOf, removeMember } from './doors'
import { compare, membershipBy } from './list'
import { demandManager, findChannel } from './manage'

type View = Answer<'readMembers'>

function groupOf(channelId: string): { channel: Row<'channels'>; address: string } {
  const channel = findChannel(channelId)
  const address = toAddress(channel.address)
  if (channel.kind === 'google group' && address) return { channel, address }
  throw new Fault(
    'NO_GROUP_ADDRESS',
    `${channel.name || channelId} is no Google Group with an e-mail address.`,
    'Correct it on the Channels page.',
    'address',
  )
}

/**
 * Puts what a list says into People first, and then its date into Channels: a run that is stopped in between leaves a date
 * that is too old, never one that promises too much.
 */
function keep(channelId: string, list: MemberList): void {
  const inIt = membershipBy(list.members, list.whole)
  alone(() => {
    // Looked up again under the lock: the Group that was read may be another one by now.
    const { address } = groupOf(channelId)
    updateRows('people', (people) => {
      const changes = new Map<string, Partial<Row<'people'>>>()
      for (const person of people) {
        const inGroups = membershipMarks(person, channelId, toAddress(person.email) ? inIt(person) : null)
        if (inGroups !== person.inGroups) changes.set(person.id, { inGroups })
      }
      return changes
    })
    const mailboxes = new Set(list.members.map((m) => mailboxOf(m.address)))
    updateRows('channels', new Map([[channelId, { members: mailboxes.size, readAt: new Date(), readOf: address }]]))
  })
}

function viewOf(channelId: string, list: MemberList, about: Partial<View> = {}): View {
  const { channel } = groupOf(channelId)
  const audience = CHANNEL_AUDIENCES.find((a) => a === channel.audience) ?? 'all'
  return {
    channelId,
    readAt: channel.readAt ? channel.readAt.toISOString() : null,
    members: new Set(list.members.map((m) => mailboxOf(m.address))).size,
    whole: list.whole,
    canChange: list.canChange,
    ...compare(audience, readTable('people'), readTable('groups'), list.members, list.whole),
    added: 0,
    removed: 0,
    refused: [],
    ...about,
  }
}

/** Throws `LIST_HIDDEN` where no door shows the list to this account. */
function read(address: string, { email }: Caller): MemberList {
  const list = membersOf(address, email)
  if (list) return { ...list, members: list.members.filter((m) => toAddress(m.address) && m.address !== address) }
  throw new Fault(
    'LIST_HIDDEN',
    'Google does not show the members of this Group to your account.',
    'Copy the list from the Group’s Members page (or its CSV export) and paste it here; or ask an owner of the Group to let you see it.',
  )
}

/** Reads the members by the account of whoever asks. Throws `MAY_NOT_MANAGE`, `NO_GROUP_ADDRESS`, `LIST_HIDDEN`. */
export function readMembers({ channelId }: Params<'readMembers'>, caller: Caller): View {
  demandManager(caller)
  const list = read(groupOf(channelId).address, caller)
  keep(channelId, list)
  log(caller.email, 'read the members of a Group', channelId, `${list.members.length} members`)
  return viewOf(channelId, list)
}

/** The members as a person pasted them. Throws `MAY_NOT_MANAGE`, `NO_GROUP_ADDRESS`, `NO_MEMBERS`. */
export function takeMembers({ channelId, addresses }: Params<'takeMembers'>, caller: Caller): View {
  demandManager(caller)
  const { address: group } = groupOf(channelId)
  const members = [...new Set(addresses.flatMap((a) => toAddress(a) ?? []))].filter((a) => a !== group)
  if (members.length === 0)
    throw new Fault(
      'NO_MEMBERS',
      'There is no e-mail address in what was pasted.',
      'Paste the whole list of members.',
      'paste',
    )
  const list = { members: members.map((address): Member => ({ address, runs: false })), whole: true, canChange: false }
  keep(channelId, list)
  log(caller.email, 'pasted the members of a Group', channelId, `${members.length} members`)
  return viewOf(channelId, list)
}

/** Changes a request: each is a service call or two. */
const LOT = 15

/**
 * Adds and takes out who is still to be, of those that were shown and chosen, so many at a time: the list is read afresh
 * and compared before, so a run that was stopped is made good by asking again. Throws also `LIST_HIDDEN`, `CANNOT_CHANGE`.
 */
export function changeMembers({ channelId, add, remove }: Params<'changeMembers'>, caller: Caller): View {
  demandManager(caller)
  const { address: group } = groupOf(channelId)
  const before = read(group, caller)
  if (!before.canChange || !before.whole)
    throw new Fault(
      'CANNOT_CHANGE',
      'Your account cannot change who is in this Group from here.',
      'Copy the lists and add and remove people on the Group’s Members page.',
    )
  const now = viewOf(channelId, before)
  const wanted = [
    ...now.missing.filter((m) => add.includes(m.address)).map((m) => ({ ...m, do: addMember, into: true })),
    ...now.extra.filter((m) => remove.includes(m.address)).map((m) => ({ ...m, do: removeMember, into: false })),
  ]
  let members = [...before.members]
  const refused: View['refused'] = []
  let [added, removed] = [0, 0]
  for (const one of wanted.slice(0, LOT)) {
    const { ok, code } = one.do(group, one.address)
    if (!ok) refused.push({ address: one.address, why: refusal(code) })
    else if (one.into) {
      added += 1
      members.push({ address: one.address, runs: false })
    } else {
      removed += 1
      members = members.filter((m) => m.address !== one.address)
    }
  }
  const list = { ...before, members }
  keep(channelId, list)
  log(
    caller.email,
    'changed the members of a Group',
    channelId,
    `${added} added, ${removed} taken out, ${refused.length} refused`,
  )
  return viewOf(channelId, list, { added, removed, refused })
}

function refusal(code: number): string {
  if (code === 403) return 'Google does not allow your account to do this in this Group'
  if (code === 404) return 'Google knows no such address or Group'
  if (code === 412 || code === 400) return 'the Group takes no such member: it may allow nobody from outside'
  if (code === 429) return 'Google asks to go slower: try again in a few minutes'
  return 'Google did not do it: try again'
}
