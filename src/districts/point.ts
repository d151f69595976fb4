/** Where a group is, as one cell that people can read and paste into a map: `44.08490, -93.22343`. */
import type { Point } from './shape'

export const pointText = ([longitude, latitude]: Point): string => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`

/** Latitude and longitude; null for whatever else a person made of the cell. */
export function readPoint(text: string): [latitude: number, longitude: number] | null {
  const found = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text)
  return found ? [Number(found[1]), Number(found[2])] : null
}
