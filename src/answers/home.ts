/** What the first page gets. */
import * as z from 'zod/mini'
import { Drafts, Progress } from './alerts'
import { chamber, instant, n, nullable, s } from './kinds'

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
    /** What is missing in the sheet and a repair would make anew: `Tab “Outbox” is gone`. */
    broken: z.array(s),
    /** Columns that stand twice, which a person mends. */
    twice: z.optional(z.array(s)),
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
  /** Others that still take answers, the newest first. */
  others: z.optional(z.array(z.object({ alertId: s, title: s }))),
  /** Approved, and gone from the Alerts tab before their act-by. */
  lost: z.optional(z.array(z.object({ alertId: s, title: s }))),
  /** Drafts waiting for approval: everyone's for who may approve, else one's own. */
  waiting: Drafts,
  /** The soonest call that is still to come, and how many items stand on its agenda. */
  nextCall: nullable(z.object({ callId: s, series: s, when: s, facilitator: s, notes: s, items: n })),
  coverage: z.array(z.object({ chamber, label: s, covered: n, total: n })),
  counts: Counts,
})

export type Home = z.infer<typeof Home>
