/** Each message of the alert and what became of it, as the Outbox tab has it. */
import { useEffect, useState } from 'preact/hooks'
import type { Answer } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { FaultNotice } from '../../parts/notice'
import { Section } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { home } from '../../state/answers'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { moment, people } from '../../words'

type Row = Answer<'alertLedger'>['rows'][number]
const MARKS: Record<Row['state'], string> = {
  queued: '○ queued',
  claimed: '→ being sent',
  sent: '✓ sent',
  doubt: '? in doubt',
  failed: '✕ failed',
  skipped: '– skipped',
  cancelled: '– cancelled',
  expired: '– too late',
}

/** `version` changes whenever the ledger may have. */
export function Ledger({ alertId, version }: { alertId: string; version: string }) {
  const [open, setOpen] = useState(false)
  const [rows, setRows] = useState<Row[]>([])
  const task = useTask()
  const zone = useStore(home.store).value?.state?.timeZone
  const { run } = task
  useEffect(() => {
    if (open) run(async () => setRows((await call('alertLedger', { alertId })).rows))
  }, [open, alertId, version, run])
  return (
    <Section title="Ledger">
      <Button onClick={() => setOpen(!open)} expanded={open}>
        {open ? 'Hide messages' : 'Show messages'}
      </Button>
      <Waiting on={task.busy} what="Reading the Outbox…" />
      <FaultNotice fault={task.fault} />
      {open && (
        <More items={rows} first={20} noun="messages">
          {(row) => (
            <li key={row.messageId}>
              <b>{MARKS[row.state]}</b>
              {row.state !== 'skipped' && (row.people > 0 ? ` · ${people(row.people)}` : ' · a post')}
              {row.at && <span class="muted">{` · ${moment(row.at, zone)}`}</span>}
              <br />
              {row.to.slice(0, 3).join(', ')}
              {row.to.length > 3 && ` and ${row.to.length - 3} more`}
              {row.reason && <p class="muted">{row.reason}</p>}
            </li>
          )}
        </More>
      )}
    </Section>
  )
}
