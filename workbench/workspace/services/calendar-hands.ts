/** What the owner of a calendar does in it by hand. */
import type { Workspace } from '../workspace'
import { calendarOf, type Event, findEvent, keep } from './calendar-store'

/** Deletes one date of a series, or an event, and lets the guests not be told. False: it is not there (any more). */
export function deleteByHand(workspace: Workspace, owner: string, eventId: string): boolean {
  const calendar = calendarOf(workspace, owner)
  const found = calendar && findEvent(calendar, eventId)
  if (!calendar || !found || found.status === 'cancelled') return false
  const event: Event = { ...structuredClone(found), status: 'cancelled' }
  keep(workspace, calendar, event, (found.sequence ?? 0) + 1)
  return true
}
