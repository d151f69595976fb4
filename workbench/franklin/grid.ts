/**
 * The ground plan: a grid of ten by ten cells and a strip of water south of it, its corners and edges shifted a little.
 * Neighbours share corners and edges, so blocks of cells tile without gap or overlap. It lies in the open Gulf, where
 * no real address can be meant.
 */
import type { Random } from '../workspace/random'
import type { Point, Ring } from './polygon'

export const COLUMNS = 10
export const ROWS = 10
const WEST = -92
const EAST = -86
const NORTH = 28
const COAST = 25
const SOUTH = 24.6

/** Columns and rows count from the north-west, both ends included; row `ROWS` is water. */
export interface Block {
  readonly west: number
  readonly east: number
  readonly north: number
  readonly south: number
}

export interface Grid {
  /** The outline of a block of cells, clockwise from its north-west corner. */
  ring(block: Block): Ring
  /** Corner where column line `column` (0 … 10) meets row line `row` (0 … 11). */
  corner(column: number, row: number): Point
  /** Middle of the northern edge of a cell. */
  northEdge(column: number, row: number): Point
  /** The cell that would hold the point if nothing were shifted; the true one is this or a neighbour. */
  guess(point: Point): { column: number; row: number }
}

const round = (n: number): number => Math.round(n * 1e5) / 1e5

/** Uneven lines from `from` to `to`. */
function lines(random: Random, from: number, to: number, count: number): number[] {
  const weights = Array.from({ length: count }, () => 0.7 + random.next() * 0.6)
  const sum = weights.reduce((a, b) => a + b, 0)
  let reached = 0
  return [from, ...weights.map((w) => from + ((to - from) * (reached += w)) / sum)]
}

export function makeGrid(random: Random): Grid {
  const xs = lines(random, WEST, EAST, COLUMNS)
  const ys = [...lines(random, NORTH, COAST, ROWS), SOUTH]
  const x = (i: number) => xs[i] as number
  const y = (i: number) => ys[i] as number
  const sway = (part: number, size: number) => (random.next() * 2 - 1) * part * size
  const width = (i: number) =>
    Math.min(x(Math.min(i + 1, COLUMNS)) - x(Math.min(i, COLUMNS - 1)), x(Math.max(i, 1)) - x(Math.max(i - 1, 0)))
  const height = 0.2

  const corners = ys.map((_, row) =>
    xs.map((_, column): Point => {
      const inner = column > 0 && column < COLUMNS
      const free = row > 0 && row <= ROWS
      const lng = x(column) + (inner ? sway(0.2, width(column)) : 0)
      return [round(lng), round(y(row) + (free ? sway(0.2, height) : 0))]
    }),
  )
  const corner = (column: number, row: number): Point => corners[row]?.[column] as Point
  const half = (a: Point, b: Point, dx: number, dy: number): Point => [
    round((a[0] + b[0]) / 2 + dx),
    round((a[1] + b[1]) / 2 + dy),
  ]
  const across = ys.map((_, row) =>
    Array.from({ length: COLUMNS }, (_, c) => half(corner(c, row), corner(c + 1, row), 0, sway(0.15, height))),
  )
  const down = Array.from({ length: ROWS + 1 }, (_, row) =>
    xs.map((_, c) => half(corner(c, row), corner(c, row + 1), sway(0.1, width(c)), 0)),
  )
  const northEdge = (column: number, row: number): Point => across[row]?.[column] as Point
  const westEdge = (column: number, row: number): Point => down[row]?.[column] as Point

  return {
    corner,
    northEdge,
    ring({ west, east, north, south }) {
      const ring: Point[] = []
      for (let c = west; c <= east; c++) ring.push(corner(c, north), northEdge(c, north))
      for (let r = north; r <= south; r++) ring.push(corner(east + 1, r), westEdge(east + 1, r))
      for (let c = east; c >= west; c--) ring.push(corner(c + 1, south + 1), northEdge(c, south + 1))
      for (let r = south; r >= north; r--) ring.push(corner(west, r + 1), westEdge(west, r))
      return ring
    },
    guess([lng, lat]) {
      let column = 0
      while (column < COLUMNS - 1 && x(column + 1) <= lng) column++
      let row = 0
      while (row < ROWS && y(row + 1) >= lat) row++
      return { column, row }
    },
  }
}
