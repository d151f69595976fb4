/**
 * Every tab of the registry: its columns in order, its key, who writes it. The sheet is the database and the user
 * interface at once, so headers are plain words. Columns that people add beside these are theirs and never touched.
 */
import { type Column, date, id, number, oneOf, someOf, text } from './columns'
import {
  ALERT_KINDS,
  ALERT_STATES,
  ANSWER_WORDS,
  BASES,
  CALL_STATES,
  CAN_DO,
  CHAMBERS,
  CHANNEL_AUDIENCES,
  CHANNEL_KINDS,
  CHANNEL_STATES,
  COUNTED,
  COVERAGE_SOURCES,
  GROUP_STATUSES,
  INVITES,
  ITEM_STATES,
  JOINS,
  MAPPINGS,
  MESSAGE_STATES,
  OUTCOMES,
  REPEATS,
  ROLES,
  SERIES_STATES,
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
  /** The tab is put out of sight when it is made. */
  readonly hidden?: boolean
  /** The columns that together identify a row. */
  readonly key: readonly (keyof C & string)[]
  /** Where the program gives out IDs: `G` makes `G-001`. The first key column holds them. */
  readonly prefix?: string
  /** Digits an ID is filled up to; 3 where it is left out. */
  readonly digits?: number
  /** Columns that are always written together, neighbours; the last of them holds the mark of `marks.ts`. */
  readonly block?: readonly (keyof C & string)[]
  readonly columns: C
}

const table = <const C extends Record<string, Column<unknown>>>(t: {
  tab: string
  guard: Guard
  hidden?: boolean
  key: readonly (keyof C & string)[]
  prefix?: string
  digits?: number
  block?: readonly (keyof C & string)[]
  columns: C
}) => t

// What the program writes, and what people type.
const ourText = text('program')
const ourNumber = number('program')
const ourDate = date('program')
const ourWord = oneOf('program')
const theirText = text('person')
const theirWord = oneOf('person')

/** Says whose the cells of a `block` are. */
const mark = ourText('Belongs to', () => 'Whose the cells to the left are.')

