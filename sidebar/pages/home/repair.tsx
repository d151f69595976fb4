/** The sheet misses something that the program needs, or has it twice: say what, offer to mend it or say how. */
import type { Home } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { FaultNotice, Notice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { home as homeAnswer } from '../../state/answers'
import { useTask } from '../../state/task'

/** Which of two columns counts, only a person can tell. */
export function Doubled({ twice = [] }: { twice: Home['setup']['twice'] }) {
  if (!twice.length) return null
  return (
    <Notice kind="error">
      {twice.map((what) => (
        <p key={what}>
          <b>{what}</b>
        </p>
      ))}
      <p>
        Nothing is sent or read that needs this tab until the copy has another name or is gone. Look which of the two
        holds your entries, type another heading over the other one, then look again.
      </p>
      <Button onClick={homeAnswer.load}>Look again</Button>
    </Notice>
  )
}

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
      <div class="row">
        <Button onClick={repair} busy={task.busy}>
          Repair
        </Button>
        <Button onClick={homeAnswer.load}>Look again</Button>
      </div>
    </Notice>
  )
}
