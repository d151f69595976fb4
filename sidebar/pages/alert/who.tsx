/** Who decides: legislators and districts, each with the number of groups that can move them. */
import { useState } from 'preact/hooks'
import type { AlertChoices, Draft } from '../../../src/contract'
import { Button } from '../../parts/button'
import { type Chip, Chips } from '../../parts/chips'
import { Section } from '../../parts/page'
import { change, goToStep, save } from '../../state/draft'
import { glued, groupsOf, partyMark } from '../../words'
import { Picker } from './picker'

const districtKey = (one: { chamber: string; district: string }) => `${one.chamber} ${one.district}`

/** What was chosen, as chips; what has left the sheet since keeps its place and says so. */
export function chosenChips(choices: AlertChoices, draft: Draft): Chip[] {
  const legislators = draft.legislatorIds.map((id) => {
    const found = choices.legislators.find((one) => one.id === id)
    return found
      ? {
          key: id,
          name: `${found.name}${partyMark(found.party)}`,
          detail: `${glued(found.label)} · ${groupsOf(found.groups)}`,
        }
      : { key: id, name: 'A legislator who is no longer in the list', detail: id }
  })
  const districts = draft.districts.map((ref) => {
    const found = choices.districts.find((one) => districtKey(one) === districtKey(ref))
    return {
      key: districtKey(ref),
      name: glued(found?.label ?? ref.district),
      detail: found ? `all seats · ${groupsOf(found.groups)}` : 'no longer in the list',
    }
  })
  return [...legislators, ...districts]
}

export function Who({ choices, draft }: { choices: AlertChoices; draft: Draft }) {
  const [missing, setMissing] = useState(false)
  const chips = chosenChips(choices, draft)
  const remove = (key: string) =>
    change({
      legislatorIds: draft.legislatorIds.filter((id) => id !== key),
      districts: draft.districts.filter((one) => districtKey(one) !== key),
    })
  const onward = () => {
    setMissing(!chips.length)
    if (!chips.length) return
    save()
    goToStep('what')
  }
  return (
    <Section title="Who decides">
      <p>Choose legislators, or whole districts. Groups in their districts get the alert.</p>
      {chips.length > 0 && <Chips label="Chosen" chips={chips} onRemove={remove} />}
      <Picker
        choices={choices}
        draft={draft}
        error={missing && !chips.length ? 'Choose at least one legislator or district.' : ''}
      />
      <div class="row">
        <Button kind="primary" onClick={onward}>
          Continue
        </Button>
      </div>
    </Section>
  )
}
