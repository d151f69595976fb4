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
import { tokensOf } from './due'
import { settle } from './settle'
import { plain } from './who'
import { highestGroup, plannedOf, readWorld } from './world'

const LATE = () => 'Closed before: what was added since is not in any mail.'

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

/**
 * The call is over. Closing it once more takes what is new: notes, decisions, items that are done; the very same twice
 * changes nothing. Throws `CALL_NOT_FOUND`, `CALL_WRONG`.
 */
export function closeCall(p: Params<'closeCall'>, caller: Caller): Answer<'openCall'> {
  const settings = getSettings()
  alone(() => {
    const { row, series } = findCall(p.callId, settings)
    const w = readWorld(caller.email, settings, caller.now)
    const isHeld = row.state === 'held'
    if (row.state === 'cancelled')
      throw new Fault('CALL_WRONG', 'This call was cancelled.', 'Look at the list of calls for the one that was held.')
    if (plannedOf(w, series, row).starts > caller.now)
      throw new Fault('CALL_WRONG', 'This call has not begun yet.', 'Close it when it is over.')
    const done = new Set(p.done)
    const items = new Map<string, { state: 'done' | 'carried' }>(p.done.map((id) => [id, { state: 'done' }]))
    // Of a call that was closed before, the rest was carried then.
    for (const item of isHeld ? [] : itemsOf(w.items, series.id, row.id, true))
      if (!done.has(item.id)) items.set(item.id, { state: 'carried' })
    updateRows('agenda', items)
    const standing = new Set(
      w.items.filter((item) => item.callId === row.id && !done.has(item.id)).map((item) => plain(item.name)),
    )
    const decisions = p.decisions.filter(({ item }) => item.trim() && !standing.has(plain(item)))
    const notesLink = p.notesLink.trim() || row.notesLink
    const isMore = isHeld && (decisions.length > 0 || notesLink !== row.notesLink)
    if (isMore) {
      const note = tokensOf(row.told).includes('next') ? LATE() : row.note
      updateRows('calls', new Map([[row.id, { notesLink, note }]]))
    }
    appendRows(
      'agenda',
      decisions.map(({ item, who }) => ({
        seriesId: series.id,
        callId: row.id,
        name: item.trim(),
        who: who.trim(),
        state: 'carried' as const,
      })),
    )
    if (isMore) log(caller.email, 'added to the closed call', row.id)
    if (isHeld) return
    // The state comes last: a run that was stopped before is asked again, and finds its own items.
    updateRows('calls', new Map([[row.id, { state: 'held', notesLink, newest: highestGroup(w.groups) }]]))
    log(caller.email, 'closed the call', row.id)
  })
  return cardOf(settle(caller, settings), p.callId)
}
