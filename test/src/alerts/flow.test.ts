/** Alerts through the sidebar’s own door, in an emulated Workspace. */
import type { FaultShape } from '../../../src/contract'
import type { Workspace } from '../../../workbench/workspace/workspace'
import {
  again,
  ask,
  draft,
  fillIn,
  leadOf,
  MAYA,
  MINUTE,
  mailsTo,
  NOOR,
  network,
  rowsIn,
  SidebarFault,
  sendAll,
} from './world'

const SIX = network(6).save()
const fresh = () => again(SIX)
const LEADS = [1, 2, 3, 4, 5, 6].map(leadOf)

function faultOf(work: () => unknown): FaultShape {
  try {
    work()
  } catch (error) {
    if (error instanceof SidebarFault) return error.fault
    throw error
  }
  throw new Error('no fault')
}

function approved(ws: Workspace, about = {}): string {
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft(about))
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  return alertId
}

const mailsIn = (ws: Workspace): number => Object.values(mailsTo(ws, LEADS)).reduce((a, b) => a + b, 0)

describe('from draft to mail', () => {
  test('a draft is kept, found again, tested to oneself, approved and sent in one BCC mail', () => {
    const ws = fresh()
    const first = ask(ws, MAYA, 'previewAlert', draft())
    expect(first).toMatchObject({ alertId: 'A-0001', people: 6, testedAt: null, mayApprove: true, gaps: [] })
    expect(first.quota).toMatchObject({ needed: 6, messages: 1, waits: 0 })
    expect(ask(ws, MAYA, 'alertChoices', {})).toMatchObject({ resumed: true, draft: draft({ alertId: 'A-0001' }) })

    ask(ws, MAYA, 'testAlert', { alertId: 'A-0001', groupId: 'G-003' })
    expect(ws.mailbox(MAYA).map((m) => /Subject: (.*)/.exec(m.raw)?.[1])).toEqual([expect.stringContaining('TEST')])
    expect(mailsIn(ws)).toBe(0)
    const seen = ask(ws, MAYA, 'previewAlert', draft({ alertId: 'A-0001' }))
    expect(seen.checks.filter((c) => c.level !== 'ok')).toEqual([])
    expect(seen.testedAt).not.toBeNull()

    expect(ask(ws, MAYA, 'approveAlert', { alertId: 'A-0001', seal: seen.seal })).toMatchObject({
      state: 'approved',
      people: 6,
      sent: 0,
      done: false,
      actByText: 'today 6:00 pm',
    })
    expect(sendAll(ws, MAYA, 'A-0001')).toMatchObject({ state: 'sent', sent: 6, done: true, note: '' })
    expect(mailsIn(ws)).toBe(6)
    const raw = ws.mailbox(leadOf(1))[0]?.raw ?? ''
    expect(raw).not.toMatch(/lead0[2-6]/)
    expect(raw).not.toMatch(/^(To|Bcc):/m)
    expect(ask(ws, MAYA, 'alertLedger', { alertId: 'A-0001' }).rows).toMatchObject([
      { state: 'sent', people: 6, to: LEADS },
    ])
  })

  test('changing the words after a test makes it untested', () => {
    const ws = fresh()
    ask(ws, MAYA, 'previewAlert', draft())
    ask(ws, MAYA, 'testAlert', { alertId: 'A-0001', groupId: null })
    expect(ask(ws, MAYA, 'previewAlert', draft({ alertId: 'A-0001', title: 'HB 121' })).testedAt).toBeNull()
  })

  test('hostile words in the sheet reach the mail as words', () => {
    const ws = fresh()
    fillIn(ws, {
      groups: [{ id: 'G-900', name: '=HYPERLINK("x")<b>', town: '<script>', status: 'active', mapping: 'mapped' }],
      people: [{ id: 'P-901', name: 'x', email: 'evil@example.org', groupId: 'G-900', roles: 'lead' }],
      coverage: [{ groupId: 'G-900', chamber: 'lower', district: '1' }],
    })
    const alertId = approved(ws, {
      mode: 'personal',
      legislatorIds: ['rep1'],
      title: '=1+1',
      subject: 'A\r\nBcc: thief@example.org',
      body: 'For {group} in {town}',
    })
    sendAll(ws, MAYA, alertId)
    const raw = ws.mailbox('evil@example.org')[0]?.raw ?? ''
    expect(ws.mailbox('thief@example.org')).toEqual([])
    const html = Buffer.from(
      raw.split('text/html')[1]?.split('\r\n\r\n')[1]?.split('\r\n--')[0] ?? '',
      'base64',
    ).toString()
    expect(html).toContain('=HYPERLINK(&quot;x&quot;)&lt;b&gt; in &lt;script&gt;')
    for (const sheet of ws.spreadsheet().sheets) expect(sheet.formulas).toEqual({})
  })
})

