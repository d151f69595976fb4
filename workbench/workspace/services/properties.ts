/** PropertiesService: small texts that stay. Limits of platform facts 1a and 1b. */
import { strict } from '../errors'
import type { Execution } from '../execution'
import { utf8 } from './bytes'
import { refuse, spend } from './refuse'

type Properties = GoogleAppsScript.Properties.Properties
const VALUE_BYTES = 9 * 1024
const STORE_BYTES = 500 * 1024
const bytes = (text: string): number => utf8(text).length

/** `place` gives the record to read or write, so that a state loaded meanwhile is not missed. */
function makeStore(execution: Execution, place: () => Record<string, string>): Properties {
  const call = <T>(method: string, amount: number, effect: () => T): T =>
    execution.call({ service: 'PropertiesService', method, limited: true }, () => {
      spend(execution, 'properties read/write', Math.max(1, amount), 'properties')
      return effect()
    })

  const write = (values: Record<string, string>, alone: boolean): void => {
    const after: Record<string, string> = alone ? {} : { ...place() }
    for (const [key, value] of Object.entries(values)) {
      if (bytes(String(value)) > VALUE_BYTES) throw refuse(execution, 'tooLarge', 'value')
      after[key] = String(value)
    }
    let size = 0
    for (const [key, value] of Object.entries(after)) size += bytes(key) + bytes(value)
    if (size > STORE_BYTES) throw refuse(execution, 'storeFull')
    const store = place()
    for (const key of Object.keys(store)) if (!(key in after)) delete store[key]
    Object.assign(store, after)
  }

  const store: Properties = {
    getProperty: (key) => call('getProperty', 1, () => (Object.hasOwn(place(), key) ? (place()[key] ?? null) : null)),
    getProperties: () => call('getProperties', 1, () => ({ ...place() })),
    getKeys: () => call('getKeys', 1, () => Object.keys(place())),
    setProperty(key, value) {
      call('setProperty', 1, () => write({ [key]: value }, false))
      return self
    },
    setProperties(values: Record<string, string>, deleteAllOthers?: boolean) {
      call('setProperties', Object.keys(values).length, () => write(values, deleteAllOthers === true))
      return self
    },
    deleteProperty(key) {
      call('deleteProperty', 1, () => {
        delete place()[key]
      })
      return self
    },
    deleteAllProperties() {
      call('deleteAllProperties', 1, () => write({}, true))
      return self
    },
  }
  const self = strict('Properties', store)
  return self
}

export function makePropertiesService(execution: Execution): GoogleAppsScript.Properties.PropertiesService {
  const stores = () => execution.workspace.state.stores
  const get = (method: string, place: () => Record<string, string>): Properties =>
    execution.call({ service: 'PropertiesService', method, limited: true, ms: 0 }, () => makeStore(execution, place))
  return strict('PropertiesService', {
    getScriptProperties: () => get('getScriptProperties', () => stores().script),
    getDocumentProperties: () =>
      get('getDocumentProperties', () => (stores().document[execution.spreadsheetId] ??= {})),
    getUserProperties: () => get('getUserProperties', () => (stores().user[execution.account] ??= {})),
  })
}
