/** The map: one stop for the keyboard, a line for what is pointed at, larger and smaller. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { announce } from '../../state/announce'
import { type Area, type Board, shapesWith } from './board'
import { type Chosen, lines, looked } from './cover'
import type { Drawn, Picture } from './draw'
import { useLens } from './lens'
import { step } from './map-keys'
import { Dots, Marks, Shapes } from './shapes'
import { Patterns } from './signs'
import { Tip, type Tipped } from './tip'

interface Props {
  board: Board
  picture: Picture
  chosen: Chosen
  open: Area | null
  label: string
  points: readonly (readonly [number, number])[]
  /** `byKey`: the keyboard asked, so that it should be led there. */
  onOpen: (key: string, byKey: boolean) => void
}

export function MapView({ board, picture, chosen, open, label, points, onOpen }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<string | null>(null)
  const [tip, setTip] = useState<Tipped | null>(null)
  const [pixels, setPixels] = useState(600)
  const lens = useLens(picture)
  useLayoutEffect(() => {
    const box = lens.svg.current
    if (!box) return
    const look = () => {
      const { width, height } = box.getBoundingClientRect()
      setPixels(Math.max(50, Math.min(width, (height * picture.width) / picture.height)))
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(box)
    return () => watch.disconnect()
  }, [picture])
  const scale = picture.width / pixels / lens.zoom
  const find = (key: string | null | undefined) => picture.drawn.find((one) => one.area.key === key)
  const marked = find(at)
  const opened = open ? shapesWith(board, open.districts).map((area) => find(area.key)) : []

  const go = (to: Drawn) => {
    setAt(to.area.key)
    lens.show(to.spot)
    setTip({ lines: lines(to.area), spot: to.spot })
    const aside = looked(to.area, chosen).length > 0 ? '' : ' Not among those shown.'
    announce(lines(to.area).join(' ') + aside)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const to = step(event.key, marked, picture.drawn)
    if (to) go(to)
    else if (event.key === 'Enter' && marked) onOpen(marked.area.key, true)
    else if (event.key === 'Escape') setTip(null)
    else if (event.key === '+' || event.key === '=') lens.by(1.6, marked?.spot)
    else if (event.key === '-') lens.by(1 / 1.6, marked?.spot)
    else if (event.key === '0') lens.reset()
    else if (to === undefined) return
    event.preventDefault()
  }
  const keyUnder = (event: Event) => (event.target as Element | null)?.getAttribute?.('data-key') ?? null
  // Drawn afresh only where what they show has changed: pointing at an area must cost nothing.
  const shapes = useMemo(() => <Shapes picture={picture} chosen={chosen} />, [picture, chosen])
  const marks = useMemo(() => <Marks picture={picture} chosen={chosen} scale={scale} />, [picture, chosen, scale])
  const dots = useMemo(() => <Dots picture={picture} points={points} scale={scale} />, [picture, points, scale])
  return (
    <div class="wide-map">
      <div
        ref={frame}
        class="wide-frame"
        role="application"
        aria-roledescription="map"
        aria-label={`${label}. Arrow keys move, Enter opens, plus and minus change the size.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a map has no element of its own; arrow keys must reach it.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => {
          const start = marked ?? find(opened[0]?.area.key) ?? picture.drawn[0]
          // A click sets the focus too, and says what it means by itself.
          if (start && frame.current?.matches(':focus-visible')) go(start)
        }}
        onBlur={() => setTip(null)}
        onPointerMove={(event) => {
          if (lens.moved(event)) return setTip(null)
          const area = find(keyUnder(event))?.area
          const box = frame.current?.getBoundingClientRect()
          if (!area || !box) return setTip(null)
          setTip({ lines: lines(area), x: event.clientX - box.left, y: event.clientY - box.top })
        }}
        onPointerLeave={() => setTip(null)}
        onPointerDown={lens.pressed}
        onPointerUp={lens.released}
        onClick={(event) => {
          const key = keyUnder(event)
          if (!key || lens.dragged()) return
          setAt(key)
          onOpen(key, false)
        }}
      >
        <svg
          ref={lens.svg}
          class="map-picture"
          aria-hidden="true"
          viewBox={lens.viewBox}
          preserveAspectRatio="xMidYMid meet"
        >
          <Patterns scale={scale} />
          {shapes}
          {opened.map(
            (one) =>
              one && <path key={one.area.key} class="map-open" d={one.path} vector-effect="non-scaling-stroke" />,
          )}
          {marks}
          {dots}
          {marked && <path class="map-at" d={marked.path} vector-effect="non-scaling-stroke" />}
        </svg>
        {tip && <Tip tip={tip} frame={frame.current} svg={lens.svg.current} />}
      </div>
      <div class="map-size">
        <Button label="Larger" onClick={() => lens.by(1.6, marked?.spot)}>
          +
        </Button>
        <Button label="Smaller" off={lens.zoom <= 1 && 'The whole state is shown.'} onClick={() => lens.by(1 / 1.6)}>
          −
        </Button>
        <Button off={lens.zoom <= 1 && 'The whole state is shown.'} onClick={lens.reset}>
          Whole
          <br />
          state
        </Button>
      </div>
    </div>
  )
}
