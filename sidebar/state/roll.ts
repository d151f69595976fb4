/**
 * The roll call: ticks go to the sheet a few at a time. What the sheet has not taken yet is kept here, also while the
 * network is gone or the sidebar is closed for a moment.
 */
import * as z from 'zod/mini'
import type { CallCard } from '../../src/contract'
import { type CallFault, call, toFault } from '../call'
import { createKeptStore } from './kept'
import { createStore, useStore } from './store'

/** By call, by group: present or not, not saved yet. */
const ticks = createKeptStore(
  'statewide.roll',
  z.object({ of: z.record(z.string(), z.record(z.string(), z.boolean())) }),
  { of: {} },
)

interface Roll {
  callId: string
  /** As the sheet last said. */
  present: ReadonlySet<string>
  saving: boolean
  fault: CallFault | null
}
const roll = createStore<Roll>({ callId: '', present: new Set(), saving: false, fault: null })

/** The roll; draws again with every tick. */
export function useRoll(): Roll {
  useStore(ticks)
  return useStore(roll)
}

const WAIT_MS = 700
/** Waits after requests that failed; then a person tries again. */
const AGAIN_MS = [5_000, 15_000, 30_000, 60_000, 60_000]
const MOST_AT_ONCE = 50

let timer: ReturnType<typeof setTimeout> | undefined
let failures = 0

const waiting = (callId: string) => ticks.get().of[callId] ?? {}
/** How many ticks the sheet has not taken yet. */
export const unsaved = (callId: string) => Object.keys(waiting(callId)).length
export const isHere = (callId: string, groupId: string) =>
  waiting(callId)[groupId] ?? (roll.get().callId === callId && roll.get().present.has(groupId))

function put(callId: string, marks: Record<string, boolean>): void {
  ticks.set(({ of: { ...of } }) => {
    if (Object.keys(marks).length) of[callId] = marks
    else delete of[callId]
    return { of }
  })
}

function soon(ms: number): void {
  clearTimeout(timer)
  timer = setTimeout(saveRoll, ms)
}

/** Saves what waits. Never rejects: a fault is in `roll`, and the ticks stay. */
export async function saveRoll(): Promise<void> {
  clearTimeout(timer)
  const [callId] = Object.keys(ticks.get().of)
  if (callId === undefined || roll.get().saving) return
  const sent = Object.entries(waiting(callId)).slice(0, MOST_AT_ONCE)
  const those = (here: boolean) => sent.filter(([, is]) => is === here).map(([groupId]) => groupId)
  roll.set({ saving: true })
  try {
    const { present } = await call('markRoll', { callId, present: those(true), absent: those(false) })
    failures = 0
    const taken = new Map(sent)
    const left = Object.entries(waiting(callId)).filter(([groupId, is]) => taken.get(groupId) !== is)
    if (roll.get().callId === callId) roll.set({ present: new Set(present) })
    put(callId, Object.fromEntries(left))
    roll.set({ fault: null, saving: false })
    if (Object.keys(ticks.get().of).length) soon(WAIT_MS)
  } catch (error) {
    roll.set({ fault: toFault(error), saving: false })
    const wait = AGAIN_MS[failures++]
    if (wait) soon(wait)
  }
}

/** Takes a call in hand: the sheet's roll, with what waits here on top. */
export function beginRoll({ call: { callId }, roll: districts }: CallCard): void {
  const here = districts.flatMap(({ groups }) => groups.filter((one) => one.present).map((one) => one.groupId))
  roll.set({ callId, present: new Set(here) })
  if (unsaved(callId)) soon(WAIT_MS)
}

export function tick(callId: string, groupId: string, here: boolean): void {
  put(callId, { ...waiting(callId), [groupId]: here })
  if (!roll.get().fault) soon(WAIT_MS)
}

// Ticks that a closed sidebar left behind.
if (Object.keys(ticks.get().of).length) soon(WAIT_MS)
