/** The outlines that the sheet keeps, asked for once a chamber and kept as long as the sidebar is open. */
import type { Chamber } from '../../src/registry/words'
import { type CallFault, call, toFault } from '../call'
import { type Shape, toShapes } from '../map/shapes'
import { createStore } from './store'

interface Kept {
  shapes: Partial<Record<Chamber, Shape[]>>
  busy: boolean
  fault: CallFault | null
}
export const outlines = createStore<Kept>({ shapes: {}, busy: false, fault: null })

let generation = 0

/** The shapes of a chamber; null where they could not be read (the fault is in the store). Never rejects. */
export async function loadOutlines(chamber: Chamber): Promise<Shape[] | null> {
  const known = outlines.get().shapes[chamber]
  if (known) return known
  const mine = generation
  outlines.set({ busy: true, fault: null })
  try {
    const shapes = toShapes((await call('outlines', { chamber })).outlines)
    if (mine === generation) outlines.set((now) => ({ shapes: { ...now.shapes, [chamber]: shapes }, busy: false }))
    return shapes
  } catch (error) {
    outlines.set({ fault: toFault(error), busy: false })
    return null
  }
}

/** New ones are in the sheet. */
export function forgetOutlines(): void {
  generation++
  outlines.set({ shapes: {}, busy: false, fault: null })
}
