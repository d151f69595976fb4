/** Fetches the outlines of the state’s districts into the sheet, lot after lot, whichever page is open. */
import { type CallFault, call, toFault } from '../call'
import { announce } from './announce'
import { districts } from './answers'
import { forgetOutlines } from './outlines'
import { createStore } from './store'

interface Run {
  running: boolean
  done: number
  of: number
  /** What could not be fetched, and what to do. */
  problem: string
  fault: CallFault | null
}
export const outlinesRun = createStore<Run>({ running: false, done: 0, of: 0, problem: '', fault: null })

/** Never rejects: what is fetched stays, and asking again goes on from there. */
export async function fetchOutlines(): Promise<void> {
  if (outlinesRun.get().running) return
  outlinesRun.set({ running: true, problem: '', fault: null })
  let after = ''
  try {
    for (;;) {
      const { last, ...lot } = await call('outlineLot', { after })
      outlinesRun.set(lot)
      announce(`${lot.done} of ${lot.of} outlines fetched.`)
      if (lot.problem || lot.done >= lot.of || last === '' || last === after) break
      after = last
    }
  } catch (error) {
    outlinesRun.set({ fault: toFault(error) })
  }
  forgetOutlines()
  await districts.load()
  outlinesRun.set({ running: false })
}
