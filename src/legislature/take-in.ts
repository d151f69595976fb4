/** Legislators as a page sends them: whoever sends them, they may not break the table or empty the seats. Pure. */
import type { Params } from '../contract'
import { Fault } from '../fault'
import { speller } from '../registry/district-names'
import { districtPlan } from '../registry/district-plan'
import type { StateFacts } from '../registry/states'
import { SOURCE } from './source'

export type SentRow = Params<'commitLegislators'>['rows'][number]

const refused = (message: string): Fault =>
  new Fault('ROW_REFUSED', message, 'Nothing was written. Close the sidebar, open it again, and try once more.')

/** Whether a row can stand: without a seat, or named, one line a cell, in a district of a chamber that there is. */
const canStand = (row: SentRow, chambers: ReadonlySet<string>): boolean =>
  row.id.trim() !== '' &&
  row.source.startsWith(SOURCE) &&
  (row.chamber === '' ||
    (chambers.has(row.chamber) &&
      row.name.trim() !== '' &&
      row.district.trim() !== '' &&
      !/\p{Cc}/u.test(Object.values(row).join(''))))

/**
 * The rows by ID. A district that the state’s list lacks may come in, for lines change; most of them may not, and neither
 * may fewer people than half the seats. Throws `ROW_REFUSED` for the whole.
 */
export function takeIn(rows: readonly SentRow[], { name, chambers }: StateFacts): ReadonlyMap<string, SentRow> {
  const spell = new Map(chambers.map((facts) => [facts.chamber as string, speller(districtPlan(facts))]))
  const byId = new Map(rows.map((row) => [row.id.trim(), row]))
  const odd = rows.find((row) => !canStand(row, new Set(spell.keys())))
  if (odd) throw refused(`Legislator “${odd.name.slice(0, 40)}” cannot stand in the sheet.`)
  if (byId.size < rows.length) throw refused('A legislator is there twice.')
  const seated = rows.filter((row) => row.chamber).length
  const listed = rows.filter((row) => spell.get(row.chamber)?.(row.district)).length
  const seats = chambers.reduce((sum, facts) => sum + facts.seats, 0)
  if (seated * 2 < seats || listed * 2 < seated)
    throw refused(
      `${seated} legislators, of whom ${listed} in its districts, are not those of ${name}: it has ${seats}.`,
    )
  return byId
}
