/** The alert being prepared: kept while pages change, saved into the sheet, never sent from here. */
import * as z from 'zod/mini'
import { type AlertChoices, type AlertPreview, Draft, type Params } from '../../src/contract'
import { type CallFault, call, toFault } from '../call'
import { alertChoices, home } from './answers'
import { createKeptStore } from './kept'
import { createStore } from './store'

export const STEPS = ['who', 'what', 'check', 'send'] as const
export type Step = (typeof STEPS)[number]

const Drafting = z.object({
  draft: z.nullable(Draft),
  /** A person has chosen or typed something since it began. */
  touched: z.boolean(),
  /** The draft as the sheet last took it, as JSON. */
  saved: z.string(),
  step: z.enum(STEPS),
  /** Who made it, of a draft that was opened or asks for approval: until something is typed, the sheet's words count. */
  by: z.string(),
})
export const drafting = createKeptStore('statewide.draft', Drafting, {
  draft: null,
  touched: false,
  saved: '',
  step: 'who',
  by: '',
})

interface Seen {
  preview: AlertPreview | null
  /** The draft has changed since the preview was made. */
  outdated: boolean
  /** Why the draft could not be saved in the sheet; what was typed is here all the same. */
  saveFault: CallFault | null
  /** Why it could not be checked, shown at its field where it has one. */
  checkFault: CallFault | null
}
const UNSEEN: Seen = { preview: null, outdated: false, saveFault: null, checkFault: null }
export const seen = createStore<Seen>(UNSEEN)

/** What the sheet offered before `startAfresh`: its draft is the old one. */
let outlived: AlertChoices | null = null

/** What a person typed is newer than what the sheet holds; an untouched draft gives way to the sheet's. */
export function begin(choices: AlertChoices): void {
  const { draft } = choices
  if (choices === outlived) return
  const held = drafting.get()
  if (held.draft && (held.touched || held.by)) return
  drafting.set({ draft, saved: draft.alertId ? JSON.stringify(draft) : '', touched: false })
}

export function change(part: Partial<Draft>): void {
  const { draft } = drafting.get()
  if (!draft) return
  drafting.set({ draft: { ...draft, ...part }, touched: true })
  seen.set({ outdated: true, checkFault: null })
}

export const goToStep = (step: Step) => drafting.set({ step })

/** Which draft an answer belongs to: one that comes after `startAfresh` is about the old one. */
let generation = 0

/** Nothing of the old draft is left; the next one begins from what the sheet offers. */
export function startAfresh(): void {
  generation++
  outlived = alertChoices.store.get().value
  drafting.set({ draft: null, touched: false, saved: '', step: 'who', by: '' })
  seen.set(UNSEEN)
}

/** Codes of a draft that this sidebar holds and the sheet takes no more: approved, removed or spoilt meanwhile. */
const GONE = ['ALREADY_APPROVED', 'ALERT_NOT_FOUND', 'DRAFT_UNREADABLE']
export const isGone = (fault: CallFault | null) => fault !== null && GONE.includes(fault.code)

/** The same words and targets as a new alert: what was typed is not lost with the old one. */
export function beginAgain(): void {
  generation++
  drafting.set(({ draft }) => ({
    draft: draft && { ...draft, alertId: null, asked: false },
    touched: true,
    saved: '',
    by: '',
  }))
  seen.set(UNSEEN)
}

/** Two first saves at once would make two alerts: each waits until the one before has brought the ID. */
let queue: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work, work)
  queue = turn.catch(() => {})
  return turn
}

function adopt(alertId: string, sent: Draft): void {
  drafting.set(({ draft }) => ({
    draft: draft && { ...draft, alertId },
    saved: JSON.stringify({ ...sent, alertId }),
  }))
}

/** Saves what has changed into the sheet. Never rejects: a fault is in `seen`. */
export function save(): Promise<void> {
  return inTurn(async () => {
    const { draft, touched, saved } = drafting.get()
    if (!draft || !touched || JSON.stringify(draft) === saved) return
    const mine = generation
    try {
      const { alertId } = await call('saveDraft', draft)
      if (mine !== generation) return
      adopt(alertId, draft)
      seen.set({ saveFault: null })
    } catch (error) {
      if (mine === generation) seen.set({ saveFault: toFault(error) })
    }
  })
}

/** Of a draft that others may have changed, the sheet's words, as long as nothing was typed here. */
async function refresh(mine: number): Promise<void> {
  const { draft, by, touched } = drafting.get()
  if (!draft?.alertId || !by || touched) return
  const { draft: fresh } = await call('openDraft', { alertId: draft.alertId })
  if (mine === generation && !drafting.get().touched) drafting.set({ draft: fresh, saved: JSON.stringify(fresh) })
}

/** Saves and checks the draft as it is now. Never rejects: a fault is in `seen`. */
export function check(): Promise<void> {
  return inTurn(async () => {
    const mine = generation
    try {
      await refresh(mine)
      const { draft } = drafting.get()
      if (!draft || mine !== generation) return
      const preview = await call('previewAlert', draft)
      if (mine !== generation) return
      adopt(preview.alertId, draft)
      const outdated = JSON.stringify(drafting.get().draft) !== JSON.stringify({ ...draft, alertId: preview.alertId })
      seen.set({ preview, outdated, saveFault: null, checkFault: null })
    } catch (error) {
      if (mine === generation) seen.set({ checkFault: toFault(error) })
    }
  })
}

async function saveFirst(): Promise<void> {
  await save()
  const { saveFault } = seen.get()
  if (drafting.get().touched && saveFault) throw saveFault
}

/** Turns to another draft; what was being written is saved first. Rejects with a `CallFault`, then nothing has changed. */
async function turnTo(ask: () => Promise<{ draft: Draft; by: string }>, step: (draft: Draft) => Step): Promise<void> {
  await saveFirst()
  const { draft, by } = await ask()
  generation++
  drafting.set({ draft, touched: false, saved: JSON.stringify(draft), step: step(draft), by })
  seen.set(UNSEEN)
}

/** Opens a draft at Check. Rejects as `turnTo`. */
export const openDraft = (alertId: string): Promise<void> =>
  turnTo(
    () => call('openDraft', { alertId }),
    () => 'check',
  )

/** Begins an alert from a hearing, at what is still to be chosen or written. Rejects as `turnTo`. */
export const beginFromHearing = (facts: Params<'hearingAlert'>): Promise<void> =>
  turnTo(
    () => call('hearingAlert', facts),
    ({ committees }) => (committees?.length ? 'what' : 'who'),
  )

/** Turns away from the draft, which stays in the sheet. */
export function leaveDraft(): Promise<void> {
  startAfresh()
  return alertChoices.load()
}

/** Leaves one’s own draft in the sheet and begins another. Rejects with a `CallFault`, then nothing has changed. */
export async function putAside(blank: Draft): Promise<void> {
  await saveFirst()
  generation++
  // As if typed: the sheet would offer the one that was put aside.
  drafting.set({ draft: blank, touched: true, saved: JSON.stringify(blank), step: 'who', by: '' })
  seen.set(UNSEEN)
  await alertChoices.load()
}

/** The maker is done: who may approve finds the draft on Home and on their Alert page. Never rejects, as `check`. */
export async function askForApproval(): Promise<void> {
  change({ asked: true })
  await check()
  if (!seen.get().checkFault) drafting.set({ touched: false, by: home.store.get().value?.you.email || 'you' })
}
