/** An alert made of a bill with a hearing: the committee’s members are the targets. Pure but for keeping it. */
import type { Draft } from '../../contract'
import { newDraft } from '../../new-draft'
import { wallClock } from '../../registry/when'

export interface HearingFacts {
  /** `HB 120` */
  readonly bill: string
  readonly title: string
  /** As `registry/committees.ts` calls it; '' where it is not known: then targets are still to be chosen. */
  readonly committee: string
  readonly hearing: Date
  readonly position: 'support' | 'oppose' | ''
}

const HOUR = 3_600_000

/** Act by is 5 pm the day before, an hour before the hearing where that is past or too near, blank where that is past too. */
export function hearingDraft(facts: HearingFacts, now: Date, timeZone: string): Draft {
  const { bill, title, committee, hearing, position } = facts
  const before = `${wallClock(new Date(hearing.getTime() - 24 * HOUR), timeZone).slice(0, 10)}T17:00`
  const soon = wallClock(new Date(now.getTime() + 4 * HOUR), timeZone)
  const last = wallClock(new Date(hearing.getTime() - HOUR), timeZone)
  const actBy = before > soon && before < last ? before : last > wallClock(now, timeZone) ? last : ''
  return {
    ...newDraft(),
    title: `${bill} hearing${title ? `: ${title}` : ''}`.slice(0, 500),
    bill: bill.slice(0, 500),
    ask: position ? `vote ${position === 'support' ? 'yes' : 'no'} on ${bill}`.slice(0, 500) : '',
    audience: committee ? ['committee'] : ['targets'],
    committees: committee ? [committee] : [],
    actBy,
  }
}
