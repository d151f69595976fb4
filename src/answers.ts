/**
 * The shape of every answer: the page parses with it what comes back. The server only takes the types from here, so
 * that none of it is loaded at every click.
 */
import * as z from 'zod/mini'
import { Draft, type RequestName, SeriesDraft } from './contract'
import {
  ALERT_KINDS,
  ALERT_STATES,
  ANSWER_WORDS,
  BASES,
  CALL_STATES,
  CHAMBERS,
  CHANNEL_AUDIENCES,
  CHANNEL_KINDS,
  CHANNEL_STATES,
  COUNTED,
  COVERAGE_SOURCES,
  DUTIES,
  ITEM_STATES,
  MAPPINGS,
  MESSAGE_STATES,
  OUTCOMES,
  SERIES_STATES,
} from './registry/words'

const s = z.string()
const n = z.number()
const nullable = <T extends z.ZodMiniType>(t: T) => z.nullable(t)
const chamber = z.enum(CHAMBERS)

/** ISO 8601 instant, such as `2026-11-23T22:00:00.000Z`. */
const instant = s

/** What went wrong in a sentence, and what to do next. */

export const FaultShape = z.object({ code: s, message: s, next: s, field: z.optional(s) })
export type FaultShape = z.infer<typeof FaultShape>

// ── Home ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Messages of which nobody knows whether they went. */
const Doubts = z.array(z.object({ messageId: s, to: z.array(s), reason: s, at: instant }))
export type Doubts = z.infer<typeof Doubts>

export const Progress = z.object({
  alertId: s,
  /** Of a drill it begins so. */
  title: s,
  kind: z.optional(z.enum(ALERT_KINDS)),
  state: z.enum(ALERT_STATES),
  actBy: nullable(instant),
  /** `actBy` in words, in the state's time zone: `today 5:00 pm`. */
  actByText: s,
  /** People, not messages; they add up to `people`. */
  people: n,
  sent: n,
  waiting: n,
  doubt: n,
  failed: n,
  stopped: n,
  messages: n,
  messagesSent: n,
  /** Messages that only the account of whoever looks can go on with. */
  yours: n,
  /** Nothing is left that a machine may do. */
  done: z.boolean(),
  /** When the last message changed, once it is done. */
  endedAt: nullable(instant),
  /** Why it does not go on right now, or what a person should do: `Maya’s run holds 3 messages until 12:40`. */
  note: s,
  doubts: Doubts,
  /** Groups it is for, and those of them that answered. */
  groups: z.optional(n),
  acknowledged: z.optional(n),
  /** Posts to channels, counted by themselves: none of them is a person. `text`: what a person is to paste. */
  posts: z.optional(
    z.array(
      z.object({ messageId: s, kind: z.enum(CHANNEL_KINDS), to: s, state: z.enum(MESSAGE_STATES), reason: s, text: s }),
    ),
  ),
})
export type Progress = z.infer<typeof Progress>

/** Drafts that a person may open, asked-for ones first, then the newest. `at`: when approval was asked for, or it was made. */
const Drafts = z.array(z.object({ alertId: s, title: s, by: s, asked: z.boolean(), at: instant }))
export type Drafts = z.infer<typeof Drafts>

/** What the steps and to-dos of the first page are made of. */
export const Counts = z.object({
  /** The sheet has state and operator. */
  ready: z.boolean(),
  /** Groups that have not left. */
  groups: n,
  unmapped: n,
  /** Of the unmapped: nobody has tried to map them. */
  untried: n,
  check: n,
  legislators: n,
  people: n,
  /** People with an e-mail address who get alerts. */
  mailable: n,
  /** Groups that nobody with an e-mail address belongs to. */
  leaderless: n,
  /** Alerts that were approved, ever. */
  alerts: n,
  /** Rows with a name and no ID. */
  nameless: n,
  /** IDs that stand in more than one row of Groups: someone copied a row. */
  doubled: z.array(s),
  /** Calls to come that nobody is down to facilitate, soonest first. `day`: `Thu Dec 17`. */
  unled: z.array(z.object({ callId: s, day: s })),
})
export type Counts = z.infer<typeof Counts>

