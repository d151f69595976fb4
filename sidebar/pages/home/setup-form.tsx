/** The first step: which state this sheet is for. */
import { useEffect, useState } from 'preact/hooks'
import type { Home } from '../../../src/contract'
import { call } from '../../call'
import { stepsOf } from '../../first-steps'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { FaultNotice } from '../../parts/notice'
import { Section } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { home as homeAnswer } from '../../state/answers'
import { setupChoice } from '../../state/setup-choice'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { zoneName } from '../../words'
import { StepList } from './setup-steps'

export function SetupForm({ home }: { home: Home }) {
  const { state, timeZone } = useStore(setupChoice)
  const [missing, setMissing] = useState(false)
  const task = useTask()
  useEffect(() => {
    if (!state && home.state) setupChoice.set({ state: home.state.code, timeZone: home.state.timeZone })
  }, [home, state])
  const zones = home.states.find((one) => one.code === state)?.timeZones ?? []
  const zone = zones.includes(timeZone) ? timeZone : (zones[0] ?? '')

  const setUp = async () => {
    setMissing(!state)
    if (!state) return
    const well = await task.run(() => call('setUp', zone ? { state, timeZone: zone } : { state }))
    if (!well) return
    announce('The sheet is set up.')
    await homeAnswer.load()
  }
  const ofField = task.fault?.field
  return (
    <>
      <Section title="Set up this sheet">
        <p>
          Statewide adds its tabs to this sheet. Tabs and columns that are yours stay as they are, and running it again
          only repairs.
        </p>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            setUp()
          }}
        >
          <Field
            label="State"
            error={missing ? 'Choose the state this sheet is for.' : ofField === 'state' ? task.fault?.message : ''}
          >
            {(wiring) => (
              <select
                {...wiring}
                value={state}
                onChange={(event) => {
                  setMissing(false)
                  setupChoice.set({ state: event.currentTarget.value, timeZone: '' })
                }}
              >
                <option value="">Choose a state</option>
                {home.states.map((one) => (
                  <option key={one.code} value={one.code}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {zones.length > 1 && (
            <Field
              label="Time zone"
              hint="This state has more than one. Act-by times are shown in the one you choose."
              error={ofField === 'timeZone' ? task.fault?.message : ''}
            >
              {(wiring) => (
                <select
                  {...wiring}
                  value={zone}
                  onChange={(event) => setupChoice.set({ timeZone: event.currentTarget.value })}
                >
                  {zones.map((one) => (
                    <option key={one} value={one}>
                      {zoneName(one)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <p>
            You become the operator{home.you.email && `, as ${home.you.email}`}: what runs by itself runs with your
            account, and its mail goes out from it. Someone else can take this over at any time.
          </p>
          <Waiting on={task.busy} what="Adding tabs, headings and drop-downs…" />
          <FaultNotice fault={task.fault} />
          <div class="row">
            <Button kind="primary" type="submit" busy={task.busy}>
              Set up this sheet
            </Button>
          </div>
        </form>
      </Section>
      <Section title="What comes then">
        <StepList steps={stepsOf(home.counts).filter((step) => step.id !== 'sheet')} links={false} />
      </Section>
    </>
  )
}
