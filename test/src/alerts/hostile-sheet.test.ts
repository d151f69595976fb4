/** What people do to the tabs, and what must not come of it: a mail to whoever opted out, a mail to fewer than were shown. */
import { TABLES, type TableName } from '../../../src/registry/tables'
import type { CellValue, SheetState } from '../../../workbench/workspace/services/spreadsheet/state'
import type { Workspace } from '../../../workbench/workspace/workspace'
import {
  ask,
  draft,
  faultOf,
  fillIn,
  leadOf,
  MAYA,
  MINUTE,
  mailsTo,
  network,
  rowsIn,
  sendAll,
  typeSetting,
} from './world'

const tabOf = (ws: Workspace, name: TableName): SheetState => {
  const tab = ws.spreadsheet().sheets.find((sheet) => sheet.name === TABLES[name].tab)
  if (!tab) throw new Error(`no tab ${name}`)
  return tab
}
const headerOf = (name: TableName, column: string): string =>
  (TABLES[name].columns as Record<string, { header: string }>)[column]?.header ?? ''
function put(ws: Workspace, name: TableName, row: number, column: string, value: CellValue): void {
  const { cells } = tabOf(ws, name)
  const at = cells[0]?.indexOf(headerOf(name, column)) ?? -1
  if (!cells[row] || at < 0) throw new Error(`no ${column} in row ${row} of ${name}`)
  cells[row][at] = value
}
/** A second column of this name, blank below, to the left of all others. */
function doubleColumn(ws: Workspace, name: TableName, column: string): void {
  const tab = tabOf(ws, name)
  for (const [i, cells] of tab.cells.entries()) cells?.unshift(i === 0 ? headerOf(name, column) : null)
  tab.columns += 1
}
const approve = (ws: Workspace): string => {
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft())
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  return alertId
}

describe('a column of ours that stands twice', () => {
  test('stops an alert and is named: nobody who opted out is asked because a blank copy stands before it', () => {
    const ws = network(2)
    put(ws, 'people', 1, 'optedOut', 'yes')
    doubleColumn(ws, 'people', 'optedOut')
    const fault = faultOf(() => ask(ws, MAYA, 'previewAlert', draft()))
    expect(fault.code).toBe('COLUMN_TWICE')
    expect(fault.message).toContain('Opted out')
    expect(ask(ws, MAYA, 'home', {}).setup).toEqual({
      ready: true,
      broken: [],
      twice: ['The tab “People” has the column “Opted out” twice, in A and J.'],
    })
  })

  test.each(Object.keys(TABLES) as TableName[])(
    'in %s is named by Home with its letters, as nothing that a repair mends, and fills no Log',
    (name) => {
      const ws = network(2)
      const id = approve(ws)
      sendAll(ws, MAYA, id)
      const lines = rowsIn(ws, 'log').length
      doubleColumn(ws, name, Object.keys(TABLES[name].columns)[1] ?? '')
      ws.advance(30 * MINUTE)
      const home = () => ask(ws, MAYA, 'home', {})
      if (name === 'settings')
        expect(faultOf(home)).toMatchObject({ code: 'COLUMN_TWICE', message: expect.stringContaining('in A and C.') })
      else
        expect(home().setup).toMatchObject({
          ready: true,
          broken: [],
          twice: [expect.stringMatching(/ twice, in A and /)],
        })
      tabOf(ws, name).cells.forEach((cells) => {
        cells?.shift()
      })
      expect(home().setup).toMatchObject({ ready: true, broken: [], twice: [] })
      expect(rowsIn(ws, 'log')).toHaveLength(lines)
    },
  )

  test('stops what is being sent, and nothing is lost: it goes on when the copy is gone', () => {
    const ws = network(2)
    approve(ws)
    const id = 'A-0001'
    put(ws, 'people', 1, 'optedOut', 'yes')
    doubleColumn(ws, 'people', 'optedOut')
    ws.advance(56 * MINUTE)
    expect(mailsTo(ws, [leadOf(1), leadOf(2)])).toEqual({ [leadOf(1)]: 0, [leadOf(2)]: 0 })
    expect(rowsIn(ws, 'log').filter((row) => row.to === id && String(row.did).startsWith('could not'))).toHaveLength(1)
    const tab = tabOf(ws, 'people')
    for (const cells of tab.cells) cells?.shift()
    tab.columns -= 1
    // Nothing was taken in hand meanwhile: whoever mends it does not wait for that to run out.
    sendAll(ws, MAYA, id)
    expect(mailsTo(ws, [leadOf(1), leadOf(2)])).toEqual({ [leadOf(1)]: 0, [leadOf(2)]: 1 })
    expect(ask(ws, MAYA, 'alertProgress', { alertId: id })).toMatchObject({ sent: 1, stopped: 1 })
  })
})

