/** Phone numbers being typed, by legislator. */
import { createStore } from './store'

export const phones = createStore<Record<string, string>>({})
