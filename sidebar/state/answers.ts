/** The answers several pages show: the last one stays on screen while a fresh one is on its way. */
import { useEffect } from 'preact/hooks'
import type { Answer } from '../../src/contract'
import { type CallFault, call, toFault } from '../call'
import { createStore, type Store, useStore } from './store'

type Plain = 'home' | 'groups' | 'districts' | 'alertChoices' | 'calls' | 'channels'

export interface Held<N extends Plain> {
  value: Answer<N> | null
  fault: CallFault | null
  busy: boolean
}
export interface Source<N extends Plain> {
  store: Store<Held<N>>
  /** Asks afresh. Never rejects: the fault is in the store, the last value stays. */
  load(): Promise<void>
  put(value: Answer<N>): void
}

function source<N extends Plain>(name: N): Source<N> {
  const store = createStore<Held<N>>({ value: null, fault: null, busy: false })
  return {
    store,
    async load() {
      store.set({ busy: true } as Partial<Held<N>>)
      try {
        store.set({ value: await call(name, {} as never), fault: null, busy: false } as Partial<Held<N>>)
      } catch (error) {
        store.set({ fault: toFault(error), busy: false } as Partial<Held<N>>)
      }
    },
    put: (value) => store.set({ value, fault: null } as Partial<Held<N>>),
  }
}

export const home = source('home')
export const groups = source('groups')
export const districts = source('districts')
export const alertChoices = source('alertChoices')
export const calls = source('calls')
export const channels = source('channels')

/** The source's state; asks afresh when the component appears. */
export function useAnswer<N extends Plain>(from: Source<N>): Held<N> {
  useEffect(() => {
    from.load()
  }, [from])
  return useStore(from.store)
}
