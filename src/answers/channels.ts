/** Channels, the internal list, the organizer. */
import * as z from 'zod/mini'
import { CHANNEL_AUDIENCES, CHANNEL_KINDS, CHANNEL_STATES } from '../registry/words'
import { instant, n, nullable, s } from './kinds'

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
