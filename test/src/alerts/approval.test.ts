/** One person writes an alert, another approves it; through the sidebar’s own door. */
import type { Workspace } from '../../../workbench/workspace/workspace'
import { bringIn, checkPaste } from '../../support/bring-in'
import { deskOn } from '../../support/desk'
import {
  again,
  ask,
  draft,
  faultOf,
  fillIn,
  leadOf,
  MAYA,
  MINUTE,
  mailsTo,
  NOOR,
  network,
  rowsIn,
  sendAll,
} from './world'

const PRIYA = 'priya@example.org'
const LEE = 'lee@example.org'
const LEADS = [1, 2, 3, 4, 5, 6].map(leadOf)
const SIX = network(6).save()

/** Priya and Lee may edit the sheet, and approve nothing. */
function fresh(): Workspace {
  const ws = again(SIX)
  for (const email of [PRIYA, LEE]) {
    ws.addAccount(email)
    ws.spreadsheet().editors.push(email)
  }
  return ws
}

const waitingFor = (ws: Workspace, email: string) =>
  ask(ws, email, 'home', {}).waiting.map(({ alertId, title, by }) => ({ alertId, title, by }))

describe('asking for approval', () => {
  test('brings the draft to the Home of everyone who may approve, and of its maker, and of nobody else', () => {
    const ws = fresh()
    ask(ws, PRIYA, 'saveDraft', draft())
    for (const email of [MAYA, NOOR, PRIYA, LEE]) expect(waitingFor(ws, email)).toEqual([])
    ask(ws, PRIYA, 'previewAlert', draft({ alertId: 'A-0001', asked: true }))
    const entry = { alertId: 'A-0001', title: 'HB 120', by: PRIYA }
    for (const email of [MAYA, NOOR, PRIYA]) expect(waitingFor(ws, email)).toEqual([entry])
    expect(waitingFor(ws, LEE)).toEqual([])
    expect(rowsIn(ws, 'log').at(-1)).toMatchObject({ who: PRIYA, did: 'asked for approval', to: 'A-0001' })
  })

  test('names who can approve', () => {
    const ws = fresh()
    const { checks, mayApprove } = ask(ws, PRIYA, 'previewAlert', draft())
    expect(mayApprove).toBe(false)
    expect(checks.find((c) => c.id === 'approve')?.next).toBe(`${MAYA}, Noor (${NOOR}) can approve it.`)
    const own = ask(ws, NOOR, 'previewAlert', draft())
    expect(own.checks.find((c) => c.id === 'approve')).toBeUndefined()
  })

  test('shows the time at which it was asked, however often the draft is saved after it, and until when to act', () => {
    const ws = fresh()
    ask(ws, PRIYA, 'saveDraft', draft())
    ws.advance(10 * MINUTE)
    ask(ws, PRIYA, 'saveDraft', draft({ alertId: 'A-0001', asked: true }))
    const at = ask(ws, NOOR, 'home', {}).waiting[0]?.at
    ws.advance(10 * MINUTE)
    ask(ws, PRIYA, 'saveDraft', draft({ alertId: 'A-0001', asked: true, title: 'HB 121' }))
    expect(ask(ws, NOOR, 'home', {}).waiting).toEqual([
      { alertId: 'A-0001', title: 'HB 121', by: PRIYA, asked: true, at, actBy: '2026-11-23T23:00:00.000Z' },
    ])
    expect(Date.parse(at ?? '')).toBeGreaterThanOrEqual(Date.parse('2026-11-23T17:10:00Z'))
  })

  test('lets its maker write another alert meanwhile', () => {
    const ws = fresh()
    ask(ws, PRIYA, 'saveDraft', draft())
    ask(ws, PRIYA, 'saveDraft', draft({ alertId: 'A-0001', asked: true }))
    expect(ask(ws, PRIYA, 'alertChoices', {})).toMatchObject({
      resumed: false,
      draft: { alertId: null },
      drafts: [{ alertId: 'A-0001', asked: true }],
    })
  })

  test('ends with act-by: nobody is asked to approve what cannot be sent', () => {
    const ws = fresh()
    ask(ws, PRIYA, 'saveDraft', draft({ asked: true }))
    ws.clock.now += 7 * 60 * MINUTE
    expect(waitingFor(ws, NOOR)).toEqual([])
    expect(ask(ws, NOOR, 'alertChoices', {}).drafts).toMatchObject([{ alertId: 'A-0001', asked: false }])
  })
})

