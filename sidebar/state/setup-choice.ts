/** The state chosen in the setup form. */
import * as z from 'zod/mini'
import { createKeptStore } from './kept'

export const setupChoice = createKeptStore('statewide.setup', z.object({ state: z.string(), timeZone: z.string() }), {
  state: '',
  timeZone: '',
})
