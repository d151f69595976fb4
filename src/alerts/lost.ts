/**
 * Approved alerts whose row in the Alerts tab is gone: somebody deleted it, or it was written over while rows moved and a run
 * was stopped. Without that row nothing of the alert is sent any more, and nothing in the sheet says so.
 */
import { getProperty, setProperty } from '../google/properties'
import type { AlertRow } from './store'

const NAME = 'approved alerts'
/** A property holds 9 KB. */
const MOST = 40
const LONGEST = 100

type Approved = readonly [alertId: string, title: string, actBy: number]

function known(now: Date): Approved[] {
  try {
    return (JSON.parse(getProperty(NAME)) as Approved[]).filter(([, , actBy]) => actBy > now.getTime())
  } catch {
    return []
  }
}

/** To be remembered until its act-by. */
export function noteApproved(alertId: string, title: string, actBy: Date, now: Date): void {
  const others = known(now).filter(([id]) => id !== alertId)
  setProperty(NAME, JSON.stringify([...others, [alertId, title.slice(0, LONGEST), actBy.getTime()]].slice(-MOST)))
}

export const lostAlerts = (alerts: readonly AlertRow[], now: Date): { alertId: string; title: string }[] =>
  known(now)
    .filter(([id]) => !alerts.some((alert) => alert.id === id))
    .map(([alertId, title]) => ({ alertId, title }))
