/** The doors of the script: menu, sidebar gateway and timer, through the very bundle that is pushed. */

import { stepsOf, todosOf } from '../../sidebar/first-steps'
import type { RequestName } from '../../src/contract'
import { REQUESTS } from '../../src/contract'
import { type Desk, openDesk } from '../support/desk'
import { series } from './calls/world'
import { channel } from './channels/world'

const MAYA = 'maya@example.org'
const LEE = 'lee@example.org'
const MINUTE = 60_000
const nothing = {}

const desk = () => openDesk(MAYA, { others: [LEE] })
const ready = (): Desk => {
  const opened = desk()
  opened.ask(MAYA, 'setUp', { state: 'MN' })
  return opened
}
const timersOf = (d: Desk, email: string) => d.workspace.state.timers.records.filter((t) => t.owner === email)
const raw = (d: Desk, request: string) =>
  JSON.parse(String(d.workspace.serverCall(MAYA, 'sidebar', [request]))) as { ok: boolean; fault?: { code: string } }

describe('the menu', () => {
  test('stands after opening, with few items that begin with a verb', () => {
    const [menu] = desk().workspace.ui(MAYA).menus
    expect(menu?.title).toBe('Statewide')
    expect(menu?.entries.length).toBeLessThanOrEqual(6)
    const labels = menu?.entries.map((entry) => (entry.kind === 'item' ? entry.label : '')) ?? []
    expect(labels).toEqual([
      'Open sidebar',
      'See the coverage',
      'Set up or repair',
      'Map all unmapped groups',
      'Send what is waiting',
    ])
  })

  test('opens the sidebar', () => {
    const d = desk()
    expect(d.workspace.clickMenu(MAYA, 'Statewide', 'Open sidebar').error).toBeUndefined()
    expect(d.workspace.ui(MAYA).sidebar?.title).toBe('Statewide')
  })

  test('sets up: asks for the state, makes the caller operator, starts the timer, shows the sidebar', () => {
    const d = desk()
    d.workspace.onPrompt = () => ({ button: 'OK', text: ' mn ' })
    expect(d.workspace.clickMenu(MAYA, 'Statewide', 'Set up or repair').error).toBeUndefined()
    const home = d.ask(MAYA, 'home', nothing)
    expect(home.setup).toMatchObject({ ready: true, broken: [] })
    expect(home.state).toEqual({ code: 'MN', name: 'Minnesota', timeZone: 'America/Chicago' })
    expect(home.operator).toMatchObject({ email: MAYA, isYou: true })
    expect(timersOf(d, MAYA)).toHaveLength(1)
    expect(d.workspace.ui(MAYA).sidebar).not.toBeNull()
  })

  test('makes the tabs though nobody says the state: the sidebar asks again', () => {
    const d = desk()
    d.workspace.onPrompt = () => ({ button: 'CANCEL' })
    d.workspace.clickMenu(MAYA, 'Statewide', 'Set up or repair')
    const home = d.ask(MAYA, 'home', nothing)
    expect(home.setup.ready).toBe(false)
    expect(home.state).toBeNull()
    expect(d.workspace.spreadsheet().sheets.length).toBeGreaterThan(5)
  })

  test('says in words what is wrong, never as an exception', () => {
    const d = desk()
    const said: string[] = []
    d.workspace.onPrompt = (prompt) => {
      said.push(prompt.text)
      return { button: 'OK', text: 'Atlantis' }
    }
    expect(d.workspace.clickMenu(MAYA, 'Statewide', 'Set up or repair').error).toBeUndefined()
    expect(said[1]).toMatch(/“Atlantis” is not a state/)
    expect(d.workspace.clickMenu(MAYA, 'Statewide', 'Map all unmapped groups').error).toBeUndefined()
    expect(said[2]).toMatch(/Set up or repair|set up/i)
  })

  test('lets only the operator and coordinators send', () => {
    const d = ready()
    d.workspace.open(LEE)
    const said: string[] = []
    d.workspace.onPrompt = (prompt) => {
      said.push(prompt.text)
      return { button: 'OK' }
    }
    d.workspace.clickMenu(LEE, 'Statewide', 'Send what is waiting')
    expect(said[0]).toMatch(/by the operator or a coordinator/)
    d.workspace.clickMenu(MAYA, 'Statewide', 'Send what is waiting')
    expect(said).toHaveLength(1)
  })
})

