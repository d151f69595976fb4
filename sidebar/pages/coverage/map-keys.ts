/** What a key does on the map. Pure. */
import { type Direction, type Drawn, toward } from './draw'

const ARROWS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** The area a key leads to from here; null where it leads nowhere, undefined where it is no key of the map’s. */
export function step(key: string, from: Drawn | undefined, all: readonly Drawn[]): Drawn | null | undefined {
  const at = from ? all.indexOf(from) : -1
  const jumps: Record<string, number> = { PageDown: at + 1, PageUp: at - 1, Home: 0, End: all.length - 1 }
  const next = jumps[key]
  if (next !== undefined) return all[next] ?? null
  const direction = ARROWS[key]
  if (!direction) return undefined
  return from ? toward(from, all, direction) : (all[0] ?? null)
}
