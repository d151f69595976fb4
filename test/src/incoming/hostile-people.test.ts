/** OPT OUT by mail, where people have made of the People tab what they like: it is heard, and keeps no other answer waiting. */
import { TABLES } from '../../../src/registry/tables'
import type { SheetState } from '../../../workbench/workspace/services/spreadsheet/state'
import type { Workspace } from '../../../workbench/workspace/workspace'
import { alerted, answer, answersIn, board, later, lead, MAYA, MINUTE, NOOR, rowsIn } from './world'

const tick = (ws: Workspace): void => later(ws, 6 * MINUTE)
const people = (ws: Workspace): SheetState => {
  const tab = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'People')
  if (!tab) throw new Error('no People')
  return tab
}
const column = (tab: SheetState): number => tab.cells[0]?.indexOf(TABLES.people.columns.optedOut.header) ?? -1

test('boxes to tick under “Opted out”: the box is ticked, and everybody’s answers are read', () => {
  const ws = alerted(2)
  const tab = people(ws)
  const at = column(tab)
  for (const key of Object.keys(tab.validations)) if (key.endsWith(`:${at}`)) delete tab.validations[key]
  tab.validations[`*:${at}`] = { list: null, criteria: { type: 'CHECKBOX', args: [] }, allowInvalid: false, help: '' }
  for (const cells of tab.cells.slice(1)) if (cells) cells[at] = false
  answer(ws, lead(1), 'OPT OUT')
  answer(ws, lead(2), 'DONE 3')
  tick(ws)
  expect(board(ws)).toMatchObject({ answered: 1, calls: 3 })
  expect(rowsIn(ws, 'people').map((p) => [p.email, ['yes', 'TRUE', true].includes(p.optedOut as string)])[0]).toEqual([
    lead(1),
    true,
  ])
})

test('a People tab that the operator may not change: a person is told to do it, and everybody’s answers are read', () => {
  const ws = alerted(2)
  const tab = people(ws)
  Object.assign(ws.spreadsheet(), { owner: NOOR, editors: [MAYA] })
  tab.protections.push({ id: 9, kind: 'sheet', range: null, description: '', warningOnly: false, editors: [NOOR] })
  answer(ws, lead(1), 'OPT OUT')
  answer(ws, lead(2), 'DONE 3')
  tick(ws)
  tick(ws)
  expect(board(ws)).toMatchObject({ answered: 1, calls: 3 })
  expect(answersIn(ws).find((row) => row.from === lead(1))).toMatchObject({
    counts: 'no',
    why: 'it asks for no more alerts, but People could not be written: set “Opted out” there by hand',
  })
})