export const TABLES = {
  groups: table({
    tab: 'Groups',
    guard: 'people',
    key: ['id'],
    prefix: 'G',
    columns: {
      id: id('program')('Group ID', () => 'Written by Statewide. Never re-used.'),
      name: theirText('Group', () => 'The name the group goes by.'),
      town: theirText('Town', () => 'Where the group is at home.'),
      address: theirText('Address', () => 'Street address of the usual meeting place. No PO box: it has no district.'),
      zip: theirText('ZIP', () => 'Five digits.'),
      status: theirWord('Status', GROUP_STATUSES, () => 'Only active and quiet groups get alerts.'),
      upper: ourText('Upper districts', () => 'Written from the Coverage tab.'),
      lower: ourText('Lower districts', () => 'Written from the Coverage tab.'),
      mapping: ourWord('Mapping', MAPPINGS, () => 'check: a person should look at it.'),
      mappedAddress: ourText(
        'Mapped address',
        () => 'The address that the mapping stands on. Where another one stands in the row now, it is to be checked.',
      ),
      point: ourText('Point', () => 'Where the geocoder or a person put the group: latitude, longitude.'),
      mappingNote: ourText('Mapping note', () => 'Why the group is not mapped, and what to do.'),
      members: number('person')('Members (about)', () => 'A round number. Statewide holds no member names.'),
      canDo: someOf('person')('Can do', CAN_DO, () => 'Any of: calls, testimony, visits, letters, rally.'),
      notice: theirText('Notice needed', () => 'For example: 2 h, 12 h, 24 h.'),
      slack: theirText('Slack', () => 'Channel or member to mention.'),
      consent: theirWord('Consent to share', YES, () => 'May other groups see this group’s contact?'),
      confirmed: date('person')('Last confirmed', () => 'The day the group last said that this row is right.'),
      notes: theirText('Notes'),
    },
  }),
  people: table({
    tab: 'People',
    guard: 'people',
    key: ['id'],
    prefix: 'P',
    columns: {
      id: ourText('Person ID', () => 'Written by Statewide. Never re-used.'),
      name: theirText('Name'),
      email: theirText('Email'),
      phone: theirText('Phone'),
      groupId: id('person')('Group ID', () => 'The group this person leads or helps, such as G-014.'),
      roles: someOf('person')(
        'Roles',
        ROLES,
        () => 'Any of: lead, backup, facilitator, notes, working group, coordinator, organizer.',
      ),
      awayUntil: date('person')('Away until', () => 'Until this day the backup is asked instead.'),
      awayOn: theirText(
        'Away on',
        () => 'Days or stretches: 2026-12-24..2027-01-02, 2027-02-18. No call is given to them then.',
      ),
      optedOut: theirWord('Opted out', YES, () => 'yes: this person gets no alerts.'),
      inGroups: ourText(
        'In the Group',
        () => 'Whether this address was in a Google Group of the Channels tab when its member list was last read.',
      ),
      notes: theirText('Notes'),
    },
  }),
  coverage: table({
    tab: 'Coverage',
    guard: 'program',
    key: ['groupId', 'chamber', 'district'],
    columns: {
      groupId: id('program')('Group ID'),
      group: ourText('Group'),
      chamber: ourWord('Chamber', CHAMBERS),
      district: ourText('District'),
      basis: theirWord('Basis', BASES, () => 'Why the group covers this district.'),
      share: number('person')('Share %', () => 'About how much of the group lives here.'),
      source: ourWord('Source', COVERAGE_SOURCES),
      lines: ourText('Lines', () => 'The year of the district plan this stands on.'),
      mappedOn: ourDate('Mapped on'),
      confirmedBy: theirText('Confirmed by', () => 'Who checked it, and when.'),
    },
  }),
  districts: table({
    tab: 'Districts',
    guard: 'program',
    key: ['chamber', 'district'],
    columns: {
      chamber: ourWord('Chamber', CHAMBERS),
      district: ourText('District'),
      name: ourText('Name'),
      seats: ourNumber('Seats'),
      groups: ourNumber('Groups', () => 'How many groups cover it.'),
      geoid: ourText('GEOID', () => 'The Census Bureau’s code.'),
      parent: ourText('Parent', () => 'The district it lies in (nested or floterial).'),
    },
  }),
  legislators: table({
    tab: 'Legislators',
    guard: 'program',
    key: ['id'],
    columns: {
      id: ourText('Legislator ID', () => 'From Open States.'),
      name: ourText('Name'),
      chamber: ourWord('Chamber', CHAMBERS),
      district: ourText('District'),
      party: ourText('Party'),
      email: ourText('Email'),
      capitolPhone: theirText(
        'Capitol phone',
        () => 'Open States rarely has it: type it here. An import never erases it.',
      ),
      districtPhone: theirText('District phone', () => 'An import fills it only where it is blank.'),
      leaves: theirText('Leaves/Vacant', () => 'For example: resigned 2026-06-21. A seat that is left gets no alerts.'),
      source: ourText('Source'),
      asOf: ourDate('As of'),
    },
  }),
  committees: table({
    tab: 'Committees',
    guard: 'people',
    key: ['committee', 'legislatorId'],
    columns: {
      committee: theirText('Committee', () => 'One row a member: the name of the committee in every row.'),
      chamber: theirWord('Chamber', CHAMBERS),
      legislatorId: theirText(
        'Legislator ID',
        () => 'The ID from the Legislators tab, or the name as it stands there.',
      ),
      role: theirText('Role', () => 'For example: chair.'),
      source: theirText('Source'),
      asOf: date('person')('As of'),
    },
  }),
  alerts: table({
    tab: 'Alerts',
    guard: 'ledger',
    key: ['id'],
    prefix: 'A',
    digits: 4,
    block: ['actBy', 'state', 'groups', 'people', 'sent', 'doubt', 'mark'],
    columns: {
      id: ourText('Alert ID'),
      kind: ourWord('Kind', ALERT_KINDS),
      title: ourText('Title'),
      bill: ourText('Bill'),
      targets: ourText('Targets', () => 'Legislators and districts, as the sidebar chose them.'),
      ask: ourText('Ask'),
      actBy: ourDate('Act by'),
      state: ourWord('State', ALERT_STATES),
      groups: ourNumber('Groups'),
      people: ourNumber('People'),
      sent: ourNumber('Sent', () => 'People whose message is known to be sent.'),
      doubt: ourNumber('Doubt', () => 'People, and posts to channels, whose message may or may not have gone.'),
      mark,
      acknowledged: ourNumber('Acknowledged'),
      madeBy: ourText('Made by'),
      approvedBy: ourText('Approved by'),
      madeAt: ourDate('Made at'),
      draft: ourText('Draft', () => 'The whole draft as the sidebar keeps it (JSON).'),
    },
  }),
  outbox: table({
    tab: 'Outbox',
    guard: 'ledger',
    key: ['id'],
    block: ['state', 'run', 'draftId', 'sentId', 'tries', 'reason', 'changedAt', 'mark'],
    columns: {
      id: ourText('Message ID', () => 'Made from the alert and its recipients: freezing twice changes nothing.'),
      alertId: ourText('Alert ID'),
      channel: ourText('Channel'),
      to: ourNumber('To (count)'),
      state: ourWord('State', MESSAGE_STATES),
      run: ourText('Run', () => 'Whose account, and which run of it, took the message.'),
      draftId: ourText('Draft ID'),
      sentId: ourText('Sent ID'),
      tries: ourNumber('Tries'),
      reason: ourText('Reason'),
      changedAt: ourDate('Changed at'),
      mark,
      // Next to the block, where a write lands if a column goes at that very moment, stands what is not needed to send.
      groupIds: ourText('Groups'),
      recipients: ourText('Recipients', () => 'Frozen at approval.'),
      subject: ourText('Subject'),
      body: ourText('Text', () => 'Frozen at approval.'),
    },
  }),
  answers: table({
    tab: 'Answers',
    guard: 'ledger',
    key: ['id'],
    prefix: 'R',
    digits: 4,
    columns: {
      id: ourText('Answer ID'),
      alertId: ourText('Alert ID'),
      groupIds: ourText('Group ID', () => 'The group, or the groups, that this answer is for.'),
      from: ourText('From'),
      answer: ourWord('Answer', ANSWER_WORDS),
      calls: ourNumber('Calls made'),
      legislatorId: ourText('Legislator ID'),
      outcome: ourWord('Outcome', OUTCOMES),
      said: ourText('Said', () => 'What the office said, or what else was written.'),
      at: ourDate('At'),
      counts: ourWord('Counts', COUNTED, () => 'no: it is kept, but not part of any sum. The next column says why.'),
      why: ourText('Why'),
      gmailId: ourText('Gmail ID', () => 'The mail it came by. No mail is read twice.'),
    },
  }),
  outlines: table({
    tab: 'Outlines',
    guard: 'program',
    hidden: true,
    key: ['chamber', 'geoid'],
    columns: {
      chamber: ourWord('Chamber', CHAMBERS),
      geoid: ourText('GEOID'),
      name: ourText('Name', () => 'As the Census Bureau writes it.'),
      lines: ourText('Lines', () => 'The year of the district plan.'),
      shape: ourText('Outline', () => 'Simplified: good for pictures and for warnings near a border.'),
      asOf: ourDate('As of'),
    },
  }),
  series: table({
    tab: 'Series',
    guard: 'people',
    key: ['id'],
    prefix: 'S',
    columns: {
      id: ourText('Series ID'),
      name: theirText('Series', () => 'What the call is called: it is the title in everybody’s calendar.'),
      repeats: theirWord('Repeats', REPEATS),
      on: theirText(
        'On',
        () =>
          'Thursday; or, once a month: third Thursday, last Monday, day 15, day 31 (the last day where a month is shorter).',
      ),
      first: theirText('From', () => 'The first day it may meet, such as 2026-12-03.'),
      at: theirText('At', () => 'Start on the clock of the zone, such as 19:00.'),
      minutes: number('person')('Minutes', () => 'From 10 to 480.'),
      zone: theirText('Zone', () => 'Such as America/Chicago.'),
      invite: theirWord('Invited', INVITES),
      guests: theirText('Guests', () => 'E-mail addresses, for “list”; the one address of the Google Group.'),
      join: theirWord('Joined by', JOINS, () => 'The link itself is kept in Calendar, where only guests see it.'),
      skips: theirText('Skips', () => 'Days without a call: 2026-11-26, 2026-12-24..2027-01-02.'),
      until: theirText('Until', () => 'The last day it may meet. Blank: no end.'),
      state: ourWord('State', SERIES_STATES),
      note: ourText('Note', () => 'What a person has to know or do.'),
      eventId: ourText('Event ID', () => 'Its one event in Calendar.'),
      calendarId: ourText('Calendar', () => 'The calendar that holds the event.'),
      synced: ourText('In Calendar', () => 'What was last brought to Calendar.'),
      lookedAt: ourDate('Looked at', () => 'When Calendar was last asked what people changed there.'),
    },
  }),
  calls: table({
    tab: 'Calls',
    guard: 'people',
    key: ['id'],
    prefix: 'C',
    digits: 4,
    columns: {
      id: ourText('Call ID'),
      seriesId: id('program')('Series ID'),
      date: ourText('Date', () => 'The day the series gives it. Stays when the call is moved.'),
      starts: theirText('Starts', () => 'Type another time to move this one call, such as 2026-12-03 19:30.'),
      minutes: number('person')('Minutes', () => 'Of this one call.'),
      facilitator: theirText(
        'Facilitator',
        () => 'From the rota. Type another name from People to swap; clear it to ask the rota again.',
      ),
      notes: theirText(
        'Notes taker',
        () => 'From the rota. Type another name from People to swap; clear it to ask the rota again.',
      ),
      state: theirWord('State', CALL_STATES, () => 'Choose cancelled to call it off: everybody is told.'),
      note: ourText('Note'),
      notesLink: theirText('Notes link', () => 'Where the notes of this call are.'),
      attended: ourText('Attended', () => 'Group IDs, from the roll call.'),
      rota: ourText('Rota', () => 'Who the rota gave, and who could (program).'),
      cannot: ourText('Cannot', () => 'Who said “I can’t” for this call.'),
      agreed: ourText('Agreed', () => 'Start, length and state that sheet and Calendar had in common last.'),
      told: ourText('Told', () => 'Mails that are done.'),
      synced: ourText('In Calendar', () => 'What was last written into this date’s event.'),
      newest: ourNumber('Groups then', () => 'The number of the newest group when it was held.'),
    },
  }),
  agenda: table({
    tab: 'Agenda',
    guard: 'people',
    key: ['id'],
    prefix: 'I',
    digits: 4,
    columns: {
      id: ourText('Item ID', () => 'Written by Statewide.'),
      seriesId: id('person')('Series ID', () => 'Blank: whichever call is next.'),
      callId: id('person')('Call ID', () => 'Blank: the next call of the series.'),
      name: theirText('Item', () => 'What to talk about or decide.'),
      who: theirText('Who'),
      minutes: number('person')('Minutes', () => 'Blank: a fair share of what is left.'),
      state: theirWord('State', ITEM_STATES, () => 'done: off the agenda.'),
    },
  }),
  channels: table({
    tab: 'Channels',
    guard: 'people',
    key: ['id'],
    prefix: 'CH',
    columns: {
      id: ourText('Channel ID', () => 'Written by Statewide.'),
      name: theirText('Channel', () => 'What people call it.'),
      kind: theirWord('Kind', CHANNEL_KINDS),
      audience: theirWord('Audience', CHANNEL_AUDIENCES, () => 'Who is in it.'),
      address: theirText(
        'Address',
        () =>
          'Google Group: its e-mail address. Facebook: the link. Slack: #channel; its webhook is a secret and stands nowhere in the sheet.',
      ),
      topic: theirText('Topic'),
      state: theirWord('State', CHANNEL_STATES, () => 'paused: nothing is posted there.'),
      webhook: ourText('Webhook', () => 'set: the sidebar has been given it. Never paste it here.'),
      members: ourNumber('Members', () => 'How many were in the Google Group when its list was last read.'),
      readAt: ourDate('List of', () => 'When the member list of the Google Group was last read or pasted.'),
      readOf: ourText('List for', () => 'The address of the Group that this list is of.'),
    },
  }),
  settings: table({
    tab: 'Settings',
    guard: 'people',
    key: ['setting'],
    columns: {
      setting: ourText('Setting'),
      value: theirText('Value'),
      about: ourText('What it does'),
    },
  }),
  log: table({
    tab: 'Log',
    guard: 'ledger',
    key: ['at', 'who', 'did', 'to', 'detail'],
    columns: {
      at: ourDate('At'),
      who: ourText('Who'),
      did: ourText('Did'),
      to: ourText('To'),
      detail: ourText('Detail'),
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
