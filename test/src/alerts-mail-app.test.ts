/**
 * Accounts that may not make Gmail drafts: where the sheet says so they send by MailApp, each message once at most. Stopped
 * at every service call, nobody has two mails, and whoever may have none is in doubt.
 */
import type { Draft } from '../../src/contract'
import type { ServiceCall } from '../../workbench/workspace/gate'
import type { Workspace } from '../../workbench/workspace/workspace'
import { deskOn } from '../support/desk'
import {
  again,
  ask,
  draft,
  faultOf,
  leadOf,
  MAYA,
  MINUTE,
  mailsTo,
  NOOR,
  network,
  rowsIn,
  sendAll,
  typeSetting,
} from './alerts/world'

const PEOPLE = 4
const LEADS = Array.from({ length: PEOPLE }, (_, i) => leadOf(i + 1))
const COMPOSE = 'https://www.googleapis.com/auth/gmail.compose'

jest.setTimeout(600_000)

/** Neither account has granted drafts. */
function without(setting = 'yes', accounts = [MAYA, NOOR]): Workspace {
  const ws = network(PEOPLE)
  const { oauthScopes } = ws.options.manifest
  for (const email of accounts) ws.account(email).granted = oauthScopes.filter((scope) => scope !== COMPOSE)
  typeSetting(ws, 'Mail without drafts', setting)
  return ws
}

function approved(ws: Workspace, about: Partial<Draft> = { mode: 'personal' }): string {
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft(about))
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  return alertId
}
const checksOf = (ws: Workspace) =>
  ask(ws, MAYA, 'previewAlert', draft()).checks.filter((c) => c.id === 'mailApp' || c.id === 'gmail')

test('it is a choice in the Settings tab, and Check says which way mails go', () => {
  expect(checksOf(without('yes'))).toMatchObject([
    {
      level: 'warn',
      text: 'Gmail drafts are not allowed for this account: mails go by MailApp, a stopped run leaves doubts.',
    },
  ])
  expect(checksOf(without('no'))).toMatchObject([{ level: 'stop' }])
  expect(checksOf(without('yes', []))).toEqual([])
})

test('everyone has one mail, the ledger says by what, and the text says how to get no more', () => {
  const ws = without()
  const alertId = approved(ws)
  expect(sendAll(ws, MAYA, alertId)).toMatchObject({ state: 'sent', sent: PEOPLE, doubt: 0 })
  expect(mailsTo(ws, LEADS)).toEqual(Object.fromEntries(LEADS.map((a) => [a, 1])))
  expect(rowsIn(ws, 'outbox').map((row) => [row.state, row.reason])).toEqual(LEADS.map(() => ['sent', 'by MailApp']))
  const [mail] = deskOn(ws).inbox(leadOf(1))
  expect(mail?.text).toContain('To get no more of these mails, answer this one with the words OPT OUT.')
})

test('together, readers do not see each other', () => {
  const ws = without()
  sendAll(ws, MAYA, approved(ws, { mode: 'cohort' }))
  expect(mailsTo(ws, LEADS)).toEqual(Object.fromEntries(LEADS.map((a) => [a, 1])))
  const raw = ws.mailbox(leadOf(1))[0]?.raw ?? ''
  for (const other of LEADS.slice(1)) expect(raw.split(/\r?\n\r?\n/)[0]).not.toContain(other)
})

test('a test to oneself goes by MailApp too', () => {
  const ws = without()
  const { alertId } = ask(ws, MAYA, 'previewAlert', draft())
  ask(ws, MAYA, 'testAlert', { alertId, groupId: null })
  expect(
    deskOn(ws)
      .inbox(MAYA)
      .map((m) => m.subject),
  ).toEqual([expect.stringMatching(/^TEST: /)])
})

test('without the choice nothing is sent, and it says so', () => {
  const ws = without('yes', [MAYA])
  const alertId = approved(ws)
  typeSetting(ws, 'Mail without drafts', 'no')
  expect(faultOf(() => ask(ws, MAYA, 'sendLot', { alertId })).code).toBe('GMAIL_REFUSED')
  expect(mailsTo(ws, LEADS)).toEqual(Object.fromEntries(LEADS.map((a) => [a, 0])))
})

test('an error of Gmail is no reason: an account that may make drafts never sends by MailApp', () => {
  const ws = without('yes', [])
  const alertId = approved(ws)
  let mailed = 0
  ws.hook = {
    before(call) {
      if (call.method === 'sendEmail') mailed++
      if (call.service === 'Gmail') throw ws.error(call.account, 'serverError')
    },
  }
  expect(() => ask(ws, MAYA, 'sendLot', { alertId })).toThrow()
  expect(mailed).toBe(0)
  ws.hook = null
  ws.clock.now += 30 * MINUTE
  sendAll(ws, MAYA, alertId)
  expect(mailsTo(ws, LEADS)).toEqual(Object.fromEntries(LEADS.map((a) => [a, 1])))
})

