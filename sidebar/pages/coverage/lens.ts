/** The part of the map that is seen: nearer, farther, dragged, and brought to where the keyboard is. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Picture } from './draw'

const NEAREST = 24
/** Pixels: less than this is a click of an unsteady hand. */
const DRAG = 5

type Spot = readonly [x: number, y: number]

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

export function useLens(picture: Picture) {
  const svg = useRef<SVGSVGElement>(null)
  const whole = { zoom: 1, x: picture.width / 2, y: picture.height / 2 }
  const [view, setView] = useState(whole)
  const drag = useRef<{ x: number; y: number; far: boolean } | null>(null)
  const last = useRef(false)
  // Another picture is seen whole at first.
  useEffect(() => setView(whole), [picture])

  const put = (zoom: number, x: number, y: number) => {
    const [halfWide, halfHigh] = [picture.width / 2 / zoom, picture.height / 2 / zoom]
    setView({
      zoom,
      x: clamp(x, halfWide, picture.width - halfWide),
      y: clamp(y, halfHigh, picture.height - halfHigh),
    })
  }
  const wide = picture.width / view.zoom
  const high = picture.height / view.zoom
  const [left, top] = [view.x - wide / 2, view.y - high / 2]
  return {
    svg,
    zoom: view.zoom,
    viewBox: `${left.toFixed(2)} ${top.toFixed(2)} ${wide.toFixed(2)} ${high.toFixed(2)}`,
    by: (factor: number, around?: Spot) => {
      const [x, y] = around ?? [view.x, view.y]
      put(clamp(view.zoom * factor, 1, NEAREST), x, y)
    },
    reset: () => setView(whole),
    /** Moves only where the spot is out of sight, or near the rim. */
    show: ([x, y]: Spot) => {
      const off = Math.max(Math.abs(x - view.x) / wide, Math.abs(y - view.y) / high)
      if (off > 0.35) put(view.zoom, x, y)
    },
    pressed: (event: PointerEvent) => {
      last.current = false
      drag.current = event.button === 0 ? { x: event.clientX, y: event.clientY, far: false } : null
    },
    /** Whether the map follows the pointer right now. */
    moved: (event: PointerEvent): boolean => {
      const from = drag.current
      if (!from || event.buttons === 0 || view.zoom === 1) return false
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
      if (!from.far && Math.hypot(dx, dy) < DRAG) return false
      const perPixel = 1 / (svg.current?.getScreenCTM()?.a || 1)
      drag.current = { x: event.clientX, y: event.clientY, far: true }
      put(view.zoom, view.x - dx * perPixel, view.y - dy * perPixel)
      return true
    },
    released: () => {
      last.current = drag.current?.far ?? false
      drag.current = null
    },
    /** Whether the press that just ended was no click. */
    dragged: (): boolean => last.current,
  }
}
