/** The areas of a map as SVG, with everything written on them: on the page and in the saved picture alike. */
import { isVacant } from './board'
import { type Chosen, LOOK, least, levelOf, looked } from './cover'
import type { Drawn, Picture } from './draw'
import { fillOf } from './signs'

/** Pixels. */
const DIGIT = 11
const EDGE = '#3c4043'
const FADED = 0.16

/** The areas; those that are not looked at are faded. The dark ones come first: between two of them the line is light. */
export function Shapes({ picture, chosen }: { picture: Picture; chosen: Chosen }) {
  const areas = picture.drawn.map((drawn) => ({ ...drawn, level: levelOf(least(drawn.area, chosen)) }))
  const dark = areas.filter(({ level }) => level === 'more')
  const light = areas.filter(({ level }) => level !== 'more')
  return (
    <g stroke-width="0.9" stroke-linejoin="round">
      {[...dark, ...light].map(({ area, path, level }) => (
        <path
          key={area.key}
          data-key={area.key}
          d={path}
          fill={fillOf(level)}
          stroke={level === 'more' ? '#fff' : EDGE}
          opacity={looked(area, chosen).length > 0 ? 1 : FADED}
          vector-effect="non-scaling-stroke"
        />
      ))}
    </g>
  )
}

/** The number of groups and V for a vacant seat, where there is room for them. */
function Mark({ drawn, chosen, scale }: { drawn: Drawn; chosen: Chosen; scale: number }) {
  const { area, spot, room } = drawn
  const here = looked(area, chosen)
  const groups = least(area, chosen)
  const vacant = here.some(isVacant)
  const text = String(groups)
  const half = (DIGIT * 0.32 * text.length + 1) * scale
  const fits = room > Math.max(half, DIGIT * 0.45 * scale)
  const look = LOOK[levelOf(groups)]
  const [x, y] = spot
  const down = fits ? (room > DIGIT * 1.2 * scale ? DIGIT * 1.05 * scale : 0) : 0
  const aside = fits && down === 0 ? half + 5 * scale : 0
  return (
    <>
      {fits && (
        <text
          x={x}
          y={y - (down > 0 ? DIGIT * 0.3 * scale : 0)}
          dy="0.36em"
          font-size={DIGIT * scale}
          fill={look.ink}
          stroke={look.rim}
          stroke-width={2.5 * scale}
        >
          {text}
        </text>
      )}
      {vacant && (
        <g transform={`translate(${x + aside},${y + down}) scale(${scale})`}>
          <circle r="5.2" fill="#fff" stroke={EDGE} />
          <text dy="0.36em" font-size="8" fill="#202124" stroke="none">
            V
          </text>
        </g>
      )}
    </>
  )
}

/** `scale`: units of the picture to a pixel, so that what is written keeps its size however far one goes in. */
export function Marks({ picture, chosen, scale }: { picture: Picture; chosen: Chosen; scale: number }) {
  return (
    <g
      font-family="Arial, sans-serif"
      font-weight="700"
      text-anchor="middle"
      paint-order="stroke"
      stroke-linejoin="round"
      pointer-events="none"
    >
      {picture.drawn.map((drawn) =>
        looked(drawn.area, chosen).length > 0 ? (
          <Mark key={drawn.area.key} drawn={drawn} chosen={chosen} scale={scale} />
        ) : null,
      )}
    </g>
  )
}

type Place = readonly [latitude: number, longitude: number]

/** Where groups are, all in one path however many. */
export function Dots({ picture, points, scale }: { picture: Picture; points: readonly Place[]; scale: number }) {
  const steps = points.flatMap(([latitude, longitude]) => {
    const at = picture.place(longitude, latitude)
    return at ? [`M${at[0].toFixed(1)},${at[1].toFixed(1)}h0`] : []
  })
  const d = steps.join('')
  return (
    <g fill="none" stroke-linecap="round" pointer-events="none">
      <path d={d} stroke="#fff" stroke-width={6 * scale} />
      <path d={d} stroke="#b3261e" stroke-width={4 * scale} />
    </g>
  )
}
