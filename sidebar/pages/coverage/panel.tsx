/** What was clicked: who holds the seats, which groups are there, and where there is none, who is nearest. */
import type { RefObject } from 'preact'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { Pill } from '../../parts/page'
import { count } from '../../words'
import { SeatLine } from '../districts/seat-line'
import type { Area, Board, District } from './board'
import { NearestGroups } from './nearest-groups'
import { groupDetail, type Places } from './places'

interface Props {
  area: Area
  board: Board
  places: Places
  heading: RefObject<HTMLHeadingElement>
  onClose: () => void
}

function DistrictPart({ district, board, places }: { district: District; board: Board; places: Places }) {
  const { groups, legislators, seats, oddity } = district
  return (
    <>
      {legislators.map((seat, index) => (
        <SeatLine key={`${index} ${seat.id}`} seat={seat} />
      ))}
      {legislators.length === 0 && <p class="muted">{`${count(seats, 'seat')}, nobody is known`}</p>}
      {oddity && <p>{oddity}</p>}
      {groups.length === 0 ? (
        <>
          <p>
            <Pill kind="mind">○ No group</Pill>
          </p>
          <NearestGroups district={district} board={board} places={places} />
        </>
      ) : (
        <>
          <p>
            <b>{count(groups.length, 'group')}</b>
          </p>
          <More items={groups} first={10} noun="groups">
            {(group) => (
              <li key={group.id}>
                {group.name}
                <small>{groupDetail(places, group.id)}</small>
              </li>
            )}
          </More>
        </>
      )}
    </>
  )
}

export function Panel({ area, board, places, heading, onClose }: Props) {
  const several = area.districts.length > 1
  return (
    <section class="panel" aria-label={area.name} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div class="row apart">
        <h2 ref={heading} tabIndex={-1} class="plain">
          {area.name}
        </h2>
        <Button onClick={onClose}>Close</Button>
      </div>
      {several && <p class="muted">{`${area.districts.length} districts lie here.`}</p>}
      {area.districts.map((district) => (
        <div key={district.district} class={several ? 'card' : undefined}>
          {several && <h3>{district.label}</h3>}
          <DistrictPart district={district} board={board} places={places} />
        </div>
      ))}
    </section>
  )
}
