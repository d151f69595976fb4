import { validationRules } from '../../../workbench/page/grid/validations'
import { newTab } from '../../../workbench/workspace/services/spreadsheet/new'

const list = (items: string[]) => ({ list: items, allowInvalid: false, help: '' })

test('cells of one list under each other become one rectangle a column', () => {
  const sheet = newTab(0, { name: 'Groups' })
  for (const row of [3, 1, 2, 7]) sheet.validations[`${row}:4`] = list(['active', 'quiet'])
  sheet.validations['1:5'] = list(['yes', 'no'])
  const rules = validationRules(sheet)
  expect(rules.map((rule) => rule.formula1)).toEqual(['active,quiet', 'yes,no'])
  expect(rules[0]?.ranges.map((range) => [range.startRow, range.endRow, range.startColumn])).toEqual([
    [1, 3, 4],
    [7, 7, 4],
  ])
})

test('a cell without a list has no drop-down', () => {
  const sheet = newTab(0, { name: 'Groups' })
  sheet.validations['1:1'] = { list: null, allowInvalid: true, help: 'a number' }
  expect(validationRules(sheet)).toEqual([])
})
