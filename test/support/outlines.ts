/** Fetching outlines as the sidebar does, and what came of it. */
import type { Answer } from '../../src/answers'
import type { Polygons, Ring } from '../../src/districts/shape'
import type { Geometry } from '../../workbench/franklin/arcgis'
import type { Desk } from './desk'

/** Lots in which nothing came before the sidebar gives up. */
const PATIENCE = 3

/** Lot after lot until all are there, or none comes any more. Gives every answer. */
export function fetchOutlines(desk: Desk, email: string): Answer<'outlineLot'>[] {
  const lots: Answer<'outlineLot'>[] = []
  for (let [after, idle] = ['', 0]; idle < PATIENCE; ) {
    const before = lots[lots.length - 1]?.done ?? -1
    const lot = desk.ask(email, 'outlineLot', { after })
    lots.push(lot)
    if (lot.done >= lot.of) break
    idle = lot.done > before ? 0 : idle + 1
    after = lot.last
  }
  return lots
}

/** Both chambers’ outlines by chamber and GEOID. */
export function keptOutlines(desk: Desk, email: string): Map<string, Answer<'outlines'>['outlines'][number]> {
  const kept = new Map<string, Answer<'outlines'>['outlines'][number]>()
  for (const chamber of ['upper', 'lower'] as const)
    for (const outline of desk.ask(email, 'outlines', { chamber }).outlines) {
      if (kept.has(`${chamber} ${outline.geoid}`)) throw new Error(`${chamber} ${outline.geoid} is there twice`)
      kept.set(`${chamber} ${outline.geoid}`, outline)
    }
  return kept
}

export const polygonsOf = ({ type, coordinates }: Geometry): Polygons =>
  (type === 'Polygon' ? [coordinates] : coordinates) as unknown as Polygons

/** Degrees by which corners differ at most; infinite where there are more or fewer of them. */
export function difference(a: Polygons, b: Polygons): number {
  const rings = (polygons: Polygons): Ring[] => polygons.flat()
  const corners = (polygons: Polygons) => rings(polygons).flat()
  const [x, y] = [corners(a), corners(b)]
  const sameRings =
    rings(a)
      .map((r) => r.length)
      .join() ===
    rings(b)
      .map((r) => r.length)
      .join()
  if (a.length !== b.length || !sameRings) return Number.POSITIVE_INFINITY
  return x.reduce((most, [lng, lat], i) => {
    const [toLng = 0, toLat = 0] = y[i] ?? []
    return Math.max(most, Math.abs(lng - toLng), Math.abs(lat - toLat))
  }, 0)
}
