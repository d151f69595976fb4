/**
 * What Univer was last given of one tab. The next look at the model is compared with it, so that only what has really
 * changed is pushed: however many calls a run made, it becomes one mutation.
 */
import type { ICellData } from '@univerjs/core'
import type { CellValue, SheetState } from '../../workspace/services/spreadsheet/state'
import { univerCell } from './cells'

/** Univer shows something of its own making here: the model's cell is pushed at the next look whatever it is. */
const UNKNOWN = Symbol('unknown')
type Shown = CellValue | typeof UNKNOWN

export type CellMatrix = Record<number, Record<number, ICellData>>

const same = (a: Shown, b: Shown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  return a.date === b.date
}

export class Shadow {
  private rows: (Shown[] | undefined)[] = []
  private formats: Record<string, string> = {}
  private styles: Record<string, string> = {}

  /** Cells that differ from what was given before, as Univer wants them; remembers them as given. */
  diff(sheet: SheetState, zone: string): CellMatrix {
    const changed: CellMatrix = {}
    const put = (row: number, column: number): void => {
      if (row >= sheet.rows || column >= sheet.columns) return
      ;(changed[row] ??= {})[column] = univerCell(sheet, row, column, zone)
    }
    for (let row = 0; row < Math.max(sheet.cells.length, this.rows.length); row++) {
      const now = sheet.cells[row] ?? []
      const before = this.rows[row] ?? []
      for (let column = 0; column < Math.max(now.length, before.length); column++)
        if (!same(now[column] ?? null, before[column] ?? null)) put(row, column)
      this.rows[row] = now.slice()
    }
    const formats = { ...sheet.formats }
    const styles = Object.fromEntries(Object.entries(sheet.styles).map(([key, looks]) => [key, JSON.stringify(looks)]))
    for (const key of [...changes(this.formats, formats), ...changes(this.styles, styles)]) {
      const [row = '', column = ''] = key.split(':')
      if (row !== '*') put(Number(row), Number(column))
      else
        for (let r = 0; r < sheet.cells.length; r++)
          if (sheet.cells[r]?.[Number(column)] != null) put(r, Number(column))
    }
    this.formats = formats
    this.styles = styles
    return changed
  }

  /** A person's hand changed this cell in Univer. */
  doubt(row: number, column: number): void {
    const cells = (this.rows[row] ??= [])
    while (cells.length < column) cells.push(null)
    cells[column] = UNKNOWN
  }

  /** Rows were inserted (`count` above 0) or removed by hand at `at`: what is remembered moves along. */
  shiftRows(at: number, count: number): void {
    while (this.rows.length < at) this.rows.push(undefined)
    if (count > 0) this.rows.splice(at, 0, ...new Array<undefined>(count))
    else this.rows.splice(at, -count)
    this.formats = shifted(this.formats, at, count)
    this.styles = shifted(this.styles, at, count)
  }

  /** Everything Univer shows on this tab is in doubt, `rows` × `columns` of it. */
  doubtAll(rows: number, columns: number): void {
    for (let row = 0; row < rows; row++) this.rows[row] = new Array<Shown>(columns).fill(UNKNOWN)
  }
}

function changes(before: Record<string, string>, after: Record<string, string>): string[] {
  const keys = Object.keys(after).filter((key) => after[key] !== before[key])
  return keys.concat(Object.keys(before).filter((key) => !(key in after)))
}

function shifted(before: Record<string, string>, at: number, count: number): Record<string, string> {
  const after: Record<string, string> = {}
  for (const [key, value] of Object.entries(before)) {
    const [row = '', column = ''] = key.split(':')
    const old = row === '*' ? -1 : Number(row)
    if (old < at) after[key] = value
    else if (count > 0 || old >= at - count) after[`${old + count}:${column}`] = value
  }
  return after
}
