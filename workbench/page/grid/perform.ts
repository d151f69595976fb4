/** What hands did in the grid, done in the workspace by the person who is signed in. */
import type { SheetState } from '../../workspace/services/spreadsheet/state'
import type { Desk } from '../desk'
import { formatOf } from './cells'
import type { CellText, Deed } from './hands'
import { idOf } from './keys'

/** Throws what the workspace refuses, after everything else has been done. */
export function perform(desk: Desk, deeds: readonly Deed[]): void {
  const refusals: unknown[] = []
  for (const deed of deeds)
    try {
      one(desk, deed)
    } catch (error) {
      refusals.push(error)
    }
  if (refusals.length > 0) throw refusals[0]
}

function one(desk: Desk, deed: Deed): void {
  const { people } = desk.workspace
  const by = desk.email
  if (deed.kind === 'add tab') {
    people.addTab(by, deed.name)
    return
  }
  const sheet = desk.spreadsheet.sheets.find((s) => s.id === idOf(deed.sheet))
  if (!sheet) return
  const { name } = sheet
  switch (deed.kind) {
    case 'edit':
      for (const { row, column, block } of blocks(deed.cells.map((cell) => asTyped(sheet, cell))))
        people.paste(by, name, row + 1, column + 1, block)
      break
    case 'insert rows':
      people.insertRows(by, name, deed.at + 1, deed.count)
      break
    case 'remove rows':
      people.deleteRows(by, name, deed.at + 1, deed.count)
      break
    case 'insert columns':
      people.insertColumn(by, name, deed.at + 1, deed.count)
      break
    case 'remove columns':
      people.deleteColumn(by, name, deed.at + 1, deed.count)
      break
    case 'rename tab':
      people.renameTab(by, name, deed.name)
      break
    case 'remove tab':
      people.deleteTab(by, name)
      break
    case 'hide tab':
      people.hideTab(by, name, deed.hidden)
      break
    case 'select':
      people.select(by, name, deed.row + 1, deed.column + 1, deed.rows, deed.columns)
      break
    case 'other':
      throw new Error('The workbench cannot move rows or columns by dragging. Insert, paste and delete instead.')
  }
}

/** As a person would have to type it: an apostrophe keeps text text, where the cell does not do so by itself. */
const asTyped = (sheet: SheetState, cell: CellText): CellText =>
  cell.wasText && cell.text !== '' && formatOf(sheet, cell.row, cell.column) !== '@'
    ? { ...cell, text: `'${cell.text}` }
    : cell

interface Block {
  row: number
  column: number
  block: string[][]
}

/** The cells of one gesture: one block where they fill a rectangle, else one block a row without gaps. */
export function blocks(cells: readonly CellText[]): Block[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column)
  const runs: Block[] = []
  let last: Block | undefined
  for (const { row, column, text } of sorted) {
    const line = last?.block[0]
    if (last && line && last.row === row && last.column + line.length === column) line.push(text)
    else runs.push((last = { row, column, block: [[text]] }))
  }
  const [first] = runs
  const width = first?.block[0]?.length
  const whole =
    first &&
    runs.every((run, i) => run.row === first.row + i && run.column === first.column && run.block[0]?.length === width)
  return first && whole ? [{ row: first.row, column: first.column, block: runs.flatMap((run) => run.block) }] : runs
}
