/** The first page: what is set up, what is next, who keeps it running. Works on a sheet without a single tab. */

import { answerable, draftsFor, listed, liveAlert, lostAlerts, recentAlert } from './alerts'
import type { Home } from './contract'
import { countAll } from './counts'
import { coverageSummary } from './districts'
import { Fault, isOfSheet } from './fault'
import { mailsLeft } from './google/mail'
import { makeOperator, operatorSince } from './operator'
import { type Caller, mayApprove } from './registry/callers'
import { countNameless } from './registry/hand-typed'
import { getSettings, type Settings, toSettings } from './registry/settings'
import { findBroken, findDoubled } from './registry/setup'
import { allStates, stateOf } from './registry/states'
import { lookOnce, readTable } from './registry/table'
import type { Row, TableName } from './registry/tables'
import { callsRoom } from './rooms'
import { tickState } from './tick'

/** `tick` runs every five minutes, and Google may be late: after this long it has stopped. */
const STALE_MS = 20 * 60_000
/** So long its first run may take. */
const FIRST_MS = 15 * 60_000
const NO_CALLS: ReturnType<ReturnType<typeof callsRoom>['callsAtHome']> = { next: null, unled: [] }

/** What a broken sheet cannot tell is left blank: what is wrong is said by `broken` and `twice`. */
function orElse<T>(instead: T, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (isOfSheet(error) || (error instanceof Fault && error.code === 'NO_STATE')) return instead
    throw error
  }
}

/** A sheet whose Settings have a column twice is set up: that is said, and not asked for once more. */
function settingsOf(): Settings {
  try {
    return getSettings()
  } catch (error) {
    if (error instanceof Fault && error.code === 'COLUMN_TWICE') throw error
    return orElse(toSettings([]), getSettings)
  }
}

const rowsOf = <N extends TableName>(name: N): Row<N>[] => orElse([], () => readTable(name))

/** `4 min ago`. */
export function agoText(then: Date | null, now: Date): string {
  if (!then) return 'never'
  const minutes = Math.max(0, Math.floor((now.getTime() - then.getTime()) / 60_000))
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ago`
  return `${Math.floor(minutes / (24 * 60))} days ago`
}

function operatorOf(settings: Settings, caller: Caller): Home['operator'] {
  const { last, rests } = tickState(caller.now)
  return {
    email: settings.operator,
    isYou: settings.operator !== '' && settings.operator === caller.email,
    lastTick: last ? last.toISOString() : null,
    lastTickText: agoText(last, caller.now),
    stale:
      settings.operator !== '' &&
      caller.now.getTime() > Math.max((last?.getTime() ?? 0) + STALE_MS, operatorSince() + FIRST_MS),
    rests,
  }
}

/** Throws `SHEET_NEWER`, `COLUMN_TWICE`. */
export const home = (caller: Caller): Home => lookOnce(() => build(caller))

function build(caller: Caller): Home {
  const settings = settingsOf()
  const state = stateOf(settings.state)
  const ready = state !== null && settings.operator !== ''
  const people = rowsOf('people')
  const allowed = mayApprove(caller, people, settings)
  const tables = {
    groups: rowsOf('groups'),
    people,
    legislators: rowsOf('legislators'),
    alerts: rowsOf('alerts'),
    coverage: rowsOf('coverage'),
  }
  const nameless = orElse(0, () => countNameless('groups')) + orElse(0, () => countNameless('people'))
  const calls = orElse(NO_CALLS, () => (readTable('series').length > 0 ? callsRoom().callsAtHome(caller) : NO_CALLS))
  const alert = orElse(null, () => liveAlert(caller.now) ?? recentAlert(caller.now))
  return {
    setup: { ready, broken: ready ? findBroken() : [], twice: findDoubled() },
    states: allStates().map(({ code, name, zones }) => ({
      code: code.toUpperCase(),
      name: code === 'fr' ? `${name} (made up, to try out)` : name,
      timeZones: [...zones],
    })),
    state: state && {
      code: state.code.toUpperCase(),
      name: state.name,
      timeZone: settings.timeZone || state.timeZone,
    },
    you: { email: caller.email, mayApprove: allowed },
    operator: operatorOf(settings, caller),
    mailsLeft: mailsLeft(),
    alert,
    others: answerable(tables.alerts, caller.now).filter((one) => one.alertId !== alert?.alertId),
    lost: lostAlerts(tables.alerts, caller.now),
    waiting: listed(draftsFor(tables.alerts, caller, allowed)).filter((d) => d.asked),
    nextCall: calls.next,
    coverage: orElse([], coverageSummary),
    counts: countAll(tables, ready, nameless, calls.unled),
  }
}

export function becomeOperator(caller: Caller): Home {
  makeOperator(caller)
  return home(caller)
}

/** Whether the sheet knows its state already. */
export const stateIsSet = (): boolean => orElse(false, () => stateOf(getSettings().state) !== null)
