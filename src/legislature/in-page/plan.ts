/** The file of Open States and the tab as it stands → the rows to send, and what a person is told. Pure. */
import type { LegislatorTables } from '../../contract'
import { Fault } from '../../fault'
import { chamberRows } from '../../registry/district-rows'
import type { StateFacts } from '../../registry/states'
import { type Change, planImport, type SentRow, type Standing } from './changes'
import { join, type Unjoined } from './join'
import { readPeople } from './open-states'
import { vacantSeats } from './vacant'

/** What an import brings. */
export interface LegislatorNews {
  readonly total: number
  readonly changes: readonly Change[]
  /** People whose seat could not be joined to a district, and why. */
  readonly unjoined: readonly Pick<Unjoined, 'name' | 'why'>[]
  readonly vacant: readonly string[]
}

export interface LegislatorPlan {
  readonly rows: SentRow[]
  readonly news: LegislatorNews
}

/** The day of an instant, as `2026-11-23`, in the first of these zones that exists: the setting is typed by people. */
function dayIn(instant: string, zones: readonly string[]): string {
  for (const timeZone of zones) {
    try {
      if (timeZone) return new Date(instant).toLocaleDateString('en-CA', { timeZone })
    } catch {
      // No such zone: the next one.
    }
  }
  return instant.slice(0, 10)
}

/** The seats that nobody holds once these rows stand. */
function vacantAfter(state: StateFacts, standing: readonly Standing[], rows: readonly SentRow[]): string[] {
  const sent = new Map(rows.map((row) => [row.id, row]))
  const known = new Set(standing.map((row) => row.id.trim()))
  const after = [
    ...standing.map((row) => ({ ...row, ...sent.get(row.id.trim()) })),
    ...rows.filter((row) => !known.has(row.id)).map((row) => ({ ...row, leaves: '' })),
  ]
  const districts = state.chambers.flatMap((facts) =>
    chamberRows(
      state,
      facts,
      after.filter((row) => row.chamber === facts.chamber).map((row) => row.district),
    ),
  )
  return vacantSeats(state, districts, after)
}

/** Throws `OPEN_STATES_DOWN`, `OPEN_STATES_NO_FILE`, `OPEN_STATES_STRANGE`: nothing is planned from half a file. */
export function planLegislators({ file, state, standing, now, zones }: LegislatorTables): LegislatorPlan {
  const people = readPeople(file)
  const { seated, unjoined } = join(people, state)
  const seats = state.chambers.reduce((sum, facts) => sum + facts.seats, 0)
  const isWhole = seated.length * 2 >= seats && people.length <= seats * 3
  // Most of them nowhere in this state: it is another state’s file.
  if (!isWhole || unjoined.length * 2 > seated.length)
    throw new Fault(
      'OPEN_STATES_STRANGE',
      `Open States sent ${seated.length} legislators; ${state.name} has ${seats}. The list is not right.`,
      'Try again later. Nothing in the sheet was changed.',
    )
  const { rows, changes } = planImport(seated, standing, state, dayIn(now, zones))
  return {
    rows: [...rows],
    news: {
      total: seated.length,
      changes,
      unjoined: unjoined.map(({ name, why }) => ({ name, why })),
      vacant: vacantAfter(state, standing, rows),
    },
  }
}
