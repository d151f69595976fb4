/** The group that Districts shows: of the selected row, or one that was asked for. */
import type { GroupCard } from '../../src/contract'
import { type CallFault, call, toFault } from '../call'
import { announce } from './announce'
import { createStore } from './store'
import { view } from './view'

interface Shown {
  card: GroupCard | null
  /** The sheet has answered: without a card, no group is selected. */
  asked: boolean
  busy: boolean
  fault: CallFault | null
}
export const shown = createStore<Shown>({ card: null, asked: false, busy: false, fault: null })

let latest = 0

async function show(work: () => Promise<GroupCard | null>): Promise<void> {
  // A press on "Next" first gives the page the focus, which asks for the selected row: only the last question counts.
  const mine = ++latest
  shown.set({ busy: true, fault: null })
  try {
    const card = await work()
    if (mine !== latest) return
    if (card && card.id !== shown.get().card?.id) announce(`${card.name} is shown.`)
    shown.set({ card, asked: true, busy: false })
  } catch (error) {
    if (mine === latest) shown.set({ fault: toFault(error), busy: false })
  }
}

/** Shows this group and stays with it; `stay`: goes on following the selection if it did. */
export function showGroup(groupId: string, { stay = false } = {}): Promise<void> {
  if (!stay) view.set({ groupId })
  return show(async () => (await call('groupCard', { groupId })).card)
}

/** Shows the group of the selected row, and follows it from now on. */
export function showSelected(): Promise<void> {
  view.set({ groupId: null })
  return show(async () => (await call('groupCard', { groupId: null })).card)
}

/** What Districts shows when it opens or is looked at again. */
export function showCurrent(): Promise<void> {
  const { groupId } = view.get()
  return groupId === null ? showSelected() : showGroup(groupId)
}

/** A newer card of the group that is shown. One of a group that was left meanwhile changes nothing. */
export function put(card: GroupCard): void {
  const { groupId } = view.get()
  const now = shown.get()
  if (now.card?.id !== card.id || (groupId !== null && groupId !== card.id)) return
  shown.set({ card, asked: true })
  // What is on its way was asked before, and may be older.
  if (now.busy) showCurrent()
}
