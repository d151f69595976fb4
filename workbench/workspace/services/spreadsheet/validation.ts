/** Data validation rules and their builder. */
import { strict } from '../../errors'
import { enumOf } from '../enums'
import type { SheetSession } from './session'
import { NO_RULE, type Validation } from './state'

type Rule = GoogleAppsScript.Spreadsheet.DataValidation
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder
type Argument = string | number | boolean

export const DATA_VALIDATION_CRITERIA = enumOf<typeof GoogleAppsScript.Spreadsheet.DataValidationCriteria>(
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CHECKBOX',
  'CUSTOM_FORMULA',
  'DATE_IS_VALID_DATE',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'NUMBER_BETWEEN',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
)

/** The plain rule behind each rule object a script holds. */
const plain = new WeakMap<object, Validation>()

/** The rule a script gave; throws a TypeError for anything `build()` did not make. */
export function readRule(given: unknown): Validation {
  const found = typeof given === 'object' && given !== null ? plain.get(given) : undefined
  if (!found) throw new TypeError('not a DataValidation: call build()')
  return found
}

export function ruleObject(session: SheetSession, rule: Validation): Rule {
  const type = rule.list ? 'VALUE_IN_LIST' : (rule.criteria?.type ?? 'CUSTOM_FORMULA')
  const criteria = DATA_VALIDATION_CRITERIA as unknown as Record<
    string,
    GoogleAppsScript.Spreadsheet.DataValidationCriteria
  >
  const object: Partial<Rule> = {
    getAllowInvalid: () => rule.allowInvalid,
    getHelpText: (() => rule.help || null) as Rule['getHelpText'],
    getCriteriaType: () => criteria[type] as GoogleAppsScript.Spreadsheet.DataValidationCriteria,
    getCriteriaValues: () => (rule.list ? [[...rule.list], true] : [...(rule.criteria?.args ?? [])]),
    copy: () => ruleBuilder(session, rule),
  }
  const made = strict('DataValidation', object) as Rule
  plain.set(made, rule)
  return made
}

/** `SpreadsheetApp.newDataValidation()`. A new rule only warns, until `setAllowInvalid(false)`. */
export function ruleBuilder(session: SheetSession, from: Validation = NO_RULE): Builder {
  let rule: Validation = { ...from }
  const step = (method: string, next: () => Validation): Builder => {
    session.local(`DataValidationBuilder.${method}`, () => {
      rule = next()
    })
    return self
  }
  const requires = (method: string, type: string, ...args: Argument[]): Builder =>
    step(method, () => ({ ...rule, list: null, criteria: { type, args } }))
  const object: Partial<Builder> = {
    requireValueInList: (values: string[]) => {
      if (!Array.isArray(values))
        throw session.error('badSignature', 'String', 'SpreadsheetApp.DataValidationBuilder.requireValueInList')
      return step('requireValueInList', () => {
        const { criteria: _, ...rest } = rule
        return { ...rest, list: values.map(String) }
      })
    },
    requireCheckbox: (...values: unknown[]) => requires('requireCheckbox', 'CHECKBOX', ...(values as Argument[])),
    requireDate: () => requires('requireDate', 'DATE_IS_VALID_DATE'),
    requireNumberBetween: (low: number, high: number) => requires('requireNumberBetween', 'NUMBER_BETWEEN', low, high),
    requireNumberNotBetween: (low: number, high: number) =>
      requires('requireNumberNotBetween', 'NUMBER_NOT_BETWEEN', low, high),
    requireNumberEqualTo: (n: number) => requires('requireNumberEqualTo', 'NUMBER_EQUAL_TO', n),
    requireNumberGreaterThan: (n: number) => requires('requireNumberGreaterThan', 'NUMBER_GREATER_THAN', n),
    requireNumberGreaterThanOrEqualTo: (n: number) =>
      requires('requireNumberGreaterThanOrEqualTo', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', n),
    requireNumberLessThan: (n: number) => requires('requireNumberLessThan', 'NUMBER_LESS_THAN', n),
    requireNumberLessThanOrEqualTo: (n: number) =>
      requires('requireNumberLessThanOrEqualTo', 'NUMBER_LESS_THAN_OR_EQUAL_TO', n),
    requireTextContains: (text: string) => requires('requireTextContains', 'TEXT_CONTAINS', text),
    requireTextEqualTo: (text: string) => requires('requireTextEqualTo', 'TEXT_EQUAL_TO', text),
    requireTextIsEmail: () => requires('requireTextIsEmail', 'TEXT_IS_VALID_EMAIL'),
    requireFormulaSatisfied: (formula: string) => requires('requireFormulaSatisfied', 'CUSTOM_FORMULA', formula),
    setAllowInvalid: (allow: boolean) => step('setAllowInvalid', () => ({ ...rule, allowInvalid: Boolean(allow) })),
    setHelpText: (help: string) => step('setHelpText', () => ({ ...rule, help: String(help ?? '') })),
    copy: () => ruleBuilder(session, rule),
    build: () => session.local('DataValidationBuilder.build', () => ruleObject(session, rule)),
  }
  const self = strict('DataValidationBuilder', object) as Builder
  return self
}