describe('approving', () => {
  test('what changed since Check was seen has to be seen first', () => {
    const ws = fresh()
    const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft())
    fillIn(ws, { people: [{ id: 'P-99', name: 'New', email: 'new@example.org', groupId: 'G-001', roles: 'lead' }] })
    expect(faultOf(() => ask(ws, MAYA, 'approveAlert', { alertId, seal })).code).toBe('AUDIENCE_CHANGED')
    expect(rowsIn(ws, 'outbox')).toEqual([])
  })

  test('only the operator and coordinators may', () => {
    const ws = fresh()
    const LEE = 'lee@example.org'
    ws.addAccount(LEE)
    ws.spreadsheet().editors.push(LEE)
    const { alertId, seal, mayApprove } = ask(ws, LEE, 'previewAlert', draft())
    expect(mayApprove).toBe(false)
    for (const work of [
      () => ask(ws, LEE, 'approveAlert', { alertId, seal }),
      () => ask(ws, LEE, 'sendLot', { alertId }),
    ])
      expect(faultOf(work).code).toBe('MAY_NOT_APPROVE')
    expect(ask(ws, NOOR, 'approveAlert', { alertId, seal }).state).toBe('approved')
    expect(faultOf(() => ask(ws, LEE, 'cancelAlert', { alertId })).code).toBe('MAY_NOT_APPROVE')
  })

  test.each([
    ['act by is past', { actBy: '2026-11-23T11:00' }],
    ['a blank', { body: 'Call {nobody}' }],
    ['nobody to call', { legislatorIds: [] }],
    ['no phone', { legislatorIds: ['mute'] }],
  ])('%s stops it', (_, about) => {
    const ws = fresh()
    fillIn(ws, { legislators: [{ id: 'mute', name: 'No Phone', chamber: 'lower', district: '1' }] })
    const { alertId, seal, checks } = ask(ws, MAYA, 'previewAlert', draft(about))
    expect(checks.filter((c) => c.level === 'stop').every((c) => c.next !== '')).toBe(true)
    expect(faultOf(() => ask(ws, MAYA, 'approveAlert', { alertId, seal })).code).toBe('CHECK_STOPS')
    expect(rowsIn(ws, 'outbox')).toEqual([])
  })

  test('twice is once, and an approved alert cannot be changed', () => {
    const ws = fresh()
    const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft())
    ask(ws, MAYA, 'approveAlert', { alertId, seal })
    const rows = rowsIn(ws, 'outbox')
    ask(ws, NOOR, 'approveAlert', { alertId, seal })
    expect(rowsIn(ws, 'outbox')).toEqual(rows)
    expect(faultOf(() => ask(ws, MAYA, 'saveDraft', draft({ alertId }))).code).toBe('ALREADY_APPROVED')
  })

  test('rows of an approval that died before it was one do not go out', () => {
    const ws = fresh()
    const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft())
    // The append of the Outbox has been read back: the run dies at the next call.
    let standing = 0
    ws.hook = {
      after(call) {
        if (rowsIn(ws, 'outbox').length > 0 && ++standing === 3) call.execution.kill()
      },
    }
    expect(() => ask(ws, MAYA, 'approveAlert', { alertId, seal })).toThrow()
    ws.hook = null
    expect(rowsIn(ws, 'outbox')).toHaveLength(1)
    expect(faultOf(() => ask(ws, MAYA, 'sendLot', { alertId })).code).toBe('NOT_APPROVED')
    const next = ask(ws, MAYA, 'previewAlert', draft({ alertId, title: 'HB 121' }))
    ask(ws, MAYA, 'approveAlert', { alertId, seal: next.seal })
    sendAll(ws, MAYA, alertId)
    expect(mailsIn(ws)).toBe(6)
    expect(ws.mailbox(leadOf(1))[0]?.raw).toContain('HB 121')
  })

  test('who is left out stands in the ledger with the reason', () => {
    const ws = fresh()
    fillIn(ws, { people: [{ id: 'P-99', name: 'Lee', email: 'x', groupId: 'G-001', roles: 'lead' }] })
    const alertId = approved(ws)
    expect(rowsIn(ws, 'outbox').filter((r) => r.state === 'skipped')).toMatchObject([
      { recipients: 'Lee (Elm Fork 1)', reason: 'e-mail cannot be used: x' },
    ])
    expect(sendAll(ws, MAYA, alertId)).toMatchObject({ people: 6, sent: 6, done: true })
  })
})

