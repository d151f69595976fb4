/** What an ArcGIS server does to outlines for `maxAllowableOffset` (Douglas and Peucker’s way) and `geometryPrecision`. */
import type { Geometry } from './arcgis'

type Line = number[][]

/** Squared distance of `p` from the line between `a` and `b`, in the units of the map. */
function offLine(p: number[], a: number[], b: number[]): number {
  const [px = 0, py = 0] = p
  const [ax = 0, ay = 0] = a
  const [dx, dy] = [(b[0] ?? 0) - ax, (b[1] ?? 0) - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length))
  return (px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2
}

/** Keeps the ends and every corner that lies farther than `offset` from the line without it. */
function thinned(line: Line, offset: number): Line {
  const kept = new Set([0, line.length - 1])
  const open: [number, number][] = [[0, line.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    let [farthest, most] = [-1, offset * offset]
    for (let i = from + 1; i < to; i++) {
      const off = offLine(line[i] as number[], line[from] as number[], line[to] as number[])
      if (off > most) [farthest, most] = [i, off]
    }
    if (farthest < 0) continue
    kept.add(farthest)
    open.push([from, farthest], [farthest, to])
  }
  return line.filter((_, i) => kept.has(i))
}

/** A ring that would shrink to a line stays as it is. */
function simpler(ring: Line, offset: number, digits: number | null): Line {
  const fewer = offset > 0 ? thinned(ring, offset) : ring
  const kept = fewer.length >= 4 ? fewer : ring
  if (digits === null) return kept
  const scale = 10 ** digits
  return kept.map((point) => point.map((n) => Math.round(n * scale) / scale))
}

/** The geometry with fewer corners, none farther off than `offset` degrees, and so many `digits` after the point. */
export function generalized(geometry: Geometry, offset: number, digits: number | null): Geometry {
  const polygon = (rings: number[][][]): number[][][] => rings.map((ring) => simpler(ring, offset, digits))
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygon(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(polygon) }
}
