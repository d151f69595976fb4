/** One run of a function of the script, from start to log line. */
import { loadScript } from './bundle'
import { RunKilled, ScriptError } from './errors'
import { Execution, type ExecutionSpec, type RunKind } from './execution'
import { makeServices } from './services'
import type { Workspace } from './workspace'

/** Simultaneous runs of one user. [Quotas for Google Services] */
const MAX_RUNNING = 30
const LOG_LINES = 200

export interface RunSpec extends ExecutionSpec {
  /** Arguments, or what makes them once the run has its services (events hold a Range). */
  readonly args?: readonly unknown[] | ((execution: Execution) => readonly unknown[])
}

export interface RunResult {
  /** What the function returned; undefined where it failed. */
  readonly value?: unknown
  /** What it threw, or why Google ended or refused it. */
  readonly error?: Error
  /** Ended from outside: no more time, or a hook killed it. */
  readonly killed: boolean
  readonly execution: Execution
}

export interface RunLogLine {
  readonly name: string
  readonly account: string
  readonly kind: RunKind
  /** Virtual time at the start, and how long it ran. */
  readonly at: number
  readonly ms: number
  /** Service calls. */
  readonly calls: number
  readonly error: string | null
  readonly killed: boolean
  readonly lines: readonly string[]
}

/** Runs a function by name. Never throws for what the script does: see the result. */
export function run(workspace: Workspace, spec: RunSpec): RunResult {
  const account = workspace.account(spec.account)
  const execution = new Execution(workspace, { ...spec, account: account.email })
  const running = [...workspace.running].filter((other) => other.account === account.email).length
  if (running >= MAX_RUNNING) return close(execution, { error: workspace.error(account.email, 'tooManyRunning') })
  workspace.running.add(execution)
  let outcome: { value?: unknown; error?: Error }
  try {
    const script = loadScript(workspace.options.bundle, hostOf(execution), makeServices(execution), account.language)
    const args = typeof spec.args === 'function' ? spec.args(execution) : (spec.args ?? [])
    outcome = { value: script.call(spec.name, args) }
  } catch (error) {
    outcome = { error: asError(error) }
  }
  return close(execution, outcome)
}

const hostOf = (execution: Execution) => ({
  clock: execution.workspace.clock,
  random: execution.workspace.random,
  log: execution.log,
  Date: execution.dateClass,
})

const asError = (thrown: unknown): Error =>
  Object.prototype.toString.call(thrown) === '[object Error]' ? (thrown as Error) : new Error(String(thrown))

function close(execution: Execution, outcome: { value?: unknown; error?: Error }): RunResult {
  const { workspace } = execution
  const late = execution.finish()
  workspace.running.delete(execution)
  const killed = execution.dead
  let error = outcome.error ?? late ?? undefined
  if (killed || error instanceof RunKilled) error = workspace.error(execution.account, 'timeout')
  const { name, account, kind, startedAt: at, calls, log: lines } = execution
  const ms = workspace.clock.now - at
  workspace.runs.push({ name, account, kind, at, ms, calls, error: error ? asLogged(error) : null, killed, lines })
  if (workspace.runs.length > LOG_LINES) workspace.runs.splice(0, workspace.runs.length - LOG_LINES)
  return error ? { error, killed, execution } : { value: outcome.value, killed, execution }
}

/** As Google’s log prints it: services’ errors as `Exception: …`. */
export const asLogged = (error: Error): string =>
  `${error instanceof ScriptError ? 'Exception' : error.name}: ${error.message}`
