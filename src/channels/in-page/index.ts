/** What a page decides about channels. */
export { type Pasted, readPasted } from './pasted'
