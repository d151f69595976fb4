/** The services a run finds as global names. */
import { strict } from '../errors'
import type { Execution } from '../execution'
import { makeAdminDirectory } from './admin-directory'
import { makeCacheService } from './cache'
import { makeCalendar } from './calendar'
import { makeCloudIdentityGroups } from './cloud-identity'
import { makeGmail } from './gmail'
import { makeGroupsApp } from './groups-app'
import { makeHtmlService } from './html'
import { makeLockService } from './lock'
import { makeMailApp } from './mail-app'
import { makePropertiesService } from './properties'
import { makeScriptApp } from './script-app'
import { makeSession } from './session'
import { makeSpreadsheetApp } from './spreadsheet'
import { makeUrlFetchApp } from './url-fetch'
import { makeUtilities } from './utilities'

/** Advanced services by their ID in the manifest, which also gives them their name in the script. */
const ADVANCED: Record<string, (execution: Execution) => unknown> = {
  gmail: makeGmail,
  calendar: makeCalendar,
  admin: makeAdminDirectory,
  cloudidentity: makeCloudIdentityGroups,
}

/** Services that every script finds on the real platform: here they say `not emulated` when they are used. */
const OTHERS =
  `Browser CalendarApp CardService Charts ContactsApp ContentService DataStudioApp DocumentApp DriveApp FormApp
  GmailApp Jdbc LanguageApp LinearOptimizationService Maps MimeType SitesApp SlidesApp XmlService`.split(/\s+/)

export function makeServices(execution: Execution): Record<string, unknown> {
  const services: Record<string, unknown> = {
    SpreadsheetApp: makeSpreadsheetApp(execution),
    PropertiesService: makePropertiesService(execution),
    CacheService: makeCacheService(execution),
    LockService: makeLockService(execution),
    ScriptApp: makeScriptApp(execution),
    Session: makeSession(execution),
    Utilities: makeUtilities(execution),
    UrlFetchApp: makeUrlFetchApp(execution),
    HtmlService: makeHtmlService(execution),
    MailApp: makeMailApp(execution),
    GroupsApp: makeGroupsApp(execution),
  }
  for (const name of OTHERS) services[name] = strict(name, {})
  const enabled = execution.workspace.options.manifest.dependencies?.enabledAdvancedServices ?? []
  for (const { userSymbol, serviceId } of enabled) {
    services[userSymbol] = ADVANCED[serviceId]?.(execution) ?? strict(userSymbol, {})
  }
  return services
}
