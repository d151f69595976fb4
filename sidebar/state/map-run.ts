/** Maps all groups without a district, lot after lot, whichever page is open. */
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
  fault: CallFault | null
  /** A run has ended, and these are its numbers. */
  over: boolean
  /** The groups that were not mapped when the run began. */
  due: string[]
  /** Where a stopped run goes on. */
  last: string
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
  fault: null,
  over: false,
  due: [],
  last: '',
}
export const mapping = createStore<Mapping>(START)

async function run(): Promise<void> {
  try {
    while (!mapping.get().cancelling) {
      const { last: after } = mapping.get()
      const lot = await call('mapLot', { after })
      mapping.set((now) => ({
        tried: now.tried + lot.tried,
        mapped: now.mapped + lot.mapped,
        check: now.check + lot.check,
        failed: now.failed + lot.failed,
        left: lot.left,
        paused: lot.paused ?? '',
        last: lot.last,
      }))
      const { tried } = mapping.get()
      announce(`${tried} of ${tried + lot.left} groups looked up.`)
      if (lot.paused || lot.left === 0 || lot.tried === 0 || lot.last === after) break
    }
  } catch (error) {
    mapping.set({ fault: toFault(error) })
  } finally {
    await groups.load()
    mapping.set({ running: false, cancelling: false, over: true })
  }
}

/** Begins anew. `expected`: how many there are to try, for the bar before the first answer. Never rejects. */
export async function mapAll(expected: number): Promise<void> {
  if (mapping.get().running) return
  const due = groups.store.get().value?.groups.filter((group) => group.mapping !== 'mapped') ?? []
  mapping.set({ ...START, running: true, left: expected, due: due.map((group) => group.id) })
  await run()
}

/** Goes on where the last run was stopped, paused or failed. Never rejects. */
export async function mapOn(): Promise<void> {
  if (mapping.get().running) return
  mapping.set({ running: true, over: false, paused: '', fault: null })
  await run()
}

/** The lot under way is finished and written; the next is not begun, and the timer does not go on with it either. */
export async function stopMapping(): Promise<void> {
  mapping.set({ cancelling: true })
  try {
    await call('stopMapping', {})
  } catch (error) {
    mapping.set({ fault: toFault(error) })
  }
}
