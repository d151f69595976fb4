/** Every district with its seat-holders and groups, found by typing. */
import type { DistrictsView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { MapButton } from '../../parts/map-button'
import { More } from '../../parts/more'
import { Pill, Section } from '../../parts/page'
import { districtWords, matches, searchWords } from '../../search'
import { filter } from '../../state/filter'
import { useStore } from '../../state/store'
import { count, glued } from '../../words'
import { SeatLine } from './seat-line'
import { showAtTop } from './step'

type Row = DistrictsView['districts'][number]

/** Districts of the chamber (all for '') that the query finds by code, label, seat-holder or group. */
export function findDistricts(rows: Row[], chamber: string, query: string): Row[] {
  return rows.filter((row) => {
    if (chamber && row.chamber !== chamber) return false
    const names = [row.label, ...row.legislators.map((seat) => seat.name), ...row.groups.map((group) => group.name)]
    return matches(query, [...districtWords(row.chamber, row.district), ...names.flatMap(searchWords)])
  })
}

export function AllDistricts({ view }: { view: DistrictsView }) {
  const { chamber, query } = useStore(filter)
  if (!view.districts.length) return null
  const found = findDistricts(view.districts, chamber, query)
  const empty = found.filter((row) => !row.groups.length).length
  return (
    <Section title="All districts">
      <MapButton />
      {view.chambers.length > 1 && (
        <Field label="Chamber">
          {(wiring) => (
            <select
              {...wiring}
              value={chamber}
              onChange={(event) => filter.set({ chamber: event.currentTarget.value })}
            >
              <option value="">Both</option>
              {view.chambers.map((one) => (
                <option key={one.chamber} value={one.chamber}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label="Find" hint="A district such as 14A, a legislator, or a group.">
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            autocomplete="off"
            value={query}
            onInput={(event) => filter.set({ query: event.currentTarget.value })}
          />
        )}
      </Field>
      <output class="line">
        {found.length ? `${count(found.length, 'district')}, ${empty} without a group` : 'No district is like this.'}
      </output>
      <More key={`${chamber} ${query}`} items={found} first={20} noun="districts">
        {(row) => <DistrictItem key={`${row.chamber} ${row.district}`} row={row} />}
      </More>
    </Section>
  )
}

function DistrictItem({ row }: { row: Row }) {
  const vacancies = row.seats - row.legislators.filter((seat) => !seat.vacant).length
  return (
    <li>
      <div class="row apart">
        <h3>{glued(row.label)}</h3>
        {row.groups.length ? (
          <span class="muted">{count(row.groups.length, 'group')}</span>
        ) : (
          <Pill kind="mind">○ No group</Pill>
        )}
      </div>
      {row.legislators.map((seat, index) => (
        <SeatLine key={`${index} ${seat.id}`} seat={seat} />
      ))}
      {!row.legislators.length && (
        <p class="muted">{vacancies > 0 ? `${count(row.seats, 'seat')}, nobody is known` : 'No seat'}</p>
      )}
      {row.oddity && <p class="odd">{row.oddity}</p>}
      {row.groups.map((group) => (
        <div key={group.id}>
          <Button kind="link" onClick={({ detail }) => showAtTop(group.id, detail === 0)}>
            {group.name}
          </Button>
        </div>
      ))}
    </li>
  )
}
