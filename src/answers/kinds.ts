/** What many answers are made of. Nothing of `answers/` is loaded by the server: it takes the types alone. */
import * as z from 'zod/mini'
import { CHAMBERS } from '../registry/words'

export const s = z.string()

export const n = z.number()

export const nullable = <T extends z.ZodMiniType>(t: T) => z.nullable(t)

export const chamber = z.enum(CHAMBERS)

/** ISO 8601 instant, such as `2026-11-23T22:00:00.000Z`. */
export const instant = s

/** Messages of which nobody knows whether they went. */
export const Doubts = z.array(z.object({ messageId: s, to: z.array(s), reason: s, at: instant }))

export type Doubts = z.infer<typeof Doubts>

export const Check = z.object({
  id: s,
  level: z.enum(['ok', 'warn', 'stop']),
  text: s,
  next: s,
})

export type Check = z.infer<typeof Check>
