/** A store that also survives the sidebar being closed and opened, where the browser lets it. */
import * as z from 'zod/mini'
import { createStore, type Store } from './store'

const WAIT_MS = 250
/** Browsers give a page about 5 MB. A paste larger than this is chosen again rather than kept. */
const MOST_CHARACTERS = 1_000_000

function read(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function write(key: string, value: unknown): void {
  try {
    const text = JSON.stringify(value)
    if (text.length <= MOST_CHARACTERS) sessionStorage.setItem(key, text)
    else sessionStorage.removeItem(key)
  } catch {
    // Blocked or full: what was typed is still in memory as long as the sidebar is open.
  }
}

/**
 * Kept for the browser tab only: what people type here holds names and addresses, and computers are shared. Whether a
 * sidebar's storage is reliable is not documented, so nothing depends on it; what does not fit the shape is dropped.
 */
export function createKeptStore<T extends object>(key: string, shape: z.ZodMiniType<T>, initial: T): Store<T> {
  const found = z.safeParse(shape, read(key))
  const store = createStore<T>(found.success ? found.data : initial)
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    write(key, store.get())
  }
  store.watch(() => {
    clearTimeout(timer)
    timer = setTimeout(flush, WAIT_MS)
  })
  if (typeof addEventListener === 'function') addEventListener('pagehide', flush)
  return store
}
