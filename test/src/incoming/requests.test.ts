/** Mails that ask for an alert: who may, what becomes of them, and that spam fills nothing. */
import {
  addBackups,
  again,
  answer,
  ask,
  fillIn,
  HOUR,
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
  write,
} from './world'

const WREN = 'wren@example.org'
const LIST = 'leaders@groups.example.org'
type Ws = ReturnType<typeof network>

/** Wren is in the working group; mails may ask for alerts. */
function listening(groups = 3): Ws {
  const ws = network(groups)
  addBackups(ws, groups)
  fillIn(ws, {
    people: [{ id: 'P-800', name: 'Wren', email: WREN, roles: 'working group' }],
    committees: [{ committee: 'Judiciary', legislatorId: 'rep1', chamber: 'lower' }],
  })
  setting(ws, 'Alerts by mail', 'yes')
  return ws
}
const tick = (ws: Ws): void => later(ws, 6 * MINUTE)
const alerts = (ws: Ws) => rowsIn(ws, 'alerts')
const did = (ws: Ws, what: string): number => rowsIn(ws, 'log').filter((r) => r.did === what).length
const WHY = 'The committee votes tomorrow at six. One vote decides.\nIt takes the polling place from our towns.'

test('becomes a draft that waits for approval, once; coordinators and whoever asked are told what was understood', () => {
  const ws = listening()
  write(ws, `Wren <${WREN}>`, 'ALERT SB 12 HD-2 SD-1 Judiciary Xyzzy by tomorrow 5pm', `${WHY}\n--\nWren`)
  later(ws, HOUR)
  expect(alerts(ws)).toHaveLength(1)
  expect(alerts(ws)[0]).toMatchObject({ id: 'A-0001', state: 'draft', bill: 'SB 12', madeBy: WREN, title: 'SB 12' })
  const { draft } = ask(ws, MAYA, 'openDraft', { alertId: 'A-0001' })
  expect(draft).toMatchObject({
    legislatorIds: ['rep1'],
    districts: [
      { chamber: 'upper', district: '1' },
      { chamber: 'lower', district: '2' },
    ],
    actBy: '2026-11-24T17:00',
    asked: true,
  })
  expect(draft).toMatchObject({ why: WHY, ask: '' })
  expect(ask(ws, NOOR, 'home', {}).waiting.map((d) => d.alertId)).toEqual(['A-0001'])
  for (const email of [WREN, NOOR, MAYA]) expect(subjects(ws, email)).toContain('Draft alert A-0001: SB 12')
  expect(subjects(ws, NOOR)).toHaveLength(1)
  const body = String(rowsIn(ws, 'outbox')[0]?.body)
  expect(body).toContain(
    'Bill: SB 12\nDistricts: Senate 1, House 2\nCommittee: Judiciary\nLegislators: Rep 1 (House 1)',
  )
  expect(body).toContain('Not understood: Xyzzy')
  expect(body).toContain('nothing has been sent')
  // Nothing went to any group.
  expect(ws.mailbox(lead(1))).toHaveLength(0)
})

test('can be approved as it is, where its mail said enough', () => {
  const ws = listening()
  write(ws, WREN, 'ALERT SB 12 vote no SD-1 by 4pm', WHY)
  tick(ws)
  const { draft } = ask(ws, MAYA, 'openDraft', { alertId: 'A-0001' })
  const preview = ask(ws, MAYA, 'previewAlert', { ...draft, alertId: 'A-0001' })
  expect(preview.checks.filter((c) => c.level === 'stop')).toEqual([])
  expect(preview.people).toBe(3)
  const words = preview.mails[0]?.body ?? ''
  expect(words).toContain(`WHY NOW\n${WHY}`)
  expect(words).toContain('I ask you to vote no on SB 12.')
  // The texts to paste say it too.
  expect(ask(ws, MAYA, 'relayFacts', { alertId: 'A-0001' })).toMatchObject({ ask: 'vote no on SB 12', why: WHY })
})

test('what its mail did not say is asked for by name, and stops the approval', () => {
  const ws = listening()
  write(ws, WREN, 'ALERT SB 12 SD-1 by 4pm', '')
  tick(ws)
  const { draft } = ask(ws, MAYA, 'openDraft', { alertId: 'A-0001' })
  const { checks } = ask(ws, MAYA, 'previewAlert', { ...draft, alertId: 'A-0001' })
  expect(checks.filter((c) => c.level === 'stop').map((c) => c.text)).toEqual([
    '“What to ask for” is empty.',
    '“Why now” is empty.',
  ])
})

