/**
 * Outlines as text for one cell, and back. Polygons of rings of whole hundred-thousandths of a degree (about a metre),
 * longitude then latitude; after the first point each is the step from the one before: `[[[-9310732,4494913,136,667,…]]]`.
 */
export type Point = readonly [longitude: number, latitude: number]
export type Ring = readonly Point[]
/** Each polygon: its outer ring, then its holes. */
export type Polygons = readonly (readonly Ring[])[]

const SCALE = 1e5

function encodeRing(ring: Ring): number[] {
  const steps: number[] = []
  let [x, y] = [0, 0]
  for (const [longitude, latitude] of ring) {
    const [toX, toY] = [Math.round(longitude * SCALE), Math.round(latitude * SCALE)]
    if (steps.length > 0 && toX === x && toY === y) continue
    steps.push(toX - x, toY - y)
    ;[x, y] = [toX, toY]
  }
  return steps
}

/** Rings that have shrunk to less than a triangle are left out; '' where nothing is left. */
export function encodeShape(polygons: Polygons): string {
  const encoded = polygons
    .map((rings) => rings.map(encodeRing).filter((steps) => steps.length >= 6))
    .filter((rings) => rings.length > 0)
  return encoded.length > 0 ? JSON.stringify(encoded) : ''
}

function decodeRing(steps: readonly number[]): Point[] {
  const points: Point[] = []
  let [x, y] = [0, 0]
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] ?? 0
    y += steps[i + 1] ?? 0
    points.push([x / SCALE, y / SCALE])
  }
  return points
}

/** The polygons of a cell; [] for a cell that holds none, whatever a person made of it. */
export function decodeShape(text: string): Polygons {
  try {
    const encoded: unknown = JSON.parse(text)
    if (!Array.isArray(encoded)) return []
    return encoded.map((rings: number[][]) => rings.map(decodeRing)).filter((rings) => (rings[0]?.length ?? 0) > 2)
  } catch {
    return []
  }
}
