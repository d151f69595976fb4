/** One date as people change it: whose turn, when, whether. Each is one row’s cells; `pass` does the rest. */
import type { Answer, Params } from '../contract'
import { Fault } from '../fault'
import type { Caller } from '../registry/callers'
import { log } from '../registry/log'
import { getSettings, type Settings } from '../registry/settings'
import { readTable, updateRows } from '../registry/table'
import { cardOf } from './card'
import { type CallRow, readWall, typedWall } from './date'
import { tokensOf } from './due'
import { readSeries } from './pass'
import { instant, type Series } from './series'
import { demandManager, settle } from './settle'
import { labelOf, personIn } from './who'
import { zonesOf } from './world'

interface Found {
  readonly row: CallRow
  readonly series: Series
}

/** Throws `CALL_NOT_FOUND`. */
export function findCall(
  callId: string,
  settings: Settings,
  calls = readTable('calls'),
  all = readTable('series'),
): Found {
  const row = calls.find((call) => call.id === callId)
  const of = row && all.find((s) => s.id === row.seriesId)
  const series = of && readSeries(of, zonesOf(settings))
  if (row && series && !(series instanceof Fault)) return { row, series }
  throw new Fault('CALL_NOT_FOUND', `There is no call ${callId} in the Calls tab.`, 'Open the Calls page again.')
}

function change(
  callId: string,
  caller: Caller,
  settings: Settings,
  to: (row: CallRow, series: Series) => Partial<CallRow>,
): Answer<'openCall'> {
  const { row, series } = findCall(callId, settings)
  if (row.state === 'held') throw new Fault('CALL_OVER', 'This call has been held.', 'Look at the next one.')
  updateRows('calls', new Map([[callId, to(row, series)]]))
  return cardOf(settle(caller, settings), callId)
}

/** Puts a person down for one date, or gives it back to the rota. */
export function swapCall({ callId, duty, personId }: Params<'swapCall'>, caller: Caller): Answer<'openCall'> {
  const people = readTable('people')
  if (personId && !people.some((p) => p.id === personId))
    throw new Fault(
      'PERSON_NOT_FOUND',
      `There is no person ${personId} in the People tab.`,
      'Choose another.',
      'personId',
    )
  return change(callId, caller, getSettings(), (row) => {
    const now = personIn(people, row[duty])
    log(caller.email, `swapped the ${duty}`, callId, `${now} → ${personId ?? 'rota'}`)
    return { [duty]: personId ? labelOf(people, personId) : '' }
  })
}

/** Whoever is down for it cannot: the next in the rota is asked. */
export function cannotCall({ callId, duty }: Params<'cannotCall'>, caller: Caller): Answer<'openCall'> {
  const people = readTable('people')
  return change(callId, caller, getSettings(), (row) => {
    const id = personIn(people, row[duty])
    log(caller.email, `said that the ${duty} cannot`, callId, id)
    return { [duty]: '', cannot: [...new Set([...tokensOf(row.cannot), id])].filter(Boolean).join('; ') }
  })
}

/** Throws `CALL_WRONG` with the field. */
export function moveCall({ callId, starts, minutes }: Params<'moveCall'>, caller: Caller): Answer<'openCall'> {
  return change(callId, caller, demandManager(caller), (_, series) => {
    const wall = readWall(starts, series.at)
    const at = wall && instant(wall, series.zone)
    if (!wall || !at)
      throw new Fault('CALL_WRONG', `“${starts}” is no day and time.`, 'Type it as 2026-12-03 19:30.', 'starts')
    if (at <= caller.now) throw new Fault('CALL_WRONG', 'That time has passed.', 'Choose one to come.', 'starts')
    if (!Number.isInteger(minutes) || minutes < 10 || minutes > 480)
      throw new Fault(
        'CALL_WRONG',
        'A call lasts from 10 minutes to 8 hours, and ends after it starts.',
        'Type its length in minutes.',
        'minutes',
      )
    log(caller.email, 'moved the call', callId, wall)
    return { starts: typedWall(wall), minutes, state: 'planned' }
  })
}

export function cancelCall({ callId }: Params<'cancelCall'>, caller: Caller): Answer<'openCall'> {
  return change(callId, caller, demandManager(caller), () => {
    log(caller.email, 'cancelled the call', callId)
    return { state: 'cancelled' }
  })
}
