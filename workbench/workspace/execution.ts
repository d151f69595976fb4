/** One run of the script: by whose account, with which authority, until when. */
import { RunKilled } from './errors'
import type { CallSpec, ServiceCall } from './gate'
import { latencyOf } from './latency'
import type { Workspace } from './workspace'

export type RunKind = 'menu' | 'sidebar' | 'timer' | 'simple' | 'editor' | 'installable'

export interface ExecutionSpec {
  readonly account: string
  readonly kind: RunKind
  /** The spreadsheet the script is bound to. */
  readonly spreadsheetId: string
  /** Which function is called, for the log. */
  readonly name: string
}

let serial = 0

export class Execution {
  readonly id = ++serial
  readonly account: string
  readonly kind: RunKind
  readonly spreadsheetId: string
  readonly name: string
  readonly authMode: 'LIMITED' | 'FULL'
  readonly startedAt: number
  /** Virtual time at which Google ends the run: 30 s for simple triggers, else 6 minutes. */
  readonly deadline: number
  /** What the script finds as `Date`; services give their dates with it. */
  readonly dateClass: DateConstructor
  dead = false
  over = false
  /** Service calls made so far. */
  calls = 0
  /** Lines written with console or Logger. */
  readonly log: string[] = []
  private readonly endings: ((died: boolean) => void)[] = []

  constructor(
    readonly workspace: Workspace,
    spec: ExecutionSpec,
  ) {
    this.account = spec.account
    this.kind = spec.kind
    this.spreadsheetId = spec.spreadsheetId
    this.name = spec.name
    this.authMode = spec.kind === 'simple' ? 'LIMITED' : 'FULL'
    this.dateClass = workspace.clock.dateClass(workspace.options.manifest.timeZone)
    this.startedAt = workspace.clock.now
    this.deadline = this.startedAt + (spec.kind === 'simple' ? 30_000 : 360_000)
  }

  /** A person can see dialogs of this run: not in timed triggers. */
  get hasUi(): boolean {
    return this.kind !== 'timer'
  }

  /** Ends the run at once: no `catch` or `finally` of the script has any further effect. */
  kill(): never {
    this.dead = true
    throw new RunKilled('the run was killed')
  }

  /** `work` is done when the run ends, by itself (`died` false) or killed. Buffered writes and locks use it. */
  onEnd(work: (died: boolean) => void): void {
    this.endings.push(work)
  }

  /**
   * Called once by the workspace when the function has returned, thrown or been killed. All endings are done; gives
   * what the first failing one threw (a buffered write that Google refuses only now), or null.
   */
  finish(): Error | null {
    if (this.over) return null
    this.over = true
    let failure: Error | null = null
    for (const work of this.endings) {
      try {
        work(this.dead)
      } catch (error) {
        failure ??= error as Error
      }
    }
    return failure
  }

  /** Passes the gate, then has the effect. `items`: cells, requests or recipients, for the latency model. */
  call<T>(spec: CallSpec, effect: () => T, items = 0): T {
    const { workspace } = this
    if (this.dead || this.over) throw new RunKilled('this run is over')
    this.calls += 1
    const call: ServiceCall = { ...spec, n: ++workspace.callCount, account: this.account, execution: this }
    workspace.checkPermission(call)
    const ms = spec.ms ?? (workspace.options.latency === 'none' ? 0 : latencyOf(spec.service, spec.method, items))
    workspace.meter(call, ms)
    workspace.hook?.before?.(call)
    if (this.dead) throw new RunKilled('the run was killed')
    workspace.clock.pass(ms)
    if (workspace.clock.now > this.deadline) this.kill()
    const result = effect()
    workspace.hook?.after?.(call)
    if (this.dead) throw new RunKilled('the run was killed')
    return result
  }
}
