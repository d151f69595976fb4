/** One item of an agenda, new or changed. */
import { useState } from 'preact/hooks'
import type { CallCard } from '../../../src/contract'
import { ITEM_STATES } from '../../../src/registry/words'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { SelectField, TextField } from '../../parts/inputs'
import { FaultNotice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { closePanel, openCall } from '../../state/calls'
import { type TypedItem, typedItem } from '../../state/item'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { Panel } from './panel'

type Item = CallCard['items'][number]

const BLANK = { item: '', who: '', minutes: '', state: 'open' } as const

export function ItemForm({ card, item }: { card: CallCard; item: Item | null }) {
  const { seriesId, callId } = card.call
  const key = item?.itemId ?? `new in ${callId}`
  const typed = useStore(typedItem)
  const before = item ? { ...item, minutes: item.minutes === null ? '' : String(item.minutes) } : BLANK
  const now: TypedItem = typed.key === key ? typed : { ...before, key }
  const type = (part: Partial<TypedItem>) => typedItem.set({ ...now, ...part, key })
  const task = useTask()
  const [tried, setTried] = useState(false)
  const wrongMinutes = now.minutes.trim() !== '' && !/^\d{1,3}$/.test(now.minutes.trim())
  const wrong: Record<string, string> = tried
    ? {
        ...(now.item.trim() === '' && { item: 'Write what it is about.' }),
        ...(wrongMinutes && { minutes: 'Write a whole number of minutes, or leave it blank for a fair share.' }),
      }
    : {}
  const error = (field: string) =>
    wrong[field] ?? (task.fault?.field === field ? `${task.fault.message} ${task.fault.next}`.trim() : '')
  const atField = ['item', 'who', 'minutes'].includes(task.fault?.field ?? '')
  const save = async () => {
    setTried(true)
    if (now.item.trim() === '' || wrongMinutes) return
    await task.run(async () => {
      await call('setItem', {
        itemId: item?.itemId ?? null,
        seriesId,
        callId,
        item: now.item.trim(),
        who: now.who.trim(),
        minutes: now.minutes.trim() === '' ? null : Number(now.minutes),
        state: now.state,
      })
      typedItem.set({ key: '' })
      closePanel()
      announce(item ? 'The item is changed.' : 'The item is on the agenda.')
      await openCall(callId)
    })
  }
  return (
    <Panel title={item ? 'Edit the item' : 'Add an item'} onSubmit={save}>
      <TextField label="Item" value={now.item} onValue={(value) => type({ item: value })} error={error('item')} />
      <TextField label="Who" value={now.who} onValue={(who) => type({ who })} error={error('who')} />
      <TextField
        label="Minutes"
        hint="Blank: a fair share of the time."
        type="number"
        value={now.minutes}
        onValue={(minutes) => type({ minutes })}
        error={error('minutes')}
      />
      {item && (
        <SelectField
          label="State"
          value={now.state}
          onValue={(value) => type({ state: ITEM_STATES.find((state) => state === value) ?? 'open' })}
          options={[
            ['open', 'Open'],
            ['done', 'Done'],
            ['carried', 'Carried to the next call'],
          ]}
        />
      )}
      <Waiting on={task.busy} what="Saving the item…" />
      <FaultNotice fault={atField ? null : task.fault} />
      <div class="row">
        <Button kind="primary" type="submit" busy={task.busy}>
          {item ? 'Save the item' : 'Add the item'}
        </Button>
        <Button onClick={closePanel}>Leave it</Button>
      </div>
    </Panel>
  )
}
