/** A series that ends, and one whose event was deleted made again. */
import type { Answer, Params } from '../contract'
import { Fault } from '../fault'
import type { Caller } from '../registry/callers'
import { log } from '../registry/log'
import { updateRows } from '../registry/table'
import { wallClock } from '../registry/when'
import { newEventId } from './bring'
import { dayNumber, dayOf, todayIn } from './days'
import { readSeries } from './pass'
import { findSeries } from './save-series'
import { demandManager, settle } from './settle'
import { viewOf } from './view'
import { zonesOf } from './world'

/** Ends a series with the last call that has begun. */
export function endSeries({ seriesId }: Params<'endSeries'>, caller: Caller): Answer<'calls'> {
  const settings = demandManager(caller)
  const row = findSeries(seriesId)
  const series = readSeries(row, zonesOf(settings))
  const zone = series instanceof Fault ? (zonesOf(settings)[0] ?? 'UTC') : series.zone
  const today = todayIn(zone, caller.now)
  const begun = !(series instanceof Fault) && wallClock(caller.now, zone).slice(11) >= series.at
  const last = begun ? today : today - 1
  const until = row.until && (dayNumber(row.until) ?? last) < last ? row.until : dayOf(last)
  updateRows('series', new Map([[seriesId, { state: 'ended', until }]]))
  log(caller.email, 'ended the series', seriesId, row.name)
  return viewOf(settle(caller, settings))
}

/** Another event in place of one that was deleted. */
export function remakeSeries({ seriesId }: Params<'remakeSeries'>, caller: Caller): Answer<'calls'> {
  const settings = demandManager(caller)
  const { state } = findSeries(seriesId)
  if (state === 'gone') {
    const fresh = {
      state: 'active',
      eventId: newEventId(),
      calendarId: '',
      synced: '',
      note: 'On its way to Calendar.',
    } as const
    updateRows('series', new Map([[seriesId, fresh]]))
    log(caller.email, 'made the event again', seriesId)
  }
  return viewOf(settle(caller, settings))
}
