/** Several places fit the address: a person says which one it is. */
import { useState } from 'preact/hooks'
import type { GroupCard } from '../../../src/contract'
import { Button } from '../../parts/button'

interface Props {
  card: GroupCard
  primary: boolean
  busy: boolean
  onPick: (address: string) => void
}

export function Choices({ card, primary, busy, onPick }: Props) {
  const [chosen, setChosen] = useState('')
  if (card.choices.length === 0) return null
  const known = card.choices.some((choice) => choice.address === chosen)
  return (
    <fieldset class="radios stacked">
      <legend>Which place is it?</legend>
      {card.choices.map(({ address, districts }) => (
        <label key={address}>
          <input type="radio" name="place" checked={chosen === address} onChange={() => setChosen(address)} />
          <span>
            {address}
            <small>{districts.join(', ') || 'No district is known there'}</small>
          </span>
        </label>
      ))}
      <div class="row">
        <Button
          kind={primary ? 'primary' : 'plain'}
          busy={busy}
          off={!known && 'Choose a place first.'}
          onClick={() => onPick(chosen)}
        >
          Use this place
        </Button>
        {!known && <span class="muted">Choose one first.</span>}
      </div>
    </fieldset>
  )
}
