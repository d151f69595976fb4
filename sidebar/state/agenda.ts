/** Which call's agenda the wide page shows first: told through the browser tab's storage where both pages may use it. */
import * as z from 'zod/mini'
import { createKeptStore } from './kept'

export const agendaOf = createKeptStore('statewide.agenda', z.object({ callId: z.string() }), { callId: '' })
