/** What a person does to the districts of the group on the card: one request at a time, each of which can be undone. */
import type { GroupCard, Params } from '../../src/contract'
import type { Chamber } from '../../src/registry/words'
import { type CallFault, call, toFault } from '../call'
import { announce } from './announce'
import { districts, groups, home } from './answers'
import { put, showGroup, shown } from './card'
import { createStore } from './store'

type Asked = Params<'setCovers'>
export type Cover = Asked['covers'][number]
type Point = GroupCard['point']

/** What undoing sends. */
interface Step {
  /** `Confirm`, `add House 14B`. */
  what: string
  covers: Cover[]
  point: Point
  back: NonNullable<Asked['back']>
}

interface Form {
  /** The cover that is changed, or the district that was chosen to be added. */
  chamber: Chamber | ''
  district: string
  query: string
  basis: Cover['basis']
  /** As it was typed. */
  share: string
}
export const BLANK: Form = { chamber: '', district: '', query: '', basis: 'members', share: '' }

interface Work {
  /** The group all of this is about. */
  groupId: string
  form: Form
  /** Which form is open. */
  open: 'no' | 'add' | 'change'
  busy: boolean
  fault: CallFault | null
  /** The latest step is the last one. */
  steps: Step[]
}
const startFor = (groupId: string): Work => ({
  groupId,
  form: BLANK,
  open: 'no',
  busy: false,
  fault: null,
  steps: [],
})
export const work = createStore<Work>(startFor(''))

shown.watch(() => {
  const id = shown.get().card?.id ?? ''
  if (id && id !== work.get().groupId) work.set(startFor(id))
})

export const setForm = (part: Partial<Form>) => work.set((now) => ({ form: { ...now.form, ...part }, fault: null }))
export const openForm = (open: Work['open'], part: Partial<Form> = {}) =>
  work.set({ open, form: { ...BLANK, ...part }, fault: null })

/** The covers of a card as they go back to the sheet. */
export const coversOf = (card: GroupCard): Cover[] =>
  card.covers.map(({ chamber, district, basis, share, source, lines, mappedOn, confirmedBy }) => ({
    chamber,
    district,
    basis,
    share,
    source,
    lines,
    mappedOn,
    confirmedBy,
  }))

export const isSame = (a: { chamber: string; district: string }, b: { chamber: string; district: string }) =>
  a.chamber === b.chamber && a.district === b.district

async function send(card: GroupCard, asked: Omit<Asked, 'groupId' | 'seal'>, said: string): Promise<boolean> {
  if (work.get().busy) return false
  work.set({ busy: true, fault: null })
  const isHere = () => work.get().groupId === card.id
  try {
    const after = await call('setCovers', { groupId: card.id, seal: card.seal, ...asked })
    put(after)
    announce(said)
    groups.load()
    districts.load()
    if (home.store.get().value) home.load()
    return true
  } catch (error) {
    const fault = toFault(error)
    if (isHere()) {
      work.set({ fault })
      // Whatever was typed stays: it can be sent again on top of what the card shows now.
      if (fault.code === 'COVERS_CHANGED') await showGroup(card.id, { stay: true })
    }
    return false
  } finally {
    if (isHere()) work.set({ busy: false })
  }
}

/** The card as it is now can be brought back from here on. */
export function remember(card: GroupCard, what: string): void {
  const { mapping, why, next, point } = card
  const step = { what, covers: coversOf(card), point, back: { mapping, why, next } }
  if (work.get().groupId === card.id)
    work.set((now) => ({ steps: [...now.steps, step], open: 'no', form: BLANK, fault: null }))
}

/** Sets what the group covers, and remembers how it was. True where it went well. */
export async function setCovers(
  card: GroupCard,
  covers: Cover[],
  { what, said, confirm = false, point }: { what: string; said: string; confirm?: boolean; point?: Point },
): Promise<boolean> {
  const well = await send(card, { covers, confirm, ...(point !== undefined && { point }) }, said)
  if (well) remember(card, what)
  return well
}

/** Brings back what was there before the latest step. */
export async function undo(card: GroupCard): Promise<boolean> {
  const step = work.get().steps.at(-1)
  if (!step) return false
  const { what, covers, point, back } = step
  const well = await send(card, { covers, confirm: false, point, back }, `${card.name}: undone (${what}).`)
  if (well && work.get().groupId === card.id) work.set((now) => ({ steps: now.steps.filter((one) => one !== step) }))
  return well
}
