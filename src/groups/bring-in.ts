/** Bringing groups and people in: reads the tabs, asks the plan, writes once. */
import type { ImportDone, ImportPreview, ImportRequest } from '../contract'
import { type Caller, identified } from '../registry/callers'
import { log } from '../registry/log'
import { alone } from '../registry/settle'
import { appendRows, readTable } from '../registry/table'
import { planImport, previewOf, rowsToAdd, type Standing } from './plan'

const standing = (request: ImportRequest): Standing => ({
  groups: readTable('groups'),
  people: request.kind === 'people' ? readTable('people') : [],
})

/** What would happen; nothing is written. Throws `COLUMNS_MISSING`. */
export const previewImport = (request: ImportRequest): ImportPreview =>
  previewOf(request, planImport(request, standing(request)))

/**
 * Checks again and writes all good rows in one append, or nothing. Rows in `skipRows` and rows with an error are left
 * out; so are rows that stand word for word already, so that asking twice adds once.
 */
export function commitImport(request: ImportRequest & { skipRows: number[] }, caller: Caller): ImportDone {
  const { email } = identified(caller)
  return alone(() => {
    const now = standing(request)
    const plan = planImport(request, now)
    const rows = rowsToAdd(request.kind, plan, request.skipRows, now)
    const ids = appendRows(request.kind, rows)
    if (ids.length > 0)
      log(email, `brought in ${request.kind}`, `${ids[0]} to ${ids[ids.length - 1]}`, `${ids.length} rows`)
    return { added: ids.length, skipped: plan.rows - ids.length, first: ids[0] ?? '', last: ids[ids.length - 1] ?? '' }
  })
}
