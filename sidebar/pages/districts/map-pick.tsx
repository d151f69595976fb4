/** What was chosen on the map, and what can be done with it: the second, clear click. */
import type { DistrictsView, GroupCard } from '../../../src/contract'
import { measure, NEAR } from '../../../src/districts/border'
import type { Point } from '../../../src/districts/shape'
import type { Chamber } from '../../../src/registry/words'
import { focusOn } from '../../focus'
import { shapesAt } from '../../map/shapes'
import { Button } from '../../parts/button'
import { Card } from '../../parts/page'
import { type Cover, coversOf, isSame, setCovers, work } from '../../state/covers'
import { loadOutlines } from '../../state/outlines'
import { useStore } from '../../state/store'
import { glued } from '../../words'
import type { Picked } from './map-frame'
import { SeatLine } from './seat-line'

interface Props {
  card: GroupCard
  view: DistrictsView
  chamber: Chamber
  picked: Picked
  onClose: () => void
}

const toCover = (chamber: Chamber, district: string, lines: string, basis: Cover['basis']): Cover => ({
  chamber,
  district,
  basis,
  share: null,
  source: 'map',
  lines,
  mappedOn: null,
  confirmedBy: '',
})

/** `80 m`, `3 km`. */
const distance = (metres: number) =>
  metres < 1000 ? `${Math.round(metres / 10) * 10} m` : `${Math.round(metres / 1000)} km`

/** The districts of every chamber at a place; null where outlines could not be read. */
async function coversAt(view: DistrictsView, place: Point): Promise<Cover[] | null> {
  const found: Cover[] = []
  for (const { chamber } of view.chambers) {
    const shapes = await loadOutlines(chamber)
    if (!shapes) return null
    for (const { districts, lines } of shapesAt(shapes, place))
      found.push(...districts.map((district) => toCover(chamber, district, lines, 'meeting place')))
  }
  return found
}

export function MapPick({ card, view, chamber, picked, onClose }: Props) {
  const { busy } = useStore(work)
  const { shape, place } = picked
  const rowOf = (district: string) => view.districts.find((row) => isSame(row, { chamber, district }))
  const meets = card.covers.some((cover) => cover.chamber === chamber && cover.basis === 'meeting place')
  const basis = meets ? 'members' : 'meeting place'
  const away = place && measure(shape.polygons, place).metres

  const toggle = async (district: string, label: string, isIn: boolean) => {
    const rest = coversOf(card).filter((cover) => !isSame(cover, { chamber, district }))
    const covers = isIn ? rest : [...rest, toCover(chamber, district, shape.lines, basis)]
    const what = `${isIn ? 'remove' : 'add'} ${label}`
    const said = `${label} ${isIn ? 'removed' : 'added'}. Undo takes it back.`
    if (await setCovers(card, covers, { what, said })) {
      onClose()
      focusOn('undo')
    }
  }
  const meetHere = async () => {
    if (!place) return
    const here = await coversAt(view, place)
    if (!here) return
    const others = coversOf(card).filter(
      (cover) => cover.basis !== 'meeting place' && !here.some((one) => isSame(one, cover)),
    )
    const said = `${card.name} meets here. Undo takes it back.`
    const point: [number, number] = [place[1], place[0]]
    if (await setCovers(card, [...here, ...others], { what: 'meets here', said, point })) {
      onClose()
      focusOn('undo')
    }
  }
  return (
    <Card soft>
      {shape.districts.length === 0 && <p>{`${shape.name || 'This'} is no district.`}</p>}
      {shape.districts.map((district) => {
        const row = rowOf(district)
        const label = row?.label ?? district
        const isIn = card.covers.some((cover) => isSame(cover, { chamber, district }))
        return (
          <div key={district}>
            <h4>{glued(label)}</h4>
            {row?.legislators.map((seat, index) => (
              <SeatLine key={`${index} ${seat.id}`} seat={seat} />
            ))}
            {row?.oddity && <p class="odd">{row.oddity}</p>}
            <div class="row">
              <Button busy={busy} onClick={() => toggle(district, label, isIn)}>
                {glued(`${isIn ? 'Remove' : 'Add'} ${label}`)}
              </Button>
              {!isIn && <span class="muted">{`as ${basis}`}</span>}
            </div>
          </div>
        )
      })}
      {place && !card.point && shape.districts.length > 0 && (
        <>
          <div class="row">
            <Button busy={busy} onClick={meetHere}>
              Meets here
            </Button>
            <span class="muted">The districts at the cross</span>
          </div>
          {away !== null && away < 2 * NEAR && (
            <p>{`! About ${distance(away)} from a border: zoom in and choose again to be sure.`}</p>
          )}
        </>
      )}
      <Button kind="link" onClick={onClose}>
        Close
      </Button>
    </Card>
  )
}
