/** What becomes of the dates of all series: into their events one by one, into the Calls tab in one go. */
import { type CalendarEvent, patchEvent } from '../google/events'
import { fingerprint } from '../registry/fingerprint'
import { appendRows, removeRows, updateRows } from '../registry/table'
import { agendaText } from './agenda'
import { type CallRow, givenOn, same, toAgreed } from './date'
import { dayNumber, dayOf, todayIn } from './days'
import { tokensOf } from './due'
import { attendeesOf, guestsIn, timesOf } from './event'
import { type DatePlan, planDates, turnsOf } from './plan'
import type { Turn } from './rota'
import type { Ready } from './send-due'
import type { Series, SeriesRow } from './series'
import { eventText } from './texts'
import { addressOf, volunteersOf } from './who'
import { agendaFor, DAY, endOf, highestGroup, type Planned, plannedOf, type World, wordsFor } from './world'

/** So long before a call its event carries the agenda. */
const AGENDA_MS = 8 * DAY

/** A call’s row in the making. */
type Draft = { -readonly [K in keyof CallRow]: CallRow[K] }

/** A series as Calendar has it now. `events`: null where it was not asked or did not answer. */
export interface Live {
  readonly row: SeriesRow
  readonly series: Series
  readonly invited: readonly string[]
  readonly events: CalendarEvent[] | null
  /** It ended, and Calendar knows. */
  readonly over: boolean
}

/** What becomes of the dates of all series, written at the end in one go. */
export class Dates {
  private readonly changes = new Map<string, Partial<CallRow>>()
  private readonly added: Partial<CallRow>[] = []
  private readonly gone = new Set<string>()
  private readonly carried = new Map<string, { state: 'carried' }>()
  private readonly kept: {
    one: Live
    plan: DatePlan
    rows: CallRow[]
    events: Map<CallRow, CalendarEvent>
    refused: boolean
  }[] = []

  constructor(private readonly w: World) {}

  /** Gives whether Calendar refuses now. */
  plan(one: Live, refusedBefore: boolean): boolean {
    const { w } = this
    const { row, series, events } = one
    let refused = refusedBefore
    const rows = w.calls.filter((call) => call.seriesId === row.id)
    const today = todayIn(series.zone, w.now)
    const people = volunteersOf(w.people, series.zone)
    const plan = planDates(
      { ...series, state: row.state === 'gone' ? 'ended' : series.state },
      rows,
      events,
      today,
      w.now,
      w.people,
      people,
    )
    if (row.state !== 'gone')
      for (const id of plan.gone) {
        this.gone.add(id)
        this.carry(id)
      }

    const standing = new Map<CallRow, (typeof plan.dates)[number] | null>()
    const after: CallRow[] = []
    for (const call of rows) if (!this.gone.has(call.id) && !plan.dates.some((d) => d.row === call)) after.push(call)
    for (const date of plan.dates) {
      const call = { ...(date.row ?? blank), ...date.values } as CallRow
      after.push(call)
      standing.set(call, date)
    }
    const all = after.map((call) => plannedOf(w, series, call))
    const eventOf = new Map<CallRow, CalendarEvent>()
    for (const planned of all) {
      const date = standing.get(planned.row)
      if (!date) continue
      const call = planned.row as Draft
      if (date.event) eventOf.set(call, date.event)
      if (call.state === 'planned' && endOf(planned) + DAY <= w.now.getTime()) {
        // Nobody closed it: what was not done is carried, and nobody is told after the event.
        Object.assign(call, {
          state: 'held',
          newest: highestGroup(w.groups),
          told: [...tokensOf(call.told), 'next'].join('; '),
        })
        this.carry(call.id)
      } else if (date.event && date.settled && !refused) refused = this.toCalendar(one, planned, all, date, call)
      if (call.state === 'cancelled') this.carry(call.id)
      this.note(call, date.row)
    }
    this.kept.push({ one, plan, rows: after, events: eventOf, refused })
    return refused
  }

