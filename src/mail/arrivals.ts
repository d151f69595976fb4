/**
 * Whether a timed run has anything to do for mail that comes in: found out with three calls, so that an idle run stays
 * cheap. What is remembered here only saves work: which mails were read stands in the Answers tab, and all of this may be
 * lost at any time.
 */
import { findMail } from '../google/inbox'
import { getProperty, setProperty } from '../google/properties'
import type { Row } from '../registry/tables'

export interface Arrivals {
  /** The live alerts that `due` was worked out for. */
  readonly of: string
  /** When something is to be done next without any mail, in milliseconds since 1970. */
  readonly due: number
  /** Mail from before this second was looked at. */
  readonly from: number
  /** Newer mail that was looked at. */
  readonly seen: readonly string[]
  /** Since when Gmail does not let this account read; 0 while it does. */
  readonly blind: number
  /** Refused requests written to the log on a day: that spam cannot fill it. */
  readonly refused: readonly [day: string, times: number]
}

const NAME = 'mail that came in'
const DAY_MS = 24 * 3_600_000
/** Gmail's index is late: so far back it is searched again. */
export const LATE_S = 3_600
/** So many of the newest messages are remembered, and looked at to find out whether something arrived. */
export const MOST_FOUND = 300

export function readArrivals(): Arrivals {
  const nothing: Arrivals = { of: '', due: 0, from: 0, seen: [], blind: 0, refused: ['', 0] }
  try {
    return { ...nothing, ...(JSON.parse(getProperty(NAME)) as Partial<Arrivals>) }
  } catch {
    return nothing
  }
}

export const keepArrivals = (arrivals: Arrivals): void => setProperty(NAME, JSON.stringify(arrivals))

/** Alerts whose answers are looked for: approved, until a day after act-by. */
export const liveAlerts = (alerts: readonly Row<'alerts'>[], now: Date): Row<'alerts'>[] =>
  alerts.filter(
    ({ state, actBy }) =>
      state !== 'draft' &&
      state !== '' &&
      actBy !== null &&
      now.getTime() < actBy.getTime() + (state === 'cancelled' ? 0 : DAY_MS),
  )

/** So many days after its answers nobody looks for any more, an alert's readers may still opt out by answering it. */
const OPT_OUT_DAYS = 7

/** Alerts that are over, but not long. */
export function lateAlerts(alerts: readonly Row<'alerts'>[], now: Date): Row<'alerts'>[] {
  const live = new Set(liveAlerts(alerts, now))
  return alerts.filter(
    (alert) =>
      !live.has(alert) &&
      alert.state !== 'draft' &&
      alert.state !== '' &&
      alert.actBy !== null &&
      now.getTime() < alert.actBy.getTime() + (OPT_OUT_DAYS + 1) * DAY_MS,
  )
}

/** One run an hour looks for those who opt out late: which, the clock says, so that the others ask nothing for it. */
export const looksLate = (alerts: readonly Row<'alerts'>[], now: Date): boolean =>
  now.getUTCMinutes() < 5 && lateAlerts(alerts, now).length > 0

export const markOf = (live: readonly Row<'alerts'>[]): string =>
  live.map((a) => `${a.id} ${a.actBy?.getTime() ?? 0} ${a.state === 'cancelled' ? 'x' : ''}`).join()

/** What is searched for: everything that is not one's own, since shortly before the last look. */
export const queryFor = ({ from }: Arrivals): string => `after:${from} -from:me`

/** True: something arrived, or is due, or nobody knows. */
export function isAnythingDue(live: readonly Row<'alerts'>[], reads: boolean, now: Date): boolean {
  const arrivals = readArrivals()
  if (arrivals.of !== markOf(live) || now.getTime() >= arrivals.due) return true
  if (!reads) return false
  const found = findMail(queryFor(arrivals), MOST_FOUND)
  const isBlind = arrivals.blind > 0
  return found === null ? !isBlind : isBlind || found.some((id) => !arrivals.seen.includes(id))
}
