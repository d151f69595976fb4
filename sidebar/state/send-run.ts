/**
 * Sends an approved alert lot after lot, whichever page is open. Each answer is the true state of the sheet; closing the
 * sidebar loses nothing, since the timed run goes on from there.
 */
import type { Params, Progress } from '../../src/contract'
import { type CallFault, call, toFault } from '../call'
import { haveIt, notAsked } from '../words'
import { announce } from './announce'
import { home } from './answers'
import { drafting } from './draft'
import { createStore } from './store'

interface Sending {
  /** The alert in hand: the one sent from here, or else what the sheet says is under way or ended last. */
  progress: Progress | null
  running: boolean
  cancelling: boolean
  fault: CallFault | null
  /** Between two asks: when the next one is due, in this browser's milliseconds since 1970; 0 otherwise. */
  nextAt: number
}
export const sending = createStore<Sending>({
  progress: null,
  running: false,
  cancelling: false,
  fault: null,
  nextAt: 0,
})

/** Waits after lots that moved nothing. Without a reason a few are tried; then it is left to the timed run. */
const QUIET_MS = [3_000, 10_000, 20_000]
/** The sheet has said why nothing can go now: asking often would only stand in the way of other runs. */
const HELD_MS = [30_000, 45_000, 60_000]
/** About half an hour. */
const MOST_HELD = 30

const moved = (a: Progress, b: Progress) =>
  a.sent !== b.sent || a.failed !== b.failed || a.stopped !== b.stopped || a.doubt !== b.doubt

/** How long to wait after the `still`th lot in a row that moved nothing; null: ask no more. */
function waitAfter(still: number, note: string): number | null {
  const waits = note ? HELD_MS : QUIET_MS
  return still > (note ? MOST_HELD : waits.length) ? null : (waits[Math.min(still, waits.length) - 1] ?? null)
}

/** What Home shows of the sheet's alert: the alert in hand where it is the same, or where it is newer than that answer. */
export function freshest(found: Progress | null): Progress | null {
  const own = sending.get().progress
  if (!own || own.alertId === found?.alertId) return own ?? found
  return !found || (found.done && !own.done) ? own : found
}

function take(progress: Progress): void {
  sending.set({ progress, fault: null })
  announce(`${haveIt(progress)}. ${restOf(progress)}`.trim())
}

/** What the end of an alert, or its standstill, means for people. */
function restOf({ state, done, note, stopped }: Progress): string {
  if (!done) return note
  const told = stopped > 0 ? `${notAsked(state, stopped)} ${note}` : note
  return told || 'Nothing is left to send.'
}

/** Takes an alert in hand without sending from this account. */
export function show(progress: Progress): void {
  if (!sending.get().running) sending.set({ progress })
}

let seen: Progress | null = null
home.store.watch(() => {
  const found = home.store.get().value?.alert ?? null
  if (!found || found === seen) return
  seen = found
  const own = sending.get().progress
  // The answer may have been under way since before the alert ended.
  if (own?.alertId === found.alertId && own.done && !found.done) lookAgain(found.alertId)
  // What ended stays until the person turns away from it.
  else if (!own || own.alertId === found.alertId || (own.done && drafting.get().step !== 'send')) show(found)
})

interface Run {
  alertId: string
  over: boolean
  /** Ends the wait between two asks. */
  wake: () => void
}
let run: Run | null = null

function pause(mine: Run, ms: number): Promise<void> {
  return new Promise((go) => {
    const timer = setTimeout(() => mine.wake(), ms)
    mine.wake = () => {
      clearTimeout(timer)
      if (run === mine) sending.set({ nextAt: 0 })
      go()
    }
    sending.set({ nextAt: Date.now() + ms })
  })
}

/** Asks now instead of waiting. */
export const askNow = () => run?.wake()

/** Asks no more from here; the timed run goes on. A lot under way is finished by the sheet. */
export function stopAsking(): void {
  if (run) run.over = true
  run?.wake()
}

/**
 * Sends until nothing is left, someone stops it, or nothing moves. Never rejects. One alert at a time: the one before is
 * left to the timed run.
 */
export async function sendAll(start: Progress): Promise<void> {
  if (run?.alertId === start.alertId) return
  stopAsking()
  const mine: Run = { alertId: start.alertId, over: false, wake: () => {} }
  run = mine
  sending.set({ progress: start, running: true, fault: null, nextAt: 0 })
  try {
    let last = start
    let still = 0
    while (!last.done) {
      const next = await call('sendLot', { alertId: start.alertId })
      if (mine.over) break
      take(next)
      still = moved(last, next) ? 0 : still + 1
      last = next
      if (last.done || still === 0) continue
      const wait = waitAfter(still, next.note)
      if (wait === null) break
      await pause(mine, wait)
      if (mine.over) break
    }
  } catch (error) {
    if (run === mine) sending.set({ fault: toFault(error) })
  } finally {
    if (run === mine) {
      run = null
      sending.set({ running: false, nextAt: 0 })
    }
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
  const { running, cancelling, progress: own } = sending.get()
  if (own && own.alertId !== alertId) return home.load()
  if (running || cancelling) return
  try {
    const progress = await call('alertProgress', { alertId })
    const now = sending.get()
    if (!now.running && (now.progress ?? progress).alertId === alertId) sending.set({ progress })
  } catch (error) {
    toFault(error)
  }
}

/** Stops what has not gone yet. What a lot under way has already given to Gmail stays sent. */
export async function cancel(alertId: string): Promise<void> {
  sending.set({ cancelling: true })
  if (run?.alertId === alertId) stopAsking()
  await ask(() => call('cancelAlert', { alertId }))
  sending.set({ cancelling: false })
}

/** Of a message of an alert: so its progress is what comes back. */
export const settle = (choice: Params<'settleDoubt'>) => ask(() => call('settleDoubt', choice) as Promise<Progress>)
