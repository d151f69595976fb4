/** The roll of a call, and its end: what was decided, what is done, what is carried. */
import type { Answer, Params } from '../contract'
import { Fault } from '../fault'
import type { Caller } from '../registry/callers'
import { log } from '../registry/log'
import { getSettings } from '../registry/settings'
import { alone } from '../registry/settle'
import { appendRows, updateRows } from '../registry/table'
import { itemsOf } from './agenda'
import { cardOf } from './card'
import { findCall } from './change-call'
import { settle } from './settle'
import { plain } from './who'
import { highestGroup, plannedOf, readWorld } from './world'

const listOf = (attended: string): string[] => attended.split(/[,\s]+/).filter(Boolean)

/** Takes groups onto the roll and off it; what another person marked meanwhile stays. */
export function markRoll({ callId, present, absent }: Params<'markRoll'>): Answer<'markRoll'> {
  let marked: string[] = []
  const { missing } = updateRows('calls', (rows) => {
    const row = rows.find((call) => call.id === callId)
    marked = [...new Set([...listOf(row?.attended ?? ''), ...present])].filter((id) => !absent.includes(id)).sort()
    return new Map([[callId, { attended: marked.join(', ') }]])
  })
  if (missing.length > 0) findCall(callId, getSettings())
  return { present: marked }
}

/** The call is over. Closing it twice changes nothing more. Throws `CALL_NOT_FOUND`, `CALL_WRONG`. */
export function closeCall(p: Params<'closeCall'>, caller: Caller): Answer<'openCall'> {
  const settings = getSettings()
  alone(() => {
    const { row, series } = findCall(p.callId, settings)
    if (row.state === 'held') return
    const w = readWorld(caller.email, settings, caller.now)
    if (plannedOf(w, series, row).starts > caller.now)
      throw new Fault('CALL_WRONG', 'This call has not begun yet.', 'Close it when it is over.')
    const done = new Set(p.done)
    const items = new Map<string, { state: 'done' | 'carried' }>(p.done.map((id) => [id, { state: 'done' }]))
    for (const item of itemsOf(w.items, series.id, row.id, true))
      if (!done.has(item.id)) items.set(item.id, { state: 'carried' })
    updateRows('agenda', items)
    const standing = new Set(w.items.filter((item) => item.callId === row.id).map((item) => plain(item.name)))
    appendRows(
      'agenda',
      p.decisions
        .filter(({ item }) => item.trim() && !standing.has(plain(item)))
        .map(({ item, who }) => ({
          seriesId: series.id,
          callId: row.id,
          name: item.trim(),
          who: who.trim(),
          state: 'carried' as const,
        })),
    )
    // The state comes last: a run that was stopped before is asked again, and finds its own items.
    updateRows(
      'calls',
      new Map([
        [row.id, { state: 'held', notesLink: p.notesLink.trim() || row.notesLink, newest: highestGroup(w.groups) }],
      ]),
    )
    log(caller.email, 'closed the call', row.id)
  })
  return cardOf(settle(caller, settings), p.callId)
}
