/** What the dialog shows now: which chamber, as what, which districts; and the answers it is made of. */
import type { Answer, CoverageView } from '../../../src/contract'
import type { Chamber } from '../../../src/registry/words'
import { type CallFault, call, toFault } from '../../call'
import { createStore } from '../../state/store'
import type { Outline } from './board'
import type { Targets } from './targets'

export type View = 'map' | 'tiles' | 'table'

interface Shown {
  chamber: Chamber
  view: View
  /** `all`, `list`, or the number of a committee. */
  show: string
  /** What was pasted, and what it was understood as once it was asked for. */
  list: string
  targets: Targets | null
  query: string
  dots: boolean
  /** Area or tile whose districts the panel tells about. */
  open: string | null
}

export const shown = createStore<Shown>({
  chamber: 'lower',
  view: 'map',
  show: 'all',
  list: '',
  targets: null,
  query: '',
  dots: false,
  open: null,
})

interface Held {
  value: CoverageView | null
  fault: CallFault | null
  busy: boolean
}
export const coverage = createStore<Held>({ value: null, fault: null, busy: false })

/** Null until they are asked for. */
type Kept = { list: readonly Outline[]; fault: CallFault | null; busy: boolean } | null
export const outlines = createStore<Record<Chamber, Kept>>({ upper: null, lower: null })

/** Never rejects. */
export async function loadOutlines(chamber: Chamber): Promise<void> {
  const list = outlines.get()[chamber]?.list ?? []
  outlines.set({ [chamber]: { list, fault: null, busy: true } })
  try {
    const answer: Answer<'outlines'> = await call('outlines', { chamber })
    outlines.set({ [chamber]: { list: answer.outlines, fault: null, busy: false } })
  } catch (error) {
    outlines.set({ [chamber]: { list, fault: toFault(error), busy: false } })
  }
}

/** Never rejects. The chamber with more districts is shown first: it has more gaps. */
export async function loadCoverage(): Promise<void> {
  coverage.set({ busy: true })
  try {
    const value = await call('coverage', {})
    const has = (chamber: Chamber) => value.chambers.some((one) => one.chamber === chamber)
    if (!has(shown.get().chamber)) shown.set({ chamber: value.chambers[0]?.chamber ?? 'upper' })
    coverage.set({ value, fault: null, busy: false })
  } catch (error) {
    coverage.set({ fault: toFault(error), busy: false })
  }
}

export const openArea = (key: string | null) => shown.set({ open: key })

/** After outlines were fetched: everything that shows them. */
export function loadAgain(): void {
  const had = outlines.get()
  loadCoverage()
  if (had.upper) loadOutlines('upper')
  if (had.lower) loadOutlines('lower')
}
