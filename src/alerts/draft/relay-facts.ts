/** What the page makes texts to paste of, before an alert is sent and after. */
import type { RelayFacts } from '../../contract'
import { Fault } from '../../fault'
import { actByShort, actByText, zonesFor } from '../../registry/act-by'
import type { Caller } from '../../registry/callers'
import { readKept } from '../kept-draft'
import { findAlert } from '../store'
import { NO_GROUP } from './audience'
import { instantIn, planAlert } from './plan'
import { readRegistry } from './registry'

/** Throws `ALERT_NOT_FOUND`, `DRAFT_UNREADABLE`. */
export function relayFacts({ alertId }: { alertId: string }, { now }: Caller): RelayFacts {
  const alert = findAlert(alertId)
  const kept = readKept(alert.draft)
  if (!kept)
    throw new Fault(
      'DRAFT_UNREADABLE',
      `The draft of ${alertId} was changed in the sheet and cannot be read.`,
      'Take the words from a mail that was sent.',
    )
  const registry = readRegistry()
  const plan = planAlert(kept, registry, now)
  // As it stands in the Alerts tab, once that is fixed: what is sent keeps to it.
  const at = (alert.state === 'draft' ? null : alert.actBy) ?? instantIn(plan.actBy)
  const zones = zonesFor(registry.timeZone, registry.state)
  return {
    kind: kept.kind ?? 'alert',
    title: kept.title.trim(),
    bill: kept.bill.trim(),
    ask: (kept.ask ?? '').trim(),
    why: (kept.why ?? '').trim(),
    network: registry.networkName.trim(),
    actBy: at ? actByText(at, zones) : '',
    actByShort: at ? actByShort(at, zones) : '',
    legislators: plan.targets.targets.map(({ id, titled, label, capitolPhone, districtPhone }) => ({
      ...{ id, titled, label, capitolPhone, districtPhone },
    })),
    groups: plan.audience.groups
      .filter((group) => group.id !== NO_GROUP)
      .map(({ id, name, targetIds }) => ({ id, name, legislatorIds: targetIds })),
  }
}
