import { csvParseRows } from 'd3-dsv'

/** Rows of a CSV text, header first. */
export const parseCsv = (text: string): string[][] => csvParseRows(text)
