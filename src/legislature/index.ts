/** The legislators: brought in from Open States, with the phones that people add. */
import type { LegislatorsImported, Params } from '../contract'
import { Fault } from '../fault'
import { fetchOne } from '../google/fetch'
import type { Caller } from '../registry/callers'
import { chamberRows, districtKey, groupsByDistrict } from '../registry/district-rows'
import { log } from '../registry/log'
import { getSettings } from '../registry/settings'
import { alone } from '../registry/settle'
import { type StateFacts, stateOf } from '../registry/states'
import { appendRows, keyOf, readTable, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import { planImport } from './changes'
import { join } from './join'
import { fileUrl, readPeople } from './open-states'
import { toPhoneNumber } from './phone'
import { vacantSeats } from './vacant'

/** Changes that cross to the sidebar; all of them are counted. */
const SHOWN = 200

/** Today as `2026-11-23` in the first of these zones that exists: the setting is typed by people. */
function dayIn(now: Date, zones: readonly string[]): string {
  for (const timeZone of zones) {
    try {
      if (timeZone) return now.toLocaleDateString('en-CA', { timeZone })
    } catch {
      // No such zone: the next one.
    }
  }
  return now.toISOString().slice(0, 10)
}

/** Brings the Districts tab up to the list of the state and the districts seen; counts its groups. */
function writeDistricts(state: StateFacts, legislators: readonly Row<'legislators'>[]): Row<'districts'>[] {
  const standing = new Map(readTable('districts').map((row) => [districtKey(row.chamber, row.district), row]))
  const covering = groupsByDistrict(readTable('coverage'), readTable('groups'))
  const wanted = state.chambers.flatMap((facts) =>
    chamberRows(
      state,
      facts,
      legislators.filter((row) => row.chamber === facts.chamber).map((row) => row.district),
    ).map((row) => ({ ...row, groups: covering.get(districtKey(row.chamber, row.district))?.length ?? 0 })),
  )
  const keyed = wanted.map((row) => ({ row, old: standing.get(districtKey(row.chamber, row.district)) }))
  appendRows(
    'districts',
    keyed.filter(({ old }) => !old).map(({ row }) => row),
  )
  updateRows(
    'districts',
    new Map(
      keyed.flatMap(({ row: { name, seats, groups, geoid, parent }, old }) =>
        old ? [[keyOf('districts', old), { name, seats, groups, geoid: geoid || old.geoid, parent }] as const] : [],
      ),
    ),
  )
  return wanted
}

/**
 * Brings the Legislators and Districts tabs up to the current file of Open States and tells what changed. Phones and notes
 * that people typed stay. Nothing is written unless the whole file could be read. Throws `NO_STATE`, `OPEN_STATES_DOWN`,
 * `OPEN_STATES_NO_FILE`, `OPEN_STATES_STRANGE`, `SHEET_BUSY`, `TAB_MISSING`, `COLUMN_MISSING`.
 */
export function importLegislators(caller: Caller): LegislatorsImported {
  const settings = getSettings()
  const state = stateOf(settings.state)
  if (!state)
    throw new Fault(
      'NO_STATE',
      'The sheet does not say for which state it is.',
      'Set the sheet up first, on the first page.',
    )
  const people = readPeople(fetchOne({ url: fileUrl(state.code) }))
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

  return alone(() => {
    const standing = readTable('legislators')
    const day = dayIn(caller.now, [settings.timeZone, state.timeZone])
    const plan = planImport(seated, standing, state, caller.now, day)
    appendRows('legislators', plan.added)
    updateRows('legislators', plan.updates)
    const after = [...standing.map((row) => ({ ...row, ...plan.updates.get(row.id.trim()) })), ...plan.added]
    const districts = writeDistricts(state, after)
    log(
      caller.email,
      'brought in legislators',
      'Open States',
      `${seated.length} people, ${plan.changes.length} changes`,
    )
    return {
      total: seated.length,
      changes: plan.changes.slice(0, SHOWN),
      changeCount: plan.changes.length,
      unjoined: unjoined.map(({ name, why }) => ({ name, why })),
      vacant: vacantSeats(state, districts, after),
    }
  })
}

/** Keeps a legislator’s phone as a person typed it; '' takes it away. Throws `BAD_PHONE`, `LEGISLATOR_GONE`. */
export function setPhone({ legislatorId, phone }: Params<'setPhone'>, caller: Caller): { phone: string } {
  const capitolPhone = toPhoneNumber(phone)
  const { missing } = updateRows('legislators', new Map([[legislatorId.trim(), { capitolPhone }]]))
  if (missing.length > 0)
    throw new Fault(
      'LEGISLATOR_GONE',
      'This legislator is no longer in the Legislators tab.',
      'Bring in the legislators again, then type the number.',
    )
  log(caller.email, 'set a phone', legislatorId, capitolPhone)
  return { phone: capitolPhone }
}