describe('the wall, the brake and the quota', () => {
  test('nothing goes after act-by, not even in the middle of a lot', () => {
    const ws = fresh()
    const alertId = approved(ws, { mode: 'personal' })
    let sends = 0
    ws.hook = {
      after(call) {
        if (call.service === 'Gmail' && call.method.endsWith('send') && ++sends === 2) ws.clock.now += 6 * 3600_000
      },
    }
    // Six hours inside one run: Google ends it. The timer finds the rest.
    expect(() => ask(ws, MAYA, 'sendLot', { alertId })).toThrow()
    ws.hook = null
    ws.advance(30 * MINUTE)
    expect(ask(ws, MAYA, 'alertProgress', { alertId })).toMatchObject({
      state: 'expired',
      sent: 2,
      stopped: 4,
      done: true,
    })
    expect(mailsIn(ws)).toBe(2)
    expect(ws.state.mail.boxes[MAYA]?.drafts).toEqual([])
  })

  test('a lot that meets act-by on the way throws the rest of its drafts away', () => {
    const ws = fresh()
    const alertId = approved(ws, { mode: 'personal', actBy: '2026-11-23T12:02' })
    let sends = 0
    ws.hook = {
      after(call) {
        if (call.service === 'Gmail' && call.method.endsWith('send') && ++sends === 2) ws.clock.now += 2 * MINUTE
      },
    }
    expect(ask(ws, MAYA, 'sendLot', { alertId })).toMatchObject({ state: 'expired', sent: 2, stopped: 4, done: true })
    expect(ws.state.mail.boxes[MAYA]?.drafts).toEqual([])
  })

  test('cancelled between drafts and sending: nothing goes, no draft stays', () => {
    const ws = fresh()
    const alertId = approved(ws, { mode: 'personal' })
    let made = 0
    ws.hook = {
      after(call) {
        if (!call.method.endsWith('Drafts.create') || ++made !== 6) return
        ask(ws, NOOR, 'cancelAlert', { alertId })
      },
    }
    expect(ask(ws, MAYA, 'sendLot', { alertId })).toMatchObject({ state: 'cancelled', sent: 0, stopped: 6, done: true })
    expect(mailsIn(ws)).toBe(0)
    expect(ws.state.mail.boxes[MAYA]?.drafts).toEqual([])
    expect(rowsIn(ws, 'alerts')[0]).toMatchObject({ state: 'cancelled', doubt: 0 })
  })

  test('a row that somebody takes out of the Outbox after the claim is not sent', () => {
    const ws = fresh()
    const alertId = approved(ws, { mode: 'personal' })
    let made = 0
    ws.hook = {
      after(call) {
        if (!call.method.endsWith('Drafts.create') || ++made !== 6) return
        ws.spreadsheet()
          .sheets.find((s) => s.name === 'Outbox')
          ?.cells.splice(1, 1)
      },
    }
    expect(ask(ws, MAYA, 'sendLot', { alertId })).toMatchObject({ sent: 5, done: true })
    expect(mailsIn(ws)).toBe(5)
    expect(ws.state.mail.boxes[MAYA]?.drafts).toEqual([])
  })

  test('too little quota: whole people go now, the rest waits and says so, a second account can go on', () => {
    const ws = fresh()
    ws.quotas.set(MAYA, 'email recipients', 86)
    const { alertId, seal, quota } = ask(ws, MAYA, 'previewAlert', draft())
    expect(quota).toMatchObject({ needed: 6, left: 14, waits: 2, messages: 2 })
    ask(ws, MAYA, 'approveAlert', { alertId, seal })
    const waiting = sendAll(ws, MAYA, alertId)
    expect(waiting).toMatchObject({ sent: 4, waiting: 2, done: false, state: 'sending' })
    expect(waiting.note).toMatch(/^2 people wait for your mail quota/)
    expect(sendAll(ws, NOOR, alertId)).toMatchObject({ sent: 6, done: true, state: 'sent' })
    expect(mailsTo(ws, LEADS)).toEqual(Object.fromEntries(LEADS.map((a) => [a, 1])))
  })

  test('quota that runs out in the middle keeps the drafts and goes on the next day', () => {
    const ws = fresh()
    const alertId = approved(ws, { mode: 'personal', actBy: '2026-11-25T18:00' })
    let sends = 0
    ws.hook = {
      after(call) {
        if (call.service === 'Gmail' && call.method.endsWith('send') && ++sends === 3)
          ws.quotas.set(MAYA, 'email recipients', 100)
      },
    }
    expect(ask(ws, MAYA, 'sendLot', { alertId })).toMatchObject({ sent: 3, waiting: 3, failed: 0 })
    ws.hook = null
    ws.clock.now += 24 * 60 * MINUTE
    ws.advance(30 * MINUTE)
    expect(ask(ws, MAYA, 'alertProgress', { alertId })).toMatchObject({ sent: 6, state: 'sent' })
    expect(mailsTo(ws, LEADS)).toEqual(Object.fromEntries(LEADS.map((a) => [a, 1])))
  })

  test('Gmail refuses one message for good: five tries, then it is failed and the others have gone', () => {
    const ws = fresh()
    const alertId = approved(ws, { mode: 'personal' })
    // The first draft is refused; once it lies alone, so is every send.
    const drafts = () => ws.state.mail.boxes[MAYA]?.drafts ?? []
    let sending = 0
    ws.hook = {
      before(call) {
        if (!call.method.endsWith('Drafts.send')) return
        sending += 1
        if (sending === 1 || drafts().length === 1) throw ws.error(MAYA, 'serverError')
      },
    }
    for (let minutes = 0; minutes < 60; minutes += 5) ws.advance(5 * MINUTE)
    expect(ask(ws, MAYA, 'alertProgress', { alertId })).toMatchObject({ sent: 5, failed: 1, state: 'sent', done: true })
  })
})

