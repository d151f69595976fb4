/** A value that several pages share, and that outlives them. */
import { useLayoutEffect, useReducer } from 'preact/hooks'

export interface Store<T extends object> {
  get(): T
  /** Merges the change and tells everyone who watches. */
  set(change: Partial<T> | ((now: T) => Partial<T>)): void
  /** Gives the way to stop watching. */
  watch(tell: () => void): () => void
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set(change) {
      value = { ...value, ...(typeof change === 'function' ? change(value) : change) }
      for (const tell of [...watchers]) tell()
    },
    watch(tell) {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
  }
}

/** The store's value; the component draws again when it changes. */
export function useStore<T extends object>(store: Store<T>): T {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useLayoutEffect(() => store.watch(() => draw(0)), [store])
  return store.get()
}
