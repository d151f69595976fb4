/** What follows an alert by itself: backups at half time, a reminder, the summary; each once, and only to whom it may concern. */
import { gmailScopes } from './scopes'
import {
  addBackups,
  alerted,
  answer,
  answersIn,
  ask,
  backupOf,
  board,
  counts,
  fillIn,
  HOUR,
  isBackup,
  isReminder,
  later,
  lead,
  MAYA,
  MINUTE,
  NOOR,
  network,
  rowsIn,
  send,
  setting,
  subjects,
} from './world'

const SUBJECT = 'Please call by 4:00 pm Eastern / 3:00 pm Central on Monday, November 23: HB 120'
type Ws = ReturnType<typeof alerted>
const four = [1, 2, 3, 4]

test('at half time backups of groups without an answer are asked, once; then whoever is silent is reminded, once', () => {
  const ws = alerted(4)
  answer(ws, lead(1), 'IN')
  answer(ws, lead(2), 'HAVE IT')
  later(ws, 110 * MINUTE)
  expect(counts(ws, four.map(backupOf), isBackup)).toEqual([0, 0, 0, 0])
  expect(board(ws).next).toMatch(
    /^Next: backups of groups without an answer are asked today 2:00 pm; whoever has not answered is reminded today 3:1\d pm/,
  )
  later(ws, 40 * MINUTE)
  expect(counts(ws, four.map(backupOf), isBackup)).toEqual([0, 0, 1, 1])
  expect(subjects(ws, backupOf(3))).toEqual([`Can you step in? ${SUBJECT}`])
  expect(board(ws).groups.map((g) => g.backupAsked)).toEqual([false, false, true, true])
  answer(ws, backupOf(4), 'DONE 5')
  later(ws, 90 * MINUTE)
  expect(board(ws).groups[3]).toMatchObject({ answer: 'done', calls: 5 })
  expect(counts(ws, [...four.map(lead), ...four.map(backupOf)], isReminder)).toEqual([0, 0, 1, 0, 0, 0, 1, 0])
  expect(counts(ws, four.map(backupOf), isBackup)).toEqual([0, 0, 1, 1])
})

test('what follows tells until when in every time zone of the state, as the alert does', () => {
  const ws = alerted(2, { body: 'Call {names}.' })
  later(ws, 5 * HOUR)
  const bodies = ['backup', 'remind', 'summary'].map(
    (kind) => rowsIn(ws, 'outbox').find((r) => String(r.alertId).startsWith(`A-0001-${kind}`))?.body,
  )
  for (const body of bodies) expect(body).toContain('4:00 pm Eastern / 3:00 pm Central on Monday, November 23')
})

test('after act-by coordinators and organizers get what came of it, once; late answers still count', () => {
  const ws = alerted(4)
  fillIn(ws, { people: [{ id: 'P-901', name: 'Olu', email: 'olu@example.org', roles: 'organizer' }] })
  answer(ws, lead(1), 'DONE 12\nstaffer said undecided')
  answer(ws, lead(2), 'OUT')
  later(ws, 4 * HOUR + 10 * MINUTE)
  answer(ws, lead(3), 'DONE 3')
  later(ws, 2 * HOUR)
  for (const email of [MAYA, NOOR, 'olu@example.org'])
    expect(subjects(ws, email).filter((s) => s.startsWith('After the alert'))).toEqual([
      'After the alert: HB 120, 15 calls by 2 groups',
    ])
  const text = ws.mailbox('olu@example.org')[0]
  expect(text).toBeDefined()
  const body = String(rowsIn(ws, 'outbox').find((r) => r.alertId === 'A-0001-summary')?.body)
  expect(body).toContain('Reached: 4 groups of 4. Answered: 3. Calls made: 15.')
  expect(body).toContain('Cy Brandt (Senate 1): 15 calls by 2 groups')
  expect(body).toContain('No answer (1): Elm Fork 4')
  expect(body).toContain('- Elm Fork 1: staffer said undecided')
  answer(ws, lead(4), 'DONE 1')
  later(ws, 30 * MINUTE)
  expect(board(ws).calls).toBe(16)
  expect(rowsIn(ws, 'outbox').filter((r) => r.alertId === 'A-0001-summary')).toHaveLength(1)
})

