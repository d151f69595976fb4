/**
 * The one gate every service call passes: it counts the call, checks authorisation mode and scopes, lets modelled time
 * pass, ends runs that are out of time, and gives tests their hook before and after.
 */
import type { Execution } from './execution'

export interface CallSpec {
  /** `SpreadsheetApp`, `Gmail`, … as the script names it. */
  readonly service: string
  /** `Range.setValues`: class and method, or the method alone on the service itself. */
  readonly method: string
  /** Any one of these scopes (the part after `…/auth/`, or a whole URL) is enough. None: no permission needed. */
  readonly scopes?: readonly string[]
  /** May be called in `AuthMode.LIMITED` (simple triggers). */
  readonly limited?: boolean
  /** Modelled milliseconds; the latency table gives it where it is left out. */
  readonly ms?: number
}

/** A call as hooks see it. */
export interface ServiceCall extends CallSpec {
  /** Counts from 1 over the life of the workspace. */
  readonly n: number
  readonly account: string
  readonly execution: Execution
}

/** Throw in a hook to make the call fail, or `execution.kill()` to end the run there. */
export interface Hook {
  before?(call: ServiceCall): void
  after?(call: ServiceCall): void
}

export interface MeterLine {
  calls: number
  ms: number
}
