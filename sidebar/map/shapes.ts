/** The outlines that the sheet keeps, ready to be drawn and asked which of them a place lies in. Pure. */
import type { z } from 'zod/mini'
import type { Outline } from '../../src/answers'
import { measure } from '../../src/districts/border'
import { decodeShape, type Point, type Polygons, type Ring } from '../../src/districts/shape'

/** A GeoJSON MultiPolygon. */
export interface Geometry {
  type: 'MultiPolygon'
  coordinates: number[][][][]
}

export interface Shape {
  readonly geoid: string
  readonly name: string
  /** The districts it stands for: none for water, several where seats share it or floterials lie over it. */
  readonly districts: readonly string[]
  readonly lines: string
  readonly polygons: Polygons
  /** The same, wound as `d3-geo` wants it. */
  readonly geometry: Geometry
}

/** Twice the signed area in the plane: negative for a ring that runs clockwise on a map. */
function turn(ring: Ring): number {
  let sum = 0
  ring.forEach(([x, y], i) => {
    const [toX, toY] = ring[(i + 1) % ring.length] ?? [x, y]
    sum += x * toY - toX * y
  })
  return sum
}

function windRing(ring: Ring, clockwise: boolean): number[][] {
  const points = ring.map(([x, y]) => [x, y])
  if (turn(ring) < 0 !== clockwise) points.reverse()
  const [first, last] = [points[0], points.at(-1)]
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) points.push(first)
  return points
}

/**
 * Polygons for `d3-geo`, whichever way they were drawn: on a sphere a ring wound the other way stands for all the rest of
 * the world, so the outer one runs clockwise, its holes against it.
 */
export const wound = (polygons: Polygons): Geometry => ({
  type: 'MultiPolygon',
  coordinates: polygons.map((rings) => rings.map((ring, i) => windRing(ring, i === 0))),
})

/** What can be drawn of the outlines of a chamber: cells that hold none are left out. */
export function toShapes(outlines: readonly z.infer<typeof Outline>[]): Shape[] {
  return outlines.flatMap(({ shape, ...about }) => {
    const polygons = decodeShape(shape)
    return polygons.length > 0 ? [{ ...about, polygons, geometry: wound(polygons) }] : []
  })
}

/** The shapes that a place (longitude, latitude) lies in. */
export const shapesAt = (shapes: readonly Shape[], at: Point): Shape[] =>
  shapes.filter((shape) => measure(shape.polygons, at).inside)