test('boxes under “Leaves/Vacant” that are not ticked leave nobody’s seat', () => {
  const ws = network(2)
  for (const row of [1, 2, 3]) put(ws, 'legislators', row, 'leaves', row === 3)
  const { checks, people } = ask(ws, MAYA, 'previewAlert', draft({ legislatorIds: ['senator', 'rep2'] }))
  expect(people).toBe(2)
  expect(checks.filter((c) => c.id === 'left').map((c) => c.text)).toEqual([
    'Not in office any more: Rep 2 (House 2): TRUE.',
  ])
})

test.each([
  `Lee <${leadOf(1)}>`,
  `${leadOf(1)}\u200b`,
  `mailto:${leadOf(1)}`,
  `${leadOf(1)}, lee@example.net`,
  `lee@example.net; ${leadOf(1).toUpperCase()}`,
  `${leadOf(1)}.`,
])('who opted out in a row that holds “%s” is not asked through another row', (cell) => {
  const ws = network(2)
  fillIn(ws, { people: [{ id: 'P-70', name: 'Lee', email: cell, groupId: 'G-002', roles: 'notes', optedOut: 'yes' }] })
  expect(ask(ws, MAYA, 'previewAlert', draft()).people).toBe(1)
})

test('an alert whose messages are gone from the Outbox does not fill the Log for ever', () => {
  const ws = network(2)
  approve(ws)
  tabOf(ws, 'outbox').cells.length = 1
  const told = () => rowsIn(ws, 'log').filter((row) => String(row.did).startsWith('could not go on')).length
  ws.advance(6 * MINUTE)
  expect(told()).toBeGreaterThan(0)
  // Its act-by comes.
  ws.advance(7 * 60 * MINUTE)
  const then = told()
  ws.advance(60 * MINUTE)
  expect(told()).toBe(then)
  expect(rowsIn(ws, 'alerts')[0]?.state).toBe('expired')
})

test('a draft’s cell that was changed by hand after approval keeps nobody’s answers, calls or mapping waiting', () => {
  const ws = network(2)
  const id = approve(ws)
  sendAll(ws, MAYA, id)
  put(ws, 'alerts', 1, 'draft', '{"districts":null,"audience":"targets","committees":{}}')
  expect(ask(ws, MAYA, 'alertBoard', { alertId: id }).asked).toBe(2)
})

test('who may approve is known by any spelling of the own mailbox', () => {
  const ws = network(2)
  ws.addAccount('noor.haddad@gmail.com')
  ws.spreadsheet().editors.push('noor.haddad@gmail.com')
  put(ws, 'people', 3, 'email', 'NoorHaddad@googlemail.com')
  expect(ask(ws, 'noor.haddad@gmail.com', 'home', {}).you.mayApprove).toBe(true)
})

test('a name as long as a cell holds keeps no alert from being approved', () => {
  const ws = network(2)
  put(ws, 'people', 1, 'name', 'x'.repeat(49_990))
  put(ws, 'people', 1, 'awayUntil', 'long')
  approve(ws)
  expect(rowsIn(ws, 'outbox').map((row) => row.state)).toEqual(['queued', 'skipped'])
})

test('a webhook that somebody pasted into the Channels tab is carried nowhere else, and the page says so', () => {
  const hook = 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'
  const ws = network(2)
  ask(ws, MAYA, 'saveChannel', {
    ...{ channelId: null, name: 'x', kind: 'slack', audience: 'all', address: '', topic: '', state: 'active' },
    webhook: hook,
  })
  put(ws, 'channels', 1, 'name', '')
  put(ws, 'channels', 1, 'address', hook)
  const { alertId, seal, posts } = ask(ws, MAYA, 'previewAlert', draft({ channels: ['CH-001'] }))
  expect(posts?.[0]?.name).toBe('CH-001')
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  sendAll(ws, MAYA, alertId)
  expect(JSON.stringify([rowsIn(ws, 'outbox'), rowsIn(ws, 'log'), rowsIn(ws, 'alerts')])).not.toContain('hooks.slack')
  const [card] = ask(ws, MAYA, 'channels', {}).channels
  expect(card?.note).toBe(
    'Its webhook stands in the sheet, where everybody reads it: take it out, and make a new one in Slack.',
  )
  expect(card?.address).toBe('')
})

test('a reply address that is none, typed after approval, leaves no mail of MailApp in doubt', () => {
  const ws = network(2)
  const { oauthScopes } = ws.options.manifest
  ws.account(MAYA).granted = oauthScopes.filter((scope) => !scope.endsWith('/gmail.compose'))
  typeSetting(ws, 'Mail without drafts', 'yes')
  const alertId = approve(ws)
  typeSetting(ws, 'Reply to', 'answers at example.org')
  expect(sendAll(ws, MAYA, alertId)).toMatchObject({ sent: 2, doubt: 0 })
  expect(ws.mailbox(leadOf(1))[0]?.raw).not.toContain('answers at')
})
