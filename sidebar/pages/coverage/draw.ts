/** Outlines on the globe → paths on a page, with the place where a number has most room. Pure. */
import { type GeoPermissibleObjects, geoArea, geoBounds, geoCentroid, geoConicEqualArea, geoPath } from 'd3-geo'
import type { Point, Polygons, Ring } from '../../../src/districts/shape'
import type { Area } from './board'

export interface Drawn {
  readonly area: Area
  readonly path: string
  /** Where a number goes, and how far it is from there to the nearest line. */
  readonly spot: readonly [x: number, y: number]
  readonly room: number
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly drawn: readonly Drawn[]
  /** Null for what lies off the picture. */
  readonly place: (longitude: number, latitude: number) => readonly [x: number, y: number] | null
}

type Geometry = { type: 'MultiPolygon'; coordinates: [number, number][][][] }

const HALF = 2 * Math.PI

/** d3 takes the side to the right of a line as inside; files have it to the left. Whatever came: outer rings enclose less. */
function wound(polygons: Polygons): Geometry {
  const turn = (ring: Ring, hole: boolean): [number, number][] => {
    const points = [...ring, ...ring.slice(0, 1)].map(([x, y]): [number, number] => [x, y])
    const large = geoArea({ type: 'Polygon', coordinates: [points] }) > HALF
    return large === hole ? points : points.reverse()
  }
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring, i) => turn(ring, i > 0))) }
}

function toLine(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2
}

/** Distance to the nearest line, negative outside. */
function depth(rings: readonly Ring[], x: number, y: number): number {
  let inside = false
  let least = Number.POSITIVE_INFINITY
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as Point
      const [bx, by] = ring[j] as Point
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside
      least = Math.min(least, toLine(x, y, ax, ay, bx, by))
    }
  return (inside ? 1 : -1) * Math.sqrt(least)
}

const STEPS = 9

/** The middle of a grid cell that lies deepest, then the same around it, finer. */
function roomiest(rings: readonly Ring[]): { spot: readonly [number, number]; room: number } {
  const [outer = []] = rings
  const xs = outer.map(([x]) => x)
  const ys = outer.map(([, y]) => y)
  let [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  let best = {
    spot: [(west + east) / 2, (north + south) / 2] as readonly [number, number],
    room: Number.NEGATIVE_INFINITY,
  }
  for (let pass = 0; pass < 3; pass++) {
    const [dx, dy] = [(east - west) / STEPS, (south - north) / STEPS]
    for (let i = 0; i < STEPS; i++)
      for (let j = 0; j < STEPS; j++) {
        const [x, y] = [west + (i + 0.5) * dx, north + (j + 0.5) * dy]
        const room = depth(rings, x, y)
        if (room > best.room) best = { spot: [x, y], room }
      }
    const [x, y] = best.spot
    ;[west, east, north, south] = [x - dx, x + dx, y - dy, y + dy]
  }
  return best
}

const areaOfRing = (ring: Ring): number =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length] as Point
      return sum + x * ny - nx * y
    }, 0),
  )

/**
 * Fits the areas into so many units; the picture is as high or as wide as they need. An equal-area cone on the state’s own
 * middle and parallels, so that no state leans, and districts can be compared by size.
 */
export function draw(areas: readonly Area[], most: { width: number; height: number }): Picture {
  const geometries = areas.map((area) => wound(area.polygons))
  const whole: GeoPermissibleObjects = { type: 'GeometryCollection', geometries }
  const [[, south], [, north]] = geoBounds(whole)
  const [longitude] = geoCentroid(whole)
  const sixth = Math.max((north - south) / 6, 0.01)
  const projection = geoConicEqualArea()
    .parallels([south + sixth, north - sixth])
    .rotate([-longitude, 0])
    .center([0, (south + north) / 2])
    .fitExtent(
      [
        [4, 4],
        [most.width - 4, most.height - 4],
      ],
      whole,
    )
  const bounds = geoPath(projection).bounds(whole)
  const [x, y] = projection.translate()
  projection.translate([x - bounds[0][0] + 4, y - bounds[0][1] + 4])
  const path = geoPath(projection).digits(2)
  const place = (longitude: number, latitude: number) => projection([longitude, latitude])
  const drawn = areas.map((area, i): Drawn => {
    const flat = area.polygons.map((rings) =>
      rings.map((ring) =>
        ring.flatMap(([lng, lat]): Point[] => {
          const at = place(lng, lat)
          return at ? [at] : []
        }),
      ),
    )
    const largest = flat.reduce<readonly Ring[]>(
      (best, rings) => (areaOfRing(rings[0] ?? []) > areaOfRing(best[0] ?? []) ? rings : best),
      flat[0] ?? [],
    )
    return { area, path: path(geometries[i] as Geometry) ?? '', ...roomiest(largest) }
  })
  return {
    width: Math.ceil(bounds[1][0] - bounds[0][0] + 8),
    height: Math.ceil(bounds[1][1] - bounds[0][1] + 8),
    drawn,
    place,
  }
}

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The nearest spot in this direction, straight ones before those far to the side; null at the rim. */
export function toward<D extends Pick<Drawn, 'spot'>>(from: D, all: readonly D[], direction: Direction): D | null {
  const flat = direction === 'left' || direction === 'right'
  const sign = direction === 'left' || direction === 'up' ? -1 : 1
  let best: D | null = null
  let least = Number.POSITIVE_INFINITY
  for (const other of all) {
    if (other === from) continue
    const dx = other.spot[0] - from.spot[0]
    const dy = other.spot[1] - from.spot[1]
    const [along, across] = flat ? [dx * sign, Math.abs(dy)] : [dy * sign, Math.abs(dx)]
    if (along <= 0 || across > along * 2) continue
    const cost = along + across * 1.5
    if (cost < least) [best, least] = [other, cost]
  }
  return best
}
