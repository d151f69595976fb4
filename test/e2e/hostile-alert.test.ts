/** An alert among people who may not, words that mean harm, and a sheet that was meddled with. */
import { type ReadMail, readMailbox } from '../../workbench/workspace/services/mail-read'
import type { Workspace } from '../../workbench/workspace/workspace'
import {
  again,
  ask,
  draft,
  leadOf,
  MAYA,
  MINUTE,
  mailsTo,
  NOOR,
  network,
  rowsIn,
  SidebarFault,
  sendAll,
} from '../src/alerts/world'

const ZED = 'zed@example.org'
const LEADS = [1, 2, 3].map(leadOf)
const NONE = { [leadOf(1)]: 0, [leadOf(2)]: 0, [leadOf(3)]: 0 }
const ONCE = { [leadOf(1)]: 1, [leadOf(2)]: 1, [leadOf(3)]: 1 }

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'done'
  } catch (error) {
    if (error instanceof SidebarFault) return error.fault.code
    throw error
  }
}

/** Three groups, a draft that Maya looked at, and Zed, who may edit the sheet and nothing more. */
function scene(about: Parameters<typeof draft>[0] = {}): { ws: Workspace; alertId: string; seal: string } {
  const ws = network(3)
  ws.addAccount(ZED)
  ws.spreadsheet().editors.push(ZED)
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft(about))
  return { ws, alertId, seal }
}
function approved(about: Parameters<typeof draft>[0] = {}): { ws: Workspace; alertId: string } {
  const { ws, alertId, seal } = scene(about)
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  return { ws, alertId }
}
const mailOf = (ws: Workspace, address: string): ReadMail => {
  const [mail] = readMailbox(ws, address).filter((m) => m.labels.includes('INBOX'))
  if (!mail) throw new Error(`no mail for ${address}`)
  return mail
}

test('whoever is neither operator nor coordinator can prepare an alert, not move it', () => {
  const { ws, alertId, seal } = scene()
  const tries = () => [
    codeOf(() => ask(ws, ZED, 'approveAlert', { alertId, seal })),
    codeOf(() => ask(ws, ZED, 'sendLot', { alertId })),
    codeOf(() => ask(ws, ZED, 'cancelAlert', { alertId })),
    codeOf(() => ask(ws, ZED, 'settleDoubt', { messageId: 'x', as: 'send it again' })),
  ]
  expect(tries()).toEqual(new Array(4).fill('MAY_NOT_APPROVE'))
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  expect(tries()).toEqual(new Array(4).fill('MAY_NOT_APPROVE'))
  expect(mailsTo(ws, LEADS)).toEqual(NONE)
  ws.account(ZED).granted = ws.options.manifest.oauthScopes.filter((scope) => !scope.endsWith('userinfo.email'))
  expect(tries()).toEqual(new Array(4).fill('NO_IDENTITY'))
})

test('what was not seen is not approved: another’s words, another seal, none', () => {
  const { ws, alertId, seal } = scene()
  const other = ask(ws, MAYA, 'previewAlert', draft({ title: 'Other' }))
  for (const wrong of ['', other.seal, `${seal}x`])
    expect(codeOf(() => ask(ws, MAYA, 'approveAlert', { alertId, seal: wrong }))).toBe('AUDIENCE_CHANGED')
  ask(ws, ZED, 'saveDraft', draft({ alertId, body: 'Call {names} and be rude.\n\n{legislators}' }))
  expect(codeOf(() => ask(ws, MAYA, 'approveAlert', { alertId, seal }))).toBe('AUDIENCE_CHANGED')
  expect(rowsIn(ws, 'outbox')).toEqual([])
})

