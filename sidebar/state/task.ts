/** One thing a person asked for: is it under way, and how did it fail. */
import { useCallback, useRef, useState } from 'preact/hooks'
import { type CallFault, toFault } from '../call'

export interface Task {
  busy: boolean
  fault: CallFault | null
  /** Runs it unless it is under way; true when it went well. A fault is kept here and thrown no further. */
  run(work: () => Promise<unknown>): Promise<boolean>
  clear(): void
}

export function useTask(): Task {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<CallFault | null>(null)
  const running = useRef(false)
  const run = useCallback(async (work: () => Promise<unknown>) => {
    if (running.current) return false
    running.current = true
    setBusy(true)
    setFault(null)
    try {
      await work()
      return true
    } catch (error) {
      setFault(toFault(error))
      return false
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [])
  const clear = useCallback(() => setFault(null), [])
  return { busy, fault, run, clear }
}