describe('doubt', () => {
  /** Maya’s run dies with all drafts on record, two of six sent. */
  function inDoubt(): { ws: Workspace; alertId: string } {
    const ws = fresh()
    const alertId = approved(ws, { mode: 'personal' })
    let sends = 0
    ws.hook = {
      after(call) {
        if (call.method.endsWith('Drafts.send') && ++sends === 2) call.execution.kill()
      },
    }
    expect(() => ask(ws, MAYA, 'sendLot', { alertId })).toThrow()
    ws.hook = null
    return { ws, alertId }
  }

  test('is what lies in another mailbox: named, never sent again by a machine, settled by its owner', () => {
    const { ws, alertId } = inDoubt()
    expect(ask(ws, NOOR, 'sendLot', { alertId }).note).toMatch(/^A run of maya@example.org holds 6 messages, until 12:/)
    ws.clock.now += 31 * MINUTE
    const seen = ask(ws, NOOR, 'sendLot', { alertId })
    expect(seen).toMatchObject({ doubt: 6, state: 'sent', done: true })
    expect(seen.doubts[0]?.reason).toContain(MAYA)
    expect(mailsIn(ws)).toBe(2)
    expect(ask(ws, MAYA, 'sendLot', { alertId })).toMatchObject({ doubt: 0, sent: 6 })
    expect(mailsTo(ws, LEADS)).toEqual(Object.fromEntries(LEADS.map((a) => [a, 1])))
  })

  test('a person can settle it: it went, let it be, send it again', () => {
    const { ws, alertId } = inDoubt()
    ws.clock.now += 31 * MINUTE
    const { doubts } = ask(ws, NOOR, 'sendLot', { alertId })
    const got = (to: string | undefined) => ws.mailbox(to ?? '').length
    const gone = doubts.filter((d) => got(d.to[0]) === 1)
    const open = doubts.filter((d) => got(d.to[0]) === 0)
    for (const d of gone) ask(ws, NOOR, 'settleDoubt', { messageId: d.messageId, as: 'it went' })
    for (const d of open.slice(1)) ask(ws, NOOR, 'settleDoubt', { messageId: d.messageId, as: 'send it again' })
    const last = open[0]?.messageId ?? ''
    expect(ask(ws, NOOR, 'settleDoubt', { messageId: last, as: 'let it be' })).toMatchObject({
      waiting: 3,
      doubt: 0,
      state: 'sending',
    })
    expect(sendAll(ws, NOOR, alertId)).toMatchObject({ sent: 5, stopped: 1, done: true })
    // Maya’s drafts are still in her mailbox, but nothing sends them any more.
    ws.advance(30 * MINUTE)
    expect(Math.max(...Object.values(mailsTo(ws, LEADS)))).toBe(1)
    expect(faultOf(() => ask(ws, NOOR, 'settleDoubt', { messageId: last, as: 'it went' })).code).toBe('NOT_IN_DOUBT')
  })
})

