/** Drafts in the sheet that can be opened, whoever made them. */
import type { Drafts } from '../../../src/contract'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { FaultNotice } from '../../parts/notice'
import { Section } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { home } from '../../state/answers'
import { openDraft } from '../../state/draft'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { goTo } from '../../state/view'
import { moment } from '../../words'

export function DraftList({ title, drafts }: { title: string; drafts: Drafts }) {
  const { value } = useStore(home.store)
  const task = useTask()
  if (!drafts.length) return null
  const open = (alertId: string) =>
    task.run(async () => {
      await openDraft(alertId)
      goTo('alert')
    })
  return (
    <Section title={title}>
      <FaultNotice fault={task.fault} />
      <Waiting on={task.busy} what="Opening the draft…" />
      <More items={drafts} first={5} noun="drafts">
        {({ alertId, title: name, by, at, actBy }) => (
          <li key={alertId}>
            <div class="row apart">
              <span>
                <b>{alertId}</b> {name || 'No title yet'}
              </span>
              <Button busy={task.busy} label={`Open ${alertId}`} onClick={() => open(alertId)}>
                Open
              </Button>
            </div>
            <p class="muted">{`by ${by === value?.you.email ? 'you' : by} · ${moment(at, value?.state?.timeZone)}`}</p>
            {actBy && <p class="muted">{`act by ${moment(actBy, value?.state?.timeZone)}`}</p>}
          </li>
        )}
      </More>
    </Section>
  )
}