export const Home = z.object({
  setup: z.object({
    /** The sheet has its tabs, state and operator. */
    ready: z.boolean(),
    /** What is missing in the sheet and a repair would mend: `Tab “Outbox” is gone`. */
    broken: z.array(s),
  }),
  /** `timeZones`: the state's IANA zones; a person is asked where there are two. */
  states: z.array(z.object({ code: s, name: s, timeZones: z.optional(z.array(s)) })),
  state: nullable(z.object({ code: s, name: s, timeZone: s })),
  you: z.object({ email: s, mayApprove: z.boolean() }),
  operator: z.object({
    email: s,
    isYou: z.boolean(),
    lastTick: nullable(instant),
    /** `4 min ago`, `never`. */
    lastTickText: s,
    stale: z.boolean(),
    /** Their account’s timed runs are used up for now. */
    rests: z.boolean(),
  }),
  /** Recipients the account of whoever looks can still mail today; null where Google did not say. */
  mailsLeft: nullable(n),
  /** What is being sent, or else what ended last. */
  alert: nullable(Progress),
  /** Drafts waiting for approval: everyone's for who may approve, else one's own. */
  waiting: Drafts,
  /** The soonest call that is still to come, and how many items stand on its agenda. */
  nextCall: nullable(z.object({ callId: s, series: s, when: s, facilitator: s, notes: s, items: n })),
  coverage: z.array(z.object({ chamber, label: s, covered: n, total: n })),
  counts: Counts,
})
export type Home = z.infer<typeof Home>

// ── Groups: bringing in, mapping ────────────────────────────────────────────────────────────────────────────────────

/** Who is there already, by what tells one from another. `people` is empty where groups are brought in. */
export const ImportTables = z.object({
  groups: z.array(z.object({ id: s, name: s, town: s })),
  people: z.array(z.object({ id: s, name: s, email: s, groupId: s })),
})
export type ImportTables = z.infer<typeof ImportTables>

/** The IDs of the first and the last row that was added. */
export const ImportDone = z.object({ added: n, first: s, last: s })
export type ImportDone = z.infer<typeof ImportDone>

export const Seat = z.object({ id: s, name: s, party: s, phone: s, vacant: z.boolean() })
export type Seat = z.infer<typeof Seat>

export const CoverageCard = z.object({
  chamber,
  district: s,
  /** `House 14A`. */
  label: s,
  basis: z.enum(BASES),
  share: nullable(n),
  source: z.enum(COVERAGE_SOURCES),
  lines: s,
  mappedOn: nullable(instant),
  confirmedBy: s,
  seats: z.array(Seat),
  /** What is special about this district, in one line; '' for most. */
  oddity: s,
})
export type CoverageCard = z.infer<typeof CoverageCard>

export const GroupCard = z.object({
  id: s,
  /** Where it stands in the Groups tab. */
  row: n,
  name: s,
  town: s,
  address: s,
  zip: s,
  status: s,
  mapping: z.enum(MAPPINGS),
  /** Why it is `check` or `none`, and what to do: empty when mapped. */
  why: s,
  next: s,
  covers: z.array(CoverageCard),
  leaders: n,
  /** Changes with what the group covers; goes back with `setCovers`. */
  seal: s,
  /** Latitude and longitude, where they are known. */
  point: nullable(z.tuple([n, n])),
  /** Places that fit the address and lie in different districts: only after mapping, for a person to choose one. */
  choices: z.array(z.object({ address: s, districts: z.array(s) })),
  /** What other groups of the same ZIP or town say, where the address does not do: `House 14A (2 groups)`. */
  hints: z.array(s),
  /** Mapped on lines that no longer count: `Mapped on the lines of 2024; those of 2026 count now.` */
  outdated: s,
})
export type GroupCard = z.infer<typeof GroupCard>

