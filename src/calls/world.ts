/** Everything that calls are worked out from, read once, and what is the same for every question about it. */
import { allProperties, deleteProperty, setProperty } from '../google/properties'
import { serialOf } from '../registry/keys'
import { networkNameOf, zoneOf } from '../registry/network'
import type { Settings } from '../registry/settings'
import { districtLabel, stateOf } from '../registry/states'
import { readTable } from '../registry/table'
import type { Row } from '../registry/tables'
import { agendaOf, alertLine, gapLines, itemsOf, type Part } from './agenda'
import { type CallRow, givenOn, wishOf } from './date'
import { dayNumber } from './days'
import { instant, type Series, type SeriesRow, whenText } from './series'
import type { CallWords } from './texts'
import { labelOf, type Person, personIn } from './who'

export interface World {
  readonly now: Date
  /** The account at work. */
  readonly me: string
  readonly settings: Settings
  readonly zones: readonly string[]
  readonly people: readonly Person[]
  readonly groups: readonly Row<'groups'>[]
  readonly alerts: readonly Row<'alerts'>[]
  readonly districts: readonly Row<'districts'>[]
  readonly items: readonly Row<'agenda'>[]
  readonly series: readonly SeriesRow[]
  readonly calls: readonly CallRow[]
  /** Fixed links by series ID. They stand in no tab: script properties are for editors of the sheet alone. */
  readonly links: Readonly<Record<string, string>>
}

const LINK = 'join '

/** '' forgets it. */
export const keepLink = (seriesId: string, link: string): void =>
  link ? setProperty(LINK + seriesId, link) : deleteProperty(LINK + seriesId)

export function zonesOf(settings: Settings): string[] {
  const zone = zoneOf(settings)
  return [zone, ...(stateOf(settings.state)?.zones ?? []).filter((z) => z !== zone)]
}

export function readWorld(
  me: string,
  settings: Settings,
  now: Date,
  series = readTable('series'),
  calls = readTable('calls'),
): World {
  const kept = Object.entries(allProperties()).filter(([name]) => name.startsWith(LINK))
  return {
    now,
    me,
    settings,
    zones: zonesOf(settings),
    people: readTable('people'),
    groups: readTable('groups'),
    alerts: readTable('alerts'),
    districts: readTable('districts'),
    items: readTable('agenda'),
    series,
    calls,
    links: Object.fromEntries(kept.map(([name, link]) => [name.slice(LINK.length), link])),
  }
}

export const highestGroup = (groups: World['groups']): number =>
  groups.reduce((max, g) => Math.max(max, serialOf('G', g.id)), 0)

/** A call as it is planned, with its instant. */
export interface Planned {
  readonly row: CallRow
  readonly wall: string
  readonly minutes: number
  readonly starts: Date
  readonly facilitator: string
  readonly notes: string
}

export function plannedOf(w: Pick<World, 'people'>, series: Series, row: CallRow): Planned {
  const { wall, minutes } = wishOf(row, givenOn(series, dayNumber(row.date) ?? 0))
  return {
    row,
    wall,
    minutes,
    starts: instant(wall, series.zone) ?? new Date(0),
    facilitator: personIn(w.people, row.facilitator),
    notes: personIn(w.people, row.notes),
  }
}

export const endOf = ({ starts, minutes }: Planned): number => starts.getTime() + minutes * 60_000

export const DAY = 86_400_000

/** The calls of a series that are still to be held, soonest first. One that is over counts for a day more. */
export const toCome = (w: Pick<World, 'now'>, all: readonly Planned[]): Planned[] =>
  all
    .filter(
      (call) => call.row.state !== 'cancelled' && call.row.state !== 'held' && endOf(call) + DAY > w.now.getTime(),
    )
    .sort((a, b) => a.starts.getTime() - b.starts.getTime())

/** `Thu Dec 17, 7:00 pm Eastern, with Dana Fields` */
function nextText(w: World, series: Series, call: Planned | undefined): string {
  if (!call) return ''
  const by = labelOf(w.people, call.facilitator)
  return `${whenText(call.starts, series.zones)}${by ? `, with ${by}` : ''}`
}

/** The agenda of a call; `all` are the calls of its series. */
export function agendaFor(w: World, series: Series, call: Planned, all: readonly Planned[]): Part[] {
  const coming = toCome(w, all)
  const before = all
    .filter(({ row, starts }) => row.state === 'held' && starts < call.starts)
    .sort((a, b) => b.starts.getTime() - a.starts.getTime())[0]
  const state = stateOf(w.settings.state)
  const live = w.alerts.filter((a) => ['approved', 'sending', 'sent', 'expired'].includes(a.state))
  const isOpen = (a: Row<'alerts'>): boolean => a.actBy !== null && a.actBy > w.now && a.state !== 'expired'
  const ended = live.filter((a) => !isOpen(a) && a.actBy && (!before || a.actBy > before.starts))
  const newest = before?.row.newest
  return agendaOf({
    minutes: call.minutes,
    facilitator: labelOf(w.people, call.facilitator),
    notes: labelOf(w.people, call.notes),
    open: live
      .filter(isOpen)
      .map(
        (a) =>
          `${[a.bill || a.title, a.ask.replace(/[\s.!]+$/, '')].filter(Boolean).join(': ')}. Act by ${a.actBy ? whenText(a.actBy, series.zones) : ''}. ${alertLine(a)}`,
      ),
    ended: ended.slice(-8).map(alertLine),
    newGroups: w.groups
      .filter((g) => newest && serialOf('G', g.id) > newest && g.status !== 'left')
      .slice(0, 12)
      .map((g) => `${g.name}${g.town ? ` (${g.town})` : ''}`),
    gaps: gapLines(
      w.districts.map(({ chamber, district, groups }) => ({
        label: state && chamber ? districtLabel(state, chamber, '').trim() : chamber,
        district,
        groups: groups ?? 0,
      })),
    ),
    items: itemsOf(w.items, series.id, call.row.id, coming[0]?.row === call.row),
    next:
      nextText(
        w,
        series,
        coming.find((c) => c.starts > call.starts),
      ) || 'No next date is planned.',
  })
}

/** What mails and events say of a call. */
export function wordsFor(w: World, series: Series, call: Planned, all: readonly Planned[], agenda: string): CallWords {
  const { row } = call
  return {
    series: series.name,
    when: whenText(call.starts, series.zones),
    minutes: call.minutes,
    facilitator: labelOf(w.people, call.facilitator),
    notes: labelOf(w.people, call.notes),
    agenda,
    next: nextText(
      w,
      series,
      toCome(w, all).find((c) => c.starts > call.starts),
    ),
    notesLink: row.notesLink.trim(),
    decisions: w.items
      .filter((i) => row.id && i.callId === row.id && i.state !== 'done')
      .map((i) => `${i.name}${i.who ? ` (${i.who})` : ''}`),
    network: networkNameOf(w.settings),
  }
}
