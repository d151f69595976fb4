import Papa from 'papaparse'

/** Rows of a CSV text, header first. */
export const parseCsv = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), { delimiter: ',', newline: '\n', skipEmptyLines: true }).data

/** The CSV text of rows, on lines that end in a line feed. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\n' },
  )
