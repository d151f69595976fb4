/** Where a person is on the Calls page, and the call that is open. */
import type { CallCard, CallRow, CallsView } from '../../src/contract'
import { type CallFault, call, toFault } from '../call'
import { rememberFocus, returnFocus } from '../parts/return-focus'
import { announce } from './announce'
import { calls } from './answers'
import { createStore } from './store'

export const callsAt = createStore<{
  screen: 'calls' | 'series' | 'roll' | 'close'
  /** The call asked for by name; '' is the soonest that is planned. */
  callId: string
  /** Which question or form is open, one at a time: `swap`, `move`, `item I-1`; '' for none. */
  panel: string
  /** The person came here from another screen: the focus goes to its heading. */
  moved: boolean
}>({ screen: 'calls', callId: '', panel: '', moved: false })

export const goToScreen = (screen: 'calls' | 'series' | 'roll' | 'close') =>
  callsAt.set({ screen, panel: '', moved: true })
/** Where a panel is open already, the keyboard goes back to what opened that one. */
export function openPanel(panel: string): void {
  if (!callsAt.get().panel) rememberFocus()
  callsAt.set({ panel })
}
export function closePanel(): void {
  if (!callsAt.get().panel) return
  callsAt.set({ panel: '' })
  returnFocus()
}

interface Opened {
  card: CallCard | null
  busy: boolean
  fault: CallFault | null
}
export const opened = createStore<Opened>({ card: null, busy: false, fault: null })

let latest = 0

/** Asks for a call's card afresh; a card of the same call stays on the page meanwhile. Never rejects. */
export async function openCall(callId: string): Promise<void> {
  const mine = ++latest
  const { card } = opened.get()
  opened.set({ card: card?.call.callId === callId ? card : null, busy: true, fault: null })
  try {
    const fresh = await call('openCall', { callId })
    if (mine === latest) opened.set({ card: fresh, busy: false })
  } catch (error) {
    if (mine === latest) opened.set({ fault: toFault(error), busy: false })
  }
}

/** What a change has answered, and the lists afresh. */
export function putCall(card: CallCard, said: string): void {
  latest++
  opened.set({ card, busy: false, fault: null })
  closePanel()
  announce(said)
  calls.load()
}

/** The call the page shows: the one asked for where it is still listed, else the soonest planned one. */
export function shownCall(view: CallsView): CallRow | null {
  const { callId } = callsAt.get()
  const asked = [...view.coming, ...view.past].find((one) => one.callId === callId)
  return asked ?? view.coming.find((one) => one.state === 'planned') ?? view.coming[0] ?? null
}

/** `Thu Dec 3` of `Thu Dec 3, 7:00 pm Eastern / 6:00 pm Central`. */
export const dayOf = ({ when }: { when: string }) => when.split(',')[0] || 'No date'

/** `7:00 pm Eastern / 6:00 pm Central` of the same; the whole where it has no day. */
export const timeOf = ({ when }: { when: string }) => when.split(', ').slice(1).join(', ') || when
