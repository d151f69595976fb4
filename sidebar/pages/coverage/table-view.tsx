/** The districts that are looked at, as a table. */
import type { Board, District } from './board'
import { type Chosen, isChosen, seatWords } from './cover'
import { useRoving } from './roving'

interface Props {
  board: Board
  chosen: Chosen
  label: string
  onOpen: (key: string, byKey: boolean) => void
}

/** A district may have hundreds of groups: the panel shows them all. */
const MOST = 4

function groupNames({ groups }: District): string {
  const names = groups.slice(0, MOST).map((group) => group.name)
  if (groups.length > MOST) names.push(`${groups.length - MOST} more`)
  return names.join(', ')
}

export function TableView({ board, chosen, label, onOpen }: Props) {
  const rows = board.tiles.flatMap((tile) => tile.districts.map((district) => ({ tile, district })))
  const shown = rows.filter(({ district }) => isChosen(district, chosen))
  const roving = useRoving<HTMLTableElement>(shown.length)
  return (
    <div class="scroll">
      <table ref={roving.box} class="districts" onKeyDown={roving.onKeyDown}>
        <caption class="unseen">{label}</caption>
        <thead>
          <tr>
            <th scope="col">District</th>
            <th scope="col">Seat-holders</th>
            <th scope="col">Groups</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ tile, district }, i) => (
            <tr key={tile.key}>
              <th scope="row">
                <button
                  type="button"
                  class="button link"
                  onClick={(event) => onOpen(tile.key, event.detail === 0)}
                  {...roving.of(i)}
                >
                  {district.label}
                </button>
              </th>
              <td>{seatWords(district)}</td>
              <td>
                {district.groups.length === 0 ? (
                  <span class="pill mind">○ No group</span>
                ) : (
                  <>
                    <b>{district.groups.length}</b> {groupNames(district)}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
