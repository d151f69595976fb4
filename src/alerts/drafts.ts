/** Which drafts a person may open: their own, and everyone's for who may approve. Pure. */
import type { Drafts } from '../contract'
import type { Caller } from '../registry/callers'
import { type Kept, readKept } from './kept-draft'
import type { AlertRow } from './store'
import { titleOf } from './tally'

interface Open extends Listed {
  readonly kept: Kept
}
type Listed = Drafts[number]

/** Asked-for drafts first, then the newest row. A draft whose act-by is past asks for nothing any more. */
export function draftsFor(alerts: readonly AlertRow[], { email, now }: Caller, all: boolean): Open[] {
  const drafts = alerts.flatMap((row): Open[] => {
    const { id, state, madeBy, madeAt, actBy, draft } = row
    const kept = state === 'draft' && (all || madeBy === email) ? readKept(draft) : null
    if (!kept) return []
    const asked = kept.asked === true && (!actBy || actBy > now)
    const at = kept.askedAt ?? (madeAt ?? now).toISOString()
    const until = actBy ? { actBy: actBy.toISOString() } : {}
    return [{ alertId: id, title: titleOf(row), by: madeBy, asked, at, ...until, kept: { ...kept, alertId: id } }]
  })
  return drafts.reverse().sort((a, b) => Number(b.asked) - Number(a.asked))
}

/** The same as the page lists them: without the words. */
export const listed = (drafts: readonly Open[]): Listed[] => drafts.map(({ kept, ...entry }) => entry)
