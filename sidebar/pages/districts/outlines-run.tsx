/** Where the sheet has no outlines, or not all: what that means, and fetching them. */
import type { DistrictsView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { FaultNotice, Notice } from '../../parts/notice'
import { Bar } from '../../parts/progress'
import { fetchOutlines, outlinesRun } from '../../state/outlines-run'
import { useStore } from '../../state/store'
import { count } from '../../words'

export function OutlinesRun({ view }: { view: DistrictsView }) {
  const { running, done, of, problem, fault } = useStore(outlinesRun)
  const { kept, of: all } = view.outlines
  if (kept > 0 && kept >= all && !running && !problem && !fault) return null
  return (
    <>
      {running ? (
        <>
          <Bar value={done} of={of} label="Outlines fetched" />
          <p class="muted">{of > 0 ? `${done} of ${of} outlines fetched` : 'Asking for the outlines…'}</p>
        </>
      ) : (
        <div class="row apart">
          <span class="muted">
            {kept > 0
              ? `${count(kept, 'outline')} of ${all} are in the sheet.`
              : 'No map yet: the sheet has no outlines of the districts.'}
          </span>
          <Button onClick={fetchOutlines}>{kept > 0 ? 'Fetch the rest' : 'Fetch the outlines'}</Button>
        </div>
      )}
      {problem && !running && (
        <Notice kind="warn" live>
          {problem}
        </Notice>
      )}
      <FaultNotice fault={fault} />
    </>
  )
}
