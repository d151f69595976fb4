/** Alerts and Outbox rows as the sheet has them. */
import { Fault } from '../fault'
import { type OutboxRow, readOutbox } from '../mail/outbox'
import { readTable, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import { countersOf } from './tally'

export type AlertRow = Row<'alerts'>

/** Throws `ALERT_NOT_FOUND`. */
export function findAlert(alertId: string, alerts: readonly AlertRow[] = readTable('alerts')): AlertRow {
  const alert = alerts.find((row) => row.id === alertId)
  if (!alert)
    throw new Fault(
      'ALERT_NOT_FOUND',
      `There is no alert ${alertId} in the Alerts tab.`,
      'Go back to Home and open the alert again.',
    )
  return alert
}

/** Throws `STATE_UNREADABLE` where something else was written over the state. */
export function demandState({ id, state }: AlertRow): void {
  if (state === '')
    throw new Fault(
      'STATE_UNREADABLE',
      `The state of ${id} in the Alerts tab is none that Statewide knows.`,
      'Type “cancelled” there and begin a new alert; or “sending”, if it was approved and may go on.',
    )
}

/** The messages of an alert, from the Outbox or from these of its rows. */
export const messagesOf = (alertId: string, rows?: readonly OutboxRow[]): OutboxRow[] =>
  readOutbox(rows).filter((row) => row.alertId === alertId)

/** To be called under the script lock: brings an alert's counters and state into line with its messages. */
export function settleAlert({ id }: Pick<AlertRow, 'id'>, messages: readonly OutboxRow[]): AlertRow {
  const { rows } = updateRows('alerts', (alerts) => {
    const counters = countersOf(findAlert(id, alerts), messages)
    return new Map(counters && [[id, counters]])
  })
  return findAlert(id, rows())
}
