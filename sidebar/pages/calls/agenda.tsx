/** The agenda with its minutes, and the items that people added. */
import type { CallCard } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { FaultNotice } from '../../parts/notice'
import { Card, Pill, Section } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { callsAt, openCall, openPanel } from '../../state/calls'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { ItemForm } from './item-form'

type Item = CallCard['items'][number]

const STATE = {
  open: null,
  done: <Pill kind="good">✓ Done</Pill>,
  carried: <Pill kind="plain">→ Carried over</Pill>,
} as const

function OneItem({ item, card }: { item: Item; card: CallCard }) {
  const { panel } = useStore(callsAt)
  const task = useTask()
  const { seriesId, callId } = card.call
  if (panel === `item ${item.itemId}`) return <ItemForm card={card} item={item} />
  const about = [item.who, item.minutes !== null && `${item.minutes} min`].filter(Boolean).join(' · ')
  const done = () =>
    task.run(async () => {
      await call('setItem', { ...item, seriesId, callId, state: 'done' })
      announce(`${item.item}: done.`)
      await openCall(callId)
    })
  return (
    <>
      <p>
        {item.item} {STATE[item.state]}
      </p>
      {about && <p class="muted">{about}</p>}
      <Waiting on={task.busy} what="Saving the item…" />
      <FaultNotice fault={task.fault} />
      <div class="row links">
        <Button kind="link" label={`Edit ${item.item}`} onClick={() => openPanel(`item ${item.itemId}`)}>
          Edit
        </Button>
        {item.state !== 'done' && (
          <Button kind="link" busy={task.busy} label={`${item.item} is done`} onClick={done}>
            Done
          </Button>
        )}
      </div>
    </>
  )
}

export function Agenda({ card }: { card: CallCard }) {
  const { panel } = useStore(callsAt)
  const task = useTask()
  const total = card.agenda.reduce((sum, part) => sum + part.minutes, 0)
  const { callId, minutes, state } = card.call
  const print = () =>
    task.run(async () => {
      await call('openDialog', { page: 'Agenda', callId })
      announce('The agenda is open beside the sheet.')
    })
  return (
    <Section title="Agenda" aside={`${total} of ${minutes} min`}>
      <Card>
        <ol class="agenda">
          {card.agenda.map((part, index) => (
            <li key={`${index} ${part.title}`}>
              {`${part.title} (${part.minutes})`}
              {part.lines.map((line, at) => (
                <p class="muted" key={`${at} ${line}`}>
                  {line}
                </p>
              ))}
            </li>
          ))}
        </ol>
        {card.items.length > 0 && (
          <>
            <h3>Items that people added</h3>
            <ul class="list" aria-label="Items that people added">
              {card.items.map((item) => (
                <li key={item.itemId}>
                  <OneItem item={item} card={card} />
                </li>
              ))}
            </ul>
          </>
        )}
        <Waiting on={task.busy} what="Opening the agenda…" />
        <FaultNotice fault={task.fault} />
        {panel === 'item' ? (
          <ItemForm card={card} item={null} />
        ) : (
          <div class="row">
            {state === 'planned' && <Button onClick={() => openPanel('item')}>Add an item</Button>}
            <Button busy={task.busy} onClick={print}>
              Print or copy
            </Button>
          </div>
        )}
      </Card>
    </Section>
  )
}
