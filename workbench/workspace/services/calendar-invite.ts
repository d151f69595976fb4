/** Mails that Calendar sends to guests. They count against no mail quota of the script. */
import type { Workspace } from '../workspace'
import { utf8 } from './bytes'
import type { CalendarRecord } from './calendar-state'
import { type Event, endOf, startOf } from './calendar-store'
import { formatDate } from './date-format'
import { compose } from './mail-compose'
import { deliver } from './mail-server'

export type Notice = 'Invitation' | 'Updated invitation' | 'Canceled event'

const icsTime = (ms: number): string => formatDate(ms, 'UTC', "yyyyMMdd'T'HHmmss'Z'") ?? ''
const icsText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

function ics(calendar: CalendarRecord, event: Event, method: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${event.iCalUID ?? ''}`,
    `SEQUENCE:${event.sequence ?? 0}`,
    `DTSTART:${icsTime(startOf(calendar, event))}`,
    `DTEND:${icsTime(endOf(calendar, event))}`,
    ...(event.recurrence ?? []),
    `SUMMARY:${icsText(event.summary ?? '')}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** One mail a guest, from the organizer, with header `X-Goog-Calendar` and the event as `invite.ics`. */
export function notifyGuests(workspace: Workspace, calendar: CalendarRecord, event: Event, notice: Notice): void {
  const zone = event.start?.timeZone ?? calendar.timeZone
  const when = formatDate(startOf(calendar, event), zone, 'EEE MMM d, yyyy h:mma (z)') ?? ''
  const method = notice === 'Canceled event' ? 'CANCEL' : 'REQUEST'
  const organizer = calendar.owner
  for (const { email = '' } of event.attendees ?? []) {
    if (email.toLowerCase() === organizer) continue
    const raw = compose({
      from: { name: workspace.state.accounts[organizer]?.name ?? '', email: organizer },
      to: [{ name: '', email: email.toLowerCase() }],
      subject: `${notice}: ${event.summary ?? '(no title)'} @ ${when}`,
      text: [event.summary ?? '', when, event.location, event.hangoutLink, event.description]
        .filter(Boolean)
        .join('\n'),
      headers: {
        'Message-ID': `<calendar-${workspace.newId(16)}@google.com>`,
        Sender: 'Google Calendar <calendar-notification@google.com>',
        'X-Goog-Calendar': method,
      },
      attachments: [{ name: 'invite.ics', type: 'text/calendar', bytes: utf8(ics(calendar, event, method)) }],
      at: workspace.clock.now,
    })
    deliver(workspace, { sender: organizer, raw, recipients: [email.toLowerCase()], authenticated: true, own: null })
  }
}