export const MapProblem = z.object({ groupId: s, group: s, why: s, next: s })
export type MapProblem = z.infer<typeof MapProblem>

export const MapLot = z.object({
  /** Groups this lot looked at. */
  tried: n,
  mapped: n,
  check: n,
  failed: n,
  /** Groups still without a mapping that this run has not tried. */
  left: n,
  problems: z.array(MapProblem),
  /** The geocoder does not answer now: no use in asking for the next lot at once. */
  paused: nullable(s),
})
export type MapLot = z.infer<typeof MapLot>

export const GroupsView = z.object({
  total: n,
  people: n,
  mapped: n,
  check: n,
  none: n,
  problems: z.array(MapProblem),
  groups: z.array(z.object({ id: s, name: s, town: s, mapping: z.enum(MAPPINGS) })),
})
export type GroupsView = z.infer<typeof GroupsView>

// ── Districts and legislators ───────────────────────────────────────────────────────────────────────────────────────

export const DistrictRow = z.object({
  chamber,
  district: s,
  label: s,
  seats: n,
  legislators: z.array(Seat),
  groups: z.array(z.object({ id: s, name: s })),
  oddity: s,
})

export const DistrictsView = z.object({
  chambers: z.array(z.object({ chamber, name: s, title: s })),
  districts: z.array(DistrictRow),
  asOf: nullable(instant),
  /** Outlines in the sheet, and how many there should be; 0 of 0 where the state has no list. */
  outlines: z.object({ kept: n, of: n, asOf: nullable(instant) }),
  /** Groups mapped on lines that no longer count. */
  outdated: z.array(z.object({ groupId: s, group: s, why: s })),
})
export type DistrictsView = z.infer<typeof DistrictsView>

/** One outline and the districts it stands for: several where seats share it or floterials lie over it. */
export const Outline = z.object({
  geoid: s,
  name: s,
  districts: z.array(s),
  lines: s,
  /** As `districts/shape.ts` reads it. */
  shape: s,
})
export type Outline = z.infer<typeof Outline>

export const OutlineLot = z.object({
  /** Outlines written so far and in all. */
  done: n,
  of: n,
  last: s,
  /** What could not be fetched, and what to do; '' where all went well. */
  problem: s,
})

export const CoverageView = z.extend(DistrictsView, {
  state: s,
  committees: z.array(z.object({ name: s, chamber: z.union([chamber, z.literal('')]), legislatorIds: z.array(s) })),
  /** Members of committees that are no legislator of the Legislators tab. */
  unknown: z.array(s),
  /** Where groups are: a dot on the map where the point is known. `led`: a lead of theirs is in People. */
  places: z.array(z.object({ groupId: s, town: s, led: z.boolean(), point: nullable(z.tuple([n, n])) })),
})
export type CoverageView = z.infer<typeof CoverageView>

/** What an import of legislators is planned with. */
export const LegislatorTables = z.object({
  /** The answer of Open States as it came. `broken`: there was none. */
  file: z.object({ status: n, body: s, broken: z.boolean() }),
  /** As `registry/states.ts` knows it. */
  state: z.object({
    code: s,
    name: s,
    fips: s,
    zones: z.readonly(z.array(s)),
    timeZone: s,
    chambers: z.readonly(
      z.array(z.object({ chamber, name: s, label: s, title: s, prefix: s, districts: n, seats: n, plan: s })),
    ),
    nested: z.boolean(),
  }),
  /** The Legislators tab, without what an import neither reads nor changes. */
  standing: z.array(
    z.object({
      id: s,
      name: s,
      chamber: z.enum(['', ...CHAMBERS]),
      district: s,
      party: s,
      email: s,
      districtPhone: s,
      leaves: s,
      source: s,
    }),
  ),
  now: instant,
  /** Whose day it is: the first of these that exists. */
  zones: z.array(s),
})
export type LegislatorTables = z.infer<typeof LegislatorTables>

