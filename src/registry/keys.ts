/** A row is known by its key, never by where it stands. IDs that the program gives are never given twice. */
import { getProperty, setProperty } from '../google/properties'
import { type Row, TABLES, type Table, type TableName } from './tables'

const asText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return Object.prototype.toString.call(value) === '[object Date]'
    ? new Date(Math.round((value as Date).getTime() / 1000) * 1000).toISOString()
    : String(value).trim()
}

/** One row's key as text (`G-014`; several key columns are joined by `|`); '' where all of it is blank. */
export function keyOf<N extends TableName>(name: N, row: Partial<Row<N>>): string {
  const parts = (TABLES[name] as Table).key.map((column) => asText((row as Record<string, unknown>)[column]))
  return parts.every((part) => part === '') ? '' : parts.join('|')
}

/** The number in an ID of this prefix: 14 of `G-014`; 0 where it is none. */
export function serialOf(prefix: string, id: string): number {
  const found = /^([A-Z]+)-(\d{1,9})$/.exec(id.trim().toUpperCase())
  return found && found[1] === prefix ? Number(found[2]) : 0
}

export const idOf = (prefix: string, serial: number, digits = 3): string =>
  `${prefix}-${String(serial).padStart(digits, '0')}`

const highestKey = (prefix: string): string => `highest ID ${prefix}`

/**
 * `count` new IDs after the highest one ever given: that of the sheet, or the one remembered from rows since deleted.
 * To be called under the script lock. They count as given even if the run dies before it writes them.
 */
export function giveIds(table: Table, standing: readonly string[], count: number): string[] {
  const { prefix, digits } = table
  if (!prefix || count === 0) return []
  const remembered = Number(getProperty(highestKey(prefix))) || 0
  const highest = standing.reduce((max, id) => Math.max(max, serialOf(prefix, id)), remembered)
  setProperty(highestKey(prefix), String(highest + count))
  return Array.from({ length: count }, (_, i) => idOf(prefix, highest + 1 + i, digits))
}
