/** Approved alerts that somebody took out of the Alerts tab: nothing else would say why they stand still. */
import type { Home } from '../../../src/contract'
import { Notice } from '../../parts/notice'

export function LostAlerts({ lost }: { lost: NonNullable<Home['lost']> }) {
  return lost.map(({ alertId, title }) => (
    <Notice key={alertId} kind="warn">
      <p>
        <b>{`${alertId} ${title} is gone from the Alerts tab.`}</b> Nothing more of it is sent.
      </p>
      <p>
        Was its row deleted by mistake? Bring it back: File › Version history. What has gone out stands in the Outbox
        tab.
      </p>
    </Notice>
  ))
}
