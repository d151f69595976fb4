/** Legislators without a number: typed right here, kept in the Legislators tab. */
import type { AlertPreview } from '../../../src/contract'
import { call } from '../../call'
import { catchFocus } from '../../focus'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { More } from '../../parts/more'
import { Section } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { alertChoices } from '../../state/answers'
import { check } from '../../state/draft'
import { phones } from '../../state/phones'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'

/** A committee’s worth. A whole state lacks dozens: nobody scrolls past all of them to the button that sends. */
const FIRST = 8

export function Phones({ preview }: { preview: AlertPreview }) {
  if (!preview.phoneless.length) return null
  return (
    <Section title="Numbers to call">
      <More items={preview.phoneless} first={FIRST} noun="numbers">
        {(one) => (
          <li key={one.id}>
            <PhoneField legislator={one} />
          </li>
        )}
      </More>
    </Section>
  )
}

function PhoneField({ legislator }: { legislator: AlertPreview['phoneless'][number] }) {
  const { id, name, label } = legislator
  const typed = useStore(phones)[id] ?? ''
  const task = useTask()
  const keep = () =>
    task.run(async () => {
      const { phone } = await call('setPhone', { legislatorId: id, phone: typed })
      announce(`${name}: ${phone}.`)
      await Promise.all([check(), alertChoices.load()])
      requestAnimationFrame(() =>
        catchFocus(
          () => document.querySelector<HTMLElement>('input[type="tel"]') ?? document.getElementById('approve'),
        ),
      )
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <Field label={`Phone of ${name}, ${label}`} error={task.fault ? `${task.fault.message} ${task.fault.next}` : ''}>
        {(wiring) => (
          <div class="row">
            <input
              {...wiring}
              type="tel"
              autocomplete="off"
              maxLength={500}
              value={typed}
              onInput={(event) => phones.set({ [id]: event.currentTarget.value })}
            />
            <Button
              type="submit"
              busy={task.busy}
              off={!typed.trim() && 'Type a number first.'}
              label={`Save phone of ${name}`}
            >
              Save
            </Button>
          </div>
        )}
      </Field>
      <Waiting on={task.busy} what="Writing the number…" />
    </form>
  )
}
