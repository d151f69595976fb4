/** Open States’ bulk download of a state’s current legislators. */
import type { Handler } from '../workspace/network'

export const BULK = 'https://data.openstates.org/people/current/'

/** Serves `csv` as the file of state `code`; other states’ files are not there. */
export const openStatesFile =
  (code: string, csv: string): Handler =>
  ({ url }) => {
    if (!url.startsWith(BULK)) return null
    const file = url.slice(BULK.length).replace(/[?#].*$/, '')
    if (file !== `${code}.csv`) return { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>', ms: 150 }
    return { status: 200, body: csv, headers: { 'Content-Type': 'text/csv' }, ms: 600 }
  }
