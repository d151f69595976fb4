/** Opens the coverage dialog beside the sheet. */
import { call } from '../call'
import { useTask } from '../state/task'
import { Button } from './button'
import { FaultNotice } from './notice'
import { Waiting } from './progress'

export function MapButton() {
  const task = useTask()
  return (
    <>
      <div class="row">
        <Button busy={task.busy} onClick={() => task.run(() => call('openDialog', { page: 'Coverage' }))}>
          See the map
        </Button>
      </div>
      <Waiting on={task.busy} what="Opening the map…" />
      <FaultNotice fault={task.fault} />
    </>
  )
}
