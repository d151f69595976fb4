/** Fetches the outlines of all districts, lot after lot, whichever page is open. */
import { type CallFault, call, toFault } from '../call'
import { announce } from './announce'
import { districts } from './answers'
import { forgetOutlines } from './outlines'
import { createStore } from './store'

interface Fetching {
  running: boolean
  cancelling: boolean
  done: number
  of: number
  /** What could not be fetched, and what to do. */
  problem: string
  fault: CallFault | null
  /** A run has ended, and these are its numbers. */
  over: boolean
}
const START: Fetching = { running: false, cancelling: false, done: 0, of: 0, problem: '', fault: null, over: false }
export const fetching = createStore<Fetching>(START)

/** Lots in a row that bring nothing before it is given up: each asks for other outlines than the one before. */
const PATIENCE = 3

/** `expected`: how many there are, for the bar before the first answer. `then` reads afresh what shows them. Never rejects. */
export async function fetchOutlines(expected: number, then: () => unknown = districts.load): Promise<void> {
  if (fetching.get().running) return
  fetching.set({ ...START, running: true, of: expected })
  try {
    for (let [after, idle, best] = ['', 0, 0]; idle < PATIENCE && !fetching.get().cancelling; ) {
      const { done, of, last, problem } = await call('outlineLot', { after })
      fetching.set({ done, of, problem })
      announce(`${done} of ${of} outlines are here.`)
      if (done >= of) break
      idle = done > best ? 0 : idle + 1
      best = Math.max(best, done)
      after = last
    }
  } catch (error) {
    fetching.set({ fault: toFault(error) })
  } finally {
    fetching.set({ running: false, cancelling: false, over: true })
    forgetOutlines()
    then()
  }
}

/** The lot under way is finished and written; the next is not begun. */
export const stopFetching = () => fetching.set({ cancelling: true })
