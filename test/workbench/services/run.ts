/** A workspace with one spreadsheet, and runs of its script that a test drives by hand instead of through a bundle. */
import { Execution, type RunKind } from '../../../workbench/workspace/execution'
import { makeServices } from '../../../workbench/workspace/services'
import { Workspace, type WorkspaceOptions } from '../../../workbench/workspace/workspace'

export const MAYA = 'maya@example.org'
export const LEE = 'lee@example.org'
export const NOW = Date.parse('2026-11-23T17:00:00Z')

const SCOPES = [
  'spreadsheets.currentonly',
  'script.container.ui',
  'script.scriptapp',
  'script.external_request',
  'script.send_mail',
  'gmail.modify',
  'calendar',
  'groups',
  'userinfo.email',
]
const whole = (scope: string): string =>
  scope.startsWith('https:') ? scope : `https://www.googleapis.com/auth/${scope}`

export interface Setting extends Partial<WorkspaceOptions> {
  /** Short names of the manifest's scopes. */
  scopes?: string[]
  whitelist?: string[]
  language?: string
  kind?: 'consumer' | 'workspace'
}

/** Maya owns the sheet, Lee may edit it; nothing takes time unless `latency` says so. */
export function makeWorkspace(setting: Setting = {}): Workspace {
  const { scopes = SCOPES, whitelist, language = 'en', kind = 'consumer', ...options } = setting
  const workspace = new Workspace({
    bundle: 'function noop() {}',
    manifest: {
      timeZone: 'America/New_York',
      oauthScopes: scopes.map(whole),
      ...(whitelist ? { urlFetchWhitelist: whitelist } : {}),
      dependencies: {
        enabledAdvancedServices: [
          { userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' },
          { userSymbol: 'Calendar', serviceId: 'calendar', version: 'v3' },
        ],
      },
    },
    now: NOW,
    latency: 'none',
    ...options,
  })
  workspace.addAccount(MAYA, { name: 'Maya Ortiz', kind, language })
  workspace.addAccount(LEE, { name: 'Lee Park', kind, language })
  workspace.addSpreadsheet({ name: 'Registry', owner: MAYA, editors: [LEE], timeZone: 'America/New_York' })
  return workspace
}

export interface Services {
  PropertiesService: GoogleAppsScript.Properties.PropertiesService
  CacheService: GoogleAppsScript.Cache.CacheService
  LockService: GoogleAppsScript.Lock.LockService
  ScriptApp: GoogleAppsScript.Script.ScriptApp
  Session: GoogleAppsScript.Base.Session
  Utilities: GoogleAppsScript.Utilities.Utilities
  UrlFetchApp: GoogleAppsScript.URL_Fetch.UrlFetchApp
  HtmlService: GoogleAppsScript.HTML.HtmlService
  MailApp: GoogleAppsScript.Mail.MailApp
  GroupsApp: GoogleAppsScript.Groups.GroupsApp
  Gmail: { Users: GoogleAppsScript.Gmail.Collection.UsersCollection }
  Calendar: {
    Events: GoogleAppsScript.Calendar.Collection.EventsCollection
    Calendars: GoogleAppsScript.Calendar.Collection.CalendarsCollection
    CalendarList: GoogleAppsScript.Calendar.Collection.CalendarListCollection
  }
}

/** What a run of the script finds, and the run itself. */
export function begin(
  workspace: Workspace,
  account = MAYA,
  kind: RunKind = 'editor',
): Services & { execution: Execution } {
  const spreadsheetId = Object.keys(workspace.state.spreadsheets)[0] ?? ''
  const execution = new Execution(workspace, { account, kind, spreadsheetId, name: 'test' })
  return { ...(makeServices(execution) as unknown as Services), execution }
}

/** What `work` throws. */
export function thrown(work: () => unknown): Error & { details?: { code: number } } {
  try {
    work()
  } catch (error) {
    return error as Error
  }
  throw new Error('nothing was thrown')
}
