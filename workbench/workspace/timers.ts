/** The clock’s triggers: when they are due, that they run as their owner, and what Google mails when they fail. */
import { AUTH_MODE } from './auth-mode'
import { fullScope } from './permissions'
import type { RunResult } from './run'
import { nextRun } from './schedule'
import { compose } from './services/mail-compose'
import { store } from './services/mail-server'
import type { TimerRecord } from './timers-state'
import type { Workspace } from './workspace'

export { firstRun } from './schedule'

const waiting = (workspace: Workspace): TimerRecord[] =>
  workspace.state.timers.records
    .filter((record) => record.next !== null && !record.disabled)
    .sort((a, b) => Number(a.next) - Number(b.next) || (a.id < b.id ? -1 : 1))

/** When the next trigger is due, or null. */
export const nextTimerAt = (workspace: Workspace): number | null => waiting(workspace)[0]?.next ?? null

/** Moves the clock; every trigger that comes due on the way runs, in order. Gives the runs. */
export function advance(workspace: Workspace, ms: number): RunResult[] {
  const { clock } = workspace
  const until = clock.now + Math.max(0, ms)
  const results: RunResult[] = []
  for (let record = waiting(workspace)[0]; record && Number(record.next) <= until; record = waiting(workspace)[0]) {
    clock.now = Math.max(clock.now, Number(record.next))
    record.next = nextRun(workspace, record)
    const result = fire(workspace, record)
    if (result) results.push(result)
  }
  clock.now = Math.max(clock.now, until)
  return results
}

/** The event of a clock’s trigger, in UTC. */
function clockEvent(record: TimerRecord, now: number): Record<string, unknown> {
  const date = new Date(now)
  const weekday = date.getUTCDay()
  const yearStart = Date.UTC(date.getUTCFullYear(), 0, 1)
  const week = Math.floor((now - yearStart) / 86_400_000 / 7) + 1
  return {
    authMode: AUTH_MODE.FULL,
    triggerUid: record.id,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': weekday === 0 ? 7 : weekday,
    'week-of-year': week,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    timezone: 'UTC',
  }
}

function fire(workspace: Workspace, record: TimerRecord): RunResult | null {
  const { owner, handler: name, spreadsheetId } = record
  const refused = whyNot(workspace, record)
  if (refused) {
    mailFailure(workspace, record, refused)
    return null
  }
  const args = [clockEvent(record, workspace.clock.now)]
  const result = workspace.run({ account: owner, kind: 'timer', spreadsheetId, name, args })
  // A run ends at its deadline, however long other runs in the middle of it made the clock go on.
  const { startedAt, deadline } = result.execution
  chargeRuntime(workspace, owner, Math.min(workspace.clock.now, deadline) - startedAt)
  if (result.error) mailFailure(workspace, record, result.error.message)
  return result
}

/** Why Google does not even start a trigger: a scope its owner has not granted, or no runtime left today. */
export function whyNot(workspace: Workspace, record: Pick<TimerRecord, 'owner'>): string | null {
  const granted = workspace.account(record.owner).granted?.map(fullScope)
  if (granted && workspace.options.manifest.oauthScopes.some((scope) => !granted.includes(scope)))
    return workspace.error(record.owner, 'authorizationRequired').message
  if (workspace.quotas.left(record.owner, 'trigger runtime ms') === 0)
    return workspace.error(record.owner, 'computerTime').message
  return null
}

/** Trigger runtime counts for the trigger’s owner, whoever caused the run. */
export function chargeRuntime(workspace: Workspace, owner: string, ms: number): void {
  const { quotas } = workspace
  const name = 'trigger runtime ms'
  quotas.spend(owner, name, Math.min(ms, quotas.left(owner, name)))
}

/** Google’s notice to the owner of a trigger that failed; nobody else hears of it. */
export function mailFailure(workspace: Workspace, record: Pick<TimerRecord, 'owner' | 'handler'>, why: string): void {
  const { now } = workspace.clock
  const raw = compose({
    from: { name: 'Apps Script Notifications', email: 'noreply-apps-scripts-notifications@google.com' },
    to: [{ name: '', email: record.owner }],
    subject: 'Summary of failures for Apps Script',
    text: `Your script has failed to finish.\n\nFunction: ${record.handler}\nStart: ${new Date(now).toISOString()}\nError: ${why}\n`,
    at: now,
  })
  store(workspace, record.owner, raw)
}
