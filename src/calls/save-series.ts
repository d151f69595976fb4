/** A series as people set it: its one row of Series, made or changed. */
import type { Answer, SeriesDraft } from '../contract'
import { Fault } from '../fault'
import type { Caller } from '../registry/callers'
import { log } from '../registry/log'
import { alone } from '../registry/settle'
import { appendRows, readTable, updateRows } from '../registry/table'
import { newEventId } from './bring'
import { checked, type SeriesFields, type SeriesRow } from './series'
import { demandManager, settle } from './settle'
import { viewOf } from './view'
import { plain } from './who'
import { keepLink, readWorld, zonesOf } from './world'

export const fieldsOf = (draft: SeriesDraft): SeriesFields => ({
  name: draft.name.trim(),
  repeats: draft.repeats,
  on: draft.on.trim(),
  first: draft.first.trim(),
  at: draft.at.trim(),
  minutes: draft.minutes,
  zone: draft.timeZone.trim(),
  invite: draft.invite,
  guests: draft.guests.trim(),
  join: draft.join,
  skips: draft.skips.trim(),
  until: draft.until.trim(),
})

/** Throws where people would have nothing to join by. */
export function checkLink(draft: SeriesDraft, kept: string): void {
  const link = draft.link?.trim() ?? kept
  if (draft.join !== 'fixed' || link) return
  throw new Fault('SERIES_WRONG', 'The link is missing.', 'Paste the Zoom link, or type the phone line.', 'link')
}

const alike = (row: SeriesRow, fields: SeriesFields): boolean =>
  (Object.keys(fields) as (keyof SeriesFields)[]).every((key) => String(row[key] ?? '') === String(fields[key] ?? ''))

/**
 * Keeps a series. The very same new series twice is one: a lost answer, a double click, two people at once. Throws
 * `MAY_NOT_MANAGE`, `SERIES_WRONG`, `SERIES_EXISTS`, `SERIES_NOT_FOUND`.
 */
export function saveSeries(draft: SeriesDraft, caller: Caller): Answer<'calls'> {
  const settings = demandManager(caller)
  const fields = fieldsOf(draft)
  checked({ ...fields, id: draft.seriesId ?? '', state: 'active' }, zonesOf(settings))
  alone(() => {
    const rows = readTable('series')
    const twin = rows.find(
      (row) => row.state !== 'ended' && plain(row.name) === plain(fields.name) && row.id !== draft.seriesId,
    )
    if (twin && (draft.seriesId || !alike(twin, fields)))
      throw new Fault(
        'SERIES_EXISTS',
        `There is a series “${twin.name}” already.`,
        'Change that one, or take another name.',
        'name',
      )
    const standing = draft.seriesId ? findSeries(draft.seriesId, rows) : twin
    const link = draft.join === 'fixed' ? (draft.link?.trim() ?? null) : ''
    const w = readWorld(caller.email, settings, caller.now, rows)
    checkLink(draft, standing ? (w.links[standing.id] ?? '') : '')
    const changed = standing && !alike(standing, fields)
    if (standing && link !== null && link !== (w.links[standing.id] ?? '')) keepLink(standing.id, link)
    // Where something was wrong, saving brings it to Calendar once more. Blank would mean that there is no event yet.
    const again = standing?.synced && standing.note ? { synced: 'again' } : {}
    if (standing && (changed || again.synced)) updateRows('series', new Map([[standing.id, { ...fields, ...again }]]))
    if (standing) {
      if (changed) log(caller.email, 'changed the series', standing.id, fields.name)
      return
    }
    const [id = ''] = appendRows('series', [
      { ...fields, state: 'active', eventId: newEventId(), note: 'On its way to Calendar.' },
    ])
    if (link) keepLink(id, link)
    log(caller.email, 'made the series', id, fields.name)
  })
  return viewOf(settle(caller, settings))
}

/** Throws `SERIES_NOT_FOUND`. */
export function findSeries(seriesId: string, rows: readonly SeriesRow[] = readTable('series')): SeriesRow {
  const found = rows.find((row) => row.id === seriesId)
  if (found) return found
  throw new Fault('SERIES_NOT_FOUND', `There is no series ${seriesId} in the Series tab.`, 'Open the Calls page again.')
}
