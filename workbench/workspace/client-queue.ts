/**
 * Calls of one page on their way: at most ten run at once, the eleventh waits, and the order in which they are answered
 * is anybody’s guess. For pages and tests that want to know whether they mind.
 */
import { serverCall, serverFunctionNames, toServer } from './client'
import type { Workspace } from './workspace'

const SLOTS = 10

interface Waiting {
  readonly functionName: string
  readonly args: readonly unknown[]
  done(value: unknown): void
  failed(error: Error): void
}

export class ClientQueue {
  private readonly waiting: Waiting[] = []

  constructor(
    private readonly workspace: Workspace,
    private readonly account: string,
  ) {}

  /** Calls under way and calls that wait for a slot. */
  get length(): number {
    return this.waiting.length
  }

  /** Sends a call. Throws at once, as the page’s own code would, for an unknown name or an argument that cannot cross. */
  send(call: Waiting): void {
    if (!serverFunctionNames(this.workspace).includes(call.functionName))
      throw new TypeError(`google.script.run.${call.functionName} is not a function`)
    this.waiting.push({ ...call, args: call.args.map((arg, i) => toServer(arg, String(i))) })
  }

  /** Runs one of the calls that have a slot and hands out its answer; false where there is none. */
  answerOne(): boolean {
    const { workspace, account } = this
    const running = Math.min(SLOTS, this.waiting.length)
    if (running === 0) return false
    const [call] = this.waiting.splice(workspace.random.int(0, running - 1), 1)
    if (!call) return false
    let value: unknown
    try {
      value = serverCall(workspace, { account, functionName: call.functionName, args: call.args })
    } catch (error) {
      call.failed(error as Error)
      return true
    }
    call.done(value)
    return true
  }

  /** Until nothing is under way, calls sent meanwhile included. */
  answerAll(): void {
    while (this.answerOne());
  }
}
