/** Calendars by ID (a person's own calendar has their address as ID) with their events as the API gives them. */
export interface CalendarRecord {
  id: string
  owner: string
  timeZone: string
  events: Record<string, StoredEvent>
  /** Others who may change events. */
  writers?: string[]
  /** Counts every change; sync tokens are numbers of it. */
  serial?: number
  /** Sync tokens before this one are refused with 410. */
  oldestSync?: number
}
export interface CalendarState {
  calendars: Record<string, CalendarRecord>
}
/** An event or an exception to one instance, in the shape of Calendar API v3. */
export interface StoredEvent {
  id: string
  iCalUID: string
  updated: number
  sequence: number
  resource: Record<string, unknown>
  /** The calendar's `serial` at the last change. */
  changed?: number
}
export const emptyCalendars = (): CalendarState => ({ calendars: {} })
