/** Pasted text or a CSV file → a heading row and the rows under it, read in the browser before anything is sent. */
import Papa from 'papaparse'

export interface PasteProblem {
  /** As the person counts: the headings are row 1. 0 where it concerns the whole paste. */
  row: number
  message: string
  next: string
}
export interface Paste {
  header: string[]
  /** Blank rows between others are kept, so that row numbers stay those of the file. */
  rows: string[][]
  delimiter: string
  /** Where there is one, nothing should be sent: the rows after it may be torn. */
  problems: PasteProblem[]
}

export const MOST_ROWS = 5_000
const MOST_COLUMNS = 100
const DELIMITERS = ['\t', ',', ';', '|']

const blank = (row: readonly string[]) => row.every((cell) => cell.trim() === '')

/** The one that splits the headings into most cells; a sheet's own paste has tabs and wins ties. */
function delimiterOf(text: string): string {
  const cells = (delimiter: string) => Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0
  return DELIMITERS.reduce((best, next) => (cells(next) > cells(best) ? next : best))
}

function split(text: string, delimiter: string) {
  const quoted = Papa.parse<string[]>(text, { delimiter })
  if (delimiter !== '\t' || !quoted.errors.length) return quoted
  // Sheets copies a cell such as `"Blue" Wave` as it is. Where the tabs alone make even rows, quotes are only text.
  const plain = Papa.parse<string[]>(text, { delimiter, quoteChar: '\0' })
  const width = plain.data[0]?.length ?? 0
  return plain.data.every((row) => row.length === width || blank(row)) ? plain : quoted
}

/** Never throws: what cannot be read is in `problems`, with its row. */
export function readPaste(text: string): Paste {
  const clean = text.replace(/^\uFEFF/, '').replace(/^(?:[ \t]*\r?\n)+/, '')
  const delimiter = delimiterOf(clean)
  const { data, errors } = split(clean, delimiter)
  const [first = [], ...rest] = data
  let length = rest.length
  while (length > 0 && blank(rest[length - 1] ?? [])) length--
  const rows = rest.slice(0, length)
  const header = first.map((cell) => cell.trim())

  const problems: PasteProblem[] = [
    ...new Set(errors.filter((e) => e.type === 'Quotes').map((e) => (e.row ?? 0) + 1)),
  ].map((row) => ({
    row,
    message: `Row ${row} has a quotation mark that is opened and not closed, or text right after a closed one.`,
    next: 'Close it, or write a quotation mark inside a cell twice ("").',
  }))
  if (!problems.length) problems.push(...limits(header, rows))
  return { header, rows, delimiter, problems }
}

/** The opposite of `readPaste`. */
export const toText = ({ header, rows, delimiter }: Paste): string =>
  Papa.unparse([header, ...rows], { delimiter, newline: '\n' })

function limits(header: string[], rows: string[][]): PasteProblem[] {
  if (blank(header)) return []
  const found: PasteProblem[] = []
  if (!rows.length)
    found.push({
      row: 0,
      message: 'There is only one row.',
      next: 'The first row holds the headings, such as Group, Town, Address. Paste the rows under it too.',
    })
  if (rows.length > MOST_ROWS)
    found.push({
      row: 0,
      message: `There are ${rows.length.toLocaleString('en-US')} rows; ${MOST_ROWS.toLocaleString('en-US')} go in at a time.`,
      next: 'Bring them in in two parts, each with the headings.',
    })
  if (header.length > MOST_COLUMNS)
    found.push({
      row: 1,
      message: `There are ${header.length} columns; at most ${MOST_COLUMNS} can be read.`,
      next: 'Leave out the columns that are not needed.',
    })
  return found
}

/** A chosen file's text, or why it is not one. Files that are not UTF-8 are read as Excel on Windows saves them. */
export async function readFileText(file: File): Promise<{ text: string; problem: PasteProblem | null }> {
  const problem = (message: string, next: string) => ({ text: '', problem: { row: 0, message, next } })
  if (file.size > 20_000_000)
    return problem('This file is larger than 20 MB.', 'Save only the sheet with the groups or people as CSV.')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (zip || bytes.subarray(0, 2000).includes(0))
    return problem(
      'This is not a CSV file.',
      'In Excel or Sheets choose File, then download or save as CSV, and choose that file.',
    )
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problem: null }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), problem: null }
  }
}
