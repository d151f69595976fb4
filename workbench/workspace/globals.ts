/** The global names of Apps Script’s V8: what a script finds there, and all that it does not. */
import type { Clock } from './clock'
import { makeLogging } from './console'
import type { Random } from './random'

/** What the language itself brings (ES2019 and what came to V8 since). Everything else of the host is hidden. */
const LANGUAGE = `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date
  Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math Intl
  ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array
  Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef Proxy Reflect
  FinalizationRegistry decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN
  WebAssembly globalThis`.split(/\s+/)

/** Missing from Apps Script by the documentation, or not promised; hidden even where this host lacks them too. */
const ABSENT =
  `setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate fetch FormData File Blob URL
  URLSearchParams DOMException atob btoa TextEncoder TextDecoder ReadableStream WritableStream TransformStream crypto Crypto
  SubtleCrypto window self document navigator performance process Buffer require module exports global structuredClone
  queueMicrotask XMLHttpRequest WebSocket Worker localStorage sessionStorage indexedDB location alert prompt confirm
  AbortController AbortSignal Event EventTarget MessageChannel Headers Request Response google __filename __dirname
  importScripts`.split(/\s+/)

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/
const keep = new Set(LANGUAGE)

/** Names of this host that a script must not see. */
function hiddenNames(): string[] {
  const names = new Set(ABSENT)
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (!keep.has(name) && IDENTIFIER.test(name)) names.add(name)
  return [...names]
}

/** What a run lends to its globals. */
export interface RunHost {
  readonly clock: Clock
  readonly Date: DateConstructor
  readonly random: Random
  /** Lines written with console or Logger. */
  readonly log: string[]
}

export interface RunGlobals {
  /** The global object of one run: what `this`, `globalThis` and `Function('return this')()` give. */
  readonly globalObject: Record<string, unknown>
  /** Names to define and their values, hidden ones being undefined. */
  readonly scope: Record<string, unknown>
}

/** A fresh set for one run: its own clock, chance and log, and the services it is given. */
export function runGlobals(host: RunHost, services: Record<string, unknown>): RunGlobals {
  const math = Object.create(Math, { random: { value: () => host.random.next() } }) as Math

  const globalObject: Record<string, unknown> = {}
  for (const name of LANGUAGE) {
    const value = (globalThis as unknown as Record<string, unknown>)[name]
    Object.defineProperty(globalObject, name, { value, writable: true, configurable: true, enumerable: false })
  }
  const scope: Record<string, unknown> = {
    ...makeLogging(host),
    ...services,
    Date: host.Date,
    Math: math,
    globalThis: globalObject,
  }
  scope.Function = functionMaker(globalObject, scope)
  for (const [name, value] of Object.entries(scope))
    Object.defineProperty(globalObject, name, { value, writable: true, configurable: true, enumerable: false })
  return { globalObject, scope }
}

/** `Function`, whose functions find the run’s global object as `this`, the run’s names, and none of the hidden ones. */
function functionMaker(globalObject: Record<string, unknown>, scope: Record<string, unknown>): FunctionConstructor {
  const make = (args: unknown[]): object => {
    const parts = args.map(String)
    const body = parts.pop() ?? ''
    // Such a function sees the global scope as it is when it runs, the script’s own functions among it.
    const source = `with(globalThis){return function anonymous(${parts.join(',')}\n) {\n${body}\n}}`
    const inner = withNames(Object.keys(scope), source)(scope) as (...values: unknown[]) => unknown
    return function (this: unknown, ...values: unknown[]): unknown {
      // Without `this` it is undefined or, in sloppy code, the host’s global object.
      return inner.apply(this === undefined || this === globalThis ? globalObject : this, values)
    }
  }
  return new Proxy(Function, {
    apply: (_target, _self, args) => make(args),
    construct: (_target, args) => make(args),
  })
}

/** Compiles `source` where `names` have the values given at each call and everything else of the host is undefined. */
export function withNames(
  names: readonly string[],
  source: string,
): (this: unknown, scope: Record<string, unknown>) => unknown {
  const hidden = hiddenNames().filter((name) => !names.includes(name))
  const make = new Function(`{${names.join()}}`, ...hidden, source)
  return function (this: unknown, scope) {
    return make.call(this, scope)
  }
}
