/** The Calls page: series, dates to come and past ones, volunteers, groups that were not heard of. Only looks. */
import type { Answer, SeriesDraft } from '../contract'
import { Fault } from '../fault'
import { mayApprove } from '../registry/callers'
import { isReachable } from '../registry/district-rows'
import { serialOf } from '../registry/keys'
import { INVITES, JOINS, REPEATS, wordIn } from '../registry/words'
import type { CallRow } from './date'
import { dayNumber, dayOf, dayWords, toDays, todayIn } from './days'
import { readSeries } from './pass'
import { turnsOf } from './plan'
import type { Turn } from './rota'
import { type Series, type SeriesRow, sentenceOf, whenText } from './series'
import { labelOf, personIn, rowsOf, volunteersOf } from './who'
import { DAY, endOf, type Planned, plannedOf, type World } from './world'

type Row = Answer<'calls'>['coming'][number]

/** The calls of one series, soonest first, with whose turn each is. */
export interface SeriesCalls {
  readonly row: SeriesRow
  readonly series: Series
  readonly all: readonly Planned[]
  turns(call: CallRow): { readonly facilitator: Turn; readonly notes: Turn }
}

export function callsOf(w: World): SeriesCalls[] {
  return w.series.flatMap((row): SeriesCalls[] => {
    const series = readSeries(row, w.zones)
    if (series instanceof Fault) return []
    const rows = w.calls.filter((call) => call.seriesId === row.id)
    const places = turnsOf(rows, todayIn(series.zone, w.now), w.people, volunteersOf(w.people, series.zone))
    const plainTurn = (cell: string): Turn => ({
      personId: personIn(w.people, cell),
      why: '',
      byHand: false,
      volunteered: true,
    })
    return [
      {
        row,
        series,
        all: rows.map((call) => plannedOf(w, series, call)).sort((a, b) => a.starts.getTime() - b.starts.getTime()),
        turns: (call) =>
          places.get(dayNumber(call.date) ?? 0)?.turns ?? {
            facilitator: plainTurn(call.facilitator),
            notes: plainTurn(call.notes),
          },
      },
    ]
  })
}

export function rowOf(w: World, { series, turns }: SeriesCalls, call: Planned): Row {
  const { row } = call
  const of = turns(row)
  // The sheet says who it is; the rota, why.
  const turn = (cell: string, { personId, why, byHand }: Turn): Row['facilitator'] => {
    const id = personIn(w.people, cell)
    return { personId: id, name: labelOf(w.people, id), why: id === personId || !id ? why : '', byHand }
  }
  return {
    callId: row.id,
    seriesId: series.id,
    series: series.name,
    starts: call.starts.getTime() > 0 ? call.starts.toISOString() : null,
    when: whenText(call.starts, series.zones),
    wall: call.wall,
    minutes: call.minutes,
    state: row.state === 'held' || row.state === 'cancelled' ? row.state : 'planned',
    facilitator: turn(row.facilitator, of.facilitator),
    notes: turn(row.notes, of.notes),
    note: row.note,
    attended: attendedOf(row).length,
  }
}

export const attendedOf = (row: CallRow): string[] => row.attended.split(/[,\s]+/).filter(Boolean)

const draftOf = (row: SeriesRow): SeriesDraft => ({
  seriesId: row.id,
  name: row.name,
  repeats: wordIn(REPEATS, row.repeats) ?? 'weekly',
  on: row.on,
  first: row.first,
  at: row.at,
  minutes: row.minutes ?? 60,
  timeZone: row.zone,
  invite: INVITES.find((i) => i === row.invite) ?? 'all leaders',
  guests: row.guests,
  join: JOINS.find((j) => j === row.join) ?? 'meet',
  link: null,
  skips: row.skips,
  until: row.until,
})

