/** Another person for one call. */
import { useState } from 'preact/hooks'
import type { CallCard } from '../../../src/contract'
import type { Duty } from '../../../src/registry/words'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { SelectField } from '../../parts/inputs'
import { FaultNotice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { closePanel, putCall } from '../../state/calls'
import { useTask } from '../../state/task'
import { Panel } from './panel'

export function Swap({ card }: { card: CallCard }) {
  const { callId } = card.call
  const [duty, setDuty] = useState<Duty>('facilitator')
  const [chosen, setChosen] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const task = useTask()
  const turn = card.call[duty]
  const others = card.swaps.filter((one) => one.duties.includes(duty) && one.personId !== turn.personId)
  const swap = async () => {
    setMissing(chosen === null)
    if (chosen === null) return
    await task.run(async () => {
      const swapped = await call('swapCall', { callId, duty, personId: chosen || null })
      putCall(
        swapped,
        `${duty === 'notes' ? 'Notes taker' : 'Facilitator'} is ${swapped.call[duty].name || 'nobody'} now.`,
      )
    })
  }
  return (
    <Panel title="Swap" onSubmit={swap}>
      <SelectField
        label="What for"
        value={duty}
        onValue={(value) => {
          setDuty(value === 'notes' ? 'notes' : 'facilitator')
          setChosen(null)
        }}
        options={[
          ['facilitator', `Facilitator (now ${card.call.facilitator.name || 'nobody'})`],
          ['notes', `Notes (now ${card.call.notes.name || 'nobody'})`],
        ]}
      />
      <fieldset class="radios stacked">
        <legend>Who instead</legend>
        {turn.byHand && (
          <label>
            <input type="radio" name="swap" checked={chosen === ''} onChange={() => setChosen('')} />
            <span>Whoever the rota gives</span>
          </label>
        )}
        {others.map((one) => (
          <label key={one.personId}>
            <input
              type="radio"
              name="swap"
              checked={chosen === one.personId}
              onChange={() => setChosen(one.personId)}
            />
            <span>
              {one.name}
              <small>{one.why}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {!others.length && (
        <p>Nobody else volunteered for this. Add the role “{duty}” to more people in the People tab.</p>
      )}
      {missing && (
        <p class="field-error" role="alert">
          <span aria-hidden="true">⚠ </span>Choose a person.
        </p>
      )}
      <Waiting on={task.busy} what="Swapping, in the sheet and in Calendar…" />
      <FaultNotice fault={task.fault} />
      <div class="row">
        <Button kind="primary" type="submit" busy={task.busy}>
          Swap
        </Button>
        <Button onClick={closePanel}>Leave it</Button>
      </div>
    </Panel>
  )
}
