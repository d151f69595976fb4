/** Maps all groups without a district, lot after lot, whichever page is open. */
import type { Answer } from '../../src/contract'
import { type CallFault, call, toFault } from '../call'
import { announce } from './announce'
import { groups } from './answers'
import { createStore } from './store'

interface Mapping {
  running: boolean
  cancelling: boolean
  tried: number
  mapped: number
  check: number
  failed: number
  left: number
  /** Why the geocoder is left alone for now. */
  paused: string
  problems: Answer<'mapLot'>['problems']
  fault: CallFault | null
  /** A run has ended, and these are its numbers. */
  over: boolean
}
const START: Mapping = {
  running: false,
  cancelling: false,
  tried: 0,
  mapped: 0,
  check: 0,
  failed: 0,
  left: 0,
  paused: '',
  problems: [],
  fault: null,
  over: false,
}
export const mapping = createStore<Mapping>(START)

/** `expected`: how many there are to try, for the bar before the first answer. Never rejects. */
export async function mapAll(expected: number): Promise<void> {
  if (mapping.get().running) return
  mapping.set({ ...START, running: true, left: expected })
  let after = ''
  try {
    while (!mapping.get().cancelling) {
      const lot = await call('mapLot', { after })
      mapping.set((now) => ({
        tried: now.tried + lot.tried,
        mapped: now.mapped + lot.mapped,
        check: now.check + lot.check,
        failed: now.failed + lot.failed,
        left: lot.left,
        paused: lot.paused ?? '',
        problems: [...now.problems, ...lot.problems],
      }))
      const { tried } = mapping.get()
      announce(`${tried} of ${tried + lot.left} groups looked up.`)
      if (lot.paused || lot.left === 0 || lot.tried === 0 || lot.last === after) break
      after = lot.last
    }
  } catch (error) {
    mapping.set({ fault: toFault(error) })
  } finally {
    mapping.set({ running: false, cancelling: false, over: true })
    groups.load()
  }
}

/** The lot under way is finished and written; the next is not begun. */
export const stopMapping = () => mapping.set({ cancelling: true })
