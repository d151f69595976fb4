/** Bringing legislators in: the file and what stands for the page to plan with, and its rows checked again and written. */
import type { LegislatorTables, Params } from '../contract'
import { fetchOne } from '../google/fetch'
import type { Caller } from '../registry/callers'
import { chamberRows, districtKey, groupsByDistrict } from '../registry/district-rows'
import { log } from '../registry/log'
import { stateOfSheet } from '../registry/network'
import { getSettings } from '../registry/settings'
import { alone } from '../registry/settle'
import type { StateFacts } from '../registry/states'
import { appendRows, keyOf, readTable, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import { SOURCE } from './source'
import { type SentRow, takeIn } from './take-in'

type Legislator = Row<'legislators'>

/** The largest file known has a sixth of it; what is cut off the page takes for broken. */
const MOST_CHARACTERS = 3_000_000

/** `https://data.openstates.org/people/current/mn.csv` */
export const fileUrl = (stateCode: string): string =>
  `https://data.openstates.org/people/current/${encodeURIComponent(stateCode.toLowerCase())}.csv`

/**
 * The current file of Open States as it came, and the Legislators tab. What went wrong on the way the page tells. Throws
 * `NO_STATE`, `TAB_MISSING`, `COLUMN_MISSING`.
 */
export function legislatorTables(_: unknown, { now }: Caller): LegislatorTables {
  const state = stateOfSheet()
  const { body, ...file } = fetchOne({ url: fileUrl(state.code) })
  return {
    file: { ...file, body: body.slice(0, MOST_CHARACTERS) },
    state,
    standing: readTable('legislators').map(({ asOf, capitolPhone, ...row }) => row),
    now: now.toISOString(),
    zones: [getSettings().timeZone, state.timeZone],
  }
}

/** Brings the Districts tab up to the list of the state and the districts seen; counts its groups. */
function writeDistricts(state: StateFacts, seen: readonly { chamber: string; district: string }[]): void {
  const standing = new Map(readTable('districts').map((row) => [districtKey(row.chamber, row.district), row]))
  const covering = groupsByDistrict(readTable('coverage'), readTable('groups'))
  const keyed = state.chambers
    .flatMap((facts) =>
      chamberRows(
        state,
        facts,
        seen.filter((row) => row.chamber === facts.chamber).map((row) => row.district),
      ),
    )
    .map((row) => {
      const key = districtKey(row.chamber, row.district)
      return { row: { ...row, groups: covering.get(key)?.length ?? 0 }, old: standing.get(key) }
    })
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
}

/** What a row that was sent changes where it stands as `known`. */
function changed(row: SentRow, known: Legislator | undefined, now: Date): Partial<Legislator> {
  const { capitolPhone, districtPhone, ...ours } = row
  if (!ours.chamber) return { chamber: '', district: '', source: ours.source }
  const fill = districtPhone !== '' && known?.districtPhone.trim() === ''
  return { ...ours, asOf: now, ...(fill ? { districtPhone } : {}) }
}

/**
 * Writes the rows into Legislators, then brings Districts up to them. Of what people type, only a phone is written, where
 * there is none right before, and everything of someone new. Asking twice writes once. Throws `ROW_REFUSED`, `NO_STATE`,
 * `SHEET_BUSY`, `TAB_MISSING`, `COLUMN_MISSING`.
 */
export function commitLegislators({ rows }: Params<'commitLegislators'>, { email, now }: Caller): { added: number } {
  const state = stateOfSheet()
  const sent = takeIn(rows, state)
  return alone(() => {
    const written = updateRows('legislators', (standing) => {
      const known = new Map(standing.map((row) => [row.id.trim(), row]))
      return new Map([...sent].map(([id, row]) => [id, changed(row, known.get(id), now)]))
    })
    const added = written.missing.flatMap((id) => {
      const row = sent.get(id)
      return row?.chamber ? [{ ...row, id, leaves: '', asOf: now }] : []
    })
    appendRows('legislators', added)
    writeDistricts(state, [...written.rows(), ...added])
    log(email, 'brought in legislators', SOURCE, `${sent.size} people, ${added.length} new`)
    return { added: added.length }
  })
}
