/** What becomes of the dates of one series: which there are, what people changed, and whose turn each is. Pure. */
import type { CalendarEvent } from '../google/events'
import { plainWord } from '../registry/words'
import {
  type CallRow,
  foundIn,
  givenOn,
  type Settled,
  type Shape,
  settleDate,
  toAgreed,
  typedWall,
  wishOf,
} from './date'
import { dayNumber, dayOf, dayWords } from './days'
import { tokensOf } from './due'
import { daysOf, nextDays } from './recurrence'
import { type Place, planRota, type Slot, type Volunteer } from './rota'
import { instant, type Series } from './series'
import { addressOf, labelOf, type Person, personIn } from './who'

/** So many dates are planned, in so many days. */
const AHEAD = 6
const WITHIN = 70

export interface PlannedDate {
  /** Null: a new row. */
  readonly row: CallRow | null
  readonly day: number
  readonly settled: Settled | null
  readonly event: CalendarEvent | null
  readonly values: Partial<CallRow>
}

export interface DatePlan {
  readonly dates: readonly PlannedDate[]
  /** Rows of days on which the series does not meet any more. */
  readonly gone: readonly string[]
  /** Days of the series that Calendar does not have. */
  readonly missing: readonly number[]
}

interface Noted {
  readonly f: string
  readonly n: string
  readonly cf: readonly string[]
  readonly cn: readonly string[]
  /** Both cells as they were written: another text is a person’s. */
  readonly as: string
}

/** Both names of a row, to see whether somebody changed them. */
export const namesIn = ({ facilitator, notes }: Pick<CallRow, 'facilitator' | 'notes'>): string =>
  `${facilitator.trim()}|${notes.trim()}`

/** What was noted at the last pass; null where nothing was. */
export function notedIn(row: CallRow | null): Noted | null {
  try {
    const noted = row?.rota ? (JSON.parse(row.rota) as Partial<Noted>) : null
    return noted && Array.isArray(noted.cf) && Array.isArray(noted.cn)
      ? { f: String(noted.f ?? ''), n: String(noted.n ?? ''), cf: noted.cf, cn: noted.cn, as: String(noted.as ?? '') }
      : null
  } catch {
    return null
  }
}

/** A row as the rota sees it. `over`: it cannot change any more. */
function slotOf(
  row: CallRow | null,
  day: number,
  over: boolean,
  declines: readonly string[],
  people: readonly Person[],
  volunteers: readonly Volunteer[],
): Slot {
  const noted = notedIn(row)
  const told = tokensOf(row?.told ?? '')
  const cannot = [...new Set([...tokensOf(row?.cannot ?? ''), ...declines])]
  const fixed: Slot['fixed'] = {}
  const byHand: Slot['byHand'][number][] = []
  for (const duty of ['facilitator', 'notes'] as const) {
    const id = personIn(people, row?.[duty] ?? '')
    const given = duty === 'notes' ? noted?.n : noted?.f
    const hand = id !== '' && id !== given
    const able = volunteers.some((v) => v.id === id && v.duties.includes(duty) && !v.away(day)) && !cannot.includes(id)
    if (over ? id : hand ? !declines.includes(id) : able && told.includes(`ask ${id}`)) {
      fixed[duty] = id
      if (hand) byHand.push(duty)
    }
  }
  const could = over && noted ? { facilitator: noted.cf, notes: noted.cn } : null
  return { day, fixed, byHand, cannot, could }
}

/** Who is down for a date and answered No to it in Calendar. */
function declined(event: CalendarEvent | null, row: CallRow | null, people: readonly Person[]): string[] {
  if (!event || !row) return []
  return (['facilitator', 'notes'] as const).flatMap((duty) => {
    const id = personIn(people, row[duty])
    const address = addressOf(people, id)
    const no = event.attendees?.some((a) => a.email?.toLowerCase() === address && a.responseStatus === 'declined')
    return address && no && !tokensOf(row.cannot).includes(id) ? [id] : []
  })
}

/** The later one of the day of the series and the day it was moved to. */
const lastDayOf = (row: CallRow, given: Shape): number =>
  Math.max(dayNumber(row.date) ?? 0, dayNumber(wishOf(row, given).wall.slice(0, 10)) ?? 0)

const isOff = ({ state }: Pick<CallRow, 'state'>): boolean => plainWord(state) === 'cancelled'

interface Entry {
  readonly row: CallRow | null
  /** The day of the series that it is. */
  readonly day: number
  /** The day it is held on. */
  readonly on: number
  readonly over: boolean
  readonly off: boolean
  readonly declines: readonly string[]
}

/** The day under Starts; that of the series where there is none. */
const startDay = (row: CallRow, day: number): number => dayNumber(row.starts.slice(0, 10)) ?? day

/** The rota over rows and new days, in order; past dates count as they were. */
export function rotaOf(
  entries: readonly Entry[],
  people: readonly Person[],
  volunteers: readonly Volunteer[],
): Map<number, Place> {
  const held = entries.filter((e) => !e.off).sort((a, b) => a.day - b.day)
  const slots = held.map((e) => slotOf(e.row, e.on, e.over, e.declines, people, volunteers))
  const places = planRota(slots, volunteers, (day) => dayWords(day))
  return new Map(held.map((e, i) => [e.day, places[i] as Place]))
}

