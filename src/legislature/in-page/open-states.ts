/** The bulk file of current legislators that Open States publishes (CC0): its rows made safe. Pure. */
import Papa from 'papaparse'
import type { LegislatorTables } from '../../contract'
import { Fault } from '../../fault'

export interface Person {
  /** `ocd-person/…` */
  readonly id: string
  readonly name: string
  readonly party: string
  /** As the file has it: `upper`, `lower` or `legislature`. */
  readonly chamber: string
  readonly district: string
  readonly email: string
  readonly capitolPhone: string
  readonly districtPhone: string
}

const COLUMNS = {
  id: 'id',
  name: 'name',
  party: 'current_party',
  chamber: 'current_chamber',
  district: 'current_district',
  email: 'email',
  capitolPhone: 'capitol_voice',
  districtPhone: 'district_voice',
} as const
type Field = keyof typeof COLUMNS
/** Without these columns the file is not what it was. */
const NEEDED: readonly Field[] = ['id', 'name', 'chamber', 'district']

const AGAIN = 'Try again later. Nothing in the sheet was changed.'
const strange = (what: string): Fault =>
  new Fault('OPEN_STATES_STRANGE', `What Open States sent is not its list of legislators: ${what}.`, AGAIN)

/** One line of ordinary text, cut to what a cell of this table needs. */
export const tidy = (cell: string, most: number): string =>
  cell
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, most)

const toEmail = (cell: string): string => {
  const [first = ''] = cell.split(/[;,\s]+/).filter((part) => part !== '')
  return /^[^\s@<>"(),:;\\]{1,64}@[\w.-]{1,180}\.[a-z]{2,20}$/i.test(first) ? first : ''
}

/** The first number of a list; kept as it is written. */
const toPhone = (cell: string): string => {
  const first = tidy(cell.split(';')[0] ?? '', 40)
  return /^[\d\s().+/-]{7,}(\s*(x|ext\.?|extension)\s*\d{1,6})?$/i.test(first) ? first : ''
}

/** The file’s rows in its own order. Throws `OPEN_STATES_DOWN`, `OPEN_STATES_NO_FILE`, `OPEN_STATES_STRANGE`. */
export function readPeople(answer: LegislatorTables['file']): Person[] {
  if (answer.broken || answer.status >= 500 || answer.status === 429)
    throw new Fault('OPEN_STATES_DOWN', 'Open States does not answer now.', AGAIN)
  if (answer.status === 403 || answer.status === 404)
    throw new Fault('OPEN_STATES_NO_FILE', 'Open States has no list of legislators for this state.', AGAIN)
  if (answer.status !== 200) throw strange(`status ${answer.status}`)
  const text = answer.body.replace(/^\ufeff/, '')
  if (/^\s*[<{[]/.test(text)) throw strange('it is a web page or an error')

  const { data, errors } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), { delimiter: ',', newline: '\n' })
  if (errors.length > 0) throw strange('a quotation mark is not closed')
  const [header = [], ...rows] = data
  const at = (field: Field): number => header.findIndex((cell) => cell.trim() === COLUMNS[field])
  const missing = NEEDED.filter((field) => at(field) < 0)
  if (missing.length > 0) throw strange(`the column “${COLUMNS[missing[0] ?? 'id']}” is missing`)
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) throw strange('it is empty')
  // The file is never ragged: a short last row means that it broke off on its way.
  if (filled.some((row) => row.length !== header.length)) throw strange('a row is broken off')

  const index = new Map((Object.keys(COLUMNS) as Field[]).map((field) => [field, at(field)]))
  return filled.map((row) => {
    const cell = (field: Field): string => row[index.get(field) ?? -1] ?? ''
    return {
      id: tidy(cell('id'), 100),
      name: tidy(cell('name'), 120),
      party: tidy(cell('party'), 80),
      chamber: tidy(cell('chamber'), 40).toLowerCase(),
      district: tidy(cell('district'), 120),
      email: toEmail(cell('email')),
      capitolPhone: toPhone(cell('capitolPhone')),
      districtPhone: toPhone(cell('districtPhone')),
    }
  })
}
