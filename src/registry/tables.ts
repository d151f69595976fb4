/**
 * Every tab of the registry: its columns in order, its key, who writes it. The sheet is the database and the user
 * interface at once, so headers are plain words. Columns that people add beside these are theirs and never touched.
 */
import { type Column, date, number, oneOf, someOf, text } from './columns'
import {
  ALERT_KINDS,
  ALERT_STATES,
  BASES,
  CAN_DO,
  CHAMBERS,
  COVERAGE_SOURCES,
  GROUP_STATUSES,
  MAPPINGS,
  MESSAGE_STATES,
  ROLES,
  YES,
} from './words'

/**
 * `people`: rows are people's. `program` and `ledger`: written by the program, so editing warns first. A ledger is not
 * locked harder: scripts run as whoever uses them, and a lock that keeps editors out would keep their runs out as well.
 */
export type Guard = 'people' | 'program' | 'ledger'

export interface Table<C extends Record<string, Column<unknown>> = Record<string, Column<unknown>>> {
  readonly tab: string
  readonly guard: Guard
  /** The columns that together identify a row. */
  readonly key: readonly (keyof C & string)[]
  /** Where the program gives out IDs: `G` makes `G-001`. The first key column holds them. */
  readonly prefix?: string
  /** Digits an ID is filled up to; 3 where it is left out. */
  readonly digits?: number
  readonly columns: C
}

const table = <const C extends Record<string, Column<unknown>>>(t: {
  tab: string
  guard: Guard
  key: readonly (keyof C & string)[]
  prefix?: string
  digits?: number
  columns: C
}) => t

