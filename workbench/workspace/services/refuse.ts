/** How services refuse: in the language of the account that runs the script. */
import { ScriptError } from '../errors'
import type { Execution } from '../execution'
import type { MessageKey } from '../messages'
import type { QuotaName } from '../quota'

export function refuse(execution: Execution, key: MessageKey, ...args: (string | number)[]): ScriptError {
  return execution.workspace.error(execution.account, key, ...args)
}

/** Java's name of a value's type, as signature errors print it. */
const javaType = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'string') return 'String'
  if (typeof value === 'boolean') return 'Boolean'
  if (Array.isArray(value)) return 'number[]'
  return typeof value === 'function' ? 'Function' : '(class)'
}

/** The error for arguments no overload takes. `method`: `Utilities.formatDate`. */
export function badSignature(execution: Execution, method: string, ...args: unknown[]): ScriptError {
  return refuse(execution, 'badSignature', args.map(javaType).join(','), method)
}

/** An error of an advanced service: besides the localised text it carries the API's own code in `details`. */
export class ApiError extends ScriptError {
  override name = 'GoogleJsonResponseException'
  constructor(
    message: string,
    readonly details: { code: number; message: string; errors: { domain: string; reason: string; message: string }[] },
  ) {
    super(message)
  }
}

/** `method` as the API names it: `gmail.users.drafts.send`. */
export function apiError(
  execution: Execution,
  method: string,
  code: number,
  reason: string,
  key: MessageKey,
  ...args: (string | number)[]
): ApiError {
  const { message } = refuse(execution, key, ...args)
  const details = { code, message, errors: [{ domain: 'global', reason, message }] }
  return new ApiError(refuse(execution, 'apiFailed', method, message).message, details)
}

/** Spends a daily quota or throws Google's text for it; `shown` is the service's name in that text. */
export function spend(execution: Execution, name: QuotaName, amount: number, shown: string): void {
  if (!execution.workspace.quotas.spend(execution.account, name, amount)) throw refuse(execution, 'dailyQuota', shown)
}
