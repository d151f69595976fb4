/** A reminder, a mail to a backup or a summary of which nobody knows whether it went: what a person says of it. */
import type { Answer, Params } from '../contract'
import { keepArrivals, readArrivals } from '../mail/arrivals'
import { settleMessage } from '../mail/doubt'
import type { OutboxRow } from '../mail/outbox'
import type { Caller } from '../registry/callers'
import { getSettings } from '../registry/settings'
import { alone } from '../registry/settle'
import { readTable } from '../registry/table'
import { isOf } from './asked'
import { boardOf } from './board'
import { isSummary, summaryUntil } from './follow-up'
import { readWorld } from './world'

/** For whoever may approve. Throws `NOT_IN_DOUBT`, `TOO_LATE`. */
export function settleFollowUp({ messageId, as }: Params<'settleDoubt'>, caller: Caller): Answer<'alertBoard'> {
  const alertOf = (row: OutboxRow) => readTable('alerts').find(({ id }) => isOf(id, row))
  const isOver = (row: OutboxRow): boolean => {
    const alert = alertOf(row)
    const until = isSummary(row.alertId) ? alert && summaryUntil(alert) : alert?.actBy
    return !alert || alert.state === 'cancelled' || !until || until <= caller.now
  }
  const { row } = alone(() => settleMessage(messageId, as, caller.email, isOver))
  // The timer is not to wait until something else is due.
  if (as === 'send it again') keepArrivals({ ...readArrivals(), due: 0 })
  const alertId = alertOf(row)?.id ?? ''
  return boardOf(readWorld(getSettings(), caller.now, alertId), alertId, caller)
}
