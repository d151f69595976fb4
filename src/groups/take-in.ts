/** Rows as a page sends them → rows of the table. Whoever sends them: none may break it. Pure. */
import type { ImportRows } from '../contract'
import { Fault } from '../fault'
import { fromCell } from '../registry/cells'
import type { Column } from '../registry/columns'
import { type Row, TABLES, type Table } from '../registry/tables'
import { isSound } from './sound'

type Values = Partial<Row<'groups'> & Row<'people'>>

const refused = (message: string): Fault =>
  new Fault('ROW_REFUSED', message, 'Nothing was written. Check the list again: the sheet may have changed.')

/** Whether the table reads from this text what it says. `value` is what it reads. */
function fits(field: string, { kind, values = [] }: Column<unknown>, text: string, value: unknown): boolean {
  if (text.trim() === '') return true
  if (kind === 'number') return value !== null
  if (kind === 'date') return typeof value !== 'string'
  if (kind === 'text') return isSound(field, text)
  return ([] as unknown[]).concat(value).every((word) => values.includes(String(word)))
}

/**
 * Reads every cell as its column does. Only columns of people may be filled: IDs, districts and mapping are Statewide’s
 * own. Throws `ROW_REFUSED` for the whole, since the page sends only rows that it has found right.
 */
export function readRows({ kind, fields, rows }: ImportRows): Values[] {
  const table = TABLES[kind] as Table
  return rows.map((cells) => {
    const row: Record<string, unknown> = kind === 'groups' ? { mapping: 'none' } : {}
    fields.forEach((field, i) => {
      const column = table.columns[field]
      const text = cells[i] ?? ''
      const value = column?.owner === 'person' ? fromCell(column, text) : null
      if (column?.owner !== 'person' || !fits(field, column, text, value))
        throw refused(`“${column?.header ?? field}” cannot be “${text.slice(0, 40)}”.`)
      row[field] = value
    })
    if (!String(row.name ?? '').trim()) throw refused('A row has no name.')
    return row as Values
  })
}

const asText = (value: unknown): string =>
  Object.prototype.toString.call(value) === '[object Date]'
    ? (value as Date).toISOString().slice(0, 10)
    : String(value ?? '')

/** The rows that do not stand yet word for word, each once: what is sent twice is added once. */
export function notStanding(fields: readonly string[], rows: readonly Values[], standing: readonly object[]): Values[] {
  const wording = (of: object) => JSON.stringify(fields.map((field) => asText((of as Record<string, unknown>)[field])))
  const seen = new Set(standing.map(wording))
  return rows.filter((row) => {
    const words = wording(row)
    return !seen.has(words) && seen.add(words)
  })
}

/** Throws `ROW_REFUSED` where a person’s group is not there any more. */
export function requireGroups(rows: readonly Values[], groups: readonly Pick<Row<'groups'>, 'id'>[]): void {
  const ids = new Set(groups.map(({ id }) => id))
  for (const { groupId } of rows)
    if (groupId && !ids.has(groupId)) throw refused(`There is no group ${groupId.slice(0, 40)}.`)
}
