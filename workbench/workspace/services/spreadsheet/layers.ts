/**
 * What cells have besides a value (formats, looks, notes, rules): maps with keys `row:column`, and `*:column` for a whole
 * column, which a key of the cell itself overrides.
 */
import type { Rect } from './a1'

export type Layer<T> = Record<string, T>

export const keyOf = (row: number, column: number): string => `${row}:${column}`

/** What one cell has, or undefined. */
export const at = <T>(layer: Layer<T>, row: number, column: number): T | undefined =>
  layer[`${row}:${column}`] ?? layer[`*:${column}`]

/** From this many cells on, going through a layer once is cheaper than a look-up for each. */
const MANY = 2000

/** A reader for `cells` many cells: as `at`, without look-ups where nothing is laid down for single cells. */
export function reader<T>(layer: Layer<T>, cells: number): (row: number, column: number) => T | undefined {
  if (cells < MANY) return (row, column) => at(layer, row, column)
  const columns: (T | undefined)[] = []
  let single = false
  for (const key in layer) {
    if (key.startsWith('*:')) columns[Number(key.slice(2))] = layer[key]
    else single = true
  }
  if (single) return (row, column) => layer[`${row}:${column}`] ?? columns[column]
  return (_row, column) => columns[column]
}

/** May some of `cells` many cells have something of their own? False only where that is sure. */
export function maybeAny(layer: Layer<unknown>, cells: number): boolean {
  if (cells < MANY) return true
  for (const _ in layer) return true
  return false
}

/**
 * Gives every cell of `rect` the value. Where `rect` reaches the bottom of the grid the whole column gets it, and the
 * cells above keep what they had: `none` stands for nothing there.
 */
export function fill<T>(layer: Layer<T>, rect: Rect, gridRows: number, value: T, none: T): void {
  const toBottom = rect.rows > 1 && rect.row + rect.rows >= gridRows && rect.row <= 100
  for (let column = rect.column; column < rect.column + rect.columns; column++) {
    if (!toBottom) {
      for (let row = rect.row; row < rect.row + rect.rows; row++) set(layer, row, column, value, none)
      continue
    }
    const above = Array.from({ length: rect.row }, (_, row) => at(layer, row, column))
    if (maybeAny(layer, gridRows)) for (let row = 0; row < gridRows; row++) delete layer[keyOf(row, column)]
    if (value === none) delete layer[`*:${column}`]
    else layer[`*:${column}`] = value
    above.forEach((old, row) => {
      set(layer, row, column, old ?? none, none)
    })
  }
}

/** Sets one cell; `none` is stored only where a whole column would shine through. */
export function set<T>(layer: Layer<T>, row: number, column: number, value: T, none: T): void {
  const key = keyOf(row, column)
  if (value !== none) layer[key] = value
  else if (layer[`*:${column}`] !== undefined) layer[key] = none
  else delete layer[key]
}

/** The layer after rows and columns moved; a map that gives null drops what stood there. Changes `layer` in place. */
export function remap<T>(
  layer: Layer<T>,
  mapRow: (row: number) => number | null,
  mapColumn: (column: number) => number | null,
): void {
  const entries = Object.entries(layer)
  for (const [key] of entries) delete layer[key]
  for (const [key, value] of entries) {
    const [row = '', column = ''] = key.split(':')
    const newRow = row === '*' ? '*' : mapRow(Number(row))
    const newColumn = mapColumn(Number(column))
    if (newRow !== null && newColumn !== null) layer[`${newRow}:${newColumn}`] = value
  }
}
