/**
 * A year of weekly calls with 500 invited by a Google Group, and two months of them one by one, with few and with many:
 * what one call costs.
 */
import type { SeriesDraft } from '../../src/contract'
import type { Workspace } from '../../workbench/workspace/workspace'
import { bringIn } from '../support/bring-in'
import { type Desk, openDesk } from '../support/desk'
import { type Measured, measure } from './measure'

const MAYA = 'maya@example.org'
const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR

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

/** The timer looks hourly in the evenings around a call, and else once a day: as often as there can be something to do. */
function live(ws: Workspace, ms: number): void {
  const until = ws.clock.now + ms
  while (ws.clock.now < until) {
    const now = new Date(ws.clock.now)
    const [day, clock] = [now.getUTCDay(), now.getUTCHours()]
    const hours = clock >= 2 && clock < 21 ? 21 - clock : day >= 3 && day <= 5 ? 1 : 20
    ws.clock.pass(hours * HOUR - 5 * 60_000)
    ws.advance(5 * 60_000)
  }
}

/** Two lines a case: what making a series costs, and each of its calls. */
export function benchCalls(print: (line: object) => void): void {
  for (const [invited, group, weeks] of [
    [30, false, 8],
    [500, false, 8],
    [500, true, 52],
  ] as const) {
    const desk = deskWith(invited)
    const about = group ? { invite: 'google group' as const, guests: 'leaders@example.org' } : {}
    const line = (bench: string, measured: Measured) => print({ bench, invited, group, ...measured })
    line(
      'call-make',
      measure(desk.workspace, (ask) => ask(() => desk.ask(MAYA, 'saveSeries', { ...draft, ...about }))),
    )
    const lived = measure(desk.workspace, () => live(desk.workspace, weeks * WEEK))
    const each = (n: number): number => Math.round((n / weeks) * 10) / 10
    const { sheet, calendar, mail } = lived.calls
    print({ bench: 'call-each', invited, group, weeks, sheet: each(sheet), calendar: each(calendar), mail: each(mail) })
  }
}
