/** What can be done about the group on the card; the one primary button is what to do now. */
import type { GroupCard } from '../../../src/contract'
import { focusOn } from '../../focus'
import { Button } from '../../parts/button'
import { coversOf, openForm, setCovers, undo, work } from '../../state/covers'
import { useStore } from '../../state/store'
import { stepTo } from './step'

interface Props {
  card: GroupCard
  primary: string
  /** The next group to check. */
  after: string | undefined
  /** The geocoder is being asked. */
  mapping: boolean
  onMap: () => void
}

export function Actions({ card, primary, after, mapping, onMap }: Props) {
  const { busy, open, steps } = useStore(work)
  const last = steps.at(-1)
  const isDone = card.mapping === 'mapped' && last !== undefined
  const mayConfirm = card.covers.length > 0 && !(card.mapping === 'mapped' && card.covers.every((c) => c.confirmedBy))
  const confirm = async () => {
    const said = `${card.name}: confirmed.`
    const well = await setCovers(card, coversOf(card), { what: 'confirm', said, confirm: true })
    if (well) focusOn('go-on', 'next', 'next-unmapped', 'undo')
  }
  const wait = mapping && 'The geocoder is being asked.'
  const map = (
    <Button
      id="map-group"
      kind={primary === 'map' ? 'primary' : 'plain'}
      busy={mapping}
      off={busy && 'The sheet is being written.'}
      onClick={onMap}
    >
      {card.mapping === 'mapped' ? 'Map again' : 'Map this group'}
    </Button>
  )
  return (
    <div class="row">
      {isDone && after && (
        <Button
          id="go-on"
          kind={primary === '' ? 'primary' : 'plain'}
          onClick={({ detail }) => stepTo(after, detail === 0)}
        >
          Next ›
        </Button>
      )}
      {mayConfirm && (
        <Button
          id="confirm"
          kind={primary === 'confirm' ? 'primary' : 'plain'}
          busy={busy}
          off={wait}
          onClick={confirm}
        >
          Confirm
        </Button>
      )}
      {primary === 'map' && map}
      {open !== 'add' && (
        <Button
          id="add-district"
          onClick={() => {
            openForm('add')
            focusOn('find-district')
          }}
        >
          Add a district
        </Button>
      )}
      {last && (
        <Button
          id="undo"
          busy={busy}
          off={wait}
          onClick={async () => {
            if (await undo(card)) focusOn('confirm', 'add-district')
          }}
        >
          {`Undo ${last.what}`}
        </Button>
      )}
      {primary !== 'map' && map}
    </div>
  )
}