describe('a draft of somebody else', () => {
  test('is opened, approved and sent by a coordinator; who made it and who approved it both stand in the sheet', () => {
    const ws = fresh()
    ask(ws, PRIYA, 'saveDraft', draft({ asked: true }))
    const opened = ask(ws, NOOR, 'openDraft', { alertId: 'A-0001' })
    expect(opened).toEqual({ by: PRIYA, draft: draft({ alertId: 'A-0001', asked: true }) })
    const { alertId, seal } = ask(ws, NOOR, 'previewAlert', opened.draft)
    expect(alertId).toBe('A-0001')
    ask(ws, NOOR, 'approveAlert', { alertId, seal })
    expect(sendAll(ws, NOOR, alertId)).toMatchObject({ sent: 6, state: 'sent' })
    expect(mailsTo(ws, LEADS)).toEqual(Object.fromEntries(LEADS.map((a) => [a, 1])))
    expect(rowsIn(ws, 'alerts')).toMatchObject([{ madeBy: PRIYA, approvedBy: NOOR, state: 'sent' }])
    expect(waitingFor(ws, NOOR)).toEqual([])
    expect(ask(ws, PRIYA, 'home', {}).alert).toMatchObject({ alertId, sent: 6 })
  })

  test('that changed after it was looked at is not approved unseen', () => {
    const ws = fresh()
    ask(ws, PRIYA, 'saveDraft', draft({ asked: true }))
    const { draft: opened } = ask(ws, NOOR, 'openDraft', { alertId: 'A-0001' })
    const { seal } = ask(ws, NOOR, 'previewAlert', opened)
    ask(ws, PRIYA, 'saveDraft', { ...opened, body: 'Other words for {names}' })
    expect(faultOf(() => ask(ws, NOOR, 'approveAlert', { alertId: 'A-0001', seal })).code).toBe('AUDIENCE_CHANGED')
  })

  test('that nobody asked approval for can be taken over, and does not push aside one’s own', () => {
    const ws = fresh()
    ask(ws, NOOR, 'saveDraft', draft({ title: 'Noor’s' }))
    ask(ws, PRIYA, 'saveDraft', draft({ title: 'Priya’s' }))
    const { draft: own, drafts } = ask(ws, NOOR, 'alertChoices', {})
    expect(own.title).toBe('Noor’s')
    expect(drafts.map((d) => [d.alertId, d.by, d.asked])).toEqual([
      ['A-0002', PRIYA, false],
      ['A-0001', NOOR, false],
    ])
    expect(ask(ws, LEE, 'alertChoices', {}).drafts).toEqual([])
  })

  test('whose cell was spoilt by hand is not listed, and opening it says so', () => {
    const ws = fresh()
    ask(ws, PRIYA, 'saveDraft', draft({ asked: true }))
    const alerts = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'Alerts')
    ws.edit(MAYA, 'Alerts', 2, (alerts?.cells[0] ?? []).indexOf('Draft') + 1, 'spoilt')
    expect(waitingFor(ws, NOOR)).toEqual([])
    expect(faultOf(() => ask(ws, NOOR, 'openDraft', { alertId: 'A-0001' })).code).toBe('DRAFT_UNREADABLE')
  })
})

describe('discarding a draft', () => {
  test('is for its maker, whatever else they may not, and for who may approve', () => {
    const ws = fresh()
    for (const title of ['one', 'two', 'three']) ask(ws, PRIYA, 'saveDraft', draft({ title }))
    expect(ask(ws, PRIYA, 'cancelAlert', { alertId: 'A-0001' }).state).toBe('cancelled')
    expect(ask(ws, NOOR, 'cancelAlert', { alertId: 'A-0002' }).state).toBe('cancelled')
    expect(faultOf(() => ask(ws, LEE, 'cancelAlert', { alertId: 'A-0003' })).code).toBe('MAY_NOT_APPROVE')
    expect(ask(ws, PRIYA, 'alertChoices', {}).drafts.map((d) => d.alertId)).toEqual(['A-0003'])
  })

  test('is over once it is approved: then its maker may stop nothing', () => {
    const ws = fresh()
    const { alertId, seal } = ask(ws, PRIYA, 'previewAlert', draft())
    ask(ws, NOOR, 'approveAlert', { alertId, seal })
    expect(faultOf(() => ask(ws, PRIYA, 'cancelAlert', { alertId })).code).toBe('MAY_NOT_APPROVE')
    expect(rowsIn(ws, 'outbox')).toMatchObject([{ state: 'queued' }])
  })
})

