/** What people change: series, single dates, whose turn it is, items, the roll. Each is one row’s cells; `pass` does the rest. */
import type { Answer, Params, SeriesDraft } from '../contract'
import { Fault } from '../fault'
import { type Caller, mayApprove } from '../registry/callers'
import { log } from '../registry/log'
import { getSettings, type Settings } from '../registry/settings'
import { alone } from '../registry/settle'
import { appendRows, readTable, updateRows } from '../registry/table'
import { wallClock } from '../registry/when'
import { itemsOf } from './agenda'
import { newEventId } from './bring'
import { cardOf } from './card'
import { type CallRow, readWall, typedWall } from './date'
import { dayNumber, dayOf, todayIn } from './days'
import { tokensOf } from './due'
import { pass, readSeries } from './pass'
import { checked, instant, type Series, type SeriesFields, type SeriesRow } from './series'
import { viewOf } from './view'
import { labelOf, personIn } from './who'
import { highestGroup, keepLink, plannedOf, readWorld, type World, zonesOf } from './world'

/** A person waits: what takes longer is left to the timer. */
const WAIT_MS = 60_000

function demandManager(caller: Caller): Settings {
  const settings = getSettings()
  if (mayApprove(caller, readTable('people'), settings)) return settings
  throw new Fault(
    'MAY_NOT_MANAGE',
    'Series and dates are set by the operator or a coordinator.',
    'Ask one of them. What you typed is still here.',
  )
}

const isOperator = (caller: Caller, settings: Settings): boolean =>
  caller.email !== '' && caller.email === settings.operator

/** By the operator’s account everything is brought up to date at once; the others’ wishes stand in the sheet for `tick`. */
function settle(caller: Caller, settings: Settings): World {
  if (isOperator(caller, settings)) pass(caller, settings, Date.now() + WAIT_MS)
  return readWorld(caller.email, settings, caller.now)
}

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

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

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
function findSeries(seriesId: string, rows: readonly SeriesRow[] = readTable('series')): SeriesRow {
  const found = rows.find((row) => row.id === seriesId)
  if (found) return found
  throw new Fault('SERIES_NOT_FOUND', `There is no series ${seriesId} in the Series tab.`, 'Open the Calls page again.')
}

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

/** Adds or changes an item of an agenda. */
export function setItem(p: Params<'setItem'>, caller: Caller): Answer<'setItem'> {
  const name = p.item.trim()
  if (!name) throw new Fault('ITEM_WRONG', 'The item has no words.', 'Type what to talk about.', 'item')
  if (p.minutes !== null && !(p.minutes >= 1 && p.minutes <= 480))
    throw new Fault(
      'ITEM_WRONG',
      'An item takes a minute or more.',
      'Type whole minutes, or leave it blank.',
      'minutes',
    )
  const row = {
    seriesId: p.seriesId,
    callId: p.callId ?? '',
    name,
    who: p.who.trim(),
    minutes: p.minutes,
    state: p.state,
  }
  if (!p.itemId) {
    const [itemId = ''] = appendRows('agenda', [row])
    log(caller.email, 'added an item', itemId)
    return { itemId }
  }
  const { missing } = updateRows('agenda', new Map([[p.itemId, row]]))
  if (missing.length > 0)
    throw new Fault('ITEM_NOT_FOUND', 'That item is not in the Agenda tab any more.', 'Add it again.', 'item')
  return { itemId: p.itemId }
}

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
