/** Moving or cancelling one call. Everyone invited is told. */
import { useState } from 'preact/hooks'
import type { CallRow } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { Confirm } from '../../parts/confirm'
import { TextField } from '../../parts/inputs'
import { FaultNotice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { closePanel, dayOf, openPanel, putCall } from '../../state/calls'
import { useTask } from '../../state/task'
import { Panel } from './panel'

export function MoveCall({ row }: { row: CallRow }) {
  const { callId } = row
  const [starts, setStarts] = useState(row.wall)
  const [minutes, setMinutes] = useState(String(row.minutes))
  const task = useTask()
  const error = (field: string) =>
    task.fault?.field === field ? `${task.fault.message} ${task.fault.next}`.trim() : ''
  const atField = Boolean(error('starts') || error('minutes'))
  const move = () =>
    task.run(async () => {
      const moved = await call('moveCall', { callId, starts, minutes: Number(minutes) || 0 })
      putCall(moved, `Moved to ${moved.call.when}.`)
    })
  return (
    <Panel title="Move or cancel" onSubmit={move}>
      <TextField
        label="New date and time"
        hint="On the clock of this series."
        type="datetime-local"
        value={starts}
        onValue={setStarts}
        error={error('starts')}
      />
      <TextField label="Minutes" type="number" value={minutes} onValue={setMinutes} error={error('minutes')} />
      <Waiting on={task.busy} what="Moving it in the sheet and in Calendar…" />
      <FaultNotice fault={atField ? null : task.fault} />
      <div class="row">
        <Button kind="primary" type="submit" busy={task.busy}>
          Move this call
        </Button>
        <Button onClick={closePanel}>Leave it</Button>
        <Button kind="link" onClick={() => openPanel('cancel')}>
          Cancel this call
        </Button>
      </div>
    </Panel>
  )
}

export function CancelCall({ row }: { row: CallRow }) {
  const task = useTask()
  const cancel = () =>
    task.run(async () => putCall(await call('cancelCall', { callId: row.callId }), `${dayOf(row)} is cancelled.`))
  return (
    <>
      <Waiting on={task.busy} what="Cancelling it in the sheet and in Calendar…" />
      <FaultNotice fault={task.fault} />
      <Confirm
        danger
        ask={`Cancel the call of ${dayOf(row)}?`}
        detail="Everyone invited is told. The other dates stay as they are; open items go to the next call."
        yes="Cancel this call"
        no="Keep it"
        busy={task.busy}
        onYes={cancel}
        onNo={closePanel}
      />
    </>
  )
}
