/** What is known of groups nearby, where the address does not do. A hint, never a mapping: it only fills the form. */
import type { DistrictsView, GroupCard } from '../../../src/contract'
import { focusOn } from '../../focus'
import { Button } from '../../parts/button'
import { districts } from '../../state/answers'
import { openForm } from '../../state/covers'
import { useStore } from '../../state/store'
import { glued } from '../../words'

type Row = DistrictsView['districts'][number]

/** The district that a hint such as `House 14A (2 groups)` speaks of: the one with the longest label it begins with. */
export function districtIn(hint: string, rows: readonly Row[]): Row | undefined {
  const fits = rows.filter((row) => hint === row.label || hint.startsWith(`${row.label} `))
  return fits.sort((a, b) => b.label.length - a.label.length)[0]
}

export function Hints({ card }: { card: GroupCard }) {
  const { value } = useStore(districts.store)
  if (card.hints.length === 0) return null
  return (
    <div class="card soft">
      <p>
        <b>Groups nearby cover</b>
      </p>
      <p class="muted">A hint from the same ZIP or town, not a mapping.</p>
      <ul class="list">
        {card.hints.map((hint) => {
          const row = districtIn(hint, value?.districts ?? [])
          return (
            <li key={hint} class="row apart">
              <span>{glued(hint)}</span>
              {row && (
                <Button
                  label={`Add ${row.label}`}
                  onClick={() => {
                    const { chamber, district } = row
                    openForm('add', { chamber, district, basis: 'meeting place' })
                    focusOn('basis')
                  }}
                >
                  Add
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
