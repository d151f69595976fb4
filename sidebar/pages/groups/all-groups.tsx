/** How many groups have their districts, mapping the rest, and what needs a person. */
import type { GroupsView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { FaultNotice, Notice } from '../../parts/notice'
import { Section } from '../../parts/page'
import { Bar, Waiting } from '../../parts/progress'
import { pasted } from '../../state/import-store'
import { mapAll, mapping, stopMapping } from '../../state/map-run'
import { useStore } from '../../state/store'
import { openGroup } from '../../state/view'
import { count } from '../../words'

export function AllGroups({ view }: { view: GroupsView }) {
  const run = useStore(mapping)
  const { text } = useStore(pasted)
  return (
    <Section title="All groups">
      <p>{`${view.mapped} mapped · ${view.check} to check · ${view.none} not mapped`}</p>
      <Bar value={view.mapped} of={view.total} />
      {run.running ? (
        <>
          <Bar value={run.tried} of={run.tried + run.left} kind="green" label="Groups looked up" />
          <p>{`${run.tried} of ${run.tried + run.left} looked up: ${run.mapped} mapped, ${run.check} to check, ${run.failed} not found`}</p>
          <Waiting on={run.running} what="Asking the Census geocoder…" />
          <Button busy={run.cancelling} onClick={stopMapping}>
            {run.cancelling ? 'Stopping after this lot…' : 'Cancel'}
          </Button>
        </>
      ) : (
        view.none > 0 && (
          <Button kind={text ? 'plain' : 'primary'} onClick={() => mapAll(view.none)}>
            {view.none === 1 ? 'Map the 1 that is left' : `Map the ${view.none}`}
          </Button>
        )
      )}
      <FaultNotice fault={run.fault} />
      {run.paused && !run.running && (
        <Notice kind="warn" live>
          <p>
            <b>Mapping has paused.</b> {run.paused}
          </p>
          <p>{`What was found is written. ${count(run.left, 'group')} left: map them again later.`}</p>
        </Notice>
      )}
      {run.over && !run.paused && !run.fault && (
        <Notice kind="done" live>
          {`${count(run.tried, 'group')} looked up: ${run.mapped} mapped, ${run.check} to check, ${run.failed} not found.`}
          {run.left > 0 && ` Stopped with ${run.left} left.`}
        </Notice>
      )}
      {view.problems.length > 0 && (
        <>
          <h3>{`${count(view.problems.length, 'group')} to look at`}</h3>
          <More items={view.problems} noun="groups">
            {(problem) => (
              <li key={problem.groupId}>
                <Button kind="link" onClick={() => openGroup(problem.groupId)}>
                  {`${problem.groupId} · ${problem.group}`}
                </Button>
                <br />
                {problem.why} <span class="muted">{problem.next}</span>
              </li>
            )}
          </More>
        </>
      )}
    </Section>
  )
}