test('an approved alert can be changed by nobody, and IDs that are none find nothing', () => {
  const { ws, alertId } = approved()
  expect(codeOf(() => ask(ws, MAYA, 'saveDraft', draft({ alertId, body: 'x' })))).toBe('ALREADY_APPROVED')
  expect(codeOf(() => ask(ws, MAYA, 'testAlert', { alertId, groupId: null }))).toBe('ALREADY_APPROVED')
  for (const id of ['', ' ', 'A-9999', '__proto__', 'constructor'])
    expect(codeOf(() => ask(ws, MAYA, 'alertProgress', { alertId: id }))).toBe('ALERT_NOT_FOUND')
  expect(codeOf(() => ask(ws, MAYA, 'settleDoubt', { messageId: '__proto__', as: 'it went' }))).toBe('NOT_IN_DOUBT')
})

test('two press Approve at once, the second at any call of the first: one set of messages, one mail each', () => {
  const { ws: first, alertId, seal } = scene()
  const json = first.save()
  const approve = (ws: Workspace, who: string) => codeOf(() => ask(ws, who, 'approveAlert', { alertId, seal }))
  const quiet = again(json)
  approve(quiet, MAYA)
  for (let n = 1; n <= quiet.callCount; n += 2) {
    const ws = again(json)
    let nested = false
    ws.hook = {
      before(call) {
        if (nested || call.n !== n) return
        nested = true
        expect(['done', 'SHEET_BUSY']).toContain(approve(ws, NOOR))
      },
    }
    expect([n, approve(ws, MAYA)]).toEqual([n, 'done'])
    ws.hook = null
    expect([n, rowsIn(ws, 'outbox').length]).toEqual([n, 1])
    sendAll(ws, NOOR, alertId)
    sendAll(ws, MAYA, alertId)
    expect([n, mailsTo(ws, LEADS)]).toEqual([n, ONCE])
  }
})

describe('the mail', () => {
  test.each<[string, { subject?: string; body?: string; title?: string }]>([
    ['line breaks in the subject', { subject: 'Call\r\nBcc: evil@example.org\r\n\r\nBody' }],
    ['line breaks in the title', { title: 'T\r\nBcc: evil@example.org', subject: '{title}' }],
    ['headers in the text', { body: '{names}\r\nBcc: evil@example.org\r\n.\r\n' }],
    ['a MIME boundary in the text', { body: '--=_sw_=--\r\nContent-Type: text/html\r\n\r\n<b>x</b> {names}' }],
    ['an encoded word in the subject', { subject: '=?UTF-8?B?QmNjOiBldmlsQGV4YW1wbGUub3Jn?=' }],
    ['Unicode line ends', { subject: 'a\u2028Bcc: evil@example.org\u0085x' }],
    ['a very long subject without spaces', { subject: 'w'.repeat(490) }],
  ])('has no recipient and no header by %s', (_, words) => {
    const { ws, alertId } = approved(words)
    ws.addAccount('evil@example.org')
    sendAll(ws, MAYA, alertId)
    expect(mailsTo(ws, [...LEADS, 'evil@example.org'])).toEqual({ ...ONCE, 'evil@example.org': 0 })
    const [raw] = ws.mailbox(leadOf(1)).map((m) => m.raw)
    const [head = ''] = (raw ?? '').split('\r\n\r\n')
    expect(head).not.toMatch(/^Bcc:/im)
    expect((raw ?? '').split('\r\n').every((line) => line.length <= 998)).toBe(true)
  })

  test('shows no recipient to another, anywhere in the raw text', () => {
    const { ws, alertId } = approved()
    sendAll(ws, MAYA, alertId)
    for (const me of LEADS) {
      const [mail] = ws.mailbox(me)
      for (const other of LEADS.filter((a) => a !== me)) expect(mail?.raw).not.toContain(other)
      expect(mailOf(ws, me)).toMatchObject({ to: [], cc: [], bcc: [] })
    }
  })

  test('carries any script and emoji, and its HTML part no markup but our own', () => {
    const subject = '🚨 Grüße شكرا \u202eabc <b>x</b> & "y"'
    const body = '<script>alert(1)</script> & <!channel> https://example.org/?a=1&b="><img src=x>\n{names} 🚨'
    const { ws, alertId } = approved({ subject, body })
    sendAll(ws, MAYA, alertId)
    const mail = mailOf(ws, leadOf(1))
    expect(mail.subject).toBe(subject)
    expect(mail.text).toContain('<script>alert(1)</script> & <!channel>')
    const tags = new Set((mail.html.match(/<\/?([a-z!]+)/gi) ?? []).map((tag) => tag.replace(/[</]/g, '')))
    expect([...tags].sort()).toEqual(['a', 'br', 'div', 'p'])
    expect(mail.html).toContain('<a href="https://example.org/?a=1&amp;b=">')
  })

  test.each(['{unknown}', '{constructor}', '{__proto__}', 'a { b', 'a } b', '{names', '[Write something]'])(
    'with %s in it cannot be approved',
    (blank) => {
      const { ws, alertId, seal } = scene({ body: `Call ${blank} now` })
      expect(codeOf(() => ask(ws, MAYA, 'approveAlert', { alertId, seal }))).toBe('CHECK_STOPS')
    },
  )
})

