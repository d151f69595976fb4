/** Does a value obey a cell’s validation rule? */
import type { CellValue, Validation } from './state'

const asNumber = (value: CellValue): number | null =>
  typeof value === 'number' ? value : typeof value === 'object' && value !== null ? value.date : null

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

function obeysCriteria(value: CellValue, shown: string, type: string, args: (string | number | boolean)[]): boolean {
  const number = asNumber(value)
  const [a, b] = args.map(Number) as [number, number]
  switch (type) {
    case 'CHECKBOX':
      return args.length > 0 ? args.some((arg) => arg === value) : typeof value === 'boolean'
    case 'NUMBER_BETWEEN':
      return number !== null && number >= a && number <= b
    case 'NUMBER_NOT_BETWEEN':
      return number !== null && (number < a || number > b)
    case 'NUMBER_GREATER_THAN':
      return number !== null && number > a
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return number !== null && number >= a
    case 'NUMBER_LESS_THAN':
      return number !== null && number < a
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return number !== null && number <= a
    case 'NUMBER_EQUAL_TO':
      return number === a
    case 'DATE_IS_VALID_DATE':
      return typeof value === 'object'
    case 'TEXT_CONTAINS':
      return shown.includes(String(args[0]))
    case 'TEXT_EQUAL_TO':
      return shown === String(args[0])
    case 'TEXT_IS_VALID_EMAIL':
      return EMAIL.test(shown)
    default:
      return true
  }
}

/** An empty cell obeys every rule. `shown` is the value as displayed. */
export function obeys(value: CellValue, shown: string, rule: Validation): boolean {
  if (value === null) return true
  if (rule.list) return rule.list.includes(shown) || (typeof value === 'boolean' && rule.list.includes(String(value)))
  return rule.criteria ? obeysCriteria(value, shown, rule.criteria.type, rule.criteria.args) : true
}
