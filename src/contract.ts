/**
 * The shape of every sidebar request: the server parses with it what comes in. What comes back is in `answers/`.
 * Everything crosses as JSON text; dates are ISO strings, nothing is `undefined`. Each kind of schema that is used here for
 * the first time brings its code into the server: a tuple or an extension 1.5 KB, where a list or a spread does.
 */
import * as z from 'zod/mini'
import {
  ALERT_KINDS,
  ANSWER_WORDS,
  AUDIENCES,
  BASES,
  CALLEES,
  CHAMBERS,
  CHANNEL_AUDIENCES,
  CHANNEL_KINDS,
  CHANNEL_STATES,
  COVERAGE_SOURCES,
  DUTIES,
  INVITES,
  ITEM_STATES,
  JOINS,
  MAPPINGS,
  OUTCOMES,
  REPEATS,
} from './registry/words'

export type * from './answers'

const n = z.number()
const short = z.string().check(z.maxLength(500))
const long = z.string().check(z.maxLength(20_000))
const nullable = <T extends z.ZodMiniType>(t: T) => z.nullable(t)
const chamber = z.enum(CHAMBERS)

export const DistrictRef = z.object({ chamber, district: short })
export type DistrictRef = z.infer<typeof DistrictRef>

export const PAGES = ['home', 'groups', 'districts', 'alert', 'calls', 'channels'] as const
export type Page = (typeof PAGES)[number]

export const IMPORT_KINDS = ['groups', 'people'] as const

export type ImportKind = (typeof IMPORT_KINDS)[number]

const importKind = { kind: z.enum(IMPORT_KINDS) }
/** Rows that the page has found right, to be added. */
const ImportRows = z.object({
  ...importKind,
  /** Columns of the tab, as `registry/tables.ts` calls them. */
  fields: z.array(short).check(z.maxLength(20)),
  /** One text a field, as it is to stand: `lead, notes`, `2026-11-23`. */
  rows: z.array(z.array(z.string().check(z.maxLength(50_000))).check(z.maxLength(20))).check(z.maxLength(5_000)),
})
export type ImportRows = z.infer<typeof ImportRows>

/** A legislator as the page has planned the row. Without a chamber: they hold no seat any more, and only `source` counts. */
const LegislatorRow = z.object({
  id: short,
  name: short,
  chamber: z.enum(['', ...CHAMBERS]),
  district: short,
  party: short,
  email: short,
  source: short,
  /** For who is new. */
  capitolPhone: short,
  /** For who is new or has none. */
  districtPhone: short,
})

export const MODES = ['cohort', 'personal'] as const
/** What the network wants of a bill; '' where that is not decided. */
export const POSITIONS = ['', 'support', 'oppose'] as const

/** What a person has chosen and typed so far. `actBy` is wall-clock time in the state’s zone: `2026-11-23T17:00`. */
export const Draft = z.object({
  alertId: nullable(short),
  legislatorIds: z.array(short).check(z.maxLength(500)),
  districts: z.array(DistrictRef).check(z.maxLength(500)),
  title: short,
  bill: short,
  subject: short,
  body: long,
  actBy: short,
  mode: z.enum(MODES),
  /** `mail` and the IDs of channels; by mail alone where it is left out. */
  channels: z.optional(z.array(short).check(z.maxLength(20))),
  /** Its maker is done and asks for approval. */
  asked: z.optional(z.boolean()),
  /** A drill says so everywhere and asks nobody to call. Left out: an alert. */
  kind: z.optional(z.enum(ALERT_KINDS)),
  /** Left out: `targets` alone, as drafts of an older version mean it. */
  audience: z.optional(z.array(z.enum(AUDIENCES)).check(z.maxLength(5))),
  /** Committees whose members are targets, as `registry/committees.ts` calls them; members are looked up anew each time. */
  committees: z.optional(z.array(short).check(z.maxLength(50))),
  /** Left out: `both`. */
  callees: z.optional(z.enum(CALLEES)),
  /** Addresses, group IDs and names, one a line or parted by commas. */
  list: z.optional(long),
  /** What to ask the legislator to do, in a sentence. */
  ask: z.optional(short),
  /** Why now, in three sentences at most. */
  why: z.optional(z.string().check(z.maxLength(2_000))),
})
export type Draft = z.infer<typeof Draft>

/** One district that a group covers, as a person sets it. */
export const Cover = z.object({
  chamber,
  district: short,
  basis: z.enum(BASES),
  /** About how much of the group lives there, 0 to 100. */
  share: nullable(n),
  source: z.enum(COVERAGE_SOURCES),
  lines: short,
  /** ISO instant, or null for now. */
  mappedOn: nullable(short),
  confirmedBy: short,
})
export type Cover = z.infer<typeof Cover>

