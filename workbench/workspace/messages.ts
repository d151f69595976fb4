/**
 * What Google says when it refuses, by language: scripts must not depend on the wording. The English texts are quoted
 * from the documentation and from field reports; the others say the same in the manner of Google’s own.
 */
import { GERMAN } from './messages-de'
import { SPANISH } from './messages-es'
import { ENGLISH as SERVICES, OTHERS as SERVICES_ELSEWHERE, type ServiceMessageKey } from './services/messages'

const ENGLISH = {
  scopeMissing: 'Specified permissions are not sufficient to call {0}. Required permissions: {1}',
  notPermitted: 'You do not have permission to call {0}. Required permissions: {1}',
  noDocumentAccess: 'You do not have permission to access the requested document.',
  storageDenied: "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
  functionMissing: 'Script function not found: {0}',
  timeout: 'Exceeded maximum execution time',
  serverError: "We're sorry, a server error occurred. Please wait a bit and try again.",
  serviceUnavailable: 'Service unavailable: {0}',

  dailyQuota: 'Service invoked too many times for one day: {0}.',
  burst: 'Service invoked too many times in a short time: {0}. Try Utilities.sleep(1000) between calls.',
  computerTime: 'Service using too much computer time for one day.',
  startsPerSecond: 'Script invoked too many times per second for this Google user account.',
  tooManyRunning: 'There are too many scripts running simultaneously for this Google user account.',

  gmailNotAllowed: 'Gmail operation not allowed.',
  mailOff: 'Mail service not enabled',

  tooManyLocks: 'There are too many LockService operations against the same script.',
  triggerService: 'Unable to talk to trigger service',

  tooManyCells: 'This action would increase the number of cells in the workbook above the limit of {0} cells.',
  cellTooLong: 'Your input contains more than the maximum of {0} characters in a single cell.',
  columnsDiffer:
    'The number of columns in the data does not match the number of columns in the range. The data has {0} but the range has {1}.',
  rowsDiffer:
    'The number of rows in the data does not match the number of rows in the range. The data has {0} but the range has {1}.',
  outsideSheet: 'The coordinates of the range are outside the dimensions of the sheet.',
  badRange: 'The coordinates or dimensions of the range are invalid.',
  rowsTooFew: 'The number of rows in the range must be at least 1.',
  columnsTooFew: 'The number of columns in the range must be at least 1.',
  rangeMissing: 'Range not found',
  protectedCell:
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  invalidData: 'The data you entered in cell {0} violates the data validation rules set on this cell.',
  tabExists: 'A sheet with the name "{0}" already exists. Please enter another name.',
  tabMissing: 'Sheet {0} not found',
  lastTab: "You can't remove all the visible sheets in a document.",
  allRows: "You can't delete all the rows on the sheet.",
  allColumns: "You can't delete all the columns on the sheet.",
  filterExists: "You can't create a filter in a sheet that already has a filter.",
  sheetsTimedOut: 'Service Spreadsheets timed out while accessing document with id {0}.',
  sheetsError: 'Service error: Spreadsheets',
  noUi: 'Cannot call SpreadsheetApp.getUi() from this context.',
} as const
type CoreMessageKey = keyof typeof ENGLISH
export type MessageKey = CoreMessageKey | ServiceMessageKey

/** Languages with texts of their own; any other reads English. */
const CORE_ELSEWHERE: Record<string, Record<CoreMessageKey, string>> = { de: GERMAN, es: SPANISH }

const ALL: Readonly<Record<string, string>> = { ...SERVICES, ...ENGLISH }

/** A text in a language such as `es`, with `{0}` and `{1}` filled in. */
export function message(language: string, key: MessageKey, ...args: (string | number)[]): string {
  const elsewhere: Readonly<Record<string, string>> = { ...SERVICES_ELSEWHERE[language], ...CORE_ELSEWHERE[language] }
  const text = elsewhere[key] ?? ALL[key] ?? key
  return text.replace(/\{(\d)\}/g, (_, i) => String(args[Number(i)] ?? ''))
}
