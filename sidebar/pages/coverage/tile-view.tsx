/** Every district as a tile of the same size, with the colours, patterns and numbers of the map. */
import { type Area, type Board, isVacant } from './board'
import { type Chosen, isChosen, levelOf, tileWords } from './cover'
import { useRoving } from './roving'

interface Props {
  board: Board
  chosen: Chosen
  open: Area | null
  label: string
  onOpen: (key: string, byKey: boolean) => void
}

export function TileView({ board, chosen, open, label, onOpen }: Props) {
  const roving = useRoving<HTMLDivElement>(board.tiles.length)
  const long = board.tiles.some((tile) => (tile.districts[0]?.district.length ?? 0) > 6)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div
      ref={roving.box}
      class={long ? 'tiles long' : 'tiles'}
      role="group"
      aria-label={`${label}. Arrow keys move, Enter opens.`}
      onKeyDown={roving.onKeyDown}
    >
      {board.tiles.map((tile, i) => {
        const [district] = tile.districts
        if (!district) return null
        const seen = isChosen(district, chosen)
        return (
          <button
            key={tile.key}
            type="button"
            class={`tile ${seen ? levelOf(district.groups.length) : 'faded'}`}
            aria-pressed={open?.districts.includes(district) ?? false}
            onClick={(event) => onOpen(tile.key, event.detail === 0)}
            {...roving.of(i)}
          >
            <span class="unseen">{tileWords(district) + (seen ? '' : ', not among those shown')}</span>
            <span class="tile-name" aria-hidden="true">
              {district.district}
            </span>
            <span class="tile-number" aria-hidden="true">
              <span>{district.groups.length}</span>
            </span>
            {isVacant(district) && (
              <span class="badge" aria-hidden="true">
                V
              </span>
            )}
          </button>
        )
      })}
    </div>
  )
}