test('an idle tick reads the settings, the alerts and the series of calls, and writes nothing into the sheet', () => {
  const ws = fresh()
  const methods: string[] = []
  ws.hook = {
    before(call) {
      if (/\b(get|set)Values$/.test(call.method)) methods.push(call.method.replace(/^.*\./, ''))
    },
  }
  expect(ws.advance(6 * MINUTE)).toHaveLength(1)
  expect(methods).toEqual(['getValues', 'getValues', 'getValues'])
})

test('service calls grow with messages, not with people', () => {
  const count = (groups: number) => {
    const ws = network(groups)
    ws.account(MAYA).kind = 'workspace'
    const before = ws.callCount
    sendAll(ws, MAYA, approved(ws))
    expect(ws.mailbox(leadOf(groups))).toHaveLength(1)
    return ws.callCount - before
  }
  expect(count(49)).toBe(count(10))
})

test('a state that somebody clears by hand is a doubt, not a second mail', () => {
  const ws = fresh()
  const alertId = approved(ws)
  sendAll(ws, MAYA, alertId)
  const outbox = ws.spreadsheet().sheets.find((s) => s.name === 'Outbox')
  const column = (outbox?.cells[0] ?? []).indexOf('State')
  ws.edit(MAYA, 'Outbox', 2, column + 1, '')
  expect(ask(ws, MAYA, 'sendLot', { alertId })).toMatchObject({ sent: 0, doubt: 6, people: 6 })
  expect(mailsIn(ws)).toBe(6)
})
