/** Bringing in as the page does: ask what is there, plan, send what may be added. */
import type { Answer, Params } from '../../src/contract'
import {
  type Import,
  type ImportPlan,
  type ImportPreview,
  planImport,
  previewOf,
  toCommit,
} from '../../src/groups/in-page'
import type { Desk } from './desk'

type Asks = Pick<Desk, 'ask'>

/** Throws `COLUMNS_MISSING`, as everything here. */
const planned = (desk: Asks, email: string, paste: Import): ImportPlan =>
  planImport(paste, desk.ask(email, 'importTables', { kind: paste.kind }))

/** What a press on Check shows. */
export const checkPaste = (desk: Asks, email: string, paste: Import): ImportPreview =>
  previewOf(paste, planned(desk, email, paste))

/** What a press on Add sends. */
export const rowsOfPaste = (
  desk: Asks,
  email: string,
  paste: Import,
  skipRows: number[] = [],
): Params<'commitImport'> => toCommit(paste.kind, planned(desk, email, paste), skipRows)

/** Checks and adds all good rows but `skipRows`. */
export function bringIn(
  desk: Asks,
  email: string,
  paste: Import,
  skipRows: number[] = [],
): Answer<'commitImport'> & { skipped: number } {
  const plan = planned(desk, email, paste)
  const done = desk.ask(email, 'commitImport', toCommit(paste.kind, plan, skipRows))
  return { ...done, skipped: plan.rows - done.added }
}
