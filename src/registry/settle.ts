/** Writes cells by key and looks afterwards, until every one stands in the right row. */
import { Fault } from '../fault'
import { withScriptLock } from '../google/lock'
import { type Cell, flush, formatBlock, writeBlock } from '../google/sheet'
import { type Block, type Fix, planBlocks } from './blocks'
import { asRead, cellMark, formatOf } from './cells'
import { columnMissing, type Grid, lookAfresh, readGrid } from './grid'
import { wholeBlocks } from './marks'
import { moved, strays, unmet, type Wanted } from './strays'

const ROUNDS = 6
const LOCK_WAIT_MS = 30_000

export const busy = (): Fault =>
  new Fault(
    'SHEET_BUSY',
    'Someone else is changing the sheet at this very moment.',
    'Wait a few seconds and try again. Nothing is lost.',
  )

/**
 * Runs `work` while no other run writes tables. Blocks hold neighbours’ cells too, so two runs must not write at once.
 * Throws `SHEET_BUSY`.
 */
export function alone<T>(work: () => T): T {
  lookAfresh()
  const done = withScriptLock(LOCK_WAIT_MS, work)
  if (!done) throw busy()
  return done.value
}

/** The number formats of a block’s columns; null where it touches a column of people. */
function formatsOf(grid: Grid, block: Block): string[] | null {
  const nameOf = new Map(Object.entries(grid.at).map(([name, index]) => [index, name]))
  const formats: string[] = []
  for (let c = block.column; c < block.column + (block.cells[0]?.length ?? 0); c++) {
    const column = grid.table.columns[nameOf.get(c) ?? '']
    if (!column) return null
    formats.push(formatOf(column))
  }
  return formats
}

/** What is still waiting to be written is written or refused, one by one: none of it may fail a later read. */
function drain(waiting: number): void {
  for (let i = 0; i < waiting; i++) {
    try {
      flush()
      return
    } catch {
      // This one was refused; the next may not be.
    }
  }
}

/**
 * Writes blocks under the header of the grid’s tab and remembers in `written` what was written. Gives the error where
 * the sheet refused something: a block that landed on other cells may break their rules.
 */
export function put(
  grid: Grid,
  blocks: readonly Block[],
  written: Set<string>,
  withFormats = false,
): { error: unknown } | null {
  try {
    for (const block of blocks) {
      for (const cells of block.cells) for (const cell of cells) written.add(cellMark(cell))
      const formats = withFormats ? formatsOf(grid, block) : null
      if (formats) formatBlock(grid.tab, block.row + 2, block.column + 1, block.cells.length, formats)
      writeBlock(grid.tab, block.row + 2, block.column + 1, block.cells)
    }
    flush()
    return null
  } catch (error) {
    drain(2 * blocks.length)
    return { error }
  }
}

/** Blocks for single cells: program columns may be filled up with what stands there, others not. */
export function blocksFor(grid: Grid, fixes: readonly Fix[]): Block[] {
  const filled = new Set<number>()
  for (const [name, index] of Object.entries(grid.at))
    if (grid.table.columns[name]?.owner === 'program' && !grid.table.key.includes(name)) filled.add(index)
  const standing = (row: number, column: number): Cell => asRead(grid.body[row]?.[column] ?? '')
  return planBlocks([...wholeBlocks(grid, fixes), ...fixes], (column) => filled.has(column), standing)
}

/**
 * Brings every wanted cell into its row and every displaced one back, and gives the grid as it stands then. `before` is
 * from right before the first write, `now` the latest; `written` holds the marks of what this run wrote. Keys that are
 * nowhere are left out. The first write trusts the columns’ formats; where something reads back otherwise, they are set
 * again. Throws `SHEET_BUSY`, `COLUMN_MISSING`, and what the sheet refuses although nobody moved anything.
 */
export function settle(before: Grid, now: Grid, wanted: Wanted, written: Set<string>): Grid {
  let grid = now
  for (let round = 0; round < ROUNDS; round++) {
    const open = unmet(grid, wanted)
    const unsure = written.size > 0 && (open.length > 0 || moved(before, grid))
    const fixes = unsure ? [...open, ...strays(before, grid, wanted, written)] : open
    if (fixes.length === 0) {
      for (const cells of wanted.values())
        for (const name of Object.keys(cells)) if (!(name in grid.at)) throw columnMissing(grid.table, name)
      return grid
    }
    const refused = put(grid, blocksFor(grid, fixes), written, written.size > 0)
    grid = readGrid(grid.name, before)
    if (refused && !moved(before, grid)) throw refused.error
  }
  throw busy()
}
