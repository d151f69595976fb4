/** SpreadsheetApp. */
import { strict } from '../../errors'
import type { Execution } from '../../execution'
import { enumOf } from '../enums'
import { mayEdit } from './access'
import { newSpreadsheet } from './new'
import { PROTECTION_TYPE } from './protection'
import { sessionOf } from './session'
import { makeSpreadsheet, type Spreadsheet } from './spreadsheet'
import { makeUi } from './ui'
import { DATA_VALIDATION_CRITERIA, ruleBuilder } from './validation'

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp

const WRAP_STRATEGY = enumOf<typeof GoogleAppsScript.Spreadsheet.WrapStrategy>('WRAP', 'OVERFLOW', 'CLIP')
const BORDER_STYLE = enumOf<typeof GoogleAppsScript.Spreadsheet.BorderStyle>(
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
)

/** One run’s SpreadsheetApp; objects it gives are that run’s own. */
export function makeSpreadsheetApp(execution: Execution): App {
  const session = sessionOf(execution)
  const { workspace } = execution
  const books = new Map<string, Spreadsheet>()
  const bookOf = (id: string): Spreadsheet => {
    const state = workspace.state.spreadsheets[id]
    if (!state || !mayEdit(state, execution.account)) throw session.error('noDocumentAccess')
    const found = books.get(id) ?? makeSpreadsheet(session, state)
    books.set(id, found)
    return found
  }
  const bound = (method: string): Spreadsheet => session.local(method, () => bookOf(execution.spreadsheetId))
  const any = <T>(method: string, effect: () => T): T =>
    execution.call({ service: 'SpreadsheetApp', method, scopes: ['spreadsheets'] }, effect)

  const object: Partial<App> = {
    getActive: () => bound('getActive'),
    getActiveSpreadsheet: () => bound('getActiveSpreadsheet'),
    getActiveSheet: () => bound('getActiveSheet').getActiveSheet(),
    getActiveRange: () => bound('getActiveRange').getActiveRange() as GoogleAppsScript.Spreadsheet.Range,
    getCurrentCell: () => bound('getCurrentCell').getCurrentCell() as GoogleAppsScript.Spreadsheet.Range,
    getSelection: () => bound('getSelection').getSelection(),
    setActiveSheet: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => bound('setActiveSheet').setActiveSheet(sheet),
    openById: (id: string) => any('openById', () => bookOf(id)),
    openByUrl: (url: string) => any('openByUrl', () => bookOf(/\/d\/([\w-]+)/.exec(url)?.[1] ?? '')),
    create: (name: string) =>
      any('create', () => {
        const made = newSpreadsheet(workspace.newId(44), { name, owner: execution.account })
        workspace.state.spreadsheets[made.id] = made
        return bookOf(made.id)
      }),
    getUi: () => makeUi(session),
    flush: () => session.flush(),
    newDataValidation: () => session.local('newDataValidation', () => ruleBuilder(session)),
    ProtectionType: PROTECTION_TYPE,
    DataValidationCriteria: DATA_VALIDATION_CRITERIA,
    WrapStrategy: WRAP_STRATEGY,
    BorderStyle: BORDER_STYLE,
  }
  return strict('SpreadsheetApp', object) as App
}