test('says until when as people say it', () => {
  const ws = listening()
  write(ws, WREN, 'ALERT SB 12 SD-1 by tomorrow 5pm', WHY)
  tick(ws)
  expect(String(rowsIn(ws, 'outbox')[0]?.body)).toContain(
    'Act by: 5:00 pm Eastern / 4:00 pm Central on Tuesday, November 24',
  )
})

test('what nothing was understood of is a draft all the same, and the mail says what is missing', () => {
  const ws = listening()
  write(ws, WREN, 'ALERT help', '')
  tick(ws)
  expect(alerts(ws)[0]).toMatchObject({ state: 'draft', title: 'help' })
  const body = String(rowsIn(ws, 'outbox')[0]?.body)
  expect(body).toContain('Understood:\nnothing')
  expect(body).toContain('Not said: whom to call, until when, which bill, what to ask for, why now')
})

test('braces, brackets, formulas and headers from outside stay what they are: text', () => {
  const ws = listening()
  write(ws, WREN, '=ALERT', 'x')
  write(
    ws,
    WREN,
    'ALERT =HYPERLINK("https://example.org") HD-1',
    '{reply} [write a poem] =1+1\u202e\nAsk: {names} =2+2',
  )
  tick(ws)
  expect(alerts(ws)).toHaveLength(1)
  const { draft } = ask(ws, MAYA, 'openDraft', { alertId: 'A-0001' })
  expect(draft).toMatchObject({ why: '(reply) (write a poem) =1+1', ask: '(names) =2+2' })
  expect(alerts(ws)[0]?.ask).toBe('(names) =2+2')
})

test.each([
  ['somebody who is in no such role', `Lead <${'lead01@example.org'}>`, true],
  ['somebody unknown', 'evil@example.net', true],
  ['a coordinator whom Gmail does not confirm', NOOR, false],
])('from %s: only logged', (_, from, authenticated) => {
  const ws = listening()
  write(ws, from, 'ALERT SB 12 HD-1 by 4pm', WHY, { authenticated })
  later(ws, HOUR)
  expect(alerts(ws)).toEqual([])
  expect(rowsIn(ws, 'answers')).toEqual([])
  expect(rowsIn(ws, 'outbox')).toEqual([])
  expect(did(ws, 'made no alert of a mail')).toBe(1)
})

test('nothing at all is read while the setting says no', () => {
  const ws = listening()
  setting(ws, 'Alerts by mail', 'no')
  write(ws, WREN, 'ALERT SB 12 HD-1 by 4pm', WHY)
  ws.meters.clear()
  later(ws, HOUR)
  expect(alerts(ws)).toEqual([])
  expect([...ws.meters.keys()].filter((key) => key.startsWith('Gmail.'))).toEqual([])
})

test('answers are not read because mails may ask for alerts', () => {
  const ws = listening()
  setting(ws, 'Read answers', 'no')
  send(ws)
  answer(ws, lead(1), 'IN')
  write(ws, WREN, 'ALERT SB 12 HD-1 by 4pm', WHY)
  tick(ws)
  expect(rowsIn(ws, 'answers').map((r) => r.counts)).toEqual(['told'])
})

test('a thousand such mails from strangers leave nine lines in the log', () => {
  const ws = listening()
  for (let i = 0; i < 250; i++) write(ws, `evil${i}@example.net`, `ALERT SB ${i} HD-1 by 4pm`, WHY)
  write(ws, WREN, 'ALERT SB 12 HD-1 by 4pm', WHY)
  later(ws, HOUR)
  expect(did(ws, 'made no alert of a mail')).toBe(8)
  expect(did(ws, 'logs no more such mails today')).toBe(1)
  expect(alerts(ws)).toHaveLength(1)
})

test('answers to such a mail, machines, and the same thing twice make no second alert', () => {
  const ws = listening()
  const subject = 'ALERT SB 12 HD-1 by 4pm'
  write(ws, WREN, subject, WHY)
  write(ws, WREN, subject, WHY)
  write(ws, NOOR, `Re: ${subject}`, 'thanks')
  write(ws, NOOR, subject, 'x', { headers: { 'In-Reply-To': '<a@example.org>' } })
  write(ws, NOOR, subject, 'x', { headers: { 'Auto-Submitted': 'auto-generated' } })
  later(ws, HOUR)
  expect(alerts(ws)).toHaveLength(1)
})

