/**
 * The shape of every answer: the page parses with it what comes back. The server only takes the types from here, so
 * that none of it is loaded at every click.
 */
import * as z from 'zod/mini'
import { Draft, type RequestName } from '../contract'
import { AlertBoard, AlertChoices, AlertPreview, LedgerRow, Progress, RelayFacts } from './alerts'
import { CallCard, CallsView, SeriesPreview } from './calls'
import { ChannelsView, MembersView } from './channels'
import { CoverageView, DistrictsView, LegislatorTables, Outline, OutlineLot } from './districts'
import { GroupCard, GroupsView, ImportDone, ImportTables, MapLot } from './groups'
import { Home } from './home'
import { instant, n, nullable, s } from './kinds'

export * from './alerts'
export * from './calls'
export * from './channels'
export * from './districts'
export * from './groups'
export * from './home'
export { Check, Doubts } from './kinds'

/** What went wrong in a sentence, and what to do next. */
export const FaultShape = z.object({ code: s, message: s, next: s, field: z.optional(s) })

export type FaultShape = z.infer<typeof FaultShape>

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
  hearingAlert: z.object({ draft: Draft, by: s }),
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
  settleDoubt: z.union([Progress, CallCard, AlertBoard]),
} as const satisfies Record<RequestName, z.ZodMiniType>

export type Answer<N extends RequestName> = z.infer<(typeof ANSWERS)[N]>

export const Reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), fault: FaultShape }),
])
