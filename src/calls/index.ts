/** Calls: what the doors of the script may ask of this folder. */
import type { Answer, Params } from '../contract'
import type { Caller } from '../registry/callers'
import { getSettings } from '../registry/settings'
import { cardOf } from './card'
import { viewOf } from './view'
import { readWorld } from './world'

export { cancelCall, cannotCall, moveCall, swapCall } from './change-call'
export { closeCall, markRoll } from './close'
export { settleMail } from './doubt'
export { endSeries, remakeSeries } from './end-series'
export { setItem } from './item'
export { callsAtHome } from './next'
export { tickCalls } from './pass'
export { previewSeries } from './preview'
export { saveSeries } from './save-series'

/** The Calls page. */
export const calls = (_: Params<'calls'>, caller: Caller): Answer<'calls'> =>
  viewOf(readWorld(caller.email, getSettings(), caller.now))

/** One call. Throws `CALL_NOT_FOUND`. */
export const openCall = ({ callId }: Params<'openCall'>, caller: Caller): Answer<'openCall'> =>
  cardOf(readWorld(caller.email, getSettings(), caller.now), callId)
