/** The advanced Calendar service: `Calendar.Events`, `Calendar.Calendars`, `Calendar.CalendarList`. */
import { strict } from '../errors'
import type { Execution } from '../execution'
import { calendarAccess, SCOPES } from './calendar-access'
import { calendarChanges } from './calendar-changes'
import { calendarLists } from './calendar-list'
import { calendarOf } from './calendar-store'

type Service = GoogleAppsScript.Calendar

export function makeCalendar(execution: Execution): Partial<Service> {
  const access = calendarAccess(execution)
  const { workspace, account, call } = access
  const about = (id: string, timeZone: string) => ({ kind: 'calendar#calendar', id, summary: id, timeZone })

  const visible = () => {
    calendarOf(workspace, account)
    return Object.values(workspace.state.calendar.calendars).filter(
      (c) => c.owner === account || c.writers?.includes(account),
    )
  }
  return strict('Calendar', {
    Events: strict('Calendar.Events', { ...calendarChanges(access), ...calendarLists(access) }),
    Calendars: strict('Calendar.Calendars', {
      get: (id: string) =>
        call('Calendars.get', SCOPES.calendars, () => {
          const found = access.calendar('calendars.get', id)
          return about(found.id, found.timeZone)
        }),
    }),
    CalendarList: strict('Calendar.CalendarList', {
      list: () =>
        call('CalendarList.list', SCOPES.list, () => ({
          kind: 'calendar#calendarList',
          items: visible().map((c) => ({
            ...about(c.id, c.timeZone),
            kind: 'calendar#calendarListEntry',
            accessRole: c.owner === account ? 'owner' : 'writer',
            primary: c.id === account,
          })),
        })),
    }),
  }) as unknown as Partial<Service>
}