  /** Brings one date’s event in line; gives whether Calendar refuses. */
  private toCalendar(
    one: Live,
    planned: Planned,
    all: readonly Planned[],
    date: DatePlan['dates'][number],
    call: Draft,
  ): boolean {
    const { w } = this
    const { series, invited, row } = one
    const { settled, event } = date
    if (!settled || !event) return false
    const tell = (): void => {
      const key = `${settled.change} ${settled.wall}`
      const theirs = settled.inCalendar || guestsIn(invited).length === 0
      if (settled.change && theirs && planned.starts > w.now)
        call.told = [...tokensOf(call.told).filter((t) => t !== key), `!${key}`].join('; ')
    }
    const given = givenOn(series, date.day)
    const agree = (): void => {
      call.agreed = toAgreed(settled, given)
      tell()
    }
    if (settled.cancelled) {
      if (settled.patch && !patchEvent(row.calendarId, event.id ?? '', { status: 'cancelled' }, 'all').ok) return true
      agree()
      return false
    }
    const soon = planned.starts.getTime() - w.now.getTime() < AGENDA_MS
    const agenda = soon ? agendaText(agendaFor(w, series, planned, all)) : ''
    const text = eventText(wordsFor(w, series, planned, all, agenda))
    const own = [planned.facilitator, planned.notes].map((id) => addressOf(w.people, id)).filter(Boolean)
    const guests = [...guestsIn(invited), ...own]
    const location = series.join === 'fixed' ? (w.links[series.id] ?? '') : ''
    const synced = fingerprint(JSON.stringify([text, guests, location, series.name]))
    if (settled.patch || (synced !== call.synced && planned.starts > w.now)) {
      const body: CalendarEvent = {
        summary: series.name,
        description: text,
        location,
        attendees: attendeesOf(guests, event.attendees),
        ...(settled.patch ? { status: 'confirmed', ...timesOf(settled.wall, settled.minutes, series.zone) } : {}),
      }
      const moves = settled.patch && !same(settled, { ...given, cancelled: event.status === 'cancelled' })
      if (
        !patchEvent(row.calendarId, event.id ?? '', body, settled.patch && (moves || settled.change) ? 'all' : 'none')
          .ok
      )
        return true
      call.synced = synced
    }
    agree()
    return false
  }

  /** What stands open for a call that is over, or does not take place, is for the next. */
  private carry(callId: string): void {
    for (const { id, callId: of, state } of this.w.items)
      if (callId && of === callId && state !== 'done' && state !== 'carried') this.carried.set(id, { state: 'carried' })
  }

  private note(call: CallRow, before: CallRow | null): void {
    if (!before) {
      this.added.push(call)
      return
    }
    const change: Record<string, unknown> = {}
    for (const key of Object.keys(call) as (keyof CallRow)[])
      if (String(call[key] ?? '') !== String(before[key] ?? '')) change[key] = call[key]
    if (Object.keys(change).length > 0) this.changes.set(before.id, change)
  }

  write(): Ready[] {
    const { w } = this
    removeRows('calls', this.gone)
    updateRows('calls', this.changes)
    const ids = appendRows('calls', this.added)
    for (const [i, call] of this.added.entries()) Object.assign(call, { id: ids[i] })
    updateRows('agenda', this.carried)
    const notes = new Map<string, Partial<SeriesRow>>()
    const ready = this.kept.map(({ one, plan, rows, events, refused }): Ready => {
      const { row, series } = one
      // Calendar is asked again at the next tick.
      if (refused && one.events) notes.set(row.id, { lookedAt: null })
      // The last call may still go on, or wait for somebody to close it.
      if (one.over && rows.every((call) => call.state !== 'planned')) notes.set(row.id, { synced: 'ended', note: '' })
      if (plan.missing.length > 0 && row.state === 'active')
        notes.set(row.id, {
          note: `Somebody changed the whole series in Calendar: it does not have ${plan.missing.slice(0, 3).map(dayOf).join(', ')}. Save the series here to put Calendar right, or change it here as well.`,
        })
      const all = rows.map((call) => plannedOf(w, series, call))
      const today = todayIn(series.zone, w.now)
      const places = turnsOf(rows, today, w.people, volunteersOf(w.people, series.zone))
      const reasons = new Map<string, Turn[]>()
      for (const call of rows) {
        const place = places.get(dayNumber(call.date) ?? 0)
        if (place) reasons.set(call.id, [place.turns.facilitator, place.turns.notes])
      }
      const byId = new Map([...events].map(([call, event]) => [call.id, event]))
      // While its event is gone nobody is asked to join it.
      return { series, all: row.state === 'gone' ? [] : all, events: one.events ? byId : null, reasons }
    })
    updateRows('series', notes)
    return ready
  }
}

/** A row that is yet to be written. */
const blank: Partial<CallRow> = {
  id: '',
  facilitator: '',
  notes: '',
  note: '',
  notesLink: '',
  attended: '',
  rota: '',
  cannot: '',
  agreed: '',
  told: '',
  synced: '',
  newest: null,
}
