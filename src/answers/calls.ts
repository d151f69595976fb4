/** Series, calls, agendas. */
import * as z from 'zod/mini'
import { SeriesDraft } from '../contract'
import { CALL_STATES, DUTIES, ITEM_STATES, SERIES_STATES } from '../registry/words'
import { Check, Doubts, instant, n, nullable, s } from './kinds'

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