// ── Alert ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export const Placeholder = z.object({ name: s, about: s })

export const AlertChoices = z.object({
  legislators: z.array(z.object({ id: s, name: s, chamber, district: s, label: s, party: s, phone: s, groups: n })),
  districts: z.array(z.object({ chamber, district: s, label: s, groups: n, vacant: z.boolean() })),
  /** `groups`: how many its members’ districts have; `label`: `House Health`. */
  committees: z.optional(z.array(z.object({ key: s, label: s, members: n, groups: n, unknown: z.array(s) }))),
  /** Groups that get alerts; how many of them cover a district of each chamber; people in the working group. */
  reach: z.optional(
    z.object({ groups: n, chambers: z.array(z.object({ chamber, title: s, groups: n })), workingGroup: n }),
  ),
  placeholders: z.array(Placeholder),
  /** A draft to begin with: the unfinished one, or the template. */
  draft: Draft,
  /** An unfinished draft was found. */
  resumed: z.boolean(),
  /** The template, whatever was found. */
  blank: Draft,
  /** All drafts that may be opened. */
  drafts: Drafts,
  timeZone: s,
  /** Wall-clock now in the state's zone. */
  now: s,
  /** Channels something may be posted in. `note`: what to know before choosing it. */
  channels: z.optional(z.array(z.object({ id: s, kind: z.enum(CHANNEL_KINDS), name: s, note: s }))),
})
export type AlertChoices = z.infer<typeof AlertChoices>

export const Check = z.object({
  id: s,
  level: z.enum(['ok', 'warn', 'stop']),
  text: s,
  next: s,
})
export type Check = z.infer<typeof Check>

export const Quota = z.object({
  needed: n,
  left: nullable(n),
  messages: n,
  waits: n,
  /** `3 messages, everyone in BCC. Done in about 10 seconds.` */
  forecast: s,
})

export const AlertPreview = z.object({
  alertId: s,
  groups: z.array(z.object({ id: s, name: s, town: s, districts: z.array(s), people: z.array(s) })),
  /** Who gets a mail of their own. */
  people: n,
  /** Those, and who of the audience is known to be in the Google Group that it goes to. */
  reached: z.optional(n),
  skipped: z.array(z.object({ who: s, why: s })),
  gaps: z.array(z.object({ chamber, district: s, label: s, legislators: z.array(s) })),
  quota: Quota,
  checks: z.array(Check),
  /** Legislators chosen that have no phone: typed right here. */
  phoneless: z.array(z.object({ id: s, name: s, label: s })),
  /** One mail per wording; `groups` are who gets it. */
  mails: z.array(z.object({ groupIds: z.array(s), people: n, subject: s, body: s })),
  testedAt: nullable(instant),
  mayApprove: z.boolean(),
  /** Why a second person has to approve it; '' where one is enough. `people`: what they type, 0 for nothing; members of a Google Group count. */
  second: z.optional(z.object({ why: s, people: z.optional(n) })),
  /** Changes with the audience and texts; approve only what was seen. */
  seal: s,
  /** One a channel, the same words for everybody there. */
  posts: z.optional(z.array(z.object({ channelId: s, kind: z.enum(CHANNEL_KINDS), name: s, subject: s, body: s }))),
})
export type AlertPreview = z.infer<typeof AlertPreview>

/** What texts to paste are made of. Nobody's address and no link to a meeting is in it. */
export const RelayFacts = z.object({
  kind: z.enum(ALERT_KINDS),
  title: s,
  bill: s,
  ask: s,
  why: s,
  network: s,
  /** `5:00 pm Eastern / 4:00 pm Central on Monday, November 23`; '' while there is none. */
  actBy: s,
  /** `Mon, Nov 23, 5:00 pm Eastern / 4:00 pm Central` */
  actByShort: s,
  legislators: z.array(z.object({ id: s, titled: s, label: s, capitolPhone: s, districtPhone: s })),
  groups: z.array(z.object({ id: s, name: s, legislatorIds: z.array(s) })),
})
export type RelayFacts = z.infer<typeof RelayFacts>

