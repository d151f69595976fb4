/** From one shape to the next with the arrow keys. Pure. */
import type { Drawing } from './project'
import type { Shape } from './shapes'

const TOWARDS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * The shape to go to: the nearest by the middle of what can be seen of it, counting a way aside twice, that lies rather in
 * the direction of the arrow than aside; null for another key, or where there is none.
 */
export function nearestTowards(key: string, from: Shape, shapes: readonly Shape[], picture: Drawing): Shape | null {
  const way = TOWARDS[key]
  const start = picture.middle(from.geometry)
  if (!way || !start) return null
  let best: { shape: Shape; far: number } | null = null
  for (const shape of shapes) {
    const middle = shape === from ? null : picture.middle(shape.geometry)
    if (!middle) continue
    const [x, y] = [middle[0] - start[0], middle[1] - start[1]]
    const ahead = x * way[0] + y * way[1]
    const aside = Math.abs(x * way[1] + y * way[0])
    if (ahead <= 0 || aside > ahead * 1.5) continue
    const far = ahead + 2 * aside
    if (!best || far < best.far) best = { shape, far }
  }
  return best?.shape ?? null
}
