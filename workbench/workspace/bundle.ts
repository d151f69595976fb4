/**
 * The script’s code: compiled once, evaluated afresh for every run, since on Google no state survives a run either.
 * gas-webpack-plugin writes empty stubs at the top level and assigns the real functions to the global object while
 * loading; so the stubs are linked to the global object of the run, and what stands there in the end is called.
 */

import { Clock } from './clock'
import { type Declaration, topLevelDeclarations } from './declarations'
import { ScriptError } from './errors'
import { type RunHost, runGlobals, withNames } from './globals'
import { message } from './messages'
import { Random } from './random'

type ScriptFunction = (...args: unknown[]) => unknown
type Link = (accessors: Record<string, [get: () => unknown, set: ((value: unknown) => void) | null]>) => void
type Factory = (this: unknown, scope: Record<string, unknown>) => (this: unknown, link: Link) => void

interface Compiled {
  readonly declarations: readonly Declaration[]
  readonly factory: Factory
}

const LINK = '__link'
/** Compiled bundles by text, then by names in scope: tests make many workspaces from one bundle. */
const cache = new Map<string, Map<string, Compiled>>()

const declarationsByCode = new Map<string, readonly Declaration[]>()

function declarationsOf(code: string): readonly Declaration[] {
  const known = declarationsByCode.get(code)
  if (known) return known
  const unique = new Map(topLevelDeclarations(code).map((d) => [d.name, d]))
  if (declarationsByCode.size >= 8) declarationsByCode.clear()
  const found = [...unique.values()]
  declarationsByCode.set(code, found)
  return found
}

/** Names of the functions Google finds in a script, without running it. */
export const declaredFunctions = (code: string): string[] => declarationsOf(code).map((d) => d.name)

/** Throws a SyntaxError where the code cannot be parsed. */
function compile(code: string, names: readonly string[]): Compiled {
  const key = names.join()
  const known = cache.get(code)?.get(key)
  if (known) return known
  const declarations = declarationsOf(code)
  const accessors = declarations.map(({ name, kind }) => {
    const set = kind === 'function' ? `(v)=>{${name}=v}` : 'null'
    return `${JSON.stringify(name)}:[()=>${name},${set}]`
  })
  const strictMode = /^\s*(['"])use strict\1/.test(code.replace(/^(\s*(\/\/[^\n]*\n|\/\*[\s\S]*?\*\/))*/, ''))
  const prologue = `${strictMode ? '"use strict";' : ''}${LINK}({${accessors.join()}});`
  // The bundle is a function inside the one that has the names, so that it may declare any of them again.
  const source = `return function(${LINK}){${prologue}${code}\n}`
  const factory = withNames(names, source) as Factory
  const compiled = { declarations, factory }
  if (cache.size >= 8) cache.clear()
  cache.set(code, (cache.get(code) ?? new Map<string, Compiled>()).set(key, compiled))
  return compiled
}

export interface LoadedScript {
  readonly globalObject: Record<string, unknown>
  /** Names that Google knows: declared at the top level. */
  readonly declared: readonly string[]
  /** The function that a name stands for now, or undefined. `menu.item` finds a method of a top-level object. */
  find(name: string): ScriptFunction | undefined
  /** Calls a declared function; throws a ScriptError for a name Google would not find. */
  call(name: string, args: readonly unknown[]): unknown
}

/** Evaluates the bundle for one run. Throws what its top-level code throws. */
export function loadScript(
  code: string,
  host: RunHost,
  services: Record<string, unknown>,
  language = 'en',
): LoadedScript {
  const { globalObject, scope } = runGlobals(host, services)
  const { declarations, factory } = compile(code, Object.keys(scope))
  const local = new Map<string, () => unknown>()
  const link: Link = (accessors) => {
    for (const [name, [get, set]] of Object.entries(accessors)) {
      local.set(name, get)
      if (set) Object.defineProperty(globalObject, name, { get, set, configurable: true, enumerable: true })
    }
  }
  factory.call(globalObject, scope).call(globalObject, link)
  const valueNow = (name: string): unknown => (local.has(name) ? local.get(name)?.() : undefined)
  const find = (name: string): ScriptFunction | undefined => {
    const [first = '', ...path] = name.split('.')
    let value = path.length > 0 && !local.has(first) ? globalObject[first] : valueNow(first)
    for (const step of path) value = (value as Record<string, unknown> | undefined)?.[step]
    return typeof value === 'function' ? (value as ScriptFunction) : undefined
  }
  return {
    globalObject,
    declared: declarations.map((d) => d.name),
    find,
    call(name, args) {
      // Names that end in `_` are the script’s own business.
      const found = name.endsWith('_') ? undefined : find(name)
      if (!found) throw new ScriptError(message(language, 'functionMissing', name))
      return found.apply(globalObject, [...args])
    },
  }
}

/** A bundle’s functions without running any of them. */
export interface BundleFunctions {
  /** Declared at the top level: Google can find these. */
  readonly stubs: string[]
  /** Stand on the global object, or are declared, with a body that does something. A stub that is not here is dead. */
  readonly real: string[]
}

const EMPTY = /^function\s*[\w$]*\s*\([^)]*\)\s*\{\s*\}$/

/** Loads a bundle (running its top-level code, without any service) and gives its functions. Throws what that throws. */
export function bundleFunctions(bundle: string): BundleFunctions {
  const clock = new Clock(0)
  const host = { clock, Date: clock.dateClass(), random: new Random(1), log: [] }
  const script = loadScript(bundle, host, {})
  const names = new Set([...script.declared, ...Object.keys(script.globalObject)])
  const real = [...names].filter((name) => {
    const found = script.find(name) ?? script.globalObject[name]
    return typeof found === 'function' && !EMPTY.test(String(found))
  })
  return { stubs: [...script.declared], real }
}
