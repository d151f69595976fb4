/** Small workspaces with a script of a few lines, for the emulator’s own tests. */
import type { RunKind } from '../../workbench/workspace/execution'
import type { NewSpreadsheet } from '../../workbench/workspace/services/spreadsheet/new'
import type { CellValue, SheetState, SpreadsheetState } from '../../workbench/workspace/services/spreadsheet/state'
import { Workspace, type WorkspaceOptions } from '../../workbench/workspace/workspace'

export const MAYA = 'maya@example.org'
export const LEE = 'lee@example.org'
export const NOON = Date.parse('2026-11-23T17:00:00Z')

const SCOPES =
  'spreadsheets.currentonly script.container.ui script.scriptapp script.external_request script.send_mail userinfo.email'

export const manifest = (scopes = SCOPES) => ({
  timeZone: 'America/New_York',
  oauthScopes: scopes.split(' ').map((scope) => `https://www.googleapis.com/auth/${scope}`),
})

/** Runs a text as a function with `book` and `sheet` at hand. */
const BODY = `
function body(text) {
  var book = SpreadsheetApp.getActive()
  return Function('book', 'sheet', text)(book, book.getSheetByName('Sheet1'))
}`

export interface Small {
  readonly workspace: Workspace
  readonly book: SpreadsheetState
  readonly sheet: SheetState
  /** Runs a text as code, as Maya from the menu unless said otherwise; throws what it throws. */
  script(text: string, as?: { account?: string; kind?: RunKind }): unknown
  /** The message of what the text throws. */
  refusal(text: string, as?: { account?: string; kind?: RunKind }): string
  /** What stands in a cell, row and column from 1. */
  value(row: number, column: number): CellValue
}

/** Maya owns the spreadsheet, Lee may edit it; it has one tab, Sheet1. Time does not pass by itself. */
export function small(code = '', options: Partial<WorkspaceOptions> & { sheet?: Partial<NewSpreadsheet> } = {}): Small {
  const { sheet: about, ...rest } = options
  const workspace = new Workspace({
    bundle: code + BODY,
    manifest: manifest(),
    now: NOON,
    latency: 'none',
    ...rest,
  })
  workspace.addAccount(MAYA)
  workspace.addAccount(LEE)
  const book = workspace.addSpreadsheet({ name: 'Book', owner: MAYA, editors: [LEE], ...about })
  const sheet = book.sheets[0] as SheetState
  const script: Small['script'] = (text, { account = MAYA, kind = 'menu' } = {}) => {
    const result = workspace.run({ account, kind, spreadsheetId: book.id, name: 'body', args: [text] })
    if (result.error) throw result.error
    return result.value
  }
  return {
    workspace,
    book,
    sheet,
    script,
    refusal(text, as) {
      let message: string | null = null
      try {
        script(text, as)
      } catch (error) {
        message = (error as Error).message
      }
      if (message === null) throw new Error('nothing was refused')
      return message
    },
    value: (row, column) => sheet.cells[row - 1]?.[column - 1] ?? null,
  }
}