describe('setting up from the sidebar', () => {
  test('works on an empty sheet, whose first page is the list of steps', () => {
    const home = desk().ask(MAYA, 'home', nothing)
    expect(home.setup.ready).toBe(false)
    expect(stepsOf(home.counts).map((s) => s.state)).toEqual(['next', 'later', 'later', 'later', 'later', 'later'])
    expect(home.states.length).toBeGreaterThan(50)
    expect(home).toMatchObject({ state: null, alert: null, coverage: [], mailsLeft: 100 })
    expect(todosOf(home.counts)).toEqual([])
  })

  test('leaves a new sheet at Groups, and whoever repairs at the tab they look at', () => {
    const d = ready()
    const book = d.workspace.spreadsheet()
    const front = () => book.sheets.find((sheet) => sheet.id === book.selection[MAYA]?.sheetId)?.name
    expect(front()).toBe('Groups')
    d.workspace.people.select(MAYA, 'Settings', 2, 1)
    d.ask(MAYA, 'setUp', { state: 'MN' })
    expect(front()).toBe('Settings')
    d.workspace.people.deleteTab(LEE, 'Outbox')
    expect(d.ask(MAYA, 'setUp', { state: 'MN' }).created).toEqual(['Outbox'])
    expect(front()).toBe('Settings')
  })

  test('goes on with what is next', () => {
    const home = ready().ask(MAYA, 'home', nothing)
    expect(stepsOf(home.counts).map((s) => s.state)).toEqual(['done', 'next', 'later', 'later', 'later', 'later'])
    expect(home.coverage.map((c) => [c.chamber, c.covered])).toEqual([
      ['upper', 0],
      ['lower', 0],
    ])
  })

  test('refuses a state that there is not, at its field and before any tab is made', () => {
    const d = desk()
    expect(d.faultOf(MAYA, 'setUp', { state: 'XX' })).toMatchObject({ code: 'UNKNOWN_STATE', field: 'state' })
    expect(d.workspace.spreadsheet().sheets).toHaveLength(1)
  })

  test('keeps the second time zone of a state, and no zone of elsewhere', () => {
    const d = desk()
    d.ask(MAYA, 'setUp', { state: 'TN', timeZone: 'America/Chicago' })
    expect(d.ask(MAYA, 'home', nothing).state?.timeZone).toBe('America/Chicago')
    d.ask(MAYA, 'setUp', { state: 'TN', timeZone: 'Asia/Tokyo' })
    expect(d.ask(MAYA, 'home', nothing).state?.timeZone).toMatch(/^America/)
  })

  test('shows dates in the state’s zone from the start, and never shifts them later', () => {
    const d = openDesk(MAYA, { timeZone: 'Europe/Paris' })
    d.ask(MAYA, 'setUp', { state: 'MN' })
    expect(d.workspace.spreadsheet().timeZone).toBe('America/Chicago')
    d.workspace.spreadsheet().timeZone = 'America/Denver'
    d.ask(MAYA, 'setUp', { state: 'MN' })
    expect(d.workspace.spreadsheet().timeZone).toBe('America/Denver')
  })

  test('does not turn a sheet in use over to another state', () => {
    const d = ready()
    d.ask(MAYA, 'setUp', { state: 'NE' })
    expect(d.ask(MAYA, 'home', nothing).state?.code).toBe('NE')
    const columns = d.workspace.spreadsheet().sheets.find((s) => s.name === 'Coverage')?.cells[0] ?? []
    d.workspace.edit(LEE, 'Coverage', 2, columns.indexOf('Group ID') + 1, 'G-001')
    expect(d.faultOf(MAYA, 'setUp', { state: 'MN' })).toMatchObject({ code: 'OTHER_STATE', field: 'state' })
    expect(d.ask(MAYA, 'home', nothing).state?.code).toBe('NE')
  })

  test('tells what is missing and mends it', () => {
    const d = ready()
    d.workspace.people.deleteTab(LEE, 'Outbox')
    d.workspace.people.deleteTab(LEE, 'Groups')
    const home = d.ask(MAYA, 'home', nothing)
    expect(home.setup).toMatchObject({
      ready: true,
      broken: ['Groups', 'Outbox'].map(
        (tab) =>
          `The tab “${tab}” is missing. If someone renamed it, give it that name again: Repair makes an empty one.`,
      ),
    })
    expect(d.faultOf(MAYA, 'groups', nothing)).toMatchObject({ code: 'TAB_MISSING' })
    expect(d.ask(MAYA, 'setUp', { state: 'MN' }).created).toEqual(['Groups', 'Outbox'])
    expect(d.ask(MAYA, 'home', nothing).setup.broken).toEqual([])
  })

  test('gives an ID to groups that were typed by hand, and says until then that they have none', () => {
    const d = ready()
    d.workspace.edit(LEE, 'Groups', 2, 2, 'By hand')
    expect(
      todosOf(d.ask(MAYA, 'home', nothing).counts)
        .map((t) => t.text)
        .join(),
    ).toMatch(/1 row was typed without an ID/)
    expect(d.ask(MAYA, 'setUp', { state: 'MN' }).repaired).toEqual(['Groups: 1 rows without an ID have one now'])
    expect(d.ask(MAYA, 'groups', nothing).groups).toEqual([{ id: 'G-001', name: 'By hand', town: '', mapping: 'none' }])
  })
})

