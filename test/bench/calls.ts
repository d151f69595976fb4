/**
 * A year of weekly calls with 500 invited by a Google Group, and two months of them one by one, with few and with many:
 * what one call costs.
 */
import type { SeriesDraft } from '../../src/contract'
import { instantOf } from '../../workbench/workspace/services/zone'
import { bringIn } from '../support/bring-in'
import { type Desk, openDesk } from '../support/desk'
import { type Measured, measure } from './measure'

const MAYA = 'maya@example.org'
const HOUR = 3_600_000
const DAY = 24 * HOUR

const draft: SeriesDraft = {
  seriesId: null,
  name: 'Statewide call',
  repeats: 'weekly',
  on: 'Thursday',
  first: '2026-12-03',
  at: '19:00',
  minutes: 60,
  timeZone: 'America/New_York',
  invite: 'all leaders',
  guests: '',
  join: 'meet',
  link: null,
  skips: '',
  until: '',
}

function deskWith(people: number): Desk {
  const desk = openDesk(MAYA)
  desk.workspace.account(MAYA).kind = 'workspace'
  desk.ask(MAYA, 'setUp', { state: 'fr' })
  const each = (row: (n: number) => string[]): string[][] => Array.from({ length: people }, (_, i) => row(i + 1))
  const groups = each((n) => [`Group ${n}`, 'Elm Fork'])
  bringIn(desk, MAYA, { kind: 'groups', header: ['Group', 'Town'], rows: groups })
  const leaders = each((n) => [
    `Lead ${n}`,
    `lead${n}@example.org`,
    `Group ${n}`,
    n <= 12 ? 'lead, facilitator, notes' : 'lead',
  ])
  bringIn(desk, MAYA, { kind: 'people', header: ['Name', 'Email', 'Group', 'Roles'], rows: leaders })
  return desk
}

const MINUTE = 60_000
/** Which calls of a year are set against each other: what one costs must not depend on how many were before. */
const EARLY = 4

type Cost = { sheet: number; calendar: number; mail: number; modelled_s: number }

const costOf = ({ calls: { sheet, calendar, mail }, modelled_s }: Measured): Cost => ({
  sheet,
  calendar,
  mail,
  modelled_s,
})

/**
 * One week up to the end of its call, by leaps to the moments when something is due, and once a day when nothing is. Each
 * step is one run of the timer, or one request of whoever closes the call.
 */
function week(desk: Desk, starts: number): Map<string, Cost> {
  const { workspace } = desk
  const costs = new Map<string, Cost>()
  const tickAt = (kind: string, at: number): void => {
    workspace.clock.pass(at - workspace.clock.now)
    costs.set(kind, costOf(measure(workspace, () => workspace.advance(0))))
  }
  for (let day = 6; day > 1; day--) {
    tickAt('look', starts - day * DAY)
    tickAt('idle', starts - day * DAY + 10 * MINUTE)
  }
  tickAt('day before', starts - DAY + 2 * MINUTE)
  tickAt('hour before', starts - HOUR + 2 * MINUTE)
  workspace.clock.pass(starts + HOUR - workspace.clock.now)
  const next = desk
    .ask(MAYA, 'calls', {})
    .coming.find((call) => call.state === 'planned' && Date.parse(call.starts ?? '') === starts)
  if (!next) throw new Error(`no call ${new Date(starts).toISOString()}`)
  const { callId } = next
  const present = desk.ask(MAYA, 'openCall', { callId }).roll.flatMap((part) => part.groups.map((g) => g.groupId))
  desk.ask(MAYA, 'markRoll', { callId, present: present.slice(0, 20), absent: [] })
  const close = { callId, notesLink: 'https://notes.example.org/1', done: [], decisions: [] }
  costs.set('close, and ask for the next', costOf(measure(workspace, () => desk.ask(MAYA, 'closeCall', close))))
  return costs
}

/** A line for making a series; one a kind of run, early and late; and one for a whole call. */
export function benchCalls(print: (line: object) => void): void {
  for (const [invited, group, weeks] of [
    [30, false, 8],
    [500, false, 8],
    [500, true, 52],
  ] as const) {
    const desk = deskWith(invited)
    const { workspace } = desk
    const about = group ? { invite: 'google group' as const, guests: 'leaders@example.org' } : {}
    const made = measure(workspace, (ask) => ask(() => desk.ask(MAYA, 'saveSeries', { ...draft, ...about })))
    print({ bench: 'call-make', invited, group, ...made })
    const costs: Map<string, Cost>[] = []
    const year = measure(workspace, () => {
      for (let n = 0; n < weeks; n++) {
        // On the wall it is always seven; the zone’s clock is an hour ahead from March to November.
        const day = dayAfter(draft.first, 7 * n)
        costs.push(week(desk, instantOf('America/New_York', { ...day, hour: 19, minute: 0, second: 0 })))
      }
    })
    const late = weeks - 2
    for (const [kind, early] of costs[EARLY - 1] ?? [])
      print({
        bench: 'call-run',
        invited,
        group,
        kind,
        [`call_${EARLY}`]: early,
        [`call_${late}`]: costs[late - 1]?.get(kind),
      })
    const all = costs.flatMap((of) => [...of.values()])
    const each = (key: keyof Cost): number => Math.round((10 * all.reduce((sum, of) => sum + of[key], 0)) / weeks) / 10
    print({
      bench: 'call-each',
      invited,
      group,
      weeks,
      sheet: each('sheet'),
      calendar: each('calendar'),
      mail: each('mail'),
      modelled_s: each('modelled_s'),
      wall_ms: Math.round(year.wall_ms / weeks),
    })
  }
}

function dayAfter(first: string, days: number): { year: number; month: number; day: number } {
  const at = new Date(Date.parse(first) + days * DAY)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}
