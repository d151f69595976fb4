/** The end of a call, as it is being written: notes, what was decided, what is done. */
import * as z from 'zod/mini'
import type { CallCard } from '../../src/contract'
import { alertChoices } from './answers'
import { drafting, save, seen, startAfresh } from './draft'
import { createKeptStore } from './kept'
import { goTo } from './view'

const Closing = z.object({
  callId: z.string(),
  notesLink: z.string(),
  /** Items that are done. */
  done: z.array(z.string()),
  decisions: z.array(z.object({ item: z.string(), who: z.string() })),
  /** The call is closed: the decisions can still become alerts. */
  closed: z.boolean(),
  /** It had been closed before, by whomever: this adds to it. */
  again: z.boolean(),
})
const START = { notesLink: '', done: [], decisions: [], closed: false, again: false }
export const closing = createKeptStore('statewide.closing', Closing, { callId: '', ...START })

/** What was typed for this call is still there; of another call, nothing. */
export function beginClosing({ call: { callId, state }, notesLink }: CallCard): void {
  if (closing.get().callId !== callId) closing.set({ callId, ...START, notesLink, again: state === 'held' })
}

/** Prepares an alert with this title and goes there; what was being written is saved first. Rejects with a `CallFault`. */
export async function makeAlert(title: string): Promise<void> {
  await save()
  const { saveFault } = seen.get()
  if (drafting.get().touched && saveFault) throw saveFault
  startAfresh()
  await alertChoices.load()
  const { value, fault } = alertChoices.store.get()
  if (fault || !value) throw fault
  drafting.set({ draft: { ...value.blank, title }, touched: true, saved: '', step: 'who', by: '' })
  goTo('alert')
}
