/** Why there is no map yet, and the way to one. */
import type { CoverageView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { FaultNotice, Notice } from '../../parts/notice'
import { Bar } from '../../parts/progress'
import { fetching, fetchOutlines, stopFetching } from '../../state/outlines-run'
import { useStore } from '../../state/store'
import { lacksOutlines } from '../districts/outlines'
import type { Board } from './board'
import { loadAgain } from './state'

/** `House 7, 12 and 4 more`. */
function listed({ unseen }: Board): string {
  const labels = unseen.slice(0, 3).map((one) => one.label)
  return unseen.length > 3 ? `${labels.join(', ')} and ${unseen.length - 3} more` : labels.join(', ')
}

export function GetOutlines({ board, kept }: { board: Board; kept: CoverageView['outlines'] }) {
  const { running, cancelling, done, of, problem, fault, over } = useStore(fetching)
  if (running)
    return (
      <div class="get-outlines">
        <p>{of > 0 ? `${done} of ${of} outlines are here` : 'Asking the Census Bureau for the outlines…'}</p>
        <Bar value={done} of={of} label="Outlines fetched" />
        <Button onClick={stopFetching} busy={cancelling}>
          {cancelling ? 'Stopping after this lot…' : 'Cancel'}
        </Button>
      </div>
    )
  const none = board.shapes.length === 0
  const lacks = none || lacksOutlines(kept)
  if (!lacks && board.unseen.length === 0 && !fault) return null
  return (
    <div class="get-outlines">
      {none && <p>The sheet has no outlines of these districts yet, so they are shown as tiles.</p>}
      {!none && board.unseen.length > 0 && <p class="muted">{`Not on the map: ${listed(board)}.`}</p>}
      {over && problem && (
        <Notice kind="warn" live>
          <p>{problem}</p>
        </Notice>
      )}
      <FaultNotice fault={fault} />
      {lacks && (
        <Button kind={none ? 'primary' : 'plain'} onClick={() => fetchOutlines(kept.of, loadAgain)}>
          {none ? 'Get the outlines' : 'Get the missing outlines'}
        </Button>
      )}
    </div>
  )
}