test('a draft of the time when drafts were allowed is not sent a second way; after act-by it is in doubt', () => {
  const ws = without('yes', [])
  const alertId = approved(ws)
  ws.hook = {
    before(call) {
      if (call.method === 'Users.Drafts.send' || call.method === 'Drafts.send') call.execution.kill()
    },
  }
  expect(() => ask(ws, MAYA, 'sendLot', { alertId })).toThrow()
  ws.hook = null
  ws.account(MAYA).granted = ws.options.manifest.oauthScopes.filter((scope) => scope !== COMPOSE)
  ws.clock.now += 10 * MINUTE
  ask(ws, MAYA, 'sendLot', { alertId })
  expect(mailsTo(ws, LEADS)).toEqual(Object.fromEntries(LEADS.map((a) => [a, 0])))
  ws.clock.now += 10 * 60 * MINUTE
  expect(ask(ws, MAYA, 'sendLot', { alertId })).toMatchObject({ done: true, doubt: PEOPLE })
})

test('a cancel between two messages stops the rest', () => {
  const ws = without()
  const alertId = approved(ws)
  let sent = 0
  ws.hook = {
    after(call) {
      if (call.method !== 'sendEmail' || ++sent > 1) return
      const { hook } = ws
      ws.hook = null
      ask(ws, NOOR, 'cancelAlert', { alertId })
      ws.hook = hook
    },
  }
  ask(ws, MAYA, 'sendLot', { alertId })
  expect(Object.values(mailsTo(ws, LEADS)).reduce((a, b) => a + b)).toBe(1)
})

test('whoever opted out since approval gets nothing', () => {
  const ws = without()
  const alertId = approved(ws)
  const people = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'People')
  const header = people?.cells[0] ?? []
  const row = (people?.cells ?? []).findIndex((cells) => cells?.includes(leadOf(2)))
  ws.edit(MAYA, 'People', row + 1, header.indexOf('Opted out') + 1, 'yes')
  sendAll(ws, MAYA, alertId)
  expect(mailsTo(ws, LEADS)).toEqual({ ...Object.fromEntries(LEADS.map((a) => [a, 1])), [leadOf(2)]: 0 })
})

/** What the ledger says and what the mailboxes hold, after everyone who may has come back. */
function judge(ws: Workspace, alertId: string, where: string): number {
  ws.hook = null
  for (const minutes of [0, 10, 40, 10]) {
    ws.clock.now += minutes * MINUTE
    for (const email of [NOOR, MAYA]) sendAll(ws, email, alertId)
  }
  const mails = mailsTo(ws, LEADS)
  const progress = ask(ws, MAYA, 'alertProgress', { alertId })
  const none = LEADS.filter((a) => mails[a] === 0)
  const doubted = new Set(progress.doubts.flatMap((d) => d.to))
  expect({ where, most: Math.max(...Object.values(mails)) }).toEqual({ where, most: 1 })
  expect({ where, lost: none.filter((a) => !doubted.has(a)) }).toEqual({ where, lost: [] })
  expect({ where, waiting: progress.waiting, known: progress.sent + progress.doubt }).toEqual({
    where,
    waiting: 0,
    known: PEOPLE,
  })
  return progress.doubt
}

const BLOWS: Record<string, (ws: Workspace, call: ServiceCall) => void> = {
  killed: (_, call) => call.execution.kill(),
  failed(ws, call) {
    throw ws.error(call.account, 'serverError')
  },
}

test.each(['killed', 'failed'])(
  '%s before and after every service call: never two, and one in doubt at most',
  (how) => {
    const start = without()
    const alertId = approved(start)
    const json = start.save()
    const calls: ServiceCall[] = []
    const quiet = again(json)
    const base = quiet.callCount
    quiet.hook = { before: (call) => void calls.push({ ...call, n: call.n - base }) }
    ask(quiet, MAYA, 'sendLot', { alertId })
    expect(calls.filter((call) => call.method === 'sendEmail')).toHaveLength(PEOPLE)
    let doubts = 0
    for (const { n, method } of calls)
      for (const when of ['before', 'after'] as const) {
        const ws = again(json)
        ws.hook = {
          [when](call: ServiceCall) {
            if (call.n === n) BLOWS[how]?.(ws, call)
          },
        }
        try {
          ask(ws, MAYA, 'sendLot', { alertId })
        } catch {
          // What it left in the sheet is what counts.
        }
        const inDoubt = judge(ws, alertId, `${how} ${when} ${method}, call ${n}`)
        expect(inDoubt).toBeLessThanOrEqual(1)
        doubts += inDoubt
      }
    // Else nothing was tried.
    expect(doubts).toBeGreaterThan(0)
  },
)

test('a doubt is settled by a person alone: “send it again” sends it once more, and only that', () => {
  const ws = without()
  const alertId = approved(ws)
  let killed = false
  ws.hook = {
    before(call) {
      if (call.method !== 'sendEmail' || killed) return
      killed = true
      call.execution.kill()
    },
  }
  expect(() => ask(ws, MAYA, 'sendLot', { alertId })).toThrow()
  expect(judge(ws, alertId, 'killed')).toBe(1)
  const [doubt] = ask(ws, MAYA, 'alertProgress', { alertId }).doubts
  ask(ws, MAYA, 'settleDoubt', { messageId: doubt?.messageId ?? '', as: 'send it again' })
  sendAll(ws, MAYA, alertId)
  expect(mailsTo(ws, LEADS)).toEqual(Object.fromEntries(LEADS.map((a) => [a, 1])))
})