test('by the Google Group of the settings, to members of which Maya belongs', () => {
  const ws = listening()
  setting(ws, 'Google Group', LIST)
  for (const rewritesFrom of [false, true]) {
    ws.state.groups.groups[LIST] = {
      email: LIST, hidden: true, posting: 'anyone', rewritesFrom, members: [{ email: MAYA, role: 'MEMBER' }],
    } // biome-ignore format: short
    write(ws, `Wren <${WREN}>`, `[leaders] ALERT SB ${rewritesFrom ? 1 : 2} HD-1 by 4pm`, WHY, { to: LIST })
    write(ws, `Wren <${WREN}>`, 'ALERT SB 9 HD-1 by 4pm', WHY, { to: LIST, authenticated: false })
    tick(ws)
  }
  expect(alerts(ws).map((a) => [a.bill, a.madeBy])).toEqual([
    ['SB 2', WREN],
    ['SB 1', WREN],
  ])
})

describe('without a person’s approval', () => {
  test('goes out at once where the setting allows so many people', () => {
    const ws = listening()
    setting(ws, 'Send without approval', '3')
    write(ws, WREN, 'ALERT SB 12 vote no SD-1 by 4pm', WHY)
    later(ws, 18 * MINUTE)
    expect(alerts(ws)[0]).toMatchObject({ state: 'sent', approvedBy: MAYA })
    expect([1, 2, 3].map((n) => ws.mailbox(lead(n)).length)).toEqual([1, 1, 1])
    expect(subjects(ws, NOOR)).toEqual(['Alert A-0001: SB 12'])
    expect(did(ws, 'approved without a person')).toBe(1)
  })

  test('where a person was quicker than the mail that tells, it says so', () => {
    const ws = listening()
    setting(ws, 'Mail reserve', '100')
    write(ws, WREN, 'ALERT SB 12 vote no SD-1 by 4pm', WHY)
    tick(ws)
    const { draft } = ask(ws, MAYA, 'openDraft', { alertId: 'A-0001' })
    const { seal } = ask(ws, MAYA, 'previewAlert', { ...draft, alertId: 'A-0001' })
    ask(ws, MAYA, 'approveAlert', { alertId: 'A-0001', seal })
    setting(ws, 'Mail reserve', '0')
    later(ws, 12 * MINUTE)
    expect(subjects(ws, NOOR)).toHaveLength(1)
    expect(alerts(ws)[0]?.state).toBe('sent')
  })

  test.each([
    ['more people than it allows', '2', 'ALERT SB 12 vote no SD-1 by 4pm', WHY],
    ['nothing that says why', '3', 'ALERT SB 12 vote no SD-1 by 4pm', ''],
    ['nothing that says what to ask for', '3', 'ALERT SB 12 SD-1 by 4pm', WHY],
    ['no time', '3', 'ALERT SB 12 vote no SD-1', WHY],
    ['a district that was mistyped', '3', 'ALERT SB 12 vote no SD-1 HD-999 by 4pm', WHY],
    ['a setting that is no number', 'yes', 'ALERT SB 12 vote no SD-1 by 4pm', WHY],
    ['the setting as it comes', 'no', 'ALERT SB 12 vote no SD-1 by 4pm', WHY],
  ])('waits for one: %s', (_, most, subject, text) => {
    const ws = listening()
    setting(ws, 'Send without approval', most)
    write(ws, WREN, subject, text)
    later(ws, HOUR)
    expect(alerts(ws)[0]?.state).toBe('draft')
    expect(ws.mailbox(lead(1))).toHaveLength(0)
    expect(subjects(ws, NOOR)).toEqual(['Draft alert A-0001: SB 12'])
  })
})

test('what was asked for while the index was late comes late, once', () => {
  const ws = again(listening().save(), { gmailIndexDelayMs: 20 * MINUTE })
  write(ws, WREN, 'ALERT SB 12 HD-1 by 4pm', WHY)
  later(ws, 2 * HOUR)
  expect(alerts(ws)).toHaveLength(1)
})

test('one mail to the operator and to the Group, or sent again by somebody else, asks once; the same words a day later ask again', () => {
  const ws = listening()
  for (let i = 0; i < 2; i++) write(ws, WREN, 'ALERT SB 12 HD-1 by 4pm', WHY)
  later(ws, 30 * MINUTE)
  write(ws, WREN, 'ALERT SB 12 HD-1 by 4pm', WHY)
  later(ws, HOUR)
  expect(alerts(ws)).toHaveLength(1)
  expect(subjects(ws, NOOR)).toHaveLength(1)
  expect(did(ws, 'made no alert of a mail')).toBe(2)
  later(ws, 24 * HOUR)
  write(ws, WREN, 'ALERT SB 12 HD-1 by 4pm', WHY)
  later(ws, HOUR)
  expect(alerts(ws)).toHaveLength(2)
})
