/** Twelve bills before Franklin’s legislature at the end of November. */
import type { Random } from '../workspace/random'
import type { FranklinGroup } from './groups'

export interface FranklinBill {
  bill: string
  session: string
  title: string
  position: 'support' | 'oppose' | 'watch'
  priority: 'high' | 'normal' | 'low'
  leadGroup: string
  status: string
  latestAction: string
  /** `2026-11-18` */
  actedOn: string
  /** Wall-clock time in the state’s zone, or empty. */
  hearingAt: string
  actBy: string
  committee: string
  votesNeeded: number
  link: string
}

const SUBJECTS = [
  ['HB 120', 'Rent deposits to be held in trust', 'Housing', 'support'],
  ['HB 7', 'Early voting places in every county', 'Elections', 'support'],
  ['SB 9', 'Fewer ballot boxes in large counties', 'Elections', 'oppose'],
  ['SB 12', 'School lunch without forms', 'Education', 'support'],
  ['HB 33', 'Library boards to be appointed by the state', 'Education', 'oppose'],
  ['HB 58', 'Bus routes between county seats', 'Transportation', 'support'],
  ['SB 61', 'Well water testing for households', 'Environment', 'support'],
  ['HB 74', 'Public records fees doubled', 'Judiciary', 'oppose'],
  ['SB 80', 'Paid leave for caregivers', 'Labor', 'support'],
  ['HB 95', 'A study of the time zone line', 'Commerce', 'watch'],
  ['SB 103', 'Clinics in towns under 5,000', 'Health', 'support'],
  ['HB 111', 'Town meetings may be held by telephone', 'Local Government', 'watch'],
] as const

const STAGES = [
  ['in committee', 'Referred to committee'],
  ['in committee', 'Hearing set'],
  ['passed first chamber', 'Third reading, passed'],
  ['on the floor', 'Placed on the calendar'],
] as const

export const makeBills = (random: Random, groups: readonly FranklinGroup[]): FranklinBill[] =>
  SUBJECTS.map(([bill, title, committee, position], i) => {
    const [status, latestAction] = i === 0 ? STAGES[1] : random.pick(STAGES)
    const day = i === 0 ? 23 : random.int(24, 30)
    const heard = latestAction === 'Hearing set'
    return {
      bill,
      session: '2026 Special Session',
      title,
      position,
      priority: i < 3 ? 'high' : random.pick(['normal', 'normal', 'low'] as const),
      leadGroup: groups.length ? random.pick(groups).name : '',
      status,
      latestAction,
      actedOn: `2026-11-${random.int(10, 22)}`,
      hearingAt: heard ? `2026-11-${day}T16:00` : '',
      actBy: heard ? `2026-11-${day}T17:00` : '',
      committee: `${bill.startsWith('H') ? 'House' : 'Senate'} ${committee}`,
      votesNeeded: bill.startsWith('H') ? 51 : 26,
      link: `https://legislature.example.org/bills/${bill.toLowerCase().replace(' ', '-')}`,
    }
  })

export interface FranklinCalls {
  series: string
  timeZone: string
  /** First meeting, wall-clock time. */
  starts: string
  /** RFC 5545 rule. Daylight saving time ends on 2026-11-01 and begins on 2027-03-14: both lie in the series. */
  rule: string
  minutes: number
  link: string
}

export const CALLS: FranklinCalls = {
  series: 'Statewide call',
  timeZone: 'America/New_York',
  starts: '2026-10-08T19:00',
  rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20270401T000000Z',
  minutes: 60,
  link: 'https://meet.example.org/statewide',
}
