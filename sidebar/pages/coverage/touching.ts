/**
 * Which areas touch. Outlines are simplified each for itself, so that neighbours need not share a single point: areas
 * touch where their lines come nearer than `TOUCHING`. Pure; plane geometry in metres, exact enough over such distances.
 */
import type { Point, Polygons } from '../../../src/districts/shape'
import type { Area } from './board'

/** Metres. */
export const TOUCHING = 200
const DEGREE = 111_195

type Box = readonly [west: number, south: number, east: number, north: number]

export function boxOf(polygons: Polygons): Box {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [outer = []] of polygons)
    for (const [x, y] of outer) {
      west = Math.min(west, x)
      east = Math.max(east, x)
      south = Math.min(south, y)
      north = Math.max(north, y)
    }
  return [west, south, east, north]
}

const near = (a: Box, b: Box, dx: number, dy: number): boolean =>
  a[0] - dx <= b[2] && b[0] - dx <= a[2] && a[1] - dy <= b[3] && b[1] - dy <= a[3]

/** Squared distance of a point from a line between two others. */
function toLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2
}

const side = ([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number => (bx - ax) * (y - ay) - (by - ay) * (x - ax)
const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) > 0 !== side(a, b, d) > 0 && side(c, d, a) > 0 !== side(c, d, b) > 0

type Line = readonly [Point, Point]

/** The lines of an outline in metres that come near a box. */
function linesIn(polygons: Polygons, wide: number, box: Box): Line[] {
  const found: Line[] = []
  for (const rings of polygons)
    for (const ring of rings)
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [x1, y1] = ring[j] as Point
        const [x2, y2] = ring[i] as Point
        const a: Point = [x1 * wide, y1 * DEGREE]
        const b: Point = [x2 * wide, y2 * DEGREE]
        const own: Box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
        if (near(own, box, TOUCHING, TOUCHING)) found.push([a, b])
      }
  return found
}

function touch(a: Polygons, b: Polygons, boxA: Box, boxB: Box): boolean {
  const wide = DEGREE * Math.cos((((boxA[1] + boxA[3]) / 2) * Math.PI) / 180)
  const inMetres = (box: Box): Box => [box[0] * wide, box[1] * DEGREE, box[2] * wide, box[3] * DEGREE]
  const linesA = linesIn(a, wide, inMetres(boxB))
  const linesB = linesA.length > 0 ? linesIn(b, wide, inMetres(boxA)) : []
  const close = TOUCHING * TOUCHING
  return linesA.some(([p, q]) =>
    linesB.some(
      ([r, s]) =>
        toLine(p, r, s) < close ||
        toLine(q, r, s) < close ||
        toLine(r, p, q) < close ||
        toLine(s, p, q) < close ||
        cross(p, q, r, s),
    ),
  )
}

/** Gives the neighbours of an area, found out when it is first asked for. */
export function toucher(areas: readonly Area[]): (area: Area) => readonly Area[] {
  const boxes = new Map(areas.map((area) => [area, boxOf(area.polygons)]))
  const known = new Map<Area, readonly Area[]>()
  return (area) => {
    const box = boxes.get(area) ?? boxOf(area.polygons)
    const dy = TOUCHING / DEGREE
    const dx = dy / Math.max(0.1, Math.cos((box[3] * Math.PI) / 180))
    const found =
      known.get(area) ??
      areas.filter((other) => {
        const theirs = boxes.get(other) as Box
        return other !== area && near(box, theirs, dx, dy) && touch(area.polygons, other.polygons, box, theirs)
      })
    known.set(area, found)
    return found
  }
}
