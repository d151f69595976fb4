/**
 * Sends an approved alert lot after lot, whichever page is open. Each answer is the true state of the sheet; closing the
 * sidebar loses nothing, since the timed run goes on from there.
 */
import type { Params, Progress } from '../../src/contract'
import { type CallFault, call, toFault } from '../call'
import { people } from '../words'
import { announce } from './announce'
import { home } from './answers'
import { createStore } from './store'

interface Sending {
  progress: Progress | null
  running: boolean
  cancelling: boolean
  fault: CallFault | null
}
export const sending = createStore<Sending>({ progress: null, running: false, cancelling: false, fault: null })

/** A lot that moved nothing is asked for again after these waits; then it is left to the timed run. */
const WAITS_MS = [3_000, 10_000, 20_000]

const moved = (a: Progress, b: Progress) =>
  a.sent !== b.sent || a.failed !== b.failed || a.stopped !== b.stopped || a.doubt !== b.doubt

/** What is known best about this alert: the run's own progress where it is about the same one. */
export function freshest(progress: Progress | null): Progress | null {
  const own = sending.get().progress
  return own && (progress ? own.alertId === progress.alertId : !own.done) ? own : progress
}

function take(progress: Progress): void {
  sending.set({ progress, fault: null })
  announce(`${progress.sent} of ${people(progress.people)} have it.${progress.done ? ' Nothing is left to send.' : ''}`)
}

/** Shows an alert that was found under way, without sending from this account. */
export function show(progress: Progress): void {
  if (!sending.get().running) sending.set({ progress })
}

let seen: Progress | null = null
home.store.watch(() => {
  const found = home.store.get().value?.alert ?? null
  if (found && found !== seen) show(found)
  seen = found
})

export function forget(): void {
  if (!sending.get().running) sending.set({ progress: null, fault: null })
}

/** Sends until nothing is left, someone cancels, or nothing moves. Never rejects. */
export async function sendAll(start: Progress): Promise<void> {
  if (sending.get().running) return
  sending.set({ progress: start, running: true, fault: null })
  try {
    let last = start
    let still = 0
    while (!last.done && !sending.get().cancelling) {
      const next = await call('sendLot', { alertId: start.alertId })
      if (sending.get().cancelling) break
      take(next)
      still = moved(last, next) ? 0 : still + 1
      last = next
      if (still > WAITS_MS.length) break
      if (still > 0 && !next.done) await new Promise((go) => setTimeout(go, WAITS_MS[still - 1]))
    }
  } catch (error) {
    sending.set({ fault: toFault(error) })
  } finally {
    sending.set({ running: false })
  }
}

async function ask(work: () => Promise<Progress>): Promise<void> {
  try {
    take(await work())
  } catch (error) {
    sending.set({ fault: toFault(error) })
  }
}

/** Reads the state from the sheet; faults stay silent, since nobody asked. */
export async function lookAgain(alertId: string): Promise<void> {
  const { running, cancelling } = sending.get()
  if (running || cancelling) return
  try {
    const progress = await call('alertProgress', { alertId })
    if (!sending.get().running) sending.set({ progress })
  } catch (error) {
    toFault(error)
  }
}

/** Stops what has not gone yet. What a lot under way has already given to Gmail stays sent. */
export async function cancel(alertId: string): Promise<void> {
  sending.set({ cancelling: true })
  await ask(() => call('cancelAlert', { alertId }))
  sending.set({ cancelling: false })
}

export const settle = (choice: Params<'settleDoubt'>) => ask(() => call('settleDoubt', choice))