test('an ID that stands twice because someone copied a row is told, and mended once it is emptied', () => {
  const d = ready()
  for (const row of [2, 3]) d.workspace.edit(LEE, 'Groups', row, 2, `Group ${row}`)
  d.ask(MAYA, 'setUp', { state: 'MN' })
  d.workspace.edit(LEE, 'Groups', 3, 1, 'G-001')
  const told = () => todosOf(d.ask(MAYA, 'home', nothing).counts).map((t) => t.text)
  expect(told()).toContainEqual(expect.stringMatching(/^G-001: more than one row has this ID/))
  d.workspace.edit(LEE, 'Groups', 3, 1, '')
  d.ask(MAYA, 'setUp', { state: 'MN' })
  expect(d.ask(MAYA, 'groups', nothing).groups.map((g) => g.id)).toEqual(['G-001', 'G-003'])
  expect(told().join()).not.toMatch(/more than one row/)
})

describe('the operator', () => {
  test('is not replaced by someone who sets up again, only by someone who says so', () => {
    const d = ready()
    d.ask(LEE, 'setUp', { state: 'MN' })
    expect(d.ask(LEE, 'home', nothing).operator).toMatchObject({ email: MAYA, isYou: false })
    expect(timersOf(d, LEE)).toEqual([])
    expect(d.ask(LEE, 'becomeOperator', nothing).operator).toMatchObject({ email: LEE, isYou: true })
    expect(timersOf(d, LEE)).toHaveLength(1)
  })

  test('of yesterday: the timer removes itself at its next run, the new one goes on', () => {
    const d = ready()
    d.ask(LEE, 'becomeOperator', nothing)
    d.workspace.advance(12 * MINUTE)
    expect(timersOf(d, MAYA)).toEqual([])
    expect(timersOf(d, LEE)).toHaveLength(1)
    expect(d.ask(LEE, 'home', nothing).operator).toMatchObject({ email: LEE, stale: false })
  })

  test('is given fifteen minutes for the first run before an alarm', () => {
    const d = ready()
    const stale = () => d.ask(MAYA, 'home', nothing).operator.stale
    const pause = (on: boolean) => {
      for (const timer of d.workspace.state.timers.records) timer.disabled = on
    }
    pause(true)
    expect(stale()).toBe(false)
    d.workspace.advance(14 * MINUTE)
    expect(stale()).toBe(false)
    d.workspace.advance(2 * MINUTE)
    expect(stale()).toBe(true)
    d.ask(LEE, 'becomeOperator', nothing)
    expect(stale()).toBe(false)
    pause(true)
    d.workspace.advance(16 * MINUTE)
    expect(stale()).toBe(true)
  })

  test('who starts the timer again gets one that runs, though Google had switched the old one off', () => {
    const d = ready()
    for (const timer of d.workspace.state.timers.records) timer.disabled = true
    d.workspace.advance(30 * MINUTE)
    expect(d.ask(MAYA, 'home', nothing).operator).toMatchObject({ lastTick: null, stale: true })
    d.ask(MAYA, 'becomeOperator', nothing)
    d.workspace.advance(12 * MINUTE)
    expect(d.ask(MAYA, 'home', nothing).operator).toMatchObject({ lastTick: expect.any(String), stale: false })
    expect(timersOf(d, MAYA)).toHaveLength(1)
  })

  test('is shown with the last run, and as stopped when there was none for a while', () => {
    const d = ready()
    expect(d.ask(MAYA, 'home', nothing).operator).toMatchObject({ lastTick: null, lastTickText: 'never' })
    d.workspace.advance(7 * MINUTE)
    expect(d.ask(LEE, 'home', nothing).operator).toMatchObject({
      stale: false,
      lastTickText: expect.stringMatching(/min ago|just now/),
    })
    for (const timer of d.workspace.state.timers.records) timer.disabled = true
    d.workspace.advance(3 * 60 * MINUTE)
    expect(d.ask(LEE, 'home', nothing).operator).toMatchObject({
      stale: true,
      lastTickText: expect.stringMatching(/^[23] h ago$/),
    })
  })

  test('whose name someone empties keeps the timer, which does nothing until there is an operator again', () => {
    const d = ready()
    const rows = d.workspace.spreadsheet().sheets.find((s) => s.name === 'Settings')?.cells ?? []
    d.workspace.edit(LEE, 'Settings', rows.findIndex((row) => row?.[0] === 'Operator') + 1, 2, '')
    d.workspace.advance(12 * MINUTE)
    expect(timersOf(d, MAYA)).toHaveLength(1)
    expect(d.ask(LEE, 'home', nothing)).toMatchObject({ setup: { ready: false }, operator: { lastTick: null } })
    d.ask(MAYA, 'setUp', { state: 'MN' })
    d.workspace.advance(12 * MINUTE)
    expect(d.ask(LEE, 'home', nothing).operator).toMatchObject({ email: MAYA, stale: false })
  })

  test('who starts the timer again has one, not two', () => {
    const d = ready()
    d.ask(MAYA, 'becomeOperator', nothing)
    d.ask(MAYA, 'becomeOperator', nothing)
    expect(timersOf(d, MAYA)).toHaveLength(1)
  })

  test('gets no timer that could never run: all permissions are asked for first', () => {
    const d = desk()
    d.workspace.account(MAYA).granted = [
      'spreadsheets.currentonly',
      'script.scriptapp',
      'userinfo.email',
      'script.send_mail',
    ]
    d.workspace.serverCall(MAYA, 'sidebar', [JSON.stringify({ name: 'setUp', params: { state: 'MN' } })])
    expect(timersOf(d, MAYA)).toEqual([])
  })
})

