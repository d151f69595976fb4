/**
 * How near a point lies to the border of its district. Outlines are simplified, by up to some 200 m in places, so a point
 * this near may well lie on the other side. Pure; plane geometry in metres around the point, which is exact enough there.
 */
import type { Point, Polygons, Ring } from './shape'

/** Metres: nearer than this, a person should look. */
export const NEAR = 300

/** Metres per degree of latitude. */
export const DEGREE = 111_195

/** Squared distance of the origin from a line between two points. */
function toLine(x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length))
  const [x, y] = [x1 + t * dx, y1 + t * dy]
  return x * x + y * y
}

function look(ring: Ring, at: Point): { inside: boolean; squared: number } {
  const wide = DEGREE * Math.cos((at[1] * Math.PI) / 180)
  let inside = false
  let squared = Number.POSITIVE_INFINITY
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1 = 0, y1 = 0] = ring[i] ?? []
    const [x2 = 0, y2 = 0] = ring[j] ?? []
    const [ax, ay, bx, by] = [(x1 - at[0]) * wide, (y1 - at[1]) * DEGREE, (x2 - at[0]) * wide, (y2 - at[1]) * DEGREE]
    squared = Math.min(squared, toLine(ax, ay, bx, by))
    if (ay > 0 !== by > 0 && ax + ((bx - ax) * -ay) / (by - ay) > 0) inside = !inside
  }
  return { inside, squared }
}

/** Whether a point lies inside, and its distance in metres from the nearest line of the outline. */
export function measure(polygons: Polygons, at: Point): { readonly inside: boolean; readonly metres: number } {
  let inside = false
  let squared = Number.POSITIVE_INFINITY
  for (const rings of polygons) {
    let within = false
    for (const ring of rings) {
      const seen = look(ring, at)
      if (seen.inside) within = !within
      squared = Math.min(squared, seen.squared)
    }
    inside = inside || within
  }
  return { inside, metres: Math.sqrt(squared) }
}
