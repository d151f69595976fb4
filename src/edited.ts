/**
 * What happens when a person edits cells: a mapped group whose address is changed is to be checked. Runs as a simple
 * trigger, at every edit of every tab: so it looks before it reads, and asks no service that needs permission. Edits it
 * never hears of (imports, telephones, fast typing) are seen when the groups are read: `hasMoved`.
 */
import { type Cell, type EditEvent, editedIn, readRows, writeBlock } from './google/sheet'
import { planBlocks } from './registry/blocks'
import { locate } from './registry/grid'
import { hasMoved, MOVED } from './registry/group-rows'
import { noteOf } from './registry/mapping-note'
import { TABLES, type Table } from './registry/tables'

const groups = TABLES.groups as Table
const ADDRESS = ['address', 'town', 'zip']
/** Columns that are ours and lie together: cells between may be filled with what stands there. */
const OURS = ['mapping', 'mappedAddress', 'point', 'mappingNote']

/** Never throws. */
export function onEdit(event: EditEvent): void {
  try {
    const edit = editedIn(event, groups.tab)
    if (!edit) return
    const { tab, top, left, rows, columns, header } = edit
    const at = locate(groups, header)
    const isEdited = (name: string): boolean => {
      const column = (at[name] ?? -1) + 1
      return column >= left && column < left + columns
    }
    if (!ADDRESS.some(isEdited) || OURS.some((name) => at[name] === undefined)) return
    const first = Math.max(top, 2)
    const cells = readRows(tab, first, top + rows - first, header.length)
    const text = (row: readonly Cell[], name: string): string => String(row[at[name] ?? -1] ?? '')
    const fixes = cells.flatMap((row, i) => {
      const [address = '', town = '', zip = ''] = ADDRESS.map((name) => text(row, name))
      const mappedAddress = text(row, 'mappedAddress')
      // A row mapped before addresses were written down: its address was edited, whatever it was.
      const moved = mappedAddress === '' || hasMoved({ address, town, zip, mappedAddress })
      if (text(row, 'mapping').trim() !== 'mapped' || !moved) return []
      const write = (name: string, cell: string) => ({ row: i, column: at[name] ?? 0, cell })
      return [write('mapping', 'check'), write('mappingNote', noteOf(MOVED.why, MOVED.next))]
    })
    const ours = new Set(OURS.map((name) => at[name]))
    for (const block of planBlocks(
      fixes,
      (c) => ours.has(c),
      (r, c) => cells[r]?.[c] ?? '',
    ))
      writeBlock(tab, first + block.row, block.column + 1, block.cells)
  } catch {
    // Nobody can be told here; the groups are looked at again when they are read.
  }
}
