/** An alert from its draft to the answers that come back. */
import * as z from 'zod/mini'
import { Draft } from '../contract'
import {
  ALERT_KINDS,
  ALERT_STATES,
  ANSWER_WORDS,
  CHANNEL_KINDS,
  COUNTED,
  MESSAGE_STATES,
  OUTCOMES,
} from '../registry/words'
import { Check, chamber, Doubts, instant, n, nullable, s } from './kinds'

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
  /** Everyone has it, and backups or reminders may still follow: it can be called off. */
  follows: z.optional(z.boolean()),
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
export const Drafts = z.array(
  z.object({ alertId: s, title: s, by: s, asked: z.boolean(), at: instant, actBy: z.optional(instant) }),
)

export type Drafts = z.infer<typeof Drafts>

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
  /** Reminders and mails to backups, the summary: of these nobody knows whether they went. */
  doubts: z.optional(Doubts),
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
  /** What all alerts about its bill came to, where it is not the only one. */
  bill: nullable(z.object({ bill: s, alerts: n, calls: n, groups: n })),
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