describe('the gateway', () => {
  test.each([
    'nonsense',
    '',
    'null',
    '[]',
    '{"name":"home"',
    '{"name":"nothing","params":{}}',
    '{"name":"constructor","params":{}}',
    '{"name":"__proto__","params":{}}',
    '{"name":"toString"}',
    '{"name":"setUp","params":{}}',
    '{"name":"setUp","params":{"state":5}}',
    '{"name":"mapGroup","params":null}',
  ])('answers %s with a fault a person can act on', (request) => {
    expect(raw(desk(), request)).toEqual({
      ok: false,
      fault: { code: 'BAD_REQUEST', message: expect.any(String), next: expect.any(String), ...fieldOf(request) },
    })
  })
  const fieldOf = (request: string) => (/"setUp"/.test(request) ? { field: 'state' } : {})

  test('answers every request of an empty sheet, and never with an exception’s text', () => {
    const params: Partial<Record<RequestName, unknown>> = {
      setUp: { state: 'XX' },
      importTables: { kind: 'people' },
      commitImport: { kind: 'groups', fields: ['name'], rows: [['A']] },
      groupCard: { groupId: null },
      mapGroup: { groupId: 'G-001' },
      mapLot: { after: '' },
      setCovers: { groupId: 'G-001', seal: '', covers: [], confirm: true },
      outlines: { chamber: 'upper' },
      outlineLot: { after: '' },
      openDialog: { page: 'Coverage' },
      commitLegislators: { rows: [] },
      setPhone: { legislatorId: 'x', phone: '' },
      openDraft: { alertId: 'A-0001' },
      hearingAlert: { bill: 'HB 7', title: '', committee: '', hearing: '', position: 'oppose' },
      saveDraft: draft(),
      previewAlert: draft(),
      testAlert: { alertId: 'A-0001', groupId: null },
      approveAlert: { alertId: 'A-0001', seal: '' },
      relayFacts: { alertId: 'A-0001' },
      sendLot: { alertId: 'A-0001' },
      alertProgress: { alertId: 'A-0001' },
      cancelAlert: { alertId: 'A-0001' },
      alertLedger: { alertId: 'A-0001' },
      settleDoubt: { messageId: 'x', as: 'let it be' },
      alertBoard: { alertId: 'A-0001' },
      readAnswers: { alertId: 'A-0001' },
      setAnswer: {
        alertId: 'A-0001',
        answerId: null,
        groupId: 'G-001',
        answer: 'in',
        calls: null,
        legislatorId: '',
        outcome: '',
        said: '',
      },
      previewSeries: series(),
      saveSeries: series(),
      endSeries: { seriesId: 'S-001' },
      remakeSeries: { seriesId: 'S-001' },
      openCall: { callId: 'C-0001' },
      swapCall: { callId: 'C-0001', duty: 'notes', personId: null },
      cannotCall: { callId: 'C-0001', duty: 'notes' },
      moveCall: { callId: 'C-0001', starts: '2026-12-03T19:00', minutes: 60 },
      cancelCall: { callId: 'C-0001' },
      setItem: { itemId: null, seriesId: '', callId: null, item: 'A', who: '', minutes: null, state: 'open' },
      markRoll: { callId: 'C-0001', present: [], absent: [] },
      closeCall: { callId: 'C-0001', notesLink: '', done: [], decisions: [] },
      saveChannel: channel(),
      testPost: { channelId: 'CH-001' },
      readMembers: { channelId: 'CH-001' },
      takeMembers: { channelId: 'CH-001', addresses: [] },
      changeMembers: { channelId: 'CH-001', add: [], remove: [] },
      tellOrganizer: { seal: '' },
    }
    for (const name of Object.keys(REQUESTS) as RequestName[]) {
      if (name === 'home' || name === 'becomeOperator') continue
      const reply = raw(desk(), JSON.stringify({ name, params: params[name] ?? {} }))
      if (reply.ok) continue
      expect([name, reply.fault?.code]).toEqual([name, expect.not.stringMatching(/UNEXPECTED|BAD_REQUEST/)])
    }
  })

  test('turns what nobody expected into a plain sentence', () => {
    const d = ready()
    d.workspace.hook = {
      before(call) {
        if (call.method === 'Range.getValues') throw d.workspace.error(MAYA, 'serverError')
      },
    }
    const reply = raw(d, '{"name":"groups","params":{}}')
    expect(reply).toMatchObject({ ok: false, fault: { code: 'UNEXPECTED' } })
    expect(JSON.stringify(reply)).not.toMatch(/Exception|server error|at Object/)
  })

  test('asks who it is before anything is done in someone’s name', () => {
    const d = desk()
    d.workspace.account(MAYA).granted = ['spreadsheets.currentonly', 'script.container.ui']
    expect(raw(d, '{"name":"setUp","params":{"state":"MN"}}').fault?.code).toBe('NO_IDENTITY')
    expect(d.workspace.spreadsheet().sheets).toHaveLength(1)
    expect(raw(d, '{"name":"home","params":{}}').ok).toBe(true)
  })
})

function draft() {
  return {
    alertId: null,
    legislatorIds: [],
    districts: [],
    title: 'T',
    bill: '',
    subject: 'S',
    body: 'B',
    actBy: '2026-11-24T17:00',
    mode: 'cohort' as const,
  }
}
