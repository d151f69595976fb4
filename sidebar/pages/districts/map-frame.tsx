/** The picture itself: outlines, what is covered, the point; chosen by pointer or by arrow keys and Enter. */
import { useMemo, useState } from 'preact/hooks'
import type { GroupCard } from '../../../src/contract'
import type { Point } from '../../../src/districts/shape'
import type { Chamber } from '../../../src/registry/words'
import { placeLabels, shortLabel } from '../../map/labels'
import { nearestTowards } from '../../map/neighbour'
import { around, type Drawing, draw } from '../../map/project'
import type { Geometry, Shape } from '../../map/shapes'
import { Button } from '../../parts/button'
import { glued } from '../../words'

const SIZE = { width: 270, height: 170, margin: 14 }
const MOST_ZOOM = 8

/** What was chosen: a shape, and the place under the pointer (the keyboard has none). */
export interface Picked {
  readonly shape: Shape
  readonly place: Point | null
}

interface Props {
  card: GroupCard
  chamber: Chamber
  /** The chamber’s. */
  name: string
  shapes: readonly Shape[]
  label: (district: string) => string
  picked: Picked | null
  onPick: (picked: Picked) => void
}

/** What is looked at before anybody zooms: the covered districts and the point, or else the whole state. */
function firstLook(shapes: readonly Shape[], covered: readonly Shape[], at: Point | null): Geometry[] {
  const shown = [...covered.map((shape) => shape.geometry), ...(at ? [around(at, covered.length > 0 ? 1 : 6)] : [])]
  return shown.length > 0 ? shown : shapes.map((shape) => shape.geometry)
}

/** Kilometres from the middle of a picture to its upper edge. */
const reach = ({ width, height, toPlace }: Drawing): number =>
  ((toPlace(width / 2, 0)[1] - toPlace(width / 2, height)[1]) * 111.2) / 2

export function MapFrame({ card, chamber, name, shapes, label, picked, onPick }: Props) {
  const [zoom, setZoom] = useState(0)
  const [current, setCurrent] = useState<string | null>(null)
  const at: Point | null = card.point && [card.point[1], card.point[0]]
  const names = card.covers.filter((cover) => cover.chamber === chamber).map((cover) => cover.district)
  const isCovered = (shape: Shape) => shape.districts.some((district) => names.includes(district))
  const said = names.join('|')

  const first = useMemo(
    () => draw(firstLook(shapes, shapes.filter(isCovered), at), SIZE),
    [shapes, said, at?.[0], at?.[1]],
  )
  const centre =
    picked?.place ??
    (picked && first.middle(picked.shape.geometry) ? middleOf(first, picked.shape) : at) ??
    middleOf(first)
  const picture = useMemo(
    () => (zoom === 0 ? first : draw([around(centre, reach(first) / 2 ** zoom)], { ...SIZE, margin: 0 })),
    [first, zoom, centre[0], centre[1]],
  )
  const seen = useMemo(() => {
    const drawn = shapes.map((shape) => ({ shape, d: picture.path(shape.geometry) }))
    return drawn.filter(({ d }) => d !== '')
  }, [shapes, picture])
  const labels = useMemo(() => {
    const order = [...seen.map(({ shape }) => shape)].sort((a, b) => Number(isCovered(b)) - Number(isCovered(a)))
    return placeLabels(order, picture, (shape) => shortLabel(name, shape.districts))
  }, [seen, said])

  const dot = at && picture.toPixels(at)
  const isUnderDot = (text: string, x: number, y: number) =>
    dot !== null && Math.abs(dot[0] - x) < text.length * 3.2 + 7 && Math.abs(dot[1] - y) < 12
  const click = picked?.place && picture.toPixels(picked.place)
  const stops = seen.map(({ shape }) => shape)
  const stop = stops.find((s) => s.geoid === current) ?? stops.find(isCovered) ?? stops[0]
  const nameOf = (shape: Shape) =>
    `${shape.districts.map(label).join(', ') || shape.name || 'No district'}${isCovered(shape) ? ', covered' : ''}`
  const strong = (is: (shape: Shape) => boolean, kind: string) =>
    seen.filter(({ shape }) => is(shape)).map(({ shape, d }) => <path key={shape.geoid} class={kind} d={d} />)

  return (
    <div class="map-frame">
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} class="map">
        <title>{`Map of the ${name} districts`}</title>
        <defs>
          <pattern id="covered" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" fill="#c6dafc" />
            <path d="M0 0V6" stroke="#5f93e8" stroke-width="2" />
          </pattern>
        </defs>
        {seen.map(({ shape, d }) => (
          // biome-ignore lint/a11y/useSemanticElements: a shape of a picture cannot be a button element
          <path
            key={shape.geoid}
            id={`shape-${shape.geoid}`}
            d={d}
            class={isCovered(shape) ? 'shape covered' : 'shape'}
            role="button"
            tabIndex={shape === stop ? 0 : -1}
            aria-label={nameOf(shape)}
            aria-pressed={picked?.shape === shape}
            onFocus={() => setCurrent(shape.geoid)}
            onClick={({ currentTarget, clientX, clientY }) => {
              const box = currentTarget.ownerSVGElement?.getBoundingClientRect()
              if (!box) return
              const scale = SIZE.width / box.width
              onPick({ shape, place: picture.toPlace((clientX - box.left) * scale, (clientY - box.top) * scale) })
            }}
            onKeyDown={(event) => {
              const towards = nearestTowards(event.key, shape, stops, picture)
              const isPress = event.key === 'Enter' || event.key === ' '
              if (towards || isPress) event.preventDefault()
              if (towards) document.getElementById(`shape-${towards.geoid}`)?.focus()
              else if (isPress && !event.repeat) onPick({ shape, place: null })
            }}
          />
        ))}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes the focus */}
        <g class="over" aria-hidden="true">
          {strong(isCovered, 'edge')}
          {strong((shape) => shape === picked?.shape, 'chosen')}
          {strong((shape) => shape.geoid === current, 'current')}
          {labels.map(({ text, x, y, shape }) => (
            <text key={shape.geoid} x={x} y={y - (isUnderDot(text, x, y) ? 13 : 0)}>
              {text}
            </text>
          ))}
          {dot && <circle class="dot" cx={dot[0]} cy={dot[1]} r="5" />}
          {click && <path class="cross" d={`M${click[0] - 6} ${click[1]}h12M${click[0]} ${click[1] - 6}v12`} />}
        </g>
      </svg>
      <div class="zoom">
        <Button label="Zoom in" off={zoom >= MOST_ZOOM && 'Nearer is not possible.'} onClick={() => setZoom(zoom + 1)}>
          +
        </Button>
        <Button label="Zoom out" off={zoom <= -4 && 'Farther is not possible.'} onClick={() => setZoom(zoom - 1)}>
          −
        </Button>
      </div>
      <p class="muted">
        {[
          names.length > 0 && 'Striped: covered.',
          at ? 'Dot: where it meets.' : 'Nobody has said where it meets.',
          !picked && 'Choose a district to add or remove it (keys: arrows, Enter).',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <output class="unseen">{picked ? `${glued(nameOf(picked.shape))} is chosen.` : ''}</output>
    </div>
  )
}

function middleOf(picture: Drawing, shape?: Shape): Point {
  const [x, y] = (shape && picture.middle(shape.geometry)) ?? [picture.width / 2, picture.height / 2]
  return picture.toPlace(x, y)
}
