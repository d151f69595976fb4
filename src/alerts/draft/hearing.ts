/** An alert made of a bill with a hearing: the groups in the districts of the committee’s members are asked. */
import type { Answer, Params } from '../../contract'
import { Fault } from '../../fault'
import { newDraft } from '../../new-draft'
import { actByText, zonesFor } from '../../registry/act-by'
import type { Caller } from '../../registry/callers'
import { committeesOf } from '../../registry/committees'
import { zoneOf } from '../../registry/network'
import { getSettings } from '../../registry/settings'
import { stateOf } from '../../registry/states'
import { readTable } from '../../registry/table'
import { instantOf, wallClock } from '../../registry/when'
import { committeeText, labelled } from './choices'
import { openDraft, saveDraft } from './drafting'
import { instantIn } from './plan'

type Asked = Params<'hearingAlert'>
type Draft = ReturnType<typeof newDraft>

export interface HearingFacts extends Pick<Asked, 'title' | 'position'> {
  /** `HB 120` */
  readonly bill: string
  /** '' where it is not known: then targets are still to be chosen. */
  readonly committee: string
  /** `House Health` */
  readonly committeeName: string
  readonly hearing: Date
}

const HOUR = 3_600_000
const VOTE = { support: 'yes', oppose: 'no' }

/** 5 pm the day before; where that is past or too near, an hour before the hearing; where that is too, its beginning. */
function actByFor(hearing: Date, now: Date, zone: string): string {
  const before = `${wallClock(new Date(hearing.getTime() - 24 * HOUR), zone).slice(0, 10)}T17:00`
  const soon = wallClock(new Date(now.getTime() + 4 * HOUR), zone)
  const last = new Date(hearing.getTime() - HOUR)
  if (before > soon && before < wallClock(last, zone)) return before
  return wallClock(last.getTime() - now.getTime() >= HOUR / 2 ? last : hearing, zone)
}

/**
 * Pure. `zones`: the network’s own first, then the others of its state. `why` begins with what is known; what it does to
 * people here is for a person to add.
 */
export function hearingDraft(facts: HearingFacts, now: Date, zones: readonly string[]): Draft {
  const { bill, title, committee, committeeName, hearing, position } = facts
  const at = actByText(hearing, zones)
  return {
    ...newDraft(),
    title: `${bill} hearing${title ? `: ${title}` : ''}`.slice(0, 500),
    bill,
    ask: position && `vote ${VOTE[position]} on ${bill}`.slice(0, 500),
    why: committeeName ? `The ${committeeText(committeeName)} hears ${bill} at ${at}.` : `${bill} is heard at ${at}.`,
    audience: committee ? ['committee'] : ['targets'],
    committees: committee ? [committee] : [],
    actBy: actByFor(hearing, now, zones[0] ?? ''),
  }
}

/** Blanks and braces would be read as such in the words of the alert. */
const plain = (text: string): string => text.replace(/[{}[\]]/g, '').trim()

/** Keeps it for a person to go on with. Throws `BILL_MISSING`, `HEARING_UNREADABLE`, `HEARING_OVER`, `COMMITTEE_NOT_FOUND`. */
export function hearingAlert(asked: Asked, caller: Caller): Answer<'hearingAlert'> {
  const settings = getSettings()
  const zone = zoneOf(settings)
  const bill = plain(asked.bill)
  if (!bill) throw new Fault('BILL_MISSING', 'No bill is named.', 'Type it, such as HB 120.', 'bill')
  const hearing = instantIn(instantOf(asked.hearing, zone))
  if (!hearing)
    throw new Fault('HEARING_UNREADABLE', 'This is no date and time.', 'Choose when it is heard.', 'hearing')
  if (hearing <= caller.now)
    throw new Fault('HEARING_OVER', 'This hearing has begun already.', 'Choose when it is heard next.', 'hearing')
  const committees = asked.committee ? committeesOf(readTable('committees'), readTable('legislators')) : []
  const found = committees.find(({ key }) => key === asked.committee)
  if (asked.committee && !found)
    throw new Fault(
      'COMMITTEE_NOT_FOUND',
      'This committee is no longer in the Committees tab.',
      'Choose another, or none and pick legislators after.',
      'committee',
    )
  const state = stateOf(settings.state)
  const committeeName = found ? plain(labelled(found, state)) : ''
  const facts = { ...asked, bill, title: plain(asked.title), committeeName, hearing }
  return openDraft(saveDraft(hearingDraft(facts, caller.now, zonesFor(zone, state)), caller))
}