describe('Home, once an alert is over', () => {
  const sent = () => {
    const ws = fresh()
    const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft())
    ask(ws, MAYA, 'approveAlert', { alertId, seal })
    return { ws, alertId }
  }

  test('tells what became of it, with the time, also after its act-by, and no longer the day after', () => {
    const { ws, alertId } = sent()
    expect(ask(ws, MAYA, 'home', {}).alert).toMatchObject({ alertId, done: false, endedAt: null })
    sendAll(ws, MAYA, alertId)
    const { alert } = ask(ws, MAYA, 'home', {})
    expect(alert).toMatchObject({ alertId, state: 'sent', sent: 6, done: true, follows: true })
    expect(Math.abs(Date.parse(alert?.endedAt ?? '') - ws.clock.now)).toBeLessThan(2 * MINUTE)
    ws.clock.now += 7 * 60 * MINUTE
    // Nothing follows any more that could be called off.
    const later = alert && { ...alert, actByText: expect.any(String), follows: false }
    expect(ask(ws, MAYA, 'home', {}).alert).toEqual(later)
    ws.clock.now += 26 * 60 * MINUTE
    expect(ask(ws, MAYA, 'home', {}).alert).toBeNull()
  })

  test('keeps telling of people who were not asked before its act-by', () => {
    const { ws, alertId } = sent()
    ws.clock.now += 7 * 60 * MINUTE
    ask(ws, MAYA, 'sendLot', { alertId })
    ws.clock.now += 60 * 60 * MINUTE
    expect(ask(ws, MAYA, 'home', {}).alert).toMatchObject({
      alertId,
      state: 'expired',
      sent: 0,
      stopped: 6,
      done: true,
    })
  })

  test('tells of one that was cancelled, and not of a discarded draft', () => {
    const { ws, alertId } = sent()
    ask(ws, MAYA, 'saveDraft', draft())
    ask(ws, MAYA, 'cancelAlert', { alertId: 'A-0002' })
    ask(ws, MAYA, 'cancelAlert', { alertId })
    expect(ask(ws, MAYA, 'home', {}).alert).toMatchObject({ alertId, state: 'cancelled', sent: 0 })
  })
})

test('who leads two groups is brought in twice and asked once', () => {
  const ws = fresh()
  fillIn(ws, {
    groups: [
      { id: 'G-101', name: 'Oak', status: 'active' },
      { id: 'G-102', name: 'Ash', status: 'active' },
    ],
  })
  fillIn(ws, { coverage: ['G-101', 'G-102'].map((groupId) => ({ groupId, chamber: 'lower', district: '1' })) })
  const request = {
    kind: 'people' as const,
    header: ['Name', 'Email', 'Group'],
    rows: ['Oak', 'Ash', 'Oak'].map((group) => ['Ann', 'ann@example.org', group]),
  }
  const desk = deskOn(ws)
  const { willAdd, duplicates } = checkPaste(desk, MAYA, request)
  expect([willAdd, duplicates.map((d) => d.row)]).toEqual([2, [4]])
  bringIn(desk, MAYA, request, [4])
  const { alertId, seal, groups } = ask(ws, MAYA, 'previewAlert', draft({ legislatorIds: ['rep1'] }))
  expect(groups.filter((g) => g.people.includes('Ann')).map((g) => g.name)).toEqual(['Oak', 'Ash'])
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  sendAll(ws, MAYA, alertId)
  expect(mailsTo(ws, ['ann@example.org'])).toEqual({ 'ann@example.org': 1 })
})
