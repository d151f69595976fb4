/** A small map of one chamber around the group: what it covers, where it meets; a district is chosen here, never added. */
import { useEffect, useState } from 'preact/hooks'
import type { DistrictsView, GroupCard } from '../../../src/contract'
import type { Chamber } from '../../../src/registry/words'
import type { Shape } from '../../map/shapes'
import { Button } from '../../parts/button'
import { FaultNotice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { districts } from '../../state/answers'
import { loadOutlines, outlines } from '../../state/outlines'
import { fetching, fetchOutlines } from '../../state/outlines-run'
import { useStore } from '../../state/store'
import { MapFrame, type Picked } from './map-frame'
import { MapPick } from './map-pick'

/** The chamber that was looked at last is looked at for the next group as well. */
let lastChamber: Chamber | null = null

export function SmallMap({ card }: { card: GroupCard }) {
  const { value } = useStore(districts.store)
  if (!value || value.chambers.length === 0) return null
  return (
    <>
      {value.outlines.kept > 0 && <ChamberMap card={card} view={value} />}
      {value.outlines.kept === 0 && <NoMap of={value.outlines.of} />}
    </>
  )
}

/** The outlines' own place is further down, by the legislators; whoever looks for the map need not go there. */
function NoMap({ of }: { of: number }) {
  const { running, done } = useStore(fetching)
  if (running) return <p class="muted">{`The map comes when the outlines are here: ${done} of ${of}.`}</p>
  return (
    <div class="row apart">
      <span class="muted">No map yet: the sheet has no outlines of the districts.</span>
      <Button onClick={() => fetchOutlines(of)}>Fetch the outlines</Button>
    </div>
  )
}

function ChamberMap({ card, view }: { card: GroupCard; view: DistrictsView }) {
  const { shapes, busy, fault } = useStore(outlines)
  const has = (of: Chamber | null) => view.chambers.some((one) => one.chamber === of)
  const [chamber, setChamber] = useState<Chamber>(
    has(lastChamber) && lastChamber ? lastChamber : has('lower') ? 'lower' : 'upper',
  )
  const [picked, setPicked] = useState<Picked | null>(null)
  const here: Shape[] | undefined = shapes[chamber]
  // Asked for again once they were forgotten, not while they fail.
  useEffect(() => {
    if (!here && !fault) loadOutlines(chamber)
  }, [chamber, here, fault])
  const name = view.chambers.find((one) => one.chamber === chamber)?.name ?? ''
  const label = (district: string) =>
    view.districts.find((row) => row.chamber === chamber && row.district === district)?.label ?? `${name} ${district}`
  return (
    <div class="small-map">
      {view.chambers.length > 1 && (
        <fieldset class="switch">
          <legend class="unseen">Chamber on the map</legend>
          {view.chambers.map((one) => (
            <Button
              key={one.chamber}
              pressed={one.chamber === chamber}
              onClick={() => {
                lastChamber = one.chamber
                setChamber(one.chamber)
                setPicked(null)
              }}
            >
              {one.name}
            </Button>
          ))}
        </fieldset>
      )}
      <Waiting on={busy} what="Reading the outlines…" />
      <FaultNotice fault={fault} retry={() => loadOutlines(chamber)} />
      {here && here.length > 0 && (
        <MapFrame
          key={chamber}
          card={card}
          chamber={chamber}
          name={name}
          shapes={here}
          label={label}
          picked={picked}
          onPick={setPicked}
        />
      )}
      {here?.length === 0 && <p class="muted">{`The sheet keeps no outlines of the ${name} yet.`}</p>}
      {picked && <MapPick card={card} view={view} chamber={chamber} picked={picked} onClose={() => setPicked(null)} />}
    </div>
  )
}