export const LedgerRow = z.object({
  messageId: s,
  state: z.enum(MESSAGE_STATES),
  people: n,
  to: z.array(s),
  reason: s,
  at: nullable(instant),
})

const answerWord = z.enum(['', ...ANSWER_WORDS])

/** What comes back from the groups of an alert. */
export const AlertBoard = z.object({
  alertId: s,
  title: s,
  drill: z.boolean(),
  /** Why answers are not read, and what follows from that; '' while they are. */
  note: s,
  /** What happens by itself, and when; '' where nothing does. */
  next: s,
  /** The caller may look for answers now; else the operator's timer does. */
  mayLook: z.boolean(),
  operator: s,
  /** Groups that have the alert, and those of them that answered. */
  asked: n,
  answered: n,
  calls: n,
  counts: z.object({ haveIt: n, in: n, out: n, done: n }),
  groups: z.array(
    z.object({
      groupId: s,
      group: s,
      /** False: its mail has not gone yet. */
      reached: z.boolean(),
      answer: answerWord,
      /** Null where none were reported. */
      calls: nullable(n),
      atText: s,
      backupAsked: z.boolean(),
      /** Addresses that could not be reached. */
      bounced: z.array(s),
      contacts: z.array(z.object({ name: s, phone: s })),
      legislatorIds: z.array(s),
    }),
  ),
  legislators: z.array(z.object({ id: s, name: s, calls: n, groups: n })),
  /** Calls reported without saying to whom. */
  unnamedCalls: n,
  /** What came, newest first; `counts` other than `yes` is in no sum, and `why` says why. */
  answers: z.array(
    z.object({
      answerId: s,
      groupId: s,
      group: s,
      from: s,
      answer: answerWord,
      calls: nullable(n),
      legislatorId: s,
      outcome: z.enum(['', ...OUTCOMES]),
      said: s,
      atText: s,
      counts: z.enum(COUNTED),
      why: s,
      byHand: z.boolean(),
    }),
  ),
})
export type AlertBoard = z.infer<typeof AlertBoard>

// ── Calls ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whose turn it is. `personId` '' and `name` '': nobody. */
const Turn = z.object({
  personId: s,
  name: s,
  /** Why this person, in a sentence or two, for “Why me?”. */
  why: s,
  /** A person put them there, not the rota. */
  byHand: z.boolean(),
})

/** A call in a list. */
export const CallRow = z.object({
  callId: s,
  seriesId: s,
  series: s,
  /** Null where what stands in the sheet is no time; `note` says so. */
  starts: nullable(instant),
  /** `Thu Dec 3, 7:00 pm Eastern / 6:00 pm Central`: every zone of the state that differs. */
  when: s,
  /** Wall clock of the series' zone, to fill the move form: `2026-12-03T19:00`. */
  wall: s,
  minutes: n,
  state: z.enum(CALL_STATES),
  facilitator: Turn,
  notes: Turn,
  /** What a person should know: moved in Calendar, nobody volunteered, mails in doubt. */
  note: s,
  /** Groups present, once there was a roll call. */
  attended: n,
})
export type CallRow = z.infer<typeof CallRow>

export const SeriesCard = z.object({
  seriesId: s,
  state: z.enum(SERIES_STATES),
  /** `Every third Thursday at 7:00 pm Eastern / 6:00 pm Central, 60 minutes`. */
  sentence: s,
  /** What is wrong or still to be done: '' when all stands in Calendar as it should. */
  note: s,
  /** Calendar shows what the sheet says. False: `tick` is still to bring it there. */
  inCalendar: z.boolean(),
  /** To open the change form with; `link` is null. */
  draft: SeriesDraft,
})
export type SeriesCard = z.infer<typeof SeriesCard>