export const TABLES = {
  groups: table({
    tab: 'Groups',
    guard: 'people',
    key: ['id'],
    prefix: 'G',
    columns: {
      id: text('program')('Group ID', 'Written by Statewide. Never re-used.'),
      name: text('person')('Group', 'The name the group goes by.'),
      town: text('person')('Town', 'Where the group is at home.'),
      address: text('person')('Address', 'Street address of the usual meeting place. No PO box: it has no district.'),
      zip: text('person')('ZIP', 'Five digits.'),
      status: oneOf('person')('Status', GROUP_STATUSES, 'Only active and quiet groups get alerts.'),
      upper: text('program')('Upper districts', 'Written from the Coverage tab.'),
      lower: text('program')('Lower districts', 'Written from the Coverage tab.'),
      mapping: oneOf('program')('Mapping', MAPPINGS, 'check: a person should look at it.'),
      mappingNote: text('program')('Mapping note', 'Why the group is not mapped, and what to do.'),
      members: number('person')('Members (about)', 'A round number. Statewide holds no member names.'),
      canDo: someOf('person')('Can do', CAN_DO, 'Any of: calls, testimony, visits, letters, rally.'),
      notice: text('person')('Notice needed', 'For example: 2 h, 12 h, 24 h.'),
      slack: text('person')('Slack', 'Channel or member to mention.'),
      consent: oneOf('person')('Consent to share', YES, 'May other groups see this group’s contact?'),
      confirmed: date('person')('Last confirmed', 'The day the group last said that this row is right.'),
      notes: text('person')('Notes'),
    },
  }),
  people: table({
    tab: 'People',
    guard: 'people',
    key: ['id'],
    prefix: 'P',
    columns: {
      id: text('program')('Person ID', 'Written by Statewide. Never re-used.'),
      name: text('person')('Name'),
      email: text('person')('Email'),
      phone: text('person')('Phone'),
      groupId: text('person')('Group ID', 'The group this person leads or helps, such as G-014.'),
      roles: someOf('person')(
        'Roles',
        ROLES,
        'Any of: lead, backup, facilitator, notes, working group, coordinator, organizer.',
      ),
      awayUntil: date('person')('Away until', 'Until this day the backup is asked instead.'),
      optedOut: oneOf('person')('Opted out', YES, 'yes: this person gets no alerts.'),
      notes: text('person')('Notes'),
    },
  }),
  coverage: table({
    tab: 'Coverage',
    guard: 'program',
    key: ['groupId', 'chamber', 'district'],
    columns: {
      groupId: text('program')('Group ID'),
      group: text('program')('Group'),
      chamber: oneOf('program')('Chamber', CHAMBERS),
      district: text('program')('District'),
      basis: oneOf('person')('Basis', BASES, 'Why the group covers this district.'),
      share: number('person')('Share %', 'About how much of the group lives here.'),
      source: oneOf('program')('Source', COVERAGE_SOURCES),
      lines: text('program')('Lines', 'The year of the district plan this stands on.'),
      mappedOn: date('program')('Mapped on'),
      confirmedBy: text('person')('Confirmed by', 'Who checked it, and when.'),
    },
  }),
  districts: table({
    tab: 'Districts',
    guard: 'program',
    key: ['chamber', 'district'],
    columns: {
      chamber: oneOf('program')('Chamber', CHAMBERS),
      district: text('program')('District'),
      name: text('program')('Name'),
      seats: number('program')('Seats'),
      groups: number('program')('Groups', 'How many groups cover it.'),
      geoid: text('program')('GEOID', 'The Census Bureau’s code.'),
      parent: text('program')('Parent', 'The district it lies in (nested or floterial).'),
    },
  }),
  legislators: table({
    tab: 'Legislators',
    guard: 'program',
    key: ['id'],
    columns: {
      id: text('program')('Legislator ID', 'From Open States.'),
      name: text('program')('Name'),
      chamber: oneOf('program')('Chamber', CHAMBERS),
      district: text('program')('District'),
      party: text('program')('Party'),
      email: text('program')('Email'),
      capitolPhone: text('person')(
        'Capitol phone',
        'Open States rarely has it: type it here. An import never erases it.',
      ),
      districtPhone: text('person')('District phone', 'An import fills it only where it is blank.'),
      leaves: text('person')('Leaves/Vacant', 'For example: resigned 2026-06-21. A seat that is left gets no alerts.'),
      source: text('program')('Source'),
      asOf: date('program')('As of'),
    },
  }),
  alerts: table({
    tab: 'Alerts',
    guard: 'ledger',
    key: ['id'],
    prefix: 'A',
    digits: 4,
    columns: {
      id: text('program')('Alert ID'),
      kind: oneOf('program')('Kind', ALERT_KINDS),
      title: text('program')('Title'),
      bill: text('program')('Bill'),
      targets: text('program')('Targets', 'Legislators and districts, as the sidebar chose them.'),
      ask: text('program')('Ask'),
      actBy: date('program')('Act by'),
      state: oneOf('program')('State', ALERT_STATES),
      groups: number('program')('Groups'),
      people: number('program')('People'),
      sent: number('program')('Sent', 'People whose message is known to be sent.'),
      doubt: number('program')('Doubt', 'People whose message may or may not have gone.'),
      acknowledged: number('program')('Acknowledged'),
      madeBy: text('program')('Made by'),
      approvedBy: text('program')('Approved by'),
      madeAt: date('program')('Made at'),
      draft: text('program')('Draft', 'The whole draft as the sidebar keeps it (JSON).'),
    },
  }),
  outbox: table({
    tab: 'Outbox',
    guard: 'ledger',
    key: ['id'],
    columns: {
      id: text('program')('Message ID', 'Made from the alert and its recipients: freezing twice changes nothing.'),
      alertId: text('program')('Alert ID'),
      channel: text('program')('Channel'),
      to: number('program')('To (count)'),
      state: oneOf('program')('State', MESSAGE_STATES),
      run: text('program')('Run', 'Whose account, and which run of it, took the message.'),
      draftId: text('program')('Draft ID'),
      sentId: text('program')('Sent ID'),
      tries: number('program')('Tries'),
      reason: text('program')('Reason'),
      changedAt: date('program')('Changed at'),
      recipients: text('program')('Recipients', 'Frozen at approval.'),
      groupIds: text('program')('Groups'),
      subject: text('program')('Subject'),
      body: text('program')('Text', 'Frozen at approval.'),
    },
  }),
  settings: table({
    tab: 'Settings',
    guard: 'people',
    key: ['setting'],
    columns: {
      setting: text('program')('Setting'),
      value: text('person')('Value'),
      about: text('program')('What it does'),
    },
  }),
  log: table({
    tab: 'Log',
    guard: 'ledger',
    key: ['at', 'who', 'did', 'to'],
    columns: {
      at: date('program')('At'),
      who: text('program')('Who'),
      did: text('program')('Did'),
      to: text('program')('To'),
      detail: text('program')('Detail'),
    },
  }),
} as const

export type TableName = keyof typeof TABLES
type Cell<C> = C extends Column<infer V> ? V : never
/** A row of a table, read into plain values. */
export type Row<N extends TableName> = {
  [K in keyof (typeof TABLES)[N]['columns']]: Cell<(typeof TABLES)[N]['columns'][K]>
}
/** The order the tabs stand in. */
export const TABLE_NAMES = Object.keys(TABLES) as TableName[]