test('all alerts about one bill are summed up, however it is spelled; drills and other bills are not', () => {
  const ws = alerted(3, { bill: 'HB 120' })
  answer(ws, lead(1), 'DONE 4')
  answer(ws, lead(2), 'DONE 6')
  later(ws, 6 * MINUTE)
  expect(board(ws).bill).toBeNull()
  const second = send(ws, { bill: 'hb120', title: 'Again' })
  answer(ws, lead(1), 'DONE 5')
  answer(ws, lead(3), 'IN')
  send(ws, { bill: 'HB 120', kind: 'drill', title: 'Drill' })
  answer(ws, lead(2), 'DONE 90')
  send(ws, { bill: 'HB 12', title: 'Other' })
  answer(ws, lead(2), 'DONE 80')
  later(ws, 12 * MINUTE)
  expect(board(ws).bill).toEqual({ bill: 'HB 120', alerts: 2, calls: 15, groups: 2 })
  expect(board(ws, second)).toMatchObject({ calls: 5, bill: { bill: 'hb120', alerts: 2, calls: 15, groups: 2 } })
  expect(board(ws, 'A-0003').bill).toBeNull()
  expect(board(ws, 'A-0004').bill).toBeNull()
  later(ws, 6 * HOUR)
  const body = String(rowsIn(ws, 'outbox').find((r) => r.alertId === 'A-0001-summary')?.body)
  expect(body).toContain('All alerts about HB 120 (2): 15 calls by 2 groups.')
})

test('who opted out, is away, has no address or was asked already is not asked as backup', () => {
  const ws = network(4)
  fillIn(ws, {
    people: [
      { id: 'P-501', name: 'Out', email: backupOf(1), groupId: 'G-001', roles: 'backup', optedOut: 'yes' },
      { id: 'P-502', name: 'Away', email: backupOf(2), groupId: 'G-002', roles: 'backup', awayUntil: '2026-12-24' },
      { id: 'P-503', name: 'No address', email: 'nobody', groupId: 'G-003', roles: 'backup' },
      { id: 'P-504', name: 'Lead of another', email: lead(1), groupId: 'G-004', roles: 'backup' },
    ],
  })
  send(ws)
  later(ws, 3 * HOUR)
  expect([backupOf(1), backupOf(2), lead(1)].map((e) => subjects(ws, e).filter(isBackup))).toEqual([[], [], []])
})

test('a group that was paused or has left since is asked for nothing more', () => {
  const ws = alerted(4)
  const tab = ws.spreadsheet().sheets.find((s) => s.name === 'Groups')
  const status = (tab?.cells[0] ?? []).indexOf('Status')
  for (const [n, word] of [
    [1, 'left'],
    [2, 'paused'],
  ] as const)
    (tab?.cells[n] ?? [])[status] = word
  later(ws, 4 * HOUR)
  expect(counts(ws, four.map(backupOf), isBackup)).toEqual([0, 0, 1, 1])
  expect(counts(ws, four.map(lead), isReminder)).toEqual([0, 0, 1, 1])
})

test('a setting switches each of them off', () => {
  const ws = alerted(3)
  for (const name of ['Ask backups', 'Remind', 'After-action mail']) setting(ws, name, 'no')
  later(ws, 6 * HOUR)
  expect(rowsIn(ws, 'outbox').filter((r) => r.alertId !== 'A-0001')).toEqual([])
})

test('a drill says so in everything that follows', () => {
  const ws = alerted(2)
  const tab = ws.spreadsheet().sheets.find((s) => s.name === 'Alerts')
  const kind = tab?.cells[0]?.indexOf('Kind') ?? -1
  const row = tab?.cells[1]
  if (row) row[kind] = 'drill'
  later(ws, 6 * HOUR)
  const all = [subjects(ws, backupOf(1)), subjects(ws, lead(1)).slice(1), subjects(ws, NOOR)].flat()
  expect(all).toHaveLength(4)
  for (const subject of all) expect(subject).toMatch(/^DRILL: /)
})

