/** Whether a place lies so near to the border of its district that a person should look. Pure. */
import { districtLabel, type StateFacts } from '../registry/states'
import type { Row } from '../registry/tables'
import type { Chamber } from '../registry/words'
import type { Reason } from './address'
import { DEGREE, measure, NEAR } from './border'
import type { Place } from './census'
import { decodeShape, type Point, type Polygons } from './shape'
import { isOutline, type Joined, listed } from './verdict'

type Kept = Row<'outlines'>

interface Shape {
  readonly polygons: Polygons
  /** West, south, east, north. */
  readonly box: readonly number[]
}

const NEXT = () => 'Ask the group on which side it meets, then press Confirm.'

function toShape(row: Kept): Shape {
  const polygons = decodeShape(row.shape)
  const box = [180, 90, -180, -90]
  for (const [x, y] of polygons.flat(2) as Point[])
    [box[0], box[1], box[2], box[3]] = [
      Math.min(box[0] ?? x, x),
      Math.min(box[1] ?? y, y),
      Math.max(box[2] ?? x, x),
      Math.max(box[3] ?? y, y),
    ]
  return { polygons, box }
}

function mayBeNear([west = 0, south = 0, east = 0, north = 0]: readonly number[], [x, y]: Point): boolean {
  const high = NEAR / DEGREE
  const wide = high / Math.cos((y * Math.PI) / 180)
  return x > west - wide && x < east + wide && y > south - high && y < north + high
}

/**
 * Looks at places with these outlines: gives why one needs checking, or null. Where no outline of the same lines is kept,
 * nothing is said. An outline is decoded when it is first needed: a place’s own one, the others only near a border.
 */
export function borderWatch(rows: readonly Kept[], state: StateFacts, joined: Joined): (place: Place) => Reason | null {
  const own = new Map(rows.map((row) => [`${row.chamber}|${row.geoid}|${row.lines}`, row]))
  const shapes = new Map<Kept, Shape>()
  const shapeOf = (row: Kept): Shape => {
    const shape = shapes.get(row) ?? toShape(row)
    shapes.set(row, shape)
    return shape
  }
  const labelOf = (chamber: Chamber, { geoid, name }: Kept): string => {
    const [district] = joined[chamber]({ geoid, code: geoid.slice(2), basename: '', name })
    return district === undefined ? name : districtLabel(state, chamber, district)
  }
  const beyond = (mine: Kept, at: Point): Kept | null => {
    let found: Kept | null = null
    let least = NEAR
    for (const row of rows) {
      if (row === mine || row.chamber !== mine.chamber || row.lines !== mine.lines) continue
      const { polygons, box } = shapeOf(row)
      if (!mayBeNear(box, at)) continue
      const { inside, metres } = measure(polygons, at)
      if (inside || metres < least) [found, least] = [row, inside ? 0 : metres]
    }
    return found
  }

  return ({ point, ...place }) => {
    if (!point) return null
    const over: string[] = []
    const edges: string[] = []
    let nearest = Number.POSITIVE_INFINITY
    for (const { chamber } of state.chambers) {
      const outline = place[chamber]
      const mine = isOutline(outline) && own.get(`${chamber}|${outline.geoid}|${place.lines}`)
      if (!mine || shapeOf(mine).polygons.length === 0) continue
      const { inside, metres } = measure(shapeOf(mine).polygons, point)
      if (inside && metres >= NEAR) continue
      nearest = Math.min(nearest, metres)
      const other = beyond(mine, point)
      if (other) over.push(labelOf(chamber, other))
      else edges.push(labelOf(chamber, mine))
    }
    if (nearest === Number.POSITIVE_INFINITY) return null
    const about = Math.max(10, Math.round(nearest / 10) * 10)
    const names = listed([...new Set(over.length > 0 ? over : edges)])
    if (over.length > 0) return { why: `About ${about} m from the border to ${names}.`, next: NEXT() }
    if (nearest < NEAR) return { why: `About ${about} m from the edge of ${names}.`, next: NEXT() }
    return { why: `The place lies outside of the outline of ${names} that this sheet keeps.`, next: NEXT() }
  }
}
