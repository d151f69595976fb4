/** `google.script.run` as a page sees it: what may cross, and in which shape it arrives. */
import { declaredFunctions } from './bundle'
import type { Workspace } from './workspace'

export interface ServerCall {
  readonly account: string
  readonly functionName: string
  readonly args: readonly unknown[]
  readonly spreadsheetId?: string | undefined
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (
    prototype === null ||
    (Object.prototype.toString.call(value) === '[object Object]' && Object.getPrototypeOf(prototype) === null)
  )
}

/**
 * A copy of an argument as the server gets it. Throws, as Google’s page code does, for a Date, a function, an element,
 * anything circular; `undefined` inside an array arrives as null.
 */
export function toServer(value: unknown, key: string, inside: readonly unknown[] = []): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'object') throw new TypeError(`Failed due to illegal value in property: ${key}`)
  if (inside.includes(value)) throw new TypeError('Failed due to circular reference.')
  const deeper = [...inside, value]
  if (Array.isArray(value))
    return value.map((item, i) => (item === undefined ? null : toServer(item, String(i), deeper)))
  if (!isPlain(value)) throw new TypeError(`Failed due to illegal value in property: ${key}`)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries.map(([name, item]) => [name, toServer(item, name, deeper)]))
}

const ILLEGAL = Symbol('illegal')

function toPage(value: unknown, inside: readonly unknown[]): unknown {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : ILLEGAL
  if (typeof value !== 'object' || inside.includes(value)) return ILLEGAL
  const deeper = [...inside, value]
  if (Array.isArray(value)) {
    const items = value.map((item) => toPage(item, deeper))
    return items.includes(ILLEGAL) ? ILLEGAL : items
  }
  if (!isPlain(value)) return ILLEGAL
  const out: Record<string, unknown> = {}
  for (const [name, item] of Object.entries(value)) {
    if (item === undefined) continue
    const copy = toPage(item, deeper)
    if (copy === ILLEGAL) return ILLEGAL
    out[name] = copy
  }
  return out
}

/** What the success handler gets for a returned value: a copy, or null for all of it where a Date (or the like) is in it. */
export function fromServer(value: unknown): unknown {
  const copy = toPage(value, [])
  return copy === ILLEGAL ? null : copy
}

/** Top-level functions of the script, without those whose name ends in `_`. */
export function serverFunctionNames(workspace: Workspace): string[] {
  return declaredFunctions(workspace.options.bundle).filter((name) => !name.endsWith('_'))
}

/** Gives what the success handler gets; throws an Error that has a message and nothing else for the failure handler. */
export function serverCall(workspace: Workspace, call: ServerCall): unknown {
  const { account, functionName } = call
  if (!serverFunctionNames(workspace).includes(functionName))
    throw new TypeError(`google.script.run.${functionName} is not a function`)
  const args = call.args.map((arg, i) => toServer(arg, String(i)))
  if (workspace.faults.multiLogin) throw failure(workspace.error(account, 'storageDenied').message)
  const spreadsheetId = workspace.spreadsheet(call.spreadsheetId ?? workspace.ui(account).spreadsheetId ?? undefined).id
  const result = workspace.run({ account, kind: 'sidebar', spreadsheetId, name: functionName, args })
  if (result.error) throw failure(result.error.message)
  return fromServer(result.value)
}

const failure = (message: string): Error => new Error(message)
