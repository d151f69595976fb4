/** Text from outside, fit for a cell and a page: no control characters, none that turn the direction of writing. Pure. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

export const clean = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t|\u00a0/g, ' ')
    .replace(CONTROL, '')

export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`

/** On one line. */
export const oneLine = (text: string, most: number): string => cut(clean(text).replace(/\s+/g, ' ').trim(), most)
