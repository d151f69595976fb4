/**
 * Writes wait until something is read, `flush` is called or the run ends; so a bad one may fail at a later call. What a
 * killed run had waiting is lost or not, as the workspace’s unknowns say.
 */
import type { Execution } from '../../execution'

export class WriteBuffer {
  private waiting: (() => void)[] = []

  constructor(execution: Execution) {
    execution.onEnd((died) => {
      if (!died) this.flush()
      else if (!execution.workspace.unknowns.killLosesBuffer) this.rescue()
    })
  }

  add(write: () => void): void {
    this.waiting.push(write)
  }

  /** Does what waits. What a write throws comes out here; that write is gone, those behind it still wait. */
  flush(): void {
    while (this.waiting.length > 0) this.waiting.shift()?.()
  }

  private rescue(): void {
    try {
      this.flush()
    } catch {
      this.waiting = []
    }
  }
}
