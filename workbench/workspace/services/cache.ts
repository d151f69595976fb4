/** CacheService: texts that may be gone at any time. */
import { strict } from '../errors'
import type { Execution } from '../execution'
import type { Workspace } from '../workspace'
import { utf8 } from './bytes'
import { refuse } from './refuse'

type Cache = GoogleAppsScript.Cache.Cache
const KEY_LENGTH = 250
const VALUE_BYTES = 100 * 1024
const LONGEST = 21_600
const DEFAULT = 600
const ITEMS = 1_000
/** Past 1,000 items, Google keeps the 900 that expire last. */
const KEPT = 900

/** What Google may do at any moment: everything cached is gone. */
export function dropCaches(workspace: Workspace): void {
  workspace.state.stores.cache = {}
}

function makeCache(execution: Execution, name: string): Cache {
  const { workspace } = execution
  const items = () => (workspace.state.stores.cache[name] ??= {})
  const call = <T>(method: string, effect: () => T): T =>
    execution.call({ service: 'CacheService', method, limited: true }, effect)

  const checkKey = (key: string): void => {
    if (key.length > KEY_LENGTH) throw refuse(execution, 'tooLarge', 'key')
  }
  const read = (key: string): string | null => {
    checkKey(key)
    const found = items()[key]
    return found && found.until > workspace.clock.now ? found.value : null
  }
  const write = (values: Record<string, unknown>, seconds: number): void => {
    if (!(seconds >= 1 && seconds <= LONGEST)) throw refuse(execution, 'invalidArgument', 'expirationInSeconds')
    for (const [key, value] of Object.entries(values)) {
      checkKey(key)
      if (utf8(String(value)).length > VALUE_BYTES) throw refuse(execution, 'tooLarge', 'value')
    }
    const until = workspace.clock.now + seconds * 1000
    const all = items()
    for (const [key, value] of Object.entries(values)) all[key] = { value: String(value), until }
    for (const [key, item] of Object.entries(all)) if (item.until <= workspace.clock.now) delete all[key]
    const entries = Object.entries(all)
    if (entries.length <= ITEMS) return
    entries.sort(([, a], [, b]) => b.until - a.until)
    workspace.state.stores.cache[name] = Object.fromEntries(entries.slice(0, KEPT))
  }

  return strict<Cache>('Cache', {
    get: (key) => call('get', () => read(key)),
    getAll: (keys) =>
      call('getAll', () => {
        const found: Record<string, string> = {}
        for (const key of keys) {
          const value = read(key)
          if (value !== null) found[key] = value
        }
        return found
      }),
    put: (key: string, value: string, seconds: number = DEFAULT) => call('put', () => write({ [key]: value }, seconds)),
    putAll: (values: Record<string, unknown>, seconds: number = DEFAULT) =>
      call('putAll', () => write(values, seconds)),
    remove: (key) =>
      call('remove', () => {
        delete items()[key]
      }),
    removeAll: (keys) =>
      call('removeAll', () => {
        for (const key of keys) delete items()[key]
      }),
  })
}

export function makeCacheService(execution: Execution): GoogleAppsScript.Cache.CacheService {
  const get = (method: string, name: string): Cache =>
    execution.call({ service: 'CacheService', method, limited: true, ms: 0 }, () => makeCache(execution, name))
  return strict('CacheService', {
    getScriptCache: () => get('getScriptCache', 'script'),
    getDocumentCache: () => get('getDocumentCache', `document:${execution.spreadsheetId}`),
    getUserCache: () => get('getUserCache', `user:${execution.account}`),
  })
}
