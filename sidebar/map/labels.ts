/** Where the names of districts fit into a picture. Pure. */
import { measure } from '../../src/districts/border'
import type { Drawing } from './project'
import type { Shape } from './shapes'

/** `HD 14A` for House, `LD 7` for Legislature; a name (`1st Essex`) stays as it is; two on one outline: `HD 1A, 1B`. */
export function shortLabel(chamberName: string, districts: readonly string[]): string {
  const codes = districts.every((district) => /^(\d+[A-Z]?|[A-Z])$/.test(district))
  return (codes ? `${chamberName.charAt(0).toUpperCase()}D ` : '') + districts.join(', ')
}

export interface Label {
  readonly text: string
  readonly shape: Shape
  /** The middle of the text, in pixels. */
  readonly x: number
  readonly y: number
}

/** Names that fit into what can be seen of their shape and do not touch each other; the earlier shapes come first. */
export function placeLabels(
  shapes: readonly Shape[],
  drawing: Drawing,
  textOf: (shape: Shape) => string,
  letter = 6.4,
  line = 14,
): Label[] {
  const placed: (Label & { wide: number })[] = []
  for (const shape of shapes) {
    const text = textOf(shape)
    const [box, middle] = [drawing.box(shape.geometry), drawing.middle(shape.geometry)]
    if (!text || !box || !middle) continue
    const wide = text.length * letter + 4
    const [x, y] = middle
    const fits =
      box[2] - box[0] >= wide && box[3] - box[1] >= line && measure(shape.polygons, drawing.toPlace(x, y)).inside
    const inFrame =
      x - wide / 2 >= 0 && x + wide / 2 <= drawing.width && y - line / 2 >= 0 && y + line / 2 <= drawing.height
    const free = placed.every(
      (other) => Math.abs(other.x - x) > (other.wide + wide) / 2 || Math.abs(other.y - y) > line,
    )
    if (fits && inFrame && free) placed.push({ text, shape, x, y, wide })
  }
  return placed.map(({ wide: _, ...label }) => label)
}
