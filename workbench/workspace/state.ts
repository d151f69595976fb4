/** Everything there is in a workspace, as plain data: what `save` writes and `load` reads. */

import type { Kept } from './network'
import type { AccountKind, QuotaState } from './quota'
import { type CalendarState, emptyCalendars } from './services/calendar-state'
import { emptyGroups, type GroupsState } from './services/groups-state'
import { emptyMail, type MailState } from './services/mail-state'
import type { SpreadsheetState } from './services/spreadsheet/state'
import { emptyStores, type StoreState } from './services/store-state'
import { emptyTimers, type TimerState } from './timers-state'

export interface AccountState {
  readonly email: string
  name: string
  kind: AccountKind
  /** IANA zone of the person's calendar. */
  timeZone: string
  /** Language of the error messages this person gets, such as `en` or `es`. */
  language: string
  /** Scopes granted to the script; null: everything the manifest asks for. */
  granted: string[] | null
}

export interface WorkspaceState {
  version: 1
  now: number
  random: number
  idSerial: number
  accounts: Record<string, AccountState>
  spreadsheets: Record<string, SpreadsheetState>
  stores: StoreState
  mail: MailState
  calendar: CalendarState
  groups: GroupsState
  timers: TimerState
  quotas: QuotaState
  /** What servers of the network remember. */
  web?: Kept
}

export const emptyState = (now: number, seed: number): WorkspaceState => ({
  version: 1,
  now,
  random: seed,
  idSerial: 0,
  accounts: {},
  spreadsheets: {},
  stores: emptyStores(),
  mail: emptyMail(),
  calendar: emptyCalendars(),
  groups: emptyGroups(),
  timers: emptyTimers(),
  quotas: {},
})