test('the mail reserve is kept: who does not fit waits, and nothing goes after act-by', () => {
  const ws = alerted(4)
  setting(ws, 'Mail reserve', '94')
  later(ws, 3 * HOUR)
  expect(counts(ws, four.map(backupOf), isBackup)).toEqual([0, 0, 0, 0])
  expect(
    rowsIn(ws, 'outbox')
      .filter((r) => String(r.alertId).includes('backup'))
      .map((r) => r.state),
  ).toEqual(['queued'])
  later(ws, 3 * HOUR)
  setting(ws, 'Mail reserve', '0')
  later(ws, HOUR)
  expect(counts(ws, four.map(backupOf), isBackup)).toEqual([0, 0, 0, 0])
  expect(
    rowsIn(ws, 'outbox')
      .filter((r) => String(r.alertId).includes('backup'))
      .map((r) => r.state),
  ).toEqual(['expired'])
})

describe('where mail cannot be read', () => {
  const blind = (ws: Ws, change: (ws: Ws) => void) => {
    change(ws)
    ask(ws, NOOR, 'setAnswer', {
      alertId: 'A-0001', answerId: null, groupId: 'G-002', answer: 'in', calls: null, legislatorId: '', outcome: '', said: '',
    }) // biome-ignore format: short
    later(ws, 4 * HOUR - 6 * MINUTE)
    expect(counts(ws, [1, 2, 3].map(backupOf), isBackup)).toEqual([0, 0, 0])
    expect(counts(ws, [1, 2, 3].map(lead), isReminder)).toEqual([1, 0, 1])
    const { note, next } = board(ws)
    expect(note).toContain('Backups are not asked by themselves')
    expect(next).not.toContain('backups')
    return note
  }

  test('because the setting says no, or answers go elsewhere: no backups; a reminder to all but who answered by hand', () => {
    expect(
      blind(alerted(3), (ws) => {
        setting(ws, 'Read answers', 'no')
        answer(ws, lead(1), 'IN')
      }),
    ).toContain('“Read answers” says no')
    expect(blind(alerted(3), (ws) => setting(ws, 'Reply to', 'box@example.org'))).toContain('box@example.org')
  })

  test('because the permission was refused: all else goes on, and the board says so', () => {
    const ws = alerted(3)
    ws.account(MAYA).granted = gmailScopes(ws).filter((scope) => !scope.endsWith('gmail.readonly'))
    const run = (): void => {
      // Google starts no timer that lacks a permission: this is somebody running it by hand.
      const result = ws.run({
        account: MAYA,
        kind: 'editor',
        name: 'tick',
        args: [],
        spreadsheetId: ws.spreadsheet().id,
      })
      expect(result.error).toBeUndefined()
    }
    answer(ws, lead(1), 'IN')
    for (let minutes = 0; minutes < 230; minutes += 10) {
      run()
      ws.clock.pass(10 * MINUTE)
    }
    expect(board(ws).note).toContain(`Gmail does not let Statewide read the mail of ${MAYA}`)
    expect(counts(ws, [1, 2, 3].map(backupOf), isBackup)).toEqual([0, 0, 0])
    expect(counts(ws, [1, 2, 3].map(lead), isReminder)).toEqual([1, 1, 1])
    ws.account(MAYA).granted = null
    run()
    expect(answersIn(ws)).toHaveLength(1)
    expect(board(ws).note).toBe('')
  })
})

test('a sheet from before there were answers: alerts go on, the page says what to repair', () => {
  const ws = network(2)
  addBackups(ws, 2)
  ws.people.deleteTab(MAYA, 'Answers')
  send(ws)
  later(ws, 5 * HOUR)
  expect(rowsIn(ws, 'alerts')[0]).toMatchObject({ state: 'sent' })
  expect(ask(ws, MAYA, 'home', {}).setup.broken.join()).toContain('Answers')
})

test('after a hand-over answers to what was sent before go to the former operator: the board says so, and no backup is asked blindly', () => {
  const ws = alerted(4)
  answer(ws, lead(1), 'IN')
  later(ws, 20 * MINUTE)
  ask(ws, NOOR, 'becomeOperator', {})
  answer(ws, lead(2), 'DONE 3')
  later(ws, 3 * HOUR + 30 * MINUTE)
  expect(board(ws).note).toContain(
    `Answers to it go to ${MAYA}, who was operator when it was sent: ask them what came.`,
  )
  expect(board(ws).groups.map((g) => g.answer)).toEqual(['in', '', '', ''])
  expect(counts(ws, four.map(backupOf), isBackup)).toEqual([0, 0, 0, 0])
  expect(counts(ws, four.map(lead), isReminder)).toEqual([0, 1, 1, 1])
})
