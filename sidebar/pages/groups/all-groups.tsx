/** How many groups have their districts, mapping the rest, and what needs a person. */
import type { GroupsView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { FaultNotice, Notice } from '../../parts/notice'
import { Section } from '../../parts/page'
import { Bar, Waiting } from '../../parts/progress'
import { pasted } from '../../state/import-store'
import { mapAll, mapOn, mapping, stopMapping } from '../../state/map-run'
import { useStore } from '../../state/store'
import { openGroup } from '../../state/view'
import { count } from '../../words'
import { MappingCounts } from './mapping-counts'

export function AllGroups({ view }: { view: GroupsView }) {
  const run = useStore(mapping)
  const { text } = useStore(pasted)
  const stopped = run.over && run.left > 0
  return (
    <Section title="All groups">
      <MappingCounts view={view} none="not mapped" label="All groups" />
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
        <div class="row">
          {stopped && (
            <Button kind={text ? 'plain' : 'primary'} onClick={mapOn}>
              {`Go on with the ${run.left} left`}
            </Button>
          )}
          {view.none > 0 && !(stopped && run.left >= view.none) && (
            <Button kind={text || stopped ? 'plain' : 'primary'} onClick={() => mapAll(view.none)}>
              {view.none === 1 ? 'Map the 1 that is left' : `Map the ${view.none}`}
            </Button>
          )}
        </div>
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
        <>
          <Notice kind="done" live>
            {`${count(run.tried, 'group')} looked up: ${run.mapped} mapped, ${run.check} to check, ${run.failed} not found.`}
            {run.left > 0 && ` Stopped with ${run.left} left.`}
          </Notice>
          {run.due.length > 0 && (
            <>
              <h3>What became of them</h3>
              <MappingCounts
                view={view}
                of={run.due}
                none={run.left > 0 ? 'not mapped' : 'not found'}
                label="This run"
              />
            </>
          )}
        </>
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
