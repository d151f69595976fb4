/** Time that passes inside a call: waiting for an answer, a lock, a sleep. */
import type { Execution } from '../execution'

/** Lets `ms` pass; where the run's time is over before that, the run ends at that moment. */
export function elapse(execution: Execution, ms: number): void {
  const { clock } = execution.workspace
  const left = execution.deadline - clock.now
  clock.pass(Math.min(ms, left + 1))
  if (ms > left) execution.kill()
}