/** Groups that were at none of the last three calls of a series, and were there to come. */
function missingOf(w: World, calls: readonly SeriesCalls[]): Answer<'calls'>['missing'] {
  return calls.flatMap(({ series, all }) => {
    if (series.state === 'ended') return []
    const last = all.filter(({ row }) => row.state === 'held' && attendedOf(row).length > 0).slice(-3)
    if (last.length < 3) return []
    const seen = new Set(last.flatMap(({ row }) => attendedOf(row)))
    const known = last[0]?.row.newest ?? 0
    return w.groups
      .filter((g) => isReachable(g) && !seen.has(g.id) && serialOf('G', g.id) <= known)
      .map((g) => ({
        groupId: g.id,
        group: g.name,
        series: series.name,
        leader: w.people.find((p) => p.groupId === g.id && p.roles.includes('lead'))?.name ?? '',
      }))
  })
}

export function viewOf(w: World): Answer<'calls'> {
  const calls = callsOf(w)
  const rows = calls.flatMap((of) => of.all.map((call) => ({ call, row: rowOf(w, of, call) })))
  const isPast = ({ call }: (typeof rows)[number]): boolean =>
    call.row.state === 'held' || endOf(call) + (call.row.state === 'cancelled' ? 0 : DAY) < w.now.getTime()
  const soonest = (a: (typeof rows)[number], b: (typeof rows)[number]): number =>
    a.call.starts.getTime() - b.call.starts.getTime()
  const zone = w.zones[0] ?? 'UTC'
  const today = todayIn(zone, w.now)
  const turns = new Map<string, number>()
  for (const { row } of rows)
    for (const id of [row.facilitator.personId, row.notes.personId])
      if (row.state === 'held') turns.set(id, (turns.get(id) ?? 0) + 1)
  const volunteers = volunteersOf(w.people, zone).filter((v) => v.duties.length > 0)
  return {
    series: w.series.map((row): Answer<'calls'>['series'][number] => {
      const series = readSeries(row, w.zones)
      const wrong = series instanceof Fault
      return {
        seriesId: row.id,
        state: row.state || 'active',
        sentence: wrong ? '' : sentenceOf(series),
        note: wrong ? `${series.message} ${series.next}` : row.note,
        inCalendar: row.synced !== '' && !wrong && row.note === '' && (row.state !== 'ended' || row.synced === 'ended'),
        draft: draftOf(row),
      }
    }),
    coming: rows
      .filter((r) => !isPast(r))
      .sort(soonest)
      .map((r) => r.row),
    past: rows
      .filter(isPast)
      .sort(soonest)
      .reverse()
      .slice(0, 12)
      .map((r) => r.row),
    volunteers: volunteers.map((v) => ({
      personId: v.id,
      name: v.name,
      group: w.groups.find((g) => g.id === v.group)?.name ?? '',
      duties: [...v.duties],
      turns: turns.get(v.id) ?? 0,
      away: awayText(w, v.id, today),
    })),
    missing: missingOf(w, calls),
    draft: {
      ...draftOf({
        minutes: 60,
        guests: '',
        skips: '',
        until: '',
        name: '',
        on: 'Thursday',
        at: '19:00',
        zone,
        repeats: '',
        invite: '',
        join: '',
        id: '',
      } as unknown as SeriesRow),
      seriesId: null,
      first: dayOf(today + 7),
    },
    timeZones: [...w.zones],
    mayManage: mayApprove({ email: w.me }, w.people, w.settings),
    operator: w.settings.operator,
    isOperator: w.me !== '' && w.me === w.settings.operator,
  }
}

/** Why somebody has no turn from today on: `away until 2026-12-04`, `away Thu Dec 24 to Sat Jan 2 2027`. */
function awayText(w: World, id: string, today: number): string {
  const person = w.people.find((p) => p.id === id)
  const rows = person ? rowsOf(w.people, person) : []
  const until = rows.some((row) => row.awayUntil)
  const now = volunteersOf(rows, w.zones[0] ?? 'UTC')[0]?.away(today) ?? ''
  const days = toDays(rows.map((row) => row.awayOn).join(','))
    .stretches.filter(([, to]) => to >= today)
    .map(([from, to]) => (from === to ? dayWords(from, today) : `${dayWords(from, today)} to ${dayWords(to, today)}`))
  const why = until || days.length === 0 || !now.startsWith('away') ? now : ''
  return [why, days.length > 0 ? `away ${days.join(', ')}` : ''].filter(Boolean).join(', ')
}
