import { selectedRow } from '../google/sheet'
import { readGrid } from './grid'
import { TABLES } from './tables'

/** The group of the selected row in the Groups tab; null where another tab, the header or a blank row is selected. */
export function selectedGroupId(): string | null {
  const selected = selectedRow()
  if (!selected || selected.tab !== TABLES.groups.tab) return null
  return readGrid('groups').keys[selected.row - 2] || null
}
