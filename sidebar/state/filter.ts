/** What was typed to find a district. */
import { createStore } from './store'

export const filter = createStore({ chamber: '', query: '' })
