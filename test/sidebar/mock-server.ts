/**
 * A sheet for the sidebar alone: stands in the page in place of Google's `google.script.run` and answers every request
 * from a small made-up state, typed by the contract. Tests hold, spoil or read the requests through `window.mock`.
 */
import type { Answer, FaultShape, Params, RequestName } from '../../src/contract'
import { createSheet } from './mock-sheet'

export type Sheet = { [N in RequestName]: (params: Params<N>) => Answer<N> }
/** How the next answer to a request goes wrong. */
export type Spoil =
  | { as: 'null' }
  | { as: 'text'; text: string }
  | { as: 'failure'; message: string }
  | { as: 'fault'; fault: FaultShape }

export interface Mock {
  asked: { name: RequestName; params: unknown }[]
  spoil(name: RequestName, how: Spoil): void
  /** Answers to this request wait until `release`. */
  hold(name: RequestName): void
  release(name: RequestName): void
  sheet: Sheet & Pick<ReturnType<typeof createSheet>, 'now' | 'callsNow'>
}
declare global {
  interface Window {
    mock: Mock
    scenario?: 'empty' | 'ready' | 'live'
  }
}

const sheet = createSheet(window.scenario ?? 'ready')
const spoiled = new Map<string, Spoil[]>()
const held = new Map<string, (() => void)[]>()

window.mock = {
  asked: [],
  sheet,
  spoil: (name, how) => spoiled.set(name, [...(spoiled.get(name) ?? []), how]),
  hold: (name) => held.set(name, held.get(name) ?? []),
  release(name) {
    const waiting = held.get(name) ?? []
    held.delete(name)
    for (const go of waiting) go()
  },
}

function reply(name: RequestName, params: unknown, success: (text: unknown) => void, failure: (error: Error) => void) {
  const how = spoiled.get(name)?.shift()
  if (how?.as === 'null') return success(null)
  if (how?.as === 'text') return success(how.text)
  if (how?.as === 'failure') return failure(new Error(how.message))
  if (how?.as === 'fault') return success(JSON.stringify({ ok: false, fault: how.fault }))
  try {
    const answer = (sheet[name] as (params: unknown) => unknown)(params)
    success(JSON.stringify({ ok: true, value: answer }))
  } catch (error) {
    if (!(error as { fault?: FaultShape }).fault) throw error
    success(JSON.stringify({ ok: false, fault: (error as { fault: FaultShape }).fault }))
  }
}

function runner(success: (text: unknown) => void, failure: (error: Error) => void) {
  return {
    withSuccessHandler: (handler: (text: unknown) => void) => runner(handler, failure),
    withFailureHandler: (handler: (error: Error) => void) => runner(success, handler),
    sidebar(request: string) {
      const { name, params } = JSON.parse(request) as { name: RequestName; params: unknown }
      window.mock.asked.push({ name, params })
      const go = () => reply(name, params, success, failure)
      const queue = held.get(name)
      if (queue) queue.push(go)
      else setTimeout(go, 5)
    },
  }
}
const nothing = () => {}
Object.assign(window, { google: { script: { run: runner(nothing, nothing) } } })