/** Whose turn each row’s date is, and why: by day. */
export const turnsOf = (
  rows: readonly CallRow[],
  today: number,
  people: readonly Person[],
  volunteers: readonly Volunteer[],
): Map<number, Place> =>
  rotaOf(
    rows.map((row) => {
      const day = dayNumber(row.date) ?? 0
      const on = startDay(row, day)
      return { row, day, on, over: row.state === 'held' || on < today, off: isOff(row), declines: [] }
    }),
    people,
    volunteers,
  )

/** `events`: the dates in Calendar around now; null where it was not asked. `today`: a day of the series’ zone. */
export function planDates(
  series: Series,
  rows: readonly CallRow[],
  events: readonly CalendarEvent[] | null,
  today: number,
  now: Date,
  people: readonly Person[],
  volunteers: readonly Volunteer[],
): DatePlan {
  const byDay = new Map(rows.map((row) => [dayNumber(row.date) ?? 0, row]))
  const found = new Map(
    (events ?? []).map((event) => {
      const shape = foundIn(event, series.zone)
      return [dayNumber(shape.day) ?? 0, { event, shape }]
    }),
  )
  // What was planned stays in hand until it is held, however long the timer was off and wherever the date was moved to.
  const isOver = (row: CallRow | null, day: number): boolean =>
    row ? row.state === 'held' || (isOff(row) && lastDayOf(row, givenOn(series, day)) < today - 1) : day < today - 1
  const still = new Set(daysOf(series, today - 1, today + 800))
  const open = rows.flatMap((row) => {
    const day = dayNumber(row.date) ?? 0
    return isOver(row, day) ? [] : [{ row, day }]
  })
  const gone = open.filter(({ day }) => !still.has(day) && day >= today).map(({ row }) => row.id)
  const next = series.state === 'active' ? nextDays(series, today, AHEAD, WITHIN) : []
  const wanted = next.filter((day) => !isOver(byDay.get(day) ?? null, day))
  const days = [
    ...new Set([...wanted, ...open.filter(({ row }) => !gone.includes(row.id)).map(({ day }) => day)]),
  ].sort((a, b) => a - b)
  const settled = days.map((day) => {
    const row = byDay.get(day) ?? null
    const at = found.get(day) ?? null
    const given = givenOn(series, day)
    return { row, day, given, event: at?.event ?? null, settled: at ? settleDate(row, given, at.shape) : null }
  })
  const entries = [
    ...rows
      .filter((row) => !gone.includes(row.id))
      .flatMap((row) => {
        const day = dayNumber(row.date) ?? 0
        return days.includes(day)
          ? []
          : [{ row, day, on: startDay(row, day), over: true, off: isOff(row), declines: [] }]
      }),
    ...settled.map((s) => ({
      row: s.row,
      day: s.day,
      on: dayNumber((s.settled ?? (s.row ? wishOf(s.row, s.given) : s.given)).wall.slice(0, 10)) ?? s.day,
      over: s.row !== null && (instant(wishOf(s.row, s.given).wall, series.zone)?.getTime() ?? 0) < now.getTime(),
      off: s.settled ? s.settled.cancelled : s.row !== null && isOff(s.row),
      declines: declined(s.event, s.row, people),
    })),
  ]
  const rota = rotaOf(entries, people, volunteers)
  const label = (id: string): string => labelOf(people, id)

  const dates = settled.map(({ row, day, given, event, settled: s }): PlannedDate => {
    const place = rota.get(day)
    const entry = entries.find((e) => e.day === day)
    const wish = row ? wishOf(row, given) : null
    const shape: Shape = s ?? wish ?? given
    const notes = [wish?.problem ?? '']
    const values: { -readonly [K in keyof CallRow]?: CallRow[K] } = {
      starts: typedWall(shape.wall),
      minutes: shape.minutes,
      state: shape.cancelled ? 'cancelled' : 'planned',
    }
    if (!row) Object.assign(values, { seriesId: series.id, date: dayOf(day) })
    if (wish?.problem) delete values.starts
    if (s && !s.patch) values.agreed = toAgreed(shape, given)
    if (place && !entry?.over) {
      const { facilitator, notes: taker } = place.turns
      values.facilitator = label(facilitator.personId)
      values.notes = label(taker.personId)
      for (const { personId, why, volunteered } of [facilitator, taker]) {
        if (personId.startsWith('?')) notes.push(`${personId.slice(1)} is not in the People tab: no mail reaches them.`)
        else if (!volunteered) notes.push(why)
      }
      const f = facilitator.byHand ? (notedIn(row)?.f ?? '') : facilitator.personId
      const n = taker.byHand ? (notedIn(row)?.n ?? '') : taker.personId
      const noted: Noted = {
        f,
        n,
        cf: place.could.facilitator,
        cn: place.could.notes,
        as: `${values.facilitator}|${values.notes}`,
      }
      values.rota = JSON.stringify(noted)
      values.cannot = [...new Set([...tokensOf(row?.cannot ?? ''), ...(entry?.declines ?? [])])].join('; ')
    }
    if (!shape.cancelled && shape.wall !== given.wall) notes.push(`Moved; the series gives ${typedWall(given.wall)}.`)
    values.note = [...new Set(notes)].filter(Boolean).join(' ')
    return { row, day, settled: s, event, values }
  })
  return {
    dates,
    gone,
    missing: events ? wanted.filter((day) => !found.has(day)) : [],
  }
}
