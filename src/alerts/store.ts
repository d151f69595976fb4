/** Alerts and Outbox rows as the sheet has them, and the tables that a plan stands on. */
import { Fault } from '../fault'
import { getSettings, type Settings } from '../registry/settings'
import { stateOf } from '../registry/states'
import { readTable, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import type { OutboxRow } from './outbox'
import type { Registry } from './plan'
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

/** The Outbox. A row whose state somebody cleared by hand is in doubt: it may have gone. */
export const readOutbox = (): OutboxRow[] =>
  readTable('outbox').map((row) =>
    row.state ? row : { ...row, state: 'doubt', draftId: '', reason: 'Its state was changed by hand in the Outbox.' },
  )

export const messagesOf = (alertId: string): OutboxRow[] => readOutbox().filter((row) => row.alertId === alertId)

/** The zone in which this network's times are told. */
export const zoneOf = (settings: Settings): string =>
  settings.timeZone || stateOf(settings.state)?.timeZone || 'America/New_York'

export function readRegistry(settings: Settings = getSettings()): Registry {
  const state = stateOf(settings.state)
  return {
    groups: readTable('groups'),
    people: readTable('people'),
    coverage: readTable('coverage'),
    legislators: readTable('legislators'),
    state,
    timeZone: zoneOf(settings),
    networkName: settings.networkName || (state ? `Indivisible ${state.name}` : ''),
  }
}

/** To be called under the script lock: brings an alert's counters and state into line with its messages. */
export function settleAlert(alert: AlertRow, rows: readonly OutboxRow[]): AlertRow {
  const counters = countersOf(alert, rows)
  if (!counters) return alert
  updateRows('alerts', new Map([[alert.id, counters]]))
  return { ...alert, ...counters }
}

/** What the sheet refuses once it may take a moment later. Only for work that comes to the same when done twice. */
export function twice<T>(work: () => T): T {
  try {
    return work()
  } catch {
    return work()
  }
}
