/** The outlines of the districts: how many the sheet keeps, and fetching the others. */
import type { DistrictsView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { FaultNotice, Notice } from '../../parts/notice'
import { Bar, Waiting } from '../../parts/progress'
import { home } from '../../state/answers'
import { fetching, fetchOutlines, stopFetching } from '../../state/outlines-run'
import { useStore } from '../../state/store'
import { count, day } from '../../words'

/** Some are missing, or of an older plan than the groups are mapped on. */
export const lacksOutlines = ({ kept, of }: DistrictsView['outlines']) => kept < of || kept === 0

export function Outlines({ kept }: { kept: DistrictsView['outlines'] }) {
  const run = useStore(fetching)
  const { value: homeNow } = useStore(home.store)
  const lacks = lacksOutlines(kept)
  const asOf = kept.asOf && `, as of ${day(kept.asOf, homeNow?.state?.timeZone)}`
  if (run.running)
    return (
      <>
        <Bar value={run.done} of={run.of} kind="green" label="District outlines fetched" />
        <p>{`${run.done} of ${run.of} district outlines`}</p>
        <Waiting on what="Asking the Census Bureau for the outlines…" />
        <Button busy={run.cancelling} onClick={stopFetching}>
          {run.cancelling ? 'Stopping after this lot…' : 'Cancel'}
        </Button>
      </>
    )
  return (
    <>
      <p>
        {lacks
          ? `Outlines for the map: ${kept.kept} of ${kept.of} are here. They come from the Census Bureau.`
          : `${count(kept.kept, 'district outline')}${asOf}.`}
      </p>
      <FaultNotice fault={run.fault} />
      {run.over && !run.fault && run.problem && (
        <Notice kind="warn" live>
          {run.problem}
        </Notice>
      )}
      {run.over && !run.fault && !run.problem && (
        <Notice kind="done" live>
          {run.done < run.of
            ? `Stopped with ${run.done} of ${run.of} outlines. What was fetched is kept.`
            : `${count(run.done, 'district outline')} fetched.`}
        </Notice>
      )}
      <div class="row">
        <Button onClick={() => fetchOutlines(kept.of)}>
          {lacks ? 'Get the district outlines' : 'Get the outlines again'}
        </Button>
      </div>
    </>
  )
}
