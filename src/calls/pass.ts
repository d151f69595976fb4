/**
 * Brings calls up to date: series to Calendar, what people changed there into the sheet, the rota, the text of each date’s
 * event, and the mails that are due. All of it is worked out afresh from what stands, so a pass that was stopped anywhere
 * is made good by the next. Only the operator’s account does it: so there is one calendar, and one who writes to it.
 */
import { Fault, isOfSheet } from '../fault'
import { type CalendarEvent, instancesOf } from '../google/events'
import { withScriptLock } from '../google/lock'
import type { Caller } from '../registry/callers'
import { giveMissingIds } from '../registry/hand-typed'
import { log } from '../registry/log'
import type { Settings } from '../registry/settings'
import { readTable, updateRows } from '../registry/table'
import { type Brought, bring, gone } from './bring'
import { type CallRow, givenOn, toAgreed, wishOf } from './date'
import { Dates, type Live } from './dates'
import { dayNumber, todayIn } from './days'
import { invitedTo } from './event'
import { namesIn, notedIn } from './plan'
import { dueIn, type Ready, sendDue } from './send-due'
import { checked, type Series, type SeriesRow } from './series'
import { DAY, endOf, plannedOf, readWorld, toCome, type World, zonesOf } from './world'

const LOCK_MS = 20_000
const HOUR = 3_600_000

/** The series of a row, or what is wrong with it. */
export function readSeries(row: SeriesRow, zones: readonly string[]): Series | Fault {
  try {
    return checked(row, zones)
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

/** Is there anything to do now? */
function isDue(
  series: readonly SeriesRow[],
  calls: readonly CallRow[],
  people: World['people'],
  zones: readonly string[],
  now: Date,
): boolean {
  return series.some((row) => {
    const read = readSeries(row, zones)
    if (read instanceof Fault) return row.note !== read.message
    if (read.state === 'ended') return row.synced !== 'ended'
    if (row.synced === '' || !row.lookedAt) return true
    const own = calls.filter((call) => call.seriesId === row.id).map((call) => plannedOf({ people }, read, call))
    const next = toCome({ now }, own)[0]
    const often = next && next.starts.getTime() - now.getTime() < DAY ? HOUR / 4 : HOUR
    if (now.getTime() - row.lookedAt.getTime() >= often) return true
    if (own.some((call) => call.row.state === 'planned' && endOf(call) + DAY <= now.getTime())) return true
    const changed = own.some(({ row: call }) => {
      const given = givenOn(read, dayNumber(call.date) ?? 0)
      const wish = wishOf(call, given)
      if (call.state === 'held') return false
      const noted = notedIn(call)
      const swapped = noted !== null && noted.as !== namesIn(call)
      return swapped || toAgreed(wish, given) !== call.agreed || !call.note.includes(wish.problem)
    })
    return changed || dueIn(own, now).length > 0
  })
}

/** What the timer does for calls. With nothing due it costs three reads, without a series one. */
export function tickCalls(deadlineMs: number, caller: Caller, settings: Settings): void {
  try {
    const live = readTable('series').filter((row) => !(row.state === 'ended' && row.synced === 'ended'))
    if (live.length === 0) return
    const [calls, people] = [readTable('calls'), readTable('people')]
    if (isDue(live, calls, people, zonesOf(settings), caller.now)) pass(caller, settings, deadlineMs)
  } catch (error) {
    // A sheet that was set up before there were calls has no such tabs yet, or a column stands twice: the first page says so.
    if (!(error instanceof Fault)) throw error
    if (!isOfSheet(error)) log(caller.email, 'could not go on with calls', '', error.message)
  }
}

/** One pass by the operator’s account; nothing where another run is at it. */
export function pass(caller: Caller, settings: Settings, deadlineMs: number): void {
  giveMissingIds('agenda')
  const held = withScriptLock(LOCK_MS, () => {
    const w = readWorld(caller.email, settings, caller.now)
    return { w, ready: bringAll(w) }
  })
  if (held) sendDue(held.value.w, held.value.ready, deadlineMs)
}

function bringAll(w: World): Ready[] {
  let refused = false
  const changes = new Map<string, Partial<SeriesRow>>()
  const live: Live[] = []
  for (const row of w.series) {
    if (row.state === 'ended' && row.synced === 'ended') continue
    const series = readSeries(row, w.zones)
    if (series instanceof Fault) {
      changes.set(row.id, { note: series.message })
      continue
    }
    const today = todayIn(series.zone, w.now)
    const invited = invitedTo(series, w.people, w.groups)
    const link = w.links[row.id] ?? ''
    const brought: Brought = refused
      ? { change: {}, there: false, refused: true }
      : bring(row, series, invited, link, w.me, w.settings.calendar, today)
    refused = refused || brought.refused
    const now: SeriesRow = { ...row, ...brought.change }
    let events: CalendarEvent[] | null = null
    const change: { -readonly [K in keyof SeriesRow]?: SeriesRow[K] } = { ...brought.change }
    if (brought.there && !refused) {
      const to = new Date(w.now.getTime() + 75 * DAY)
      const looked = instancesOf(
        now.calendarId,
        now.eventId,
        new Date(w.now.getTime() - 2 * DAY),
        series.rule.every === 'month' ? new Date(to.getTime() + 130 * DAY) : to,
      )
      if (looked.ok) {
        events = looked.value
        change.lookedAt = w.now
      } else if ([404, 410].includes(looked.code)) Object.assign(change, gone(now.calendarId, w.me))
      else refused = true
    }
    if ((change.state ?? row.state) === 'gone') change.lookedAt = w.now
    // That it is over stands last, when its dates to come are gone.
    const over = change.synced === 'ended'
    if (!over && Object.keys(change).length > 0) changes.set(row.id, change)
    live.push({ row: { ...now, ...change }, series, invited, events, over })
  }
  updateRows('series', changes)
  const dates = new Dates(w)
  for (const one of live) refused = dates.plan(one, refused)
  return dates.write()
}