/** Wide pages beside the sidebar. */
export const DIALOGS = ['Coverage', 'Agenda'] as const
/** A series of calls as a person has typed it. Days are `2026-12-03`, times `19:00` on the wall clock of `timeZone`. */
export const SeriesDraft = z.object({
  /** Null: a new one. */
  seriesId: nullable(short),
  name: short,
  repeats: z.enum(REPEATS),
  /** `Thursday`; once a month `third Thursday` (`first` … `fifth`, `last`) or `day 15`. */
  on: short,
  /** The first day it may meet; it meets on the first fitting day from there on. */
  first: short,
  at: short,
  minutes: n,
  timeZone: short,
  invite: z.enum(INVITES),
  /** Addresses parted by commas, blanks or line ends; the Google Group's one. '' where nobody need be named. */
  guests: long,
  join: z.enum(JOINS),
  /** A fixed link or phone line. Null: the one that is kept already. Never given back to a page that does not ask. */
  link: nullable(short),
  /** Days and stretches without a call: `2026-11-26, 2026-12-24..2027-01-02`. */
  skips: long,
  /** '' for no end. */
  until: short,
})
export type SeriesDraft = z.infer<typeof SeriesDraft>

/** A channel as a person has typed it. */
export const ChannelDraft = z.object({
  /** Null: a new one. */
  channelId: nullable(short),
  name: short,
  kind: z.enum(CHANNEL_KINDS),
  audience: z.enum(CHANNEL_AUDIENCES),
  address: short,
  topic: short,
  state: z.enum(CHANNEL_STATES),
  /** Null: the one that is kept already, which is never given back. '': none from now on. */
  webhook: nullable(short),
})
export type ChannelDraft = z.infer<typeof ChannelDraft>

const channelOnly = z.object({ channelId: short })
const addresses = z.array(short).check(z.maxLength(5_000))
const callOnly = z.object({ callId: short })
const seriesOnly = z.object({ seriesId: short })
const duty = z.enum(DUTIES)

