/** ScriptApp: triggers of the caller's own, and what the caller has authorised. */
import { AUTH_MODE } from '../auth-mode'
import { strict } from '../errors'
import type { Execution } from '../execution'
import { fullScope } from '../permissions'
import { firstRun } from '../schedule'
import type { TimerRecord } from '../timers-state'
import { enumOf } from './enums'
import { badSignature, refuse } from './refuse'
import { clockBuilder, spreadsheetBuilder, type TriggerPlan, WEEK_DAY } from './trigger-builders'

type Service = GoogleAppsScript.Script.ScriptApp
type Trigger = GoogleAppsScript.Script.Trigger
const SCOPES = ['script.scriptapp']
const PER_USER = 20

const EVENT_TYPE = enumOf('CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED')
const TRIGGER_SOURCE = enumOf('SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR')
const STATUS = enumOf('REQUIRED', 'NOT_REQUIRED')
const SHEET_EVENTS: Partial<Record<TimerRecord['kind'], keyof typeof EVENT_TYPE>> = {
  onOpen: 'ON_OPEN',
  onEdit: 'ON_EDIT',
  onChange: 'ON_CHANGE',
  onFormSubmit: 'ON_FORM_SUBMIT',
}

function makeTrigger(record: TimerRecord): Trigger {
  const event = SHEET_EVENTS[record.kind]
  return strict('Trigger', {
    getUniqueId: () => record.id,
    getHandlerFunction: () => record.handler,
    getEventType: () => EVENT_TYPE[event ?? 'CLOCK'],
    getTriggerSource: () => (event ? TRIGGER_SOURCE.SPREADSHEETS : TRIGGER_SOURCE.CLOCK),
    getTriggerSourceId: () => (event ? record.spreadsheetId : null),
    toString: () => 'Trigger',
  }) as unknown as Trigger
}

export function makeScriptApp(execution: Execution): Service {
  const { workspace, account, spreadsheetId } = execution
  const call = <T>(method: string, scopes: readonly string[], effect: () => T): T =>
    execution.call({ service: 'ScriptApp', method, scopes, limited: scopes.length === 0 }, effect)
  const timers = () => workspace.state.timers
  // Bound scripts are one script a spreadsheet; nobody sees another account's triggers.
  const own = (): TimerRecord[] =>
    timers().records.filter((r) => r.owner === account && r.spreadsheetId === spreadsheetId)

  const create =
    (handler: string, sheet: string, method: string) =>
    (plan: TriggerPlan): Trigger =>
      call(method, SCOPES, () => {
        if (own().length >= PER_USER) throw refuse(execution, 'tooManyTriggers')
        const record: TimerRecord = {
          id: BigInt(`0x${workspace.newId(16)}`).toString(),
          owner: account,
          spreadsheetId: sheet,
          handler,
          ...plan,
          next: null,
          disabled: false,
        }
        record.next = firstRun(workspace, record)
        timers().records.push(record)
        return makeTrigger(record)
      })

  const inManifest = (): string[] => workspace.options.manifest.oauthScopes
  const granted = (): string[] => {
    const some = workspace.account(account).granted?.map(fullScope)
    return inManifest().filter((scope) => !some || some.includes(scope))
  }
  const missing = (scopes: readonly string[]): string[] => {
    const have = granted()
    return scopes.map(fullScope).filter((scope) => !have.includes(scope))
  }
  const need = (scopes: readonly string[]): void => {
    if (missing(scopes).length > 0) throw refuse(execution, 'authorizationRequired')
  }

  const service = {
    AuthMode: AUTH_MODE,
    AuthorizationStatus: STATUS,
    EventType: EVENT_TYPE,
    TriggerSource: TRIGGER_SOURCE,
    WeekDay: WEEK_DAY,
    newTrigger(handler: string) {
      if (typeof handler !== 'string') throw badSignature(execution, 'ScriptApp.newTrigger', handler)
      return strict('TriggerBuilder', {
        timeBased: () => clockBuilder(execution, create(handler, spreadsheetId, 'ClockTriggerBuilder.create')),
        forSpreadsheet(sheet: string | { getId(): string }) {
          const id = typeof sheet === 'string' ? sheet : sheet.getId()
          return spreadsheetBuilder(create(handler, id, 'SpreadsheetTriggerBuilder.create'), execution)
        },
      })
    },
    getProjectTriggers: () => call('getProjectTriggers', SCOPES, () => own().map(makeTrigger)),
    getUserTriggers: (sheet: { getId(): string }) =>
      call('getUserTriggers', SCOPES, () =>
        own()
          .filter((r) => r.kind in SHEET_EVENTS && r.spreadsheetId === sheet.getId())
          .map(makeTrigger),
      ),
    deleteTrigger: (trigger: Trigger) =>
      call('deleteTrigger', SCOPES, () => {
        const id = trigger.getUniqueId()
        const at = timers().records.findIndex((r) => r.id === id && r.owner === account)
        if (at < 0) throw refuse(execution, 'invalidArgument', 'trigger')
        timers().records.splice(at, 1)
      }),
    getScriptId: () => call('getScriptId', [], () => `script-of-${spreadsheetId}`),
    getAuthorizationInfo: (_mode: unknown, scopes?: readonly string[]) =>
      call('getAuthorizationInfo', [], () => {
        const open = missing(scopes ?? inManifest()).length > 0
        return strict('AuthorizationInfo', {
          getAuthorizationStatus: () => (open ? STATUS.REQUIRED : STATUS.NOT_REQUIRED),
          getAuthorizationUrl: () => (open ? 'https://accounts.example.org/authorize' : null),
          getAuthorizedScopes: () => granted(),
        })
      }),
    requireScopes: (_mode: unknown, scopes: readonly string[]) => call('requireScopes', [], () => need(scopes)),
    requireAllScopes: (_mode: unknown) => call('requireAllScopes', [], () => need(inManifest())),
  }
  return strict('ScriptApp', service) as unknown as Service
}
