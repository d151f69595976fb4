/** What was approved is what is sent: not what somebody typed into the Outbox since. */
import { TABLES } from '../../../src/registry/tables'
import type { Unknowns, Workspace } from '../../../workbench/workspace/workspace'
import { ask, draft, leadOf, MAYA, mailsTo, NOOR, network, sendAll } from './world'

const PEOPLE = 3
const LEADS = Array.from({ length: PEOPLE }, (_, i) => leadOf(i + 1))
const reps = LEADS.map((_, i) => `rep${i + 1}`)

function approved(about: Parameters<typeof draft>[0], unknowns: Partial<Unknowns> = {}) {
  const ws = network(PEOPLE, unknowns)
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft({ mode: 'personal', legislatorIds: reps, ...about }))
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  return { ws, alertId }
}

function type(ws: Workspace, column: 'recipients' | 'subject' | 'body', text: string): void {
  const tab = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'Outbox')
  const at = tab?.cells[0]?.indexOf(TABLES.outbox.columns[column].header) ?? -1
  const row = tab?.cells.findIndex((cells) => cells?.includes(leadOf(1))) ?? -1
  ws.people.edit(NOOR, 'Outbox', row + 1, at + 1, text)
}

test.each([
  ['recipients', 'somebody@example.org'],
  ['recipients', ''],
  ['subject', 'Do not call'],
  ['body', 'Call somebody else.'],
] as const)('%s typed anew as “%s”: that message is not sent and says why, the others go', (column, text) => {
  const { ws, alertId } = approved({})
  type(ws, column, text)
  const progress = sendAll(ws, MAYA, alertId)
  expect(mailsTo(ws, ['somebody@example.org', ...LEADS])).toEqual({
    'somebody@example.org': 0,
    ...Object.fromEntries(LEADS.map((address, i) => [address, i === 0 ? 0 : 1])),
  })
  expect(progress).toMatchObject({ sent: PEOPLE - 1, failed: 1, doubt: 0 })
  const failed = ask(ws, MAYA, 'alertLedger', { alertId }).rows.filter((row) => row.state === 'failed')
  expect(failed.map((row) => row.reason)).toEqual([
    'its addresses or its text were changed in the Outbox since it was approved',
  ])
})

test.each([
  ["'Tis the day: {title}", "'=1+1\r\nCall {names}.\r\n\r\n{legislators}\r\n{reply}"],
  ['=HB {title}', '+1 for {names}\u0007\r{legislators}\n\n{reply}\n '],
  ["''{title}", '-- {names}\n@all {legislators}\t{reply}'],
  ['0123', '  {names} 1/2\n{legislators}{reply}'],
])('“%s” and a text that a cell may keep otherwise is sent as it was approved', (subject, body) => {
  for (const apostropheIsStored of [false, true])
    for (const textFormatStopsFormulas of [false, true]) {
      const { ws, alertId } = approved({ subject, body }, { apostropheIsStored, textFormatStopsFormulas })
      expect(sendAll(ws, MAYA, alertId)).toMatchObject({ state: 'sent', sent: PEOPLE, failed: 0 })
    }
})
