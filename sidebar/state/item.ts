/** The agenda item being typed, and which one it is. */
import * as z from 'zod/mini'
import { ITEM_STATES } from '../../src/registry/words'
import { createKeptStore } from './kept'

const TypedItem = z.object({
  /** Its ID, or that of the call it is new in. */
  key: z.string(),
  item: z.string(),
  who: z.string(),
  minutes: z.string(),
  state: z.enum(ITEM_STATES),
})
export type TypedItem = z.infer<typeof TypedItem>

export const typedItem = createKeptStore<TypedItem>('statewide.item', TypedItem, {
  key: '',
  item: '',
  who: '',
  minutes: '',
  state: 'open',
})
