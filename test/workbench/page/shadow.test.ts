import { Shadow } from '../../../workbench/page/grid/shadow'
import { newTab } from '../../../workbench/workspace/services/spreadsheet/new'

const NEW_YORK = 'America/New_York'
const tab = (values: (string | number | null)[][]) => newTab(0, { name: 'Groups', values })

test('the first look gives every cell that holds something, and nothing else', () => {
  const given = new Shadow().diff(tab([['a', null, 1]]), NEW_YORK)
  expect(Object.keys(given)).toEqual(['0'])
  expect(Object.keys(given[0] ?? {})).toEqual(['0', '2'])
})

test('the next look gives only what has changed, an emptied cell as empty', () => {
  const sheet = tab([
    ['a', 'b'],
    ['c', 'd'],
  ])
  const shadow = new Shadow()
  shadow.diff(sheet, NEW_YORK)
  expect(shadow.diff(sheet, NEW_YORK)).toEqual({})
  ;(sheet.cells[1] ?? [])[0] = null
  const given = shadow.diff(sheet, NEW_YORK)
  expect(Object.keys(given)).toEqual(['1'])
  expect(given[1]?.[0]?.v).toBeNull()
})

test('a cell that a hand has touched is given again although the model did not change', () => {
  const sheet = tab([['a', 'b']])
  const shadow = new Shadow()
  shadow.diff(sheet, NEW_YORK)
  shadow.doubt(0, 1)
  expect(shadow.diff(sheet, NEW_YORK)[0]?.[1]?.v).toBe('b')
})

test('rows inserted by hand in view and model alike need nothing to be given', () => {
  const sheet = tab([['head'], ['a'], ['b']])
  sheet.formats['2:0'] = '@'
  const shadow = new Shadow()
  shadow.diff(sheet, NEW_YORK)
  sheet.cells.splice(1, 0, undefined)
  sheet.formats = { '3:0': '@' }
  shadow.shiftRows(1, 1)
  expect(shadow.diff(sheet, NEW_YORK)).toEqual({})
})

test('rows removed by hand that the model keeps are given back', () => {
  const sheet = tab([['head'], ['a'], ['b']])
  const shadow = new Shadow()
  shadow.diff(sheet, NEW_YORK)
  shadow.shiftRows(1, -1)
  const given = shadow.diff(sheet, NEW_YORK)
  expect([given[1]?.[0]?.v, given[2]?.[0]?.v]).toEqual(['a', 'b'])
})

test('a column that becomes text is given anew where it holds something', () => {
  const sheet = tab([['zip'], ['01234'], [null]])
  const shadow = new Shadow()
  shadow.diff(sheet, NEW_YORK)
  sheet.formats['*:0'] = '@'
  const given = shadow.diff(sheet, NEW_YORK)
  expect(Object.keys(given)).toEqual(['0', '1'])
  expect(given[1]?.[0]?.s).toEqual({ n: { pattern: '@' } })
})

test('a date stands on the wall clock of the sheet’s zone, winter and summer', () => {
  const noon = { date: Date.parse('2026-11-23T17:00:00Z') }
  const summer = { date: Date.parse('2026-07-01T04:00:00Z') }
  const sheet = newTab(0, { name: 'Log', values: [[noon, summer]] })
  const given = new Shadow().diff(sheet, NEW_YORK)
  // Days since 1899-12-30: 46349 is 2026-11-23, 46204 is 2026-07-01.
  expect([given[0]?.[0]?.v, given[0]?.[1]?.v]).toEqual([46349.5, 46204])
})
