/** Calls: what the doors of the script may ask of this folder. */
import type { Answer, Params, RequestName } from '../contract'
import { Fault } from '../fault'
import type { Caller } from '../registry/callers'

type Handler<N extends RequestName> = (params: Params<N>, caller: Caller) => Answer<N>

const later = (): never => {
  throw new Fault('NOT_YET', 'Calls are being built.', 'Come back in a moment.')
}

export const calls: Handler<'calls'> = later
export const previewSeries: Handler<'previewSeries'> = later
export const saveSeries: Handler<'saveSeries'> = later
export const endSeries: Handler<'endSeries'> = later
export const remakeSeries: Handler<'remakeSeries'> = later
export const openCall: Handler<'openCall'> = later
export const swapCall: Handler<'swapCall'> = later
export const cannotCall: Handler<'cannotCall'> = later
export const moveCall: Handler<'moveCall'> = later
export const cancelCall: Handler<'cancelCall'> = later
export const setItem: Handler<'setItem'> = later
export const markRoll: Handler<'markRoll'> = later
export const closeCall: Handler<'closeCall'> = later
