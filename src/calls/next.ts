/** What the first page says of calls. */
import type { Counts, Home } from '../contract'
import type { Caller } from '../registry/callers'
import { getSettings } from '../registry/settings'
import { callsOf, rowOf } from './view'
import { agendaFor, readWorld, toCome } from './world'

export interface AtHome {
  /** The soonest call that is still to come, of all series; null where there is none. */
  readonly next: Home['nextCall']
  /** Calls that nobody is down to facilitate, soonest first. */
  readonly unled: Counts['unled']
}

export function callsAtHome(caller: Caller): AtHome {
  const w = readWorld(caller.email, getSettings(), caller.now)
  const coming = callsOf(w)
    .flatMap((of) => toCome(w, of.all).map((call) => ({ of, call, row: rowOf(w, of, call) })))
    .sort((a, b) => a.call.starts.getTime() - b.call.starts.getTime())
  const unled = coming.filter(({ call }) => call.facilitator === '' && call.starts > w.now)
  const [first] = coming
  return {
    next: first
      ? {
          callId: first.row.callId,
          series: first.row.series,
          when: first.row.when,
          facilitator: first.row.facilitator.name,
          notes: first.row.notes.name,
          items: agendaFor(w, first.of.series, first.call, first.of.all).length,
        }
      : null,
    unled: unled.map(({ row: { callId, when } }) => ({ callId, day: when.split(',')[0] ?? when })),
  }
}
