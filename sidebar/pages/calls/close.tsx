/** The end of a call: notes, items that are done, what was decided. What is left goes to the next call. */
import { useEffect } from 'preact/hooks'
import type { CallCard } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { TextField } from '../../parts/inputs'
import { FaultNotice, Notice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { calls } from '../../state/answers'
import { dayOf, goToScreen, opened, putCall } from '../../state/calls'
import { beginClosing, closing } from '../../state/closing'
import { saveRoll, unsaved, useRoll } from '../../state/roll'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { Closed } from './closed'
import { Decisions } from './decisions'
import { ScreenHeading } from './heading'

function DoneItems({ items }: { items: CallCard['items'] }) {
  const { done } = useStore(closing)
  const open = items.filter((item) => item.state !== 'done')
  if (!open.length) return null
  return (
    <fieldset class="radios stacked">
      <legend>Which items are done?</legend>
      {open.map(({ itemId, item }) => (
        <label key={itemId}>
          <input
            type="checkbox"
            checked={done.includes(itemId)}
            onChange={() =>
              closing.set({ done: done.includes(itemId) ? done.filter((id) => id !== itemId) : [...done, itemId] })
            }
          />
          <span>{item}</span>
        </label>
      ))}
      <p class="muted">The rest is carried to the next call.</p>
    </fieldset>
  )
}

function CloseForm({ card }: { card: CallCard }) {
  const { callId } = card.call
  const { notesLink, done, decisions, again } = useStore(closing)
  useRoll()
  const task = useTask()
  const fault = task.fault
  const atField = fault?.field === 'notesLink'
  const close = () =>
    task.run(async () => {
      await saveRoll()
      const closed = await call('closeCall', {
        callId,
        notesLink: notesLink.trim(),
        done,
        decisions: decisions
          .map(({ item, who }) => ({ item: item.trim(), who: who.trim() }))
          .filter(({ item }) => item !== ''),
      })
      closing.set({ closed: true })
      putCall(closed, again ? 'Added to the call.' : 'The call is closed.')
    })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <TextField
        label="Link to the notes"
        hint="A document that the groups may read. Blank if there is none yet: the Calls tab takes it later."
        type="url"
        value={notesLink}
        onValue={(value) => closing.set({ notesLink: value })}
        error={atField ? `${fault.message} ${fault.next}` : ''}
      />
      <DoneItems items={card.items} />
      <Decisions />
      {unsaved(callId) > 0 && (
        <Notice kind="warn">
          Some ticks of the roll are not in the sheet yet. They are kept here and saved first.
        </Notice>
      )}
      <Waiting on={task.busy} what={again ? 'Adding to the call…' : 'Closing the call and preparing the next…'} />
      <FaultNotice fault={atField ? null : fault} />
      <div class="row">
        <Button kind="primary" type="submit" busy={task.busy}>
          {again ? 'Add to the call' : 'Close the call'}
        </Button>
        <Button onClick={() => goToScreen('roll')}>Back to the roll</Button>
        <Button
          kind="link"
          onClick={() => {
            goToScreen('calls')
            calls.load()
          }}
        >
          Leave it
        </Button>
      </div>
    </form>
  )
}

export function CloseCall() {
  const { card } = useStore(opened)
  const { closed, callId, again } = useStore(closing)
  const id = card?.call.callId
  useEffect(() => {
    if (card) beginClosing(card)
  }, [id])
  if (!card || callId !== id) return null
  return (
    <section>
      <ScreenHeading>{`${again ? 'Add to' : 'Close'} the call of ${dayOf(card.call)}`}</ScreenHeading>
      {closed ? <Closed card={card} /> : <CloseForm card={card} />}
    </section>
  )
}