const nothing = z.object({})
const alertOnly = z.object({ alertId: short })
export const REQUESTS = {
  /** Everything the first page shows. Works on an empty sheet too. */
  home: nothing,
  /** Makes or repairs every tab, remembers state and operator (the caller), installs `tick`. */
  setUp: z.object({ state: short, timeZone: z.optional(short) }),
  /** The caller becomes operator: their `tick` is installed. */
  becomeOperator: nothing,
  /** What becoming operator leaves behind in the former operator’s account. */
  handOver: nothing,
  /** What the page plans an import with. */
  importTables: z.object(importKind),
  commitImport: ImportRows,
  groups: nothing,
  /** Null `groupId`: the group of the selected row; null answer: no group is selected. */
  groupCard: z.object({ groupId: nullable(short) }),
  /** `pick`: the address to take where several fit (`choices` of the answer). */
  mapGroup: z.object({ groupId: short, pick: z.optional(short) }),
  /** One lot of groups without a mapping. `after`: the last group ID that was tried, '' to begin. */
  mapLot: z.object({ after: short }),
  /** Mapping all is given up: `tick` does not go on with it either. */
  stopMapping: nothing,
  /**
   * The districts that the group covers are these from now on: adds, changes, takes away, undoes. `seal` of the card that
   * the person saw. `confirm`: the caller has checked them; else the mapping follows from them.
   */
  setCovers: z.object({
    groupId: short,
    seal: long,
    covers: z.array(Cover).check(z.maxLength(100)),
    confirm: z.boolean(),
    /** Latitude and longitude that the person chose on the map; null: none from now on. */
    point: z.optional(nullable(z.array(n).check(z.maxLength(2)))),
    /** What the card said of the mapping before: undoing brings it back. */
    back: z.optional(z.object({ mapping: z.enum(MAPPINGS), why: long, next: short })),
  }),
  districts: nothing,
  /** The outlines that the sheet keeps of one chamber. */
  outlines: z.object({ chamber }),
  /** Fetches the next outlines into the sheet. `after`: `last` of the answer before, '' to begin anew. */
  outlineLot: z.object({ after: short }),
  /** Everything the coverage dialog shows but the outlines. */
  coverage: nothing,
  /** Opens a wide page. */
  /** `callId`: the call that the page shows first. */
  openDialog: z.object({ page: z.enum(DIALOGS), callId: z.optional(short) }),
  /** The file of Open States and the Legislators tab, which the page plans an import with. */
  legislatorTables: nothing,
  commitLegislators: z.object({ rows: z.array(LegislatorRow).check(z.maxLength(5_000)) }),
  setPhone: z.object({ legislatorId: short, phone: short }),
  alertChoices: nothing,
  /** A draft as the sheet holds it now, and who made it. */
  openDraft: alertOnly,
  /**
   * Keeps a draft made of a bill with a hearing. `committee`: as `registry/committees.ts` calls it, '' where it is not
   * known; `hearing` on the wall clock of the state; `position`: ours.
   */
  hearingAlert: z.object({ bill: short, title: short, committee: short, hearing: short, position: z.enum(POSITIONS) }),
  /** Keeps the draft in the Alerts tab; gives its ID. */
  saveDraft: Draft,
  /** Saves, then shows who gets what. */
  previewAlert: Draft,
  testAlert: z.object({ alertId: short, groupId: nullable(short) }),
  /** Freezes audience and texts as sealed by the preview. `people`: as the second person types it, where one is needed. */
  approveAlert: z.object({ alertId: short, seal: short, people: z.optional(n) }),
  /** One lot. Ask again while not `done`. */
  sendLot: alertOnly,
  /** The facts that the page makes texts to paste of, before an alert is sent and after. */
  relayFacts: alertOnly,
  alertProgress: alertOnly,
  cancelAlert: alertOnly,
  alertLedger: alertOnly,
  /** What the groups answered, and what happens next by itself. */
  alertBoard: alertOnly,
  /** Looks for answers in the operator's mail now: for the operator. */
  readAnswers: alertOnly,
  /** An answer that came by telephone (null `answerId`), or the correction of one; answer '' takes it out of the count. */
  setAnswer: z.object({
    alertId: short,
    answerId: nullable(short),
    groupId: short,
    answer: z.enum(['', ...ANSWER_WORDS]),
    calls: nullable(n),
    legislatorId: short,
    outcome: z.enum(['', ...OUTCOMES]),
    said: long,
  }),
  /** The Calls page: series, coming and past calls, volunteers, what needs a person. */
  calls: nothing,
  /** What a series would be: its dates, who gets what, whose turn it would be. Writes nothing. */
  previewSeries: SeriesDraft,
  /** Keeps the series and brings it to Calendar: by the operator's account at once, else within minutes by `tick`. */
  saveSeries: SeriesDraft,
  /** No calls after today. What was held stays in Calendar. */
  endSeries: seriesOnly,
  /** Makes the event anew that somebody deleted in Calendar. */
  remakeSeries: seriesOnly,
  /** One call: agenda, roll, whose turn and why. */
  openCall: callOnly,
  /** Another person for one date; null: whoever the rota gives. */
  swapCall: z.object({ callId: short, duty, personId: nullable(short) }),
  /** The caller (or the person who is down for it) cannot: the next in the rota is asked. */
  cannotCall: z.object({ callId: short, duty }),
  /** `starts` on the wall clock of the series: `2026-12-03T19:30`. */
  moveCall: z.object({ callId: short, starts: short, minutes: n }),
  cancelCall: callOnly,
  /** Adds an item (null `itemId`) or changes one. Null `minutes`: a fair share. Null `callId`: the next call. */
  setItem: z.object({
    itemId: nullable(short),
    seriesId: short,
    callId: nullable(short),
    item: short,
    who: short,
    minutes: nullable(n),
    state: z.enum(ITEM_STATES),
  }),
  /** Groups that answered the roll call, and those taken off it again. Safe when two people do it at once. */
  markRoll: z.object({ callId: short, present: z.array(short), absent: z.array(short) }),
  /** The call is over: notes, what was decided, which items are done. The rest is carried; the next call is told. */
  closeCall: z.object({
    callId: short,
    notesLink: short,
    done: z.array(short).check(z.maxLength(200)),
    /** Each becomes an item of the next call. */
    decisions: z.array(z.object({ item: short, who: short })).check(z.maxLength(50)),
  }),
  /** The Channels page. */
  channels: nothing,
  saveChannel: ChannelDraft,
  /** Posts a few words to a Slack channel. */
  testPost: channelOnly,
  /** Reads who is in a Google Group, by the account of whoever asks, and compares. */
  readMembers: channelOnly,
  /** The same from a list that a person pasted. */
  takeMembers: z.object({ channelId: short, addresses }),
  /** Adds and takes out, of those that were shown, so many at a time. Ask again while some are left. */
  changeMembers: z.object({ channelId: short, add: addresses, remove: addresses }),
  /** What the organizer would be told. */
  organizerDigest: nothing,
  /** Sends it as it was seen. */
  tellOrganizer: z.object({ seal: short }),
  settleDoubt: z.object({ messageId: short, as: z.enum(['it went', 'send it again', 'let it be']) }),
} as const

export type RequestName = keyof typeof REQUESTS
export type Params<N extends RequestName> = z.infer<(typeof REQUESTS)[N]>

export const RequestEnvelope = z.object({ name: z.string(), params: z.unknown() })
