/** What guests of an event do in their own calendars, as its organizer comes to see it. */
import type { Workspace } from '../workspace'
import { calendarOf, type Event, findEvent, keep } from './calendar-store'

export type Answer = 'accepted' | 'declined' | 'tentative'

/**
 * A guest answers an event, or one date of a series: that date then is an exception, with this one answer changed. Who is
 * no guest, and an event that is not there, cannot be answered: false.
 */
export function answerInvitation(
  workspace: Workspace,
  organizer: string,
  eventId: string,
  guest: string,
  answer: Answer,
): boolean {
  const calendar = calendarOf(workspace, organizer)
  const found = calendar && findEvent(calendar, eventId)
  const email = guest.toLowerCase()
  if (!calendar || !found?.attendees?.some((a) => a.email?.toLowerCase() === email)) return false
  const event: Event = structuredClone(found)
  event.attendees = event.attendees?.map((a) =>
    a.email?.toLowerCase() === email ? { ...a, responseStatus: answer } : a,
  )
  keep(workspace, calendar, event, event.sequence ?? 0)
  return true
}