describe('cells that make no sense', () => {
  test('errors, numbers and dates where words should be never stop a page', () => {
    const ws = network(3)
    const tab = (name: string) => ws.spreadsheet().sheets.find((sheet) => sheet.name === name)
    for (const name of ['Groups', 'People', 'Coverage', 'Legislators'])
      for (let column = 1; column < 12; column++) {
        const row = tab(name)?.cells[1 + (column % 3)]
        if (row && column < row.length)
          row[column] = ['#N/A', 42, true, '#REF!', '', 'x'.repeat(50_000)][column % 6] ?? null
      }
    const done = (['home', 'groups', 'districts', 'alertChoices'] as const).map((name) =>
      codeOf(() => ask(ws, MAYA, name, {})),
    )
    expect(done).toEqual(['done', 'done', 'done', 'done'])
    expect(codeOf(() => ask(ws, MAYA, 'groupCard', { groupId: 'G-001' }))).toBe('done')
    expect(codeOf(() => ask(ws, MAYA, 'previewAlert', draft()))).toBe('done')
  })

  test.each(['Outbox', 'Alerts', 'Settings', 'People'])(
    'without the tab %s nothing is sent by hand, and it is said which',
    (name) => {
      const { ws, alertId } = approved()
      ws.people.deleteTab(MAYA, name)
      expect(codeOf(() => ask(ws, MAYA, 'sendLot', { alertId }))).toBe('TAB_MISSING')
      expect(mailsTo(ws, LEADS)).toEqual(NONE)
      expect(ask(ws, MAYA, 'home', {})).toBeTruthy()
    },
  )

  test.each(['Log', 'Groups', 'Coverage', 'Districts', 'Legislators'])(
    'an approved alert does not need the tab %s any more',
    (name) => {
      const { ws, alertId } = approved()
      ws.people.deleteTab(MAYA, name)
      expect(sendAll(ws, MAYA, alertId)).toMatchObject({ state: 'sent', sent: 3 })
      expect(mailsTo(ws, LEADS)).toEqual(ONCE)
    },
  )

  test('one Outbox that someone sorts, stretches and hides between lots still sends once each', () => {
    const ws = network(23)
    const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft({ mode: 'personal' }))
    ask(ws, MAYA, 'approveAlert', { alertId, seal })
    ask(ws, MAYA, 'sendLot', { alertId })
    ws.people.sort(NOOR, 'Outbox', 1, false)
    ws.people.insertRows(NOOR, 'Outbox', 5, 3)
    ws.people.insertColumn(NOOR, 'Outbox', 2)
    ws.people.hideTab(NOOR, 'Outbox')
    ws.advance(6 * MINUTE)
    const all = Array.from({ length: 23 }, (_, i) => leadOf(i + 1))
    expect(mailsTo(ws, all)).toEqual(Object.fromEntries(all.map((address) => [address, 1])))
  })
})
