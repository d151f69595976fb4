/** Finding a district by code, legislator or group. */
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { More } from '../../parts/more'
import { districtWords, matches, searchWords } from '../../search'
import { useStore } from '../../state/store'
import { count } from '../../words'
import { type Board, keyOf } from './board'
import { seatWords } from './cover'
import { shown } from './state'

export function Find() {
  const { query } = useStore(shown)
  return (
    <Field label="Find">
      {(wiring) => (
        <input
          {...wiring}
          type="search"
          autocomplete="off"
          placeholder="14A, a legislator, a group"
          value={query}
          onInput={(event) => shown.set({ query: event.currentTarget.value })}
        />
      )}
    </Field>
  )
}

export function Found({ board, onOpen }: { board: Board; onOpen: (key: string, byKey: boolean) => void }) {
  const { query } = useStore(shown)
  if (!query.trim()) return null
  const found = board.tiles.filter(({ districts }) =>
    districts.some((one) => {
      const names = [one.label, ...one.legislators.map((seat) => seat.name), ...one.groups.map((group) => group.name)]
      return matches(query, [...districtWords(one.chamber, one.district), ...names.flatMap(searchWords)])
    }),
  )
  return (
    <section class="panel" aria-label="Found">
      <output class="line">
        {found.length > 0 ? count(found.length, 'district') : 'No district here is like this.'}
      </output>
      <More key={query} items={found} first={6} noun="districts">
        {(tile) => (
          <li key={tile.key}>
            <Button kind="link" onClick={() => onOpen(tile.key, true)}>
              {tile.name}
            </Button>
            <small>{tile.districts.map(seatWords).join(', ')}</small>
          </li>
        )}
      </More>
    </section>
  )
}

/** The tile whose district an area of the map shows first, so that another view shows the same. */
export const tileKey = (board: Board, key: string | null): string | null => {
  const area = board.shapes.find((one) => one.key === key)
  return area?.districts[0] ? `d:${keyOf(area.districts[0])}` : key
}
