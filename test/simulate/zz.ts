import { rowsIn } from '../src/alerts/world'
import { play } from './play'

const s = JSON.parse(process.argv[2] as string)
const p = play(s)
for (const r of rowsIn(p.ws, 'alerts'))
  console.log(JSON.stringify({ id: r.id, state: r.state, people: r.people, mark: r.mark }))
for (const r of rowsIn(p.ws, 'outbox'))
  console.log(
    JSON.stringify({
      id: r.id,
      a: r.alertId,
      st: r.state,
      to: r.recipients,
      g: r.groupIds,
      reason: r.reason,
      mark: r.mark,
      run: r.run,
      d: r.draftId,
      at: r.changedAt,
    }),
  )
