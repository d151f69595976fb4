/** Bringing groups and people in: what is there for the page to plan with, and its rows checked again and written. */
import type { ImportDone, ImportKind, ImportRows, ImportTables } from '../contract'
import { type Caller, identified } from '../registry/callers'
import { log } from '../registry/log'
import { alone } from '../registry/settle'
import { appendRows, readTable } from '../registry/table'
import { notStanding, readRows, requireGroups } from './take-in'

/** Who is there already, by what tells one from another. One read, two for people. */
export const importTables = ({ kind }: { kind: ImportKind }): ImportTables => ({
  groups: readTable('groups').map(({ id, name, town }) => ({ id, name, town })),
  people:
    kind === 'groups' ? [] : readTable('people').map(({ id, name, email, groupId }) => ({ id, name, email, groupId })),
})

/**
 * Checks the rows and writes them all in one append, or none. Rows that stand word for word already are left out, so that
 * asking twice adds once. Throws `ROW_REFUSED`.
 */
export function commitImport(sent: ImportRows, caller: Caller): ImportDone {
  const { email } = identified(caller)
  const { kind, fields } = sent
  const rows = readRows(sent)
  return alone(() => {
    const groups = readTable('groups')
    const fresh = notStanding(fields, rows, kind === 'groups' ? groups : readTable('people'))
    requireGroups(fresh, groups)
    const ids = appendRows(kind, fresh)
    const [first = '', last = ''] = [ids[0], ids[ids.length - 1]]
    if (first) log(email, `brought in ${kind}`, `${first} to ${last}`, `${ids.length} rows`)
    return { added: ids.length, first, last }
  })
}
