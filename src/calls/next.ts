/** What the first page says of calls. */
import type { Home } from '../contract'
import type { Caller } from '../registry/callers'
import { getSettings } from '../registry/settings'
import { readTable } from '../registry/table'
import { callsOf, rowOf } from './view'
import { agendaFor, readWorld, toCome } from './world'

/** The soonest call that is still to come, of all series; null where there is none. */
export function nextCall(caller: Caller): Home['nextCall'] {
  if (readTable('series').length === 0) return null
  const w = readWorld(caller.email, getSettings(), caller.now)
  const [next] = callsOf(w)
    .flatMap((of) =>
      toCome(w, of.all)
        .slice(0, 1)
        .map((call) => ({ of, call })),
    )
    .sort((a, b) => a.call.starts.getTime() - b.call.starts.getTime())
  if (!next) return null
  const { callId, series, when, facilitator, notes } = rowOf(w, next.of, next.call)
  const items = agendaFor(w, next.of.series, next.call, next.of.all).length
  return { callId, series, when, facilitator: facilitator.name, notes: notes.name, items }
}
