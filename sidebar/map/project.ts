/** From degrees to pixels: one flat picture of a state or of a part of it. Pure. */
import { type GeoProjection, geoAzimuthalEqualArea, geoCentroid, geoPath } from 'd3-geo'
import type { Point } from '../../src/districts/shape'
import type { Geometry } from './shapes'

export interface Drawing {
  readonly width: number
  readonly height: number
  /** The `d` of an SVG path; '' where nothing of it is in the picture. */
  path(geometry: Geometry): string
  /** The middle of what can be seen of it, in pixels; null where that is nothing. */
  middle(geometry: Geometry): [x: number, y: number] | null
  /** Left, top, right, bottom of what can be seen of it, in pixels; null where that is nothing. */
  box(geometry: Geometry): [left: number, top: number, right: number, bottom: number] | null
  /** A place in pixels, also outside the picture. */
  toPixels(at: Point): [x: number, y: number]
  /** The place under a pixel. */
  toPlace(x: number, y: number): Point
}

export interface Size {
  readonly width: number
  readonly height: number
  /** Pixels left free on every side of what is shown. */
  readonly margin?: number
}

/** A square around a place, `km` to each side of it, to show its surroundings. */
export function around([longitude, latitude]: Point, km: number): Geometry {
  const up = km / 111.2
  const aside = up / Math.max(0.05, Math.cos((latitude * Math.PI) / 180))
  const [w, e, s, n] = [longitude - aside, longitude + aside, latitude - up, latitude + up]
  const ring = [
    [w, s],
    [w, n],
    [e, n],
    [e, s],
    [w, s],
  ]
  return { type: 'MultiPolygon', coordinates: [[ring]] }
}

const isSeen = (numbers: readonly number[]): boolean => numbers.every(Number.isFinite)

/**
 * A picture of this size that shows all of `shown` as large as it fits; what lies outside the frame is cut off. Areas are
 * true to each other, north is up in the middle, and a state may lie across the 180th meridian.
 */
export function draw(shown: readonly Geometry[], { width, height, margin = 4 }: Size): Drawing {
  const all = { type: 'GeometryCollection' as const, geometries: [...shown] }
  const [longitude, latitude] = geoCentroid(all)
  const projection: GeoProjection = geoAzimuthalEqualArea().rotate(
    isSeen([longitude, latitude]) ? [-longitude, -latitude] : [98, -39],
  )
  projection.fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    all,
  )
  // A frame a little wider than the picture, so that its edge never shows as a line.
  projection.clipExtent([
    [-2, -2],
    [width + 2, height + 2],
  ])
  const path = geoPath(projection).digits(1)
  const outside = geoAzimuthalEqualArea()
    .rotate(projection.rotate())
    .scale(projection.scale())
    .translate(projection.translate())
  return {
    width,
    height,
    path: (geometry) => path(geometry) ?? '',
    middle(geometry) {
      const at = path.centroid(geometry)
      return isSeen(at) ? at : null
    },
    box(geometry) {
      const [[left, top], [right, bottom]] = path.bounds(geometry)
      return isSeen([left, top, right, bottom]) ? [left, top, right, bottom] : null
    },
    toPixels: ([x, y]) => outside([x, y]) ?? [Number.NaN, Number.NaN],
    toPlace: (x, y) => outside.invert?.([x, y]) ?? [Number.NaN, Number.NaN],
  }
}
