/** The Settings tab: one row a setting, its value, and what it does. */
import { Fault } from '../fault'
import { appendRows, readTable, updateRows } from './table'
import type { Row } from './tables'
import { LINES, type Lines, wordIn, YES } from './words'

/** Version of the tabs and columns that this code writes. */
export const SHEET_VERSION = 1

/** Name in the sheet, value to begin with, what it does. */
const SETTINGS = {
  state: ['State', '', () => 'Two letters, such as MN. Decides chambers, districts and legislators.'],
  timeZone: ['Time zone', '', () => 'Times in mails and in the sidebar are in this zone, such as America/Chicago.'],
  operator: [
    'Operator',
    '',
    () => 'The account whose timer does what is due. Change it in the sidebar, by that person.',
  ],
  networkName: ['Network name', '', () => 'Signs every mail. Blank: Indivisible and the name of the state.'],
  replyTo: ['Reply to', '', () => 'Answers to alerts go to this address. Blank: to the operator.'],
  lines: [
    'District lines',
    'current',
    () => 'current: the plan of the newest election. sitting: the plan on which today’s legislators were elected.',
  ],
  sendAddresses: [
    'Send addresses out',
    'yes',
    () => 'no: no address ever leaves this sheet; groups are mapped on the map or by hand.',
  ],
  mailReserve: ['Mail reserve', '10', () => 'So many of the day’s mails are kept back for tests and for people.'],
  secondOver: [
    'Second person over',
    '60',
    () => 'An alert to more people than this is approved by a second person, who types their number.',
  ],
  mailApp: [
    'Mail without drafts',
    'no',
    () =>
      'yes: an account that may not make Gmail drafts sends by MailApp. A message is then sent once at most; what a stopped run had in hand is in doubt.',
  ],
  readAnswers: ['Read answers', 'yes', () => 'no: nobody’s mail is read; answers are entered by hand.'],
  askBackups: ['Ask backups', 'yes', () => 'At half time, backups of groups without an answer are asked. no: never.'],
  remind: ['Remind', 'yes', () => 'Shortly before act-by, whoever has not answered is reminded once. no: never.'],
  summary: [
    'After-action mail',
    'yes',
    () => 'After act-by, coordinators and organizers get what came of it. no: never.',
  ],
  alertsByMail: [
    'Alerts by mail',
    'no',
    () =>
      'yes: a mail “ALERT SB 12 vote no HD-14A by 5pm” from a coordinator or the working group becomes a draft alert.',
  ],
  googleGroup: ['Google Group', '', () => 'Address of the network’s Google Group: mail by it counts as its author’s.'],
  sendWithoutApproval: [
    'Send without approval',
    'no',
    () =>
      'no, or a number such as 20: an alert asked for by mail goes out at once if it reaches at most so many people.',
  ],
  calendar: ['Calendar', '', () => 'ID of the Google calendar that holds the calls. Blank: the operator’s own.'],
  version: ['Sheet version', String(SHEET_VERSION), () => 'Written by Statewide. Do not change.'],
} as const

export type SettingName = keyof typeof SETTINGS
export interface Settings {
  readonly state: string
  /** Of the IANA list; '' where there is none or what stands there is not one: then the state’s own counts. */
  readonly timeZone: string
  /** Lower-case address, '' where there is none yet. */
  readonly operator: string
  readonly networkName: string
  readonly replyTo: string
  readonly lines: Lines
  /** False: addresses never leave the sheet. */
  readonly sendAddresses: boolean
  readonly mailReserve: number
  /** An alert to more people than this needs a second person. */
  readonly secondOver: number
  /** An account that may not make drafts sends by MailApp. */
  readonly mailApp: boolean
  readonly readAnswers: boolean
  readonly askBackups: boolean
  readonly remind: boolean
  readonly summary: boolean
  readonly alertsByMail: boolean
  /** Lower case, '' for none. */
  readonly googleGroup: string
  /** The most people that an alert may reach without a person's approval; 0: none may. */
  readonly sendWithoutApproval: number
  /** Calendar ID, '' for the operator's own. */
  readonly calendar: string
}

const names = Object.keys(SETTINGS) as SettingName[]
const label = (name: SettingName): string => SETTINGS[name][0]
const plain = (text: string): string => text.trim().toLowerCase()

/** The name, where it is a zone of the IANA list; else ''. */
export function zoneOrBlank(timeZone: string): string {
  try {
    return timeZone && new Date(0).toLocaleString('en-US', { timeZone }) && timeZone
  } catch {
    return ''
  }
}

/** The settings as they stand in these rows; what is missing or blank has its first value. */
export function toSettings(rows: readonly Row<'settings'>[]): Settings {
  const value = (name: SettingName): string => {
    const row = rows.find((r) => plain(r.setting) === plain(label(name)))
    return row?.value.trim() || SETTINGS[name][1]
  }
  const version = Number(value('version'))
  if (version > SHEET_VERSION)
    throw new Fault(
      'SHEET_NEWER',
      `This sheet was set up by a newer Statewide (version ${version}; this one knows ${SHEET_VERSION}).`,
      'Ask whoever looks after the script to bring it up to date. Nothing was changed.',
    )
  const numberIn = (name: 'mailReserve' | 'secondOver'): number => {
    const typed = Number(value(name))
    return Number.isFinite(typed) && typed >= 0 ? Math.floor(typed) : Number(SETTINGS[name][1])
  }
  const unasked = Number(value('sendWithoutApproval'))
  const isYes = (name: SettingName): boolean => wordIn(YES, value(name)) === 'yes'
  return {
    state: value('state').toUpperCase(),
    timeZone: zoneOrBlank(value('timeZone')),
    operator: value('operator').toLowerCase(),
    networkName: value('networkName'),
    replyTo: value('replyTo').toLowerCase(),
    lines: wordIn(LINES, value('lines')) ?? LINES[0],
    // Whatever is not a clear yes keeps addresses in.
    sendAddresses: isYes('sendAddresses'),
    readAnswers: isYes('readAnswers'),
    askBackups: isYes('askBackups'),
    remind: isYes('remind'),
    summary: isYes('summary'),
    alertsByMail: isYes('alertsByMail'),
    googleGroup: value('googleGroup').toLowerCase(),
    sendWithoutApproval: Number.isInteger(unasked) && unasked > 0 ? unasked : 0,
    calendar: value('calendar'),
    mailReserve: numberIn('mailReserve'),
    secondOver: numberIn('secondOver'),
    mailApp: isYes('mailApp'),
  }
}

/** All settings in one read. Throws `TAB_MISSING`, `SHEET_NEWER`. */
export const getSettings = (): Settings => toSettings(readTable('settings'))

/** Writes the given settings in one block; adds the rows that are missing. */
export function setSettings(values: Partial<Record<SettingName, string>>): void {
  addMissingSettings()
  const changes = new Map<string, Partial<Row<'settings'>>>()
  for (const { setting } of readTable('settings')) {
    const name = names.find((n) => plain(label(n)) === plain(setting))
    if (name && name in values) changes.set(setting.trim(), { value: values[name] ?? '' })
  }
  updateRows('settings', changes)
}

/** Adds a row for every setting that has none. Gives how many. */
export function addMissingSettings(): number {
  const standing = new Set(readTable('settings').map((row) => plain(row.setting)))
  const missing = names.filter((name) => !standing.has(plain(label(name))))
  appendRows(
    'settings',
    missing.map((name) => ({ setting: label(name), value: SETTINGS[name][1], about: SETTINGS[name][2]() })),
  )
  return missing.length
}