export const CallsView = z.object({
  series: z.array(SeriesCard),
  /** The next calls of all series, soonest first. */
  coming: z.array(CallRow),
  /** The last twelve, newest first. */
  past: z.array(CallRow),
  volunteers: z.array(z.object({ personId: s, name: s, group: s, duties: z.array(z.enum(DUTIES)), turns: n, away: s })),
  /** Groups that were at none of the last three calls of a series. */
  missing: z.array(z.object({ groupId: s, group: s, series: s, leader: s })),
  /** To begin a new series with. */
  draft: SeriesDraft,
  /** The state's zones first, then none other: a person may type any IANA name. */
  timeZones: z.array(s),
  /** Operator and coordinators make, change, end and cancel; everyone sees and does the rest. */
  mayManage: z.boolean(),
  /** Whose account keeps the events: changes by others reach Calendar within minutes. */
  operator: s,
  isOperator: z.boolean(),
})
export type CallsView = z.infer<typeof CallsView>

export const SeriesPreview = z.object({
  /** As in `SeriesCard`. */
  sentence: s,
  /** The next dates: eight, or fewer where it ends. `note`: why a date is special (`Feb has no day 31: the last day`, `skipped`). */
  dates: z.array(z.object({ date: s, when: s, skipped: z.boolean(), note: s, facilitator: s, notes: s })),
  /** What to know before it is made, worst first. `stop` keeps it from being saved. */
  checks: z.array(Check),
  /** People who get the mails: guests, or 1 for a Google Group. */
  people: n,
  /** `42 guests in Calendar; the day-before mail takes 42 of the 100 mails a day (88 left now).` */
  forecast: s,
})
export type SeriesPreview = z.infer<typeof SeriesPreview>

export const AgendaPart = z.object({
  title: s,
  minutes: n,
  /** Plain sentences; nothing in them is a join link. */
  lines: z.array(s),
})

export const CallCard = z.object({
  call: CallRow,
  /** Parts add up to `call.minutes`. */
  agenda: z.array(AgendaPart),
  /** The whole agenda as plain text, for a page to print or to paste: no join link, no addresses. */
  text: s,
  items: z.array(z.object({ itemId: s, item: s, who: s, minutes: nullable(n), state: z.enum(ITEM_STATES) })),
  /** The roll: every district with a group, in order, upper chamber first; a group stands under each of its districts. */
  roll: z.array(z.object({ label: s, groups: z.array(z.object({ groupId: s, group: s, present: z.boolean() })) })),
  /** Who could be put down instead, best first. */
  swaps: z.array(z.object({ personId: s, name: s, duties: z.array(z.enum(DUTIES)), why: s })),
  notesLink: s,
  /** For members: everyone who may open the sidebar. '' while Calendar has not made it, or the series has none. */
  joinLink: s,
  /** The event in Calendar, '' where it is not there yet. */
  eventLink: s,
  /** Mails of this call: due, sent, in doubt. */
  mails: z.array(
    z.object({
      what: s,
      at: instant,
      state: z.enum(['due', 'sent', 'doubt', 'late', 'failed']),
      people: n,
      doubts: Doubts,
    }),
  ),
})
export type CallCard = z.infer<typeof CallCard>

// ── Channels ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const ChannelCard = z.object({
  channelId: s,
  name: s,
  kind: z.enum(CHANNEL_KINDS),
  audience: z.enum(CHANNEL_AUDIENCES),
  address: s,
  topic: s,
  state: z.enum(CHANNEL_STATES),
  /** One is kept; it is never shown. */
  webhook: z.boolean(),
  /** Of a Google Group whose list was read; else null. */
  members: nullable(n),
  /** When it was: `today 5:00 pm`; '' for never. */
  readText: s,
  /** What a person should mend. */
  note: s,
})
export type ChannelCard = z.infer<typeof ChannelCard>

