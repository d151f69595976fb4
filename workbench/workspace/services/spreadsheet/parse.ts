/**
 * What becomes of a text that is written into a cell: Sheets reads it as if it had been typed. `01234` is a number,
 * `3-4` a date, `=…` and `+…` formulas; only number format `@` keeps text as it is.
 */

import { localeRules } from './locale'
import { readDate } from './parse-date'
import type { CellValue } from './state'

export interface TypingContext {
  /** The cell’s number format; `@` is plain text. */
  readonly format: string
  readonly zone: string
  readonly locale: string
  /** Virtual time: a date without a year is this year’s. */
  readonly now: number
  /** `script` writes differ from typing where the documentation leaves it open. */
  readonly by: 'person' | 'script'
  readonly textFormatStopsFormulas: boolean
  readonly apostropheIsStored: boolean
}

export interface Typed {
  readonly value: CellValue
  /** With the leading `=`; the value is then an error, because nothing is computed. */
  readonly formula?: string
  /** Number format that typing this brings along, where the cell has none. */
  readonly format?: string
}

const TEXT_FORMAT = '@'
const NEVER_SPECIAL = /^[^\d=+'$(%.,-]*$/

/** Reads one text. */
export function readTyped(text: string, context: TypingContext): Typed {
  if (text === '') return { value: null }
  const plain = context.format === TEXT_FORMAT
  if (text[0] === '=' && text.length > 1) {
    const stops = context.by === 'person' || context.textFormatStopsFormulas
    return plain && stops ? { value: text } : { value: '#NAME?', formula: text }
  }
  if (plain) return { value: text }
  if (text[0] === "'")
    return { value: context.by === 'script' && context.apostropheIsStored ? text : text.slice(1) || null }
  if (!/\d/.test(text)) return withoutDigits(text)
  const trimmed = text.trim()
  return readNumber(trimmed, context) ?? readDate(trimmed, context) ?? formulaLike(text) ?? { value: text }
}

function withoutDigits(text: string): Typed {
  if (NEVER_SPECIAL.test(text)) {
    const word = text.trim().toUpperCase()
    if (word === 'TRUE') return { value: true }
    if (word === 'FALSE') return { value: false }
    return { value: text }
  }
  return formulaLike(text) ?? { value: text }
}

/** A sign before something that is no number makes a formula, mostly a broken one. */
function formulaLike(text: string): Typed | null {
  if (text[0] === '+' && text.length > 1) return { value: '#ERROR!', formula: `=${text}` }
  if (/^-[A-Za-z(]/.test(text)) return { value: '#NAME?', formula: `=${text}` }
  return null
}

interface NumberRules {
  readonly whole: RegExp
  /** Between thousands, to be taken out. */
  readonly groups: RegExp
  readonly grouped: RegExp | null
}
const rulesByLocale = new Map<string, NumberRules>()

function numberRules(locale: string): NumberRules {
  const known = rulesByLocale.get(locale)
  if (known) return known
  const { decimal, group } = localeRules(locale)
  const d = decimal === '.' ? '\\.' : decimal
  const g = group === ' ' ? '[ \\u00a0\\u202f]' : group === '.' ? '\\.' : group
  const digits = `(?:\\d{1,3}(?:${g}\\d{3})+|\\d[\\d ]*)?(?:${d}\\d*)?`
  const rules = {
    whole: new RegExp(`^([+-]?)([$€£]?)([+-]?)(${digits})(?:[eE]([+-]?\\d+))?\\s*([%€£]?)$`),
    groups: new RegExp(`${g}| `, 'g'),
    grouped: group === ' ' ? null : new RegExp(`\\d${g}\\d{3}`),
  }
  rulesByLocale.set(locale, rules)
  return rules
}

function readNumber(text: string, context: TypingContext): Typed | null {
  const rules = numberRules(context.locale)
  const inBrackets = /^\((.+)\)$/.exec(text)
  const found = rules.whole.exec(inBrackets?.[1] ?? text)
  const [, sign1 = '', prefix = '', sign2 = '', digits = '', exponent, suffix = ''] = found ?? []
  if (!found || !/\d/.test(digits) || (sign1 && sign2)) return null
  const plain = digits.replace(rules.groups, '').replace(',', '.')
  const percent = suffix === '%'
  const negative = sign1 === '-' || sign2 === '-' || inBrackets !== null
  const size = Number(exponent === undefined ? plain : `${plain}e${exponent}`) / (percent ? 100 : 1)
  if (!Number.isFinite(size)) return null
  const value = negative ? -size : size
  const cents = plain.includes('.')
  const currency = percent ? '' : prefix || suffix
  if (percent) return { value, format: cents ? '0.00%' : '0%' }
  if (currency) return { value, format: `${currency}${cents ? '#,##0.00' : '#,##0'}` }
  if (exponent !== undefined) return { value, format: '0.00E+00' }
  return rules.grouped?.test(digits) ? { value, format: cents ? '#,##0.00' : '#,##0' } : { value }
}
