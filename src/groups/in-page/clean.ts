/** One typed cell → the value it means, or what is wrong with it. Pure. */
import { plainWord, WORD_ENDS, wordIn } from '../../registry/words'
import { isEmail } from '../sound'

export interface Trouble {
  readonly code: string
  readonly message: string
  readonly next: string
  readonly level: 'error' | 'warning'
}
export interface Cleaned<V> {
  readonly value: V
  readonly trouble?: Trouble
}

const fail = <V>(value: V, code: string, message: string, next: string): Cleaned<V> => ({
  value,
  trouble: { code, message, next, level: 'error' },
})

/** Something to show of a cell in a message: never the whole of a long one. */
export const shown = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

/** An address in lower case; `mailto:` and `Name <address>` are understood. */
export function cleanEmail(text: string): Cleaned<string> {
  const named = /^[^<>]*<([^<>\s]+)>$/.exec(text)
  const address = (named?.[1] ?? text).replace(/^mailto:/i, '').toLowerCase()
  if (address === '' || isEmail(address)) return { value: address }
  const several = /[,;\s]/.test(address) && address.split('@').length > 2
  return fail(
    '',
    'BAD_EMAIL',
    `“${shown(text)}” is not an e-mail address.`,
    several ? 'Put one address in a row: one row a person.' : 'Type it as name@place.org.',
  )
}

/** Five digits, or ZIP+4. Zeros that a spreadsheet ate at the start are put back. */
export function cleanZip(text: string): Cleaned<string> {
  if (text === '') return { value: '' }
  const found = /^(\d{3,5})(?:\.0)?(?:[-\s](\d{4}))?$/.exec(text) ?? /^(\d{5})(\d{4})$/.exec(text)
  if (!found)
    return fail('', 'BAD_ZIP', `“${shown(text)}” is not a ZIP code.`, 'Type five digits, such as 02139, or 02139-4307.')
  const [, base = '', more] = found
  const value = base.padStart(5, '0') + (more ? `-${more}` : '')
  if (base.length === 5) return { value }
  return {
    value,
    trouble: {
      code: 'ZIP_FILLED_UP',
      message: `ZIP ${shown(text)} was read as ${value}.`,
      next: 'If that is not right, correct it.',
      level: 'warning',
    },
  }
}

/** Phones stay text. Numbers that a spreadsheet has shortened are lost and refused. */
export function cleanPhone(text: string): Cleaned<string> {
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text))
    return fail(
      '',
      'PHONE_SHORTENED',
      `A spreadsheet has shortened this phone number to “${shown(text)}”.`,
      'Make the column plain text where it comes from, and copy it again.',
    )
  if (text !== '' && !/\d.*\d/.test(text))
    return fail('', 'BAD_PHONE', `“${shown(text)}” is not a phone number.`, 'Type the number, or leave it blank.')
  return { value: text }
}

/** A round number; `about 40`, `1,200` and `40+` are understood. */
export function cleanNumber(text: string): Cleaned<number | null> {
  if (text === '') return { value: null }
  const found = /^(?:about|approx\.?|around|ca\.?|c\.|~)?\s*(\d[\d,]{0,8})\s*\+?$/i.exec(text)
  if (!found) return fail(null, 'BAD_NUMBER', `“${shown(text)}” is not a number.`, 'Type a round number, such as 40.')
  return { value: Number((found[1] ?? '').replace(/,/g, '')) }
}

const exists = (y: number, m: number, d: number): boolean => {
  const date = new Date(Date.UTC(y, m - 1, d))
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d
}

/** A day, as noon UTC: the same day in every zone of the United States. `2026-11-23` and `11/23/2026` are understood. */
export function cleanDay(text: string): Cleaned<Date | null> {
  if (text === '') return { value: null }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const [y = 0, m = 0, d = 0] = iso ? iso.slice(1).map(Number) : us ? [us[3], us[1], us[2]].map(Number) : []
  if (!exists(y, m, d) || y < 1900)
    return fail(null, 'BAD_DATE', `“${shown(text)}” is not a date.`, 'Type it as 2026-11-23 or 11/23/2026.')
  return { value: new Date(Date.UTC(y, m - 1, d, 12)) }
}

/** One word of a list. `others`: what else means one of them here. */
export function cleanWord<V extends string>(
  text: string,
  words: readonly V[],
  others: Readonly<Record<string, V>> = {},
): Cleaned<V | ''> {
  const word = plainWord(text)
  if (word === '') return { value: '' }
  const found = wordIn(words, text) ?? others[word]
  if (found) return { value: found }
  return fail('', 'UNKNOWN_WORD', `“${shown(text)}” is not one of the choices.`, `Use one of: ${words.join(', ')}.`)
}

/** Several words of a list, in its order. */
export function cleanWords<V extends string>(text: string, words: readonly V[]): Cleaned<V[]> {
  const found: string[] = []
  for (const part of text.split(WORD_ENDS)) {
    const { value, trouble } = cleanWord(part, words)
    if (trouble) return { value: [], trouble: { ...trouble, next: `Use any of: ${words.join(', ')}.` } }
    found.push(value)
  }
  return { value: words.filter((word) => found.includes(word)) }
}
