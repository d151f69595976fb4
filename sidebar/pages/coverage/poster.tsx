/** The picture that is saved: title, date, counts, map or tiles, signs. Everything it needs stands in it. */
import { type Board, isVacant } from './board'
import { type Chosen, isChosen, LEVELS, LOOK, levelOf } from './cover'
import type { Picture } from './draw'
import { Dots, Marks, Shapes } from './shapes'
import { fillOf, Patterns } from './signs'

export interface PosterProps {
  title: string
  /** Under the title. */
  facts: string
  board: Board
  /** Null: tiles are drawn. */
  picture: Picture | null
  chosen: Chosen
  points: readonly (readonly [number, number])[]
}

const MARGIN = 24
const HEAD = 78
const FOOT = 44
const LEAST_WIDTH = 640
const TILE = { width: 92, height: 30 }

/** XML cannot hold control signs, nor halves of pairs. */
const clean = (text: string, most: number): string => {
  const fits = (sign: string) => {
    const code = sign.codePointAt(0) ?? 0
    return code >= 0x20 && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
  }
  const whole = [...text].map((sign) => (fits(sign) ? sign : ' ')).join('')
  return whole.length > most ? `${whole.slice(0, most - 1).trimEnd()}…` : whole
}

function tileGrid(board: Board) {
  const longest = Math.max(...board.tiles.map((tile) => tile.districts[0]?.district.length ?? 0), 3)
  const width = Math.min(Math.max(TILE.width, 40 + longest * 7), 300)
  const columns = Math.max(1, Math.min(board.tiles.length, Math.floor(1000 / width)))
  return { width, columns, rows: Math.ceil(board.tiles.length / columns) }
}

const Vacant = ({ x, y }: { x: number; y: number }) => (
  <g transform={`translate(${x},${y})`} stroke="none" fill="#202124">
    <circle r="7" fill="#fff" stroke="#3c4043" />
    <text y="3.6" font-size="10" font-weight="700" text-anchor="middle">
      V
    </text>
  </g>
)

function Tiles({ board, chosen }: { board: Board; chosen: Chosen }) {
  const { width, columns } = tileGrid(board)
  return (
    <g font-size="12" stroke="none">
      {board.tiles.map((tile, i) => {
        const [district] = tile.districts
        if (!district) return null
        const [x, y] = [(i % columns) * width, Math.floor(i / columns) * TILE.height]
        const level = levelOf(district.groups.length)
        return (
          <g key={tile.key} transform={`translate(${x},${y})`} opacity={isChosen(district, chosen) ? 1 : 0.25}>
            <rect width={width - 4} height={TILE.height - 4} fill="#fff" stroke="#80868b" />
            <rect width="28" height={TILE.height - 4} fill={fillOf(level)} stroke="#80868b" />
            <text
              x="14"
              y="17"
              text-anchor="middle"
              font-weight="700"
              fill={LOOK[level].ink}
              stroke={LOOK[level].rim}
              stroke-width="2.5"
              paint-order="stroke"
            >
              {district.groups.length}
            </text>
            <text x="34" y="17" fill="#202124">
              {clean(district.district, 36)}
            </text>
            {isVacant(district) && <Vacant x={width - 15} y={13} />}
          </g>
        )
      })}
    </g>
  )
}

/** Pixels of the poster, before it is made sharper. */
export function posterSize({ board, picture }: Pick<PosterProps, 'board' | 'picture'>): {
  width: number
  height: number
} {
  const tiles = tileGrid(board)
  const inner = picture ?? { width: tiles.width * tiles.columns, height: tiles.rows * TILE.height }
  return {
    width: Math.max(inner.width, LEAST_WIDTH) + 2 * MARGIN,
    height: Math.max(inner.height, TILE.height) + HEAD + FOOT + MARGIN,
  }
}

export function Poster(props: PosterProps) {
  const { title, facts, board, picture, chosen, points } = props
  const { width, height } = posterSize(props)
  const inner = picture ? picture.width : width - 2 * MARGIN
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family="Arial, sans-serif"
    >
      <title>{clean(title, 200)}</title>
      <Patterns />
      <rect width={width} height={height} fill="#fff" />
      <text x={MARGIN} y="38" font-size="22" font-weight="700" fill="#202124">
        {clean(title, Math.floor(width / 12))}
      </text>
      <text x={MARGIN} y="62" font-size="14" fill="#5f6368">
        {clean(facts, Math.floor(width / 7))}
      </text>
      <g transform={`translate(${MARGIN + Math.max(0, (width - 2 * MARGIN - inner) / 2)},${HEAD})`}>
        {picture ? (
          <>
            <Shapes picture={picture} chosen={chosen} />
            <Marks picture={picture} chosen={chosen} scale={1} />
            <Dots picture={picture} points={points} scale={1} />
          </>
        ) : (
          <Tiles board={board} chosen={chosen} />
        )}
      </g>
      <g font-size="13" fill="#202124" transform={`translate(${MARGIN},${height - MARGIN})`}>
        {LEVELS.map((level, i) => (
          <g key={level} transform={`translate(${i * 130},0)`}>
            <rect y="-14" width="24" height="18" fill={fillOf(level)} stroke="#80868b" />
            <text x="32">{LOOK[level].word}</text>
          </g>
        ))}
        <g transform={`translate(${LEVELS.length * 130},0)`}>
          <Vacant x={8} y={-5} />
          <text x="22">Vacant seat</text>
        </g>
      </g>
    </svg>
  )
}
