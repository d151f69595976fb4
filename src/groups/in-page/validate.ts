/** One row of a paste → a row for the sheet and everything that is wrong with it, cell by cell. Pure. */
import type { Row } from '../../registry/tables'
import { CELL_LIMIT, plainText } from '../../registry/text'
import { CAN_DO, GROUP_STATUSES, ROLES, YES } from '../../registry/words'
import { MANY_LINES, MARKUP } from '../sound'
import {
  type Cleaned,
  cleanDay,
  cleanEmail,
  cleanNumber,
  cleanPhone,
  cleanWord,
  cleanWords,
  cleanZip,
  shown,
  type Trouble,
} from './clean'
import type { Field, Kind } from './columns'

export interface ImportProblem extends Trouble {
  /** Row as the person counts it: the header is row 1. 0 where it concerns the whole paste. */
  readonly row: number
  readonly column: string
}

/** Finds a group by ID or exact name. */
export type FindGroup = (text: string) => { id: string } | 'unknown' | 'several'

const OFTEN_STATUS = { inactive: 'quiet', dormant: 'quiet', 'on hold': 'paused', closed: 'left', gone: 'left' } as const

/** Fields where a sign at the start is nothing unusual. */
const SIGNS_ARE_USUAL: ReadonlySet<Field> = new Set<Field>(['phone', 'slack', 'notes'])

const ADDRESS_IN_BRACKETS = /<[^<>\s]+@[^<>\s]+>/g

const error = (code: string, message: string, next: string): Trouble => ({ code, message, next, level: 'error' })

/** What no cell may hold, whatever its column; and what is kept as plain text but looks like more. */
function lookOver(field: Field, text: string): Trouble | undefined {
  if (text.length > CELL_LIMIT)
    return error(
      'CELL_TOO_LONG',
      `This cell has ${text.length} characters; a cell holds ${CELL_LIMIT}.`,
      'Shorten it. Is a quotation mark missing?',
    )
  if (/[\r\n]/.test(text) && field !== MANY_LINES)
    return error(
      'LINE_BREAK',
      `This cell has a line break: “${shown(text)}”.`,
      'Put it on one line. Is a quotation mark missing?',
    )
  if (MARKUP.test(field === 'email' ? text.replace(ADDRESS_IN_BRACKETS, '') : text))
    return error('HTML', `This cell holds HTML: “${shown(text)}”.`, 'Leave out everything in angle brackets.')
  const formula = /^=/.test(text) || (/^[+\-@\t]/.test(text) && !SIGNS_ARE_USUAL.has(field))
  if (formula)
    return {
      code: 'FORMULA',
      message: `“${shown(text)}” begins like a formula. It is kept as plain text and never computed.`,
      next: 'If it is a mistake, correct it.',
      level: 'warning',
    }
  return undefined
}

function groupOf(text: string, find: FindGroup): Cleaned<string> {
  if (text === '') return { value: '' }
  const found = find(text)
  if (found === 'unknown')
    return {
      value: '',
      trouble: error(
        'UNKNOWN_GROUP',
        `There is no group “${shown(text)}”.`,
        'Bring in groups first, or write the name or ID as it stands in the Groups tab.',
      ),
    }
  if (found === 'several')
    return {
      value: '',
      trouble: error(
        'SEVERAL_GROUPS',
        `Several groups are called “${shown(text)}”.`,
        'Use the Group ID, such as G-014.',
      ),
    }
  return { value: found.id }
}

/** What each field makes of its text. */
function clean(kind: Kind, field: Field, text: string, find: FindGroup): Cleaned<unknown> {
  switch (field) {
    case 'email':
      return cleanEmail(text)
    case 'zip':
      return cleanZip(text)
    case 'phone':
      return cleanPhone(text)
    case 'members':
      return cleanNumber(text)
    case 'confirmed':
    case 'awayUntil':
      return cleanDay(text)
    case 'status':
      return cleanWord(text, GROUP_STATUSES, OFTEN_STATUS)
    case 'consent':
    case 'optedOut':
      return cleanWord(text, YES)
    case 'canDo':
      return cleanWords(text, CAN_DO)
    case 'roles':
      return cleanWords(text, ROLES)
    case 'groupId':
      return kind === 'people' ? groupOf(text, find) : { value: text }
    default:
      return { value: text }
  }
}

/** As it will stand: what no sheet keeps goes, blanks at the ends too, and doubled ones where a line is a line. */
function tidy(field: Field, text: string): string {
  const kept = plainText(text).trim()
  return plainText(field === MANY_LINES ? kept : kept.replace(/[^\S\r\n]+/g, ' '))
}

export interface Checked {
  readonly values: Partial<Row<'groups'> & Row<'people'>>
  readonly problems: ImportProblem[]
}

/** Checks one row. `fields` and `headers` are those of its cells; `row` is counted as the person counts. */
export function checkRow(
  kind: Kind,
  row: number,
  cells: readonly string[],
  fields: readonly (Field | null)[],
  headers: readonly string[],
  find: FindGroup,
): Checked {
  const values: Record<string, unknown> = {}
  const problems: ImportProblem[] = []
  const note = (column: string, trouble: Trouble | undefined) => {
    if (trouble) problems.push({ row, column, ...trouble })
  }
  const extra = cells.slice(headers.length).filter((cell) => cell.trim() !== '').length
  if (extra > 0)
    note(
      '',
      error(
        'ROW_TOO_WIDE',
        `This row has ${cells.length} cells; the header has ${headers.length}.`,
        'Look for a comma or a quotation mark in the wrong place.',
      ),
    )
  fields.forEach((field, i) => {
    if (!field) return
    const text = tidy(field, cells[i] ?? '')
    const seen = lookOver(field, text)
    note(headers[i] ?? '', seen)
    if (seen?.level === 'error') return
    const { value, trouble } = clean(kind, field, text, find)
    note(headers[i] ?? '', trouble)
    values[field] = value
  })
  if (values.name === '')
    note(
      headers[fields.indexOf('name')] ?? '',
      error('NO_NAME', 'The name is missing.', 'Type a name, or leave out the row.'),
    )
  return { values: values as Checked['values'], problems }
}