export const ChannelsView = z.object({
  channels: z.array(ChannelCard),
  mayManage: z.boolean(),
  organizers: z.array(z.object({ name: s, address: s })),
  /** When the organizer was last told; `note`: what is under way or in doubt. */
  told: z.object({ at: nullable(instant), text: s, note: s }),
})
export type ChannelsView = z.infer<typeof ChannelsView>

const Listed = z.array(z.object({ address: s, name: s, why: s }))

/** The internal list against a Google Group. */
export const MembersView = z.object({
  channelId: s,
  readAt: nullable(instant),
  members: n,
  /** False: members without a Google account are not seen. */
  whole: z.boolean(),
  canChange: z.boolean(),
  /** Null: of this audience People does not say who belongs in it. */
  should: nullable(n),
  missing: Listed,
  extra: Listed,
  spelled: Listed,
  twice: z.array(s),
  /** Not in People: shown this once, kept nowhere. */
  strangers: z.array(s),
  added: n,
  removed: n,
  refused: z.array(z.object({ address: s, why: s })),
})
export type MembersView = z.infer<typeof MembersView>

// ── By request ──────────────────────────────────────────────────────────────────────────────────────────────────────

export const ANSWERS = {
  home: Home,
  setUp: z.object({ created: z.array(s), repaired: z.array(s), kept: n }),
  becomeOperator: Home,
  handOver: z.object({ notes: z.array(z.object({ text: s, next: s })) }),
  importTables: ImportTables,
  commitImport: ImportDone,
  groups: GroupsView,
  groupCard: z.object({ card: nullable(GroupCard) }),
  mapGroup: GroupCard,
  mapLot: z.extend(MapLot, { last: s }),
  stopMapping: z.object({}),
  setCovers: GroupCard,
  districts: DistrictsView,
  outlines: z.object({ outlines: z.array(Outline) }),
  outlineLot: OutlineLot,
  coverage: CoverageView,
  openDialog: z.object({}),
  legislatorTables: LegislatorTables,
  commitLegislators: z.object({ added: n }),
  setPhone: z.object({ phone: s }),
  alertChoices: AlertChoices,
  openDraft: z.object({ draft: Draft, by: s }),
  saveDraft: z.object({ alertId: s }),
  previewAlert: AlertPreview,
  testAlert: z.object({ to: s, at: instant }),
  approveAlert: Progress,
  relayFacts: RelayFacts,
  sendLot: Progress,
  alertProgress: Progress,
  cancelAlert: Progress,
  alertBoard: AlertBoard,
  readAnswers: AlertBoard,
  setAnswer: AlertBoard,
  alertLedger: z.object({ rows: z.array(LedgerRow) }),
  calls: CallsView,
  previewSeries: SeriesPreview,
  saveSeries: CallsView,
  endSeries: CallsView,
  remakeSeries: CallsView,
  openCall: CallCard,
  swapCall: CallCard,
  cannotCall: CallCard,
  moveCall: CallCard,
  cancelCall: CallCard,
  setItem: z.object({ itemId: s }),
  markRoll: z.object({ present: z.array(s) }),
  closeCall: CallCard,
  channels: ChannelsView,
  saveChannel: z.object({ channelId: s, view: ChannelsView }),
  testPost: z.object({ at: instant }),
  readMembers: MembersView,
  takeMembers: MembersView,
  changeMembers: MembersView,
  organizerDigest: z.object({ to: z.array(s), subject: s, body: s, seal: s }),
  tellOrganizer: ChannelsView,
  /** Of the alert or the call that the message belongs to. */
  settleDoubt: z.union([Progress, CallCard]),
} as const satisfies Record<RequestName, z.ZodMiniType>

export type Answer<N extends RequestName> = z.infer<(typeof ANSWERS)[N]>

export const Reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), fault: FaultShape }),
])
