/** Plane geometry on small polygons. Points are `[lng, lat]` in degrees, as in GeoJSON. */
export type Point = readonly [lng: number, lat: number]
/** Corners in order, the first not repeated at the end. */
export type Ring = readonly Point[]

export const METRES_PER_DEGREE = 111_320

const at = (ring: Ring, i: number): Point => ring[i % ring.length] as Point

/**
 * Is the point inside? Of two polygons that share an edge exactly one holds a point on it: each edge is reckoned from
 * its southern end, so both sides round alike.
 */
export function contains(ring: Ring, [x, y]: Point): boolean {
  let inside = false
  for (let i = 0; i < ring.length; i++) {
    const a = at(ring, i)
    const b = at(ring, i + 1)
    const [low, high] = a[1] <= b[1] ? [a, b] : [b, a]
    if (low[1] > y || high[1] <= y) continue
    if (x < low[0] + ((high[0] - low[0]) * (y - low[1])) / (high[1] - low[1])) inside = !inside
  }
  return inside
}

/** Metres from a point to the nearest edge. Flat-earth: good within a few kilometres. */
export function metresToEdge(ring: Ring, [x, y]: Point): number {
  const scale = Math.cos((y * Math.PI) / 180)
  let nearest = Number.POSITIVE_INFINITY
  for (let i = 0; i < ring.length; i++) {
    const ax = (at(ring, i)[0] - x) * scale
    const ay = at(ring, i)[1] - y
    const dx = (at(ring, i + 1)[0] - x) * scale - ax
    const dy = at(ring, i + 1)[1] - y - ay
    const along = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
    nearest = Math.min(nearest, Math.hypot(ax + along * dx, ay + along * dy))
  }
  return nearest * METRES_PER_DEGREE
}

/** The mean of the corners: inside every shape the map draws. */
export function middle(ring: Ring): Point {
  let x = 0
  let y = 0
  for (const [lng, lat] of ring) {
    x += lng
    y += lat
  }
  return [x / ring.length, y / ring.length]
}

export function squareMetres(ring: Ring): number {
  let twice = 0
  for (let i = 0; i < ring.length; i++) {
    const a = at(ring, i)
    const b = at(ring, i + 1)
    twice += a[0] * b[1] - b[0] * a[1]
  }
  const scale = Math.cos((middle(ring)[1] * Math.PI) / 180)
  return Math.round((Math.abs(twice) / 2) * METRES_PER_DEGREE ** 2 * scale)
}

/** A GeoJSON polygon: counter-clockwise, closed. The map's rings run clockwise from the north-west corner. */
export const toGeoJson = (ring: Ring): { type: 'Polygon'; coordinates: number[][][] } => ({
  type: 'Polygon',
  coordinates: [[...ring, at(ring, 0)].reverse().map(([lng, lat]) => [lng, lat])],
})
