/** The sheet misses something that the program needs: say what, offer to mend it. */
import type { Home } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { FaultNotice, Notice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { home as homeAnswer } from '../../state/answers'
import { useTask } from '../../state/task'

export function Repair({ home }: { home: Home }) {
  const task = useTask()
  const { broken } = home.setup
  const { state } = home
  if (!broken.length || !state) return null
  const repair = async () => {
    const well = await task.run(() => call('setUp', { state: state.code, timeZone: state.timeZone }))
    if (!well) return
    announce('The sheet is repaired.')
    await homeAnswer.load()
  }
  return (
    <Notice kind="warn">
      <p>
        <b>Sheet needs repair</b>
      </p>
      <ul>
        {broken.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <p>Nothing that people typed is changed.</p>
      <Waiting on={task.busy} what="Repairing tabs and headings…" />
      <FaultNotice fault={task.fault} />
      <Button onClick={repair} busy={task.busy}>
        Repair
      </Button>
    </Notice>
  )
}
