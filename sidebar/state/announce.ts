/** What a screen reader is told while something goes on. */
import { createStore } from './store'

export const spoken = createStore({ text: '' })

/** Says it once, politely. The same text again is not repeated. */
export const announce = (text: string) => spoken.set({ text })
