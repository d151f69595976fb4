/** Answers that come by mail: read once, held against who was asked, counted. Through the built bundle. */
import { deliverRaw } from '../../../workbench/workspace/services/mail-outside'
import { submit } from '../../../workbench/workspace/services/mail-server'
import {
  addBackups,
  again,
  alerted,
  answer,
  answersIn,
  ask,
  board,
  faultOf,
  fillIn,
  lastMail,
  later,
  lead,
  MAYA,
  MINUTE,
  NOOR,
  network,
  rowsIn,
  send,
  setting,
  short,
  write,
} from './world'

const tick = (ws: Parameters<typeof later>[0]): void => later(ws, 6 * MINUTE)

test('every kind of answer is read by the timer, and Alerts counts the groups that answered', () => {
  const ws = alerted(5)
  answer(ws, lead(1), 'HAVE IT')
  answer(ws, lead(2), 'in!')
  answer(ws, lead(3), 'OUT – our phone tree is down')
  answer(ws, lead(4), 'DONE 12\nThe office said he leans yes')
  tick(ws)
  expect(short(ws)).toEqual([
    ['G-001', 'have it', null, 'yes'],
    ['G-002', 'in', null, 'yes'],
    ['G-003', 'out', null, 'yes'],
    ['G-004', 'done', 12, 'yes'],
  ])
  expect(answersIn(ws)[3]).toMatchObject({
    said: 'The office said he leans yes',
    legislatorId: 'senator',
    alertId: 'A-0001',
  })
  expect(rowsIn(ws, 'alerts')[0]).toMatchObject({ acknowledged: 4 })
  expect(board(ws)).toMatchObject({
    asked: 5,
    answered: 4,
    calls: 12,
    counts: { haveIt: 1, in: 1, out: 1, done: 1 },
    note: '',
    legislators: [{ id: 'senator', calls: 12, groups: 1 }],
  })
})

test('the newest answer of a group counts; HAVE IT takes nothing back', () => {
  const ws = alerted(2)
  answer(ws, lead(1), 'IN')
  tick(ws)
  answer(ws, lead(1), 'DONE 3')
  tick(ws)
  answer(ws, lead(1), 'DONE 7, some called twice')
  answer(ws, lead(2), 'OUT')
  tick(ws)
  answer(ws, lead(1), 'HAVE IT')
  answer(ws, lead(2), 'IN after all')
  tick(ws)
  answer(ws, lead(2), 'In, after all')
  tick(ws)
  expect(board(ws).groups.map((g) => [g.groupId, g.answer, g.calls])).toEqual([
    ['G-001', 'done', 7],
    ['G-002', 'in', null],
  ])
  expect(board(ws)).toMatchObject({ answered: 2, calls: 7 })
})

test('nothing is read twice, however often the timer runs and whatever is forgotten', () => {
  const ws = alerted(2)
  answer(ws, lead(1), 'DONE 4')
  tick(ws)
  for (const key of Object.keys(ws.state.stores)) expect(key).toBeTruthy()
  const forget = JSON.parse(ws.save()) as Record<string, unknown>
  const text = JSON.stringify(forget).replace(/mail that came in/g, 'something else')
  const other = again(text)
  tick(other)
  later(other, 20 * MINUTE)
  expect(short(other)).toEqual([['G-001', 'done', 4, 'yes']])
})

test('a mail that the index shows late is read when it shows', () => {
  const ws = again(alerted(2).save(), { gmailIndexDelayMs: 25 * MINUTE })
  answer(ws, lead(1), 'IN')
  later(ws, 12 * MINUTE)
  answer(ws, lead(2), 'OUT')
  later(ws, 12 * MINUTE)
  expect(short(ws)).toEqual([])
  later(ws, 20 * MINUTE)
  expect(short(ws).map((r) => r[1])).toEqual(['in', 'out'])
})

test('the text of a mail that is only enclosed is no answer', () => {
  const ws = alerted(2)
  const { subject } = lastMail(ws, lead(1))
  const inner = 'Content-Type: text/plain\r\n\r\nDONE 99'
  deliverRaw(
    ws,
    lead(1),
    `From: ${lead(1)}\r\nTo: ${MAYA}\r\nSubject: Re: ${subject}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>IN</p>\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--b--`,
    true,
  )
  tick(ws)
  expect(short(ws)).toEqual([['G-001', 'in', null, 'yes']])
})

test('only-HTML mails, several lines, legislators by name', () => {
  const ws = alerted(2, { legislatorIds: ['senator', 'rep1', 'rep2'] })
  const mail = lastMail(ws, lead(1))
  write(ws, lead(1), `Re: ${mail.subject}`, '', {
    html: '<div>DONE 5 Cy Brandt, undecided</div><div>done 2 to Rep 1</div><blockquote>DONE 99</blockquote>',
    headers: { 'In-Reply-To': mail.headers['message-id'] ?? '' },
  })
  tick(ws)
  expect(answersIn(ws).map((r) => [r.calls, r.legislatorId])).toEqual([
    [5, 'senator'],
    [2, 'rep1'],
  ])
  expect(board(ws).groups[0]).toMatchObject({ answer: 'done', calls: 7 })
})

test('what was said stays text, and a wall of it is cut', () => {
  const ws = alerted(2)
  answer(ws, lead(1), `DONE 1\n=IMPORTDATA("https://example.org")\n${'x'.repeat(60_000)}`)
  answer(ws, lead(2), 'DONE 2\n+1 <script>alert(1)</script>\u202e')
  tick(ws)
  const [first, second] = answersIn(ws)
  expect(String(first?.said)).toMatch(/^'?=IMPORTDATA/)
  expect(String(first?.said).length).toBeLessThan(1_100)
  expect(
    ws
      .spreadsheet()
      .sheets.flatMap((s) => s.cells.flat())
      .some((c) => typeof c === 'object' && c !== null && 'formula' in c),
  ).toBe(false)
  expect(board(ws).answers[0]?.said).toBe('+1 <script>alert(1)</script>')
  expect(second?.calls).toBe(2)
})

describe('never counted', () => {
  const uncounted = (ws: ReturnType<typeof alerted>): unknown[] => answersIn(ws).map((r) => [r.from, r.counts, r.why])

  test('a sender whom Gmail does not confirm', () => {
    const ws = alerted(2)
    const { subject } = lastMail(ws, lead(1))
    write(ws, `Lead 1 <${lead(1)}>`, `Re: ${subject}`, 'DONE 400', { authenticated: false })
    tick(ws)
    expect(uncounted(ws)).toEqual([[lead(1), 'no', `Gmail does not confirm that it is from ${lead(1)}`]])
    expect(board(ws)).toMatchObject({ answered: 0, calls: 0 })
    expect(rowsIn(ws, 'log').map((r) => r.did)).toContain('did not count a mail')
  })

  test('a sender who brings a verdict of their own along', () => {
    const ws = alerted(2)
    const { subject } = lastMail(ws, lead(1))
    const forged = 'mx.google.com; dkim=pass header.i=@example.org; dmarc=pass header.from=example.org'
    for (const name of ['Authentication-Results', 'ARC-Authentication-Results', 'X-Original-Authentication-Results'])
      write(ws, lead(1), `Re: ${subject}`, 'DONE 400', { authenticated: false, headers: { [name]: forged } })
    const raw = (from: string): string => `To: ${MAYA}\r\n${from}\r\nSubject: Re: ${subject}\r\n\r\nDONE 400`
    deliverRaw(ws, 'evil@example.net', raw(`From: Lead <${lead(1)}>`), true)
    deliverRaw(ws, 'evil@example.net', raw(`From: evil@example.net, ${lead(1)}`), true)
    deliverRaw(ws, 'evil@example.net', raw(`From: evil@example.net\r\nFrom: ${lead(1)}`), true)
    deliverRaw(ws, 'evil@example.net', raw(`From: "${lead(1)}" <evil@example.net>`), true)
    tick(ws)
    expect(board(ws)).toMatchObject({ answered: 0, calls: 0 })
  })

  test('a stranger who answers to the subject, or quotes the token', () => {
    const ws = alerted(2)
    const mail = lastMail(ws, lead(1))
    write(ws, 'evil@example.net', `Re: ${mail.subject}`, 'DONE 400')
    write(ws, 'evil@example.net', `Re: ${mail.subject}`, `DONE 400\n\n${mail.text}`)
    tick(ws)
    expect(uncounted(ws)).toEqual([
      ['evil@example.net', 'no', 'its sender belongs to no group that was asked'],
      ['evil@example.net', 'no', 'its sender belongs to no group that was asked'],
    ])
    expect(rowsIn(ws, 'alerts')[0]?.acknowledged ?? 0).toBe(0)
  })

  test('a reply that quotes the token of another alert, or of two', () => {
    const ws = alerted(2)
    const first = lastMail(ws, lead(1))
    send(ws, { title: 'HB 7', bill: 'HB 7', actBy: '2026-11-23T17:00' })
    const second = lastMail(ws, lead(1))
    expect(second.subject).not.toBe(first.subject)
    write(ws, lead(1), `Re: ${first.subject}`, `DONE 9\n\n> ${second.text.replace(/\n/g, '\n> ')}`)
    write(ws, lead(1), `Re: ${first.subject}`, `DONE 9\n\n${first.text}\n${second.text}`)
    write(ws, lead(1), `Re: ${first.subject}`, 'DONE 9\n\nRef: swa0099aaaaaaaaaaaaaaaa')
    tick(ws)
    expect(answersIn(ws).map((r) => [r.counts, r.why])).toEqual([
      ['no', 'it quotes another alert'],
      ['no', 'it quotes more than one alert'],
      ['no', 'it quotes another alert'],
    ])
  })

  test('without a word of which alert, where two are open; where one is, it is that one', () => {
    const ws = alerted(2)
    write(ws, lead(1), 'our calls', 'DONE 2')
    tick(ws)
    send(ws, { title: 'HB 7', bill: 'HB 7', actBy: '2026-11-23T17:00' })
    write(ws, lead(1), 'more calls', 'DONE 3')
    write(ws, lead(1), 'more calls for A-0001', 'DONE 4')
    tick(ws)
    expect(answersIn(ws).map((r) => [r.alertId, r.calls, r.counts])).toEqual([
      ['A-0001', 2, 'yes'],
      ['A-0002', null, 'no'],
      ['A-0001', 4, 'yes'],
    ])
  })

  test('more calls than one group makes, and mails without an answer word', () => {
    const ws = alerted(2)
    answer(ws, lead(1), 'DONE 6175550114')
    answer(ws, lead(2), 'Who is this?')
    tick(ws)
    expect(answersIn(ws).map((r) => [r.counts, r.calls])).toEqual([
      ['no', null],
      ['no', null],
    ])
    expect(answersIn(ws)[1]?.said).toBe('Who is this?')
  })

  test('answers of machines', () => {
    const ws = network(2)
    addBackups(ws, 2)
    ws.state.mail.away = { [lead(1)]: 'DONE 12. I am out of office.' }
    ws.state.mail.dead = [lead(2)]
    send(ws)
    for (const headers of [
      { 'X-Autoreply': 'yes' },
      { Precedence: 'bulk' },
      { 'Auto-Submitted': 'auto-generated' },
    ] as Record<string, string>[])
      write(ws, lead(1), 'Re: Please call', 'DONE 12', { headers })
    tick(ws)
    expect(answersIn(ws).map((r) => [r.from, r.counts])).toEqual([
      [lead(1), 'auto'],
      [lead(2), 'bounce'],
      [lead(1), 'auto'],
      [lead(1), 'auto'],
      [lead(1), 'auto'],
    ])
    expect(board(ws)).toMatchObject({ answered: 0, calls: 0 })
    expect(
      rowsIn(ws, 'outbox')
        .map((r) => r.reason)
        .join(),
    ).toContain(`bounced: ${lead(2)}`)
    expect(board(ws).groups.map((g) => g.bounced)).toEqual([[], [lead(2)]])
    // Nothing is ever sent back to a machine.
    expect(ws.mailbox(lead(1))).toHaveLength(1)
  })

  test('a bounce that names somebody this alert did not write to, or no alert', () => {
    const ws = alerted(2)
    const token = /Ref: (sw\w+)/.exec(lastMail(ws, lead(1)).text)?.[1] ?? ''
    const fake = (address: string, text: string): void =>
      write(ws, 'mailer-daemon@example.net', 'Failure', text, { headers: { 'X-Failed-Recipients': address } })
    fake(NOOR, `Ref: ${token}`)
    fake(lead(1), 'no token here')
    tick(ws)
    expect(answersIn(ws)).toEqual([])
  })

  test('floods: so many mails of one alert are kept, and no more', () => {
    const ws = alerted(2)
    const { subject } = lastMail(ws, lead(1))
    for (let i = 0; i < 90; i++) write(ws, `evil${i}@example.net`, `Re: ${subject}`, 'DONE 400')
    answer(ws, lead(2), 'IN')
    later(ws, 20 * MINUTE)
    expect(answersIn(ws).filter((r) => r.counts === 'no')).toHaveLength(40)
    expect(board(ws).answered).toBe(1)
  })

  test('bombs: a megabyte of HTML or of text costs no more than its mail, and the next one is read', () => {
    const ws = alerted(3)
    const { subject } = lastMail(ws, lead(1))
    write(ws, lead(1), `Re: ${subject}`, '', { html: '<div>'.repeat(200_000) })
    write(ws, lead(2), `Re: ${subject}`, `IN\n${'> '.repeat(500_000)}`)
    answer(ws, lead(3), 'DONE 1')
    tick(ws)
    expect(short(ws).map((r) => [r[0], r[1]])).toEqual([
      ['G-001', ''],
      ['G-002', 'in'],
      ['G-003', 'done'],
    ])
  })
})

test('by a Google Group that the settings name, as its author; by another group, not', () => {
  const list = 'leaders@groups.example.org'
  const ws = alerted(2)
  setting(ws, 'Google Group', list)
  for (const email of [list, 'other@groups.example.org'])
    ws.state.groups.groups[email] = {
      email,
      hidden: true,
      posting: 'anyone',
      rewritesFrom: true,
      members: [{ email: MAYA, role: 'MEMBER' }],
    }
  const { subject } = lastMail(ws, lead(1))
  write(ws, `Lee <${lead(1)}>`, `Re: ${subject}`, 'DONE 3', { to: list })
  write(ws, `Lee <${lead(2)}>`, `Re: ${subject}`, 'DONE 50', { to: 'other@groups.example.org' })
  write(ws, `Lee <${lead(2)}>`, `Re: ${subject}`, 'DONE 60', { to: list, authenticated: false })
  tick(ws)
  expect(answersIn(ws).map((r) => [r.from, r.counts])).toEqual([
    [lead(1), 'yes'],
    ['other@groups.example.org', 'no'],
    [lead(2), 'no'],
  ])
})

test('one person for two groups answers for both, and their calls count once', () => {
  const ws = network(2)
  fillIn(ws, { people: [{ id: 'P-77', name: 'Both', email: lead(1), groupId: 'G-002', roles: 'lead' }] })
  send(ws)
  answer(ws, lead(1), 'DONE 8')
  tick(ws)
  expect(board(ws)).toMatchObject({ answered: 2, calls: 8 })
  expect(answersIn(ws)[0]?.groupIds).toBe('G-001, G-002')
})

test('an answer that quotes nothing is known by its conversation', () => {
  const ws = alerted(2)
  send(ws, { title: 'HB 7', bill: 'HB 7', actBy: '2026-11-23T17:00' })
  const mail = lastMail(ws, lead(1))
  const id = mail.headers['message-id'] ?? ''
  submit(
    ws,
    lead(1),
    `To: ${MAYA}\r\nSubject: Re: ${mail.subject}\r\nIn-Reply-To: ${id}\r\nReferences: ${id}\r\n\r\nDONE 6`,
  )
  tick(ws)
  expect(answersIn(ws).map((r) => [r.alertId, r.calls])).toEqual([['A-0002', 6]])
})

describe('by hand', () => {
  test('a telephone call is entered, corrected and taken out', () => {
    const ws = alerted(2)
    const one = {
      alertId: 'A-0001',
      answerId: null,
      groupId: 'G-001',
      answer: 'done',
      calls: 4,
      legislatorId: 'senator',
      outcome: 'lean yes',
      said: '=1+1',
    } as const
    const entered = ask(ws, NOOR, 'setAnswer', one)
    expect(entered).toMatchObject({ answered: 1, calls: 4 })
    expect(entered.answers[0]).toMatchObject({ from: NOOR, said: '=1+1', outcome: 'lean yes', byHand: true })
    const answerId = entered.answers[0]?.answerId ?? ''
    expect(ask(ws, MAYA, 'setAnswer', { ...one, answerId, calls: 6 })).toMatchObject({ calls: 6 })
    expect(rowsIn(ws, 'alerts')[0]?.acknowledged).toBe(1)
    const out = ask(ws, MAYA, 'setAnswer', { ...one, answerId, answer: '' })
    expect(out).toMatchObject({ answered: 0, calls: 0 })
    expect(out.answers[0]).toMatchObject({ counts: 'no', why: `taken out by ${MAYA}` })
    expect(rowsIn(ws, 'alerts')[0]?.acknowledged).toBe(0)
  })

  test('what makes no sense is refused', () => {
    const ws = alerted(2)
    const one = {
      alertId: 'A-0001',
      answerId: null,
      groupId: 'G-001',
      answer: 'done',
      calls: 4,
      legislatorId: '',
      outcome: '',
      said: '',
    } as const
    const code = (change: object): string => faultOf(() => ask(ws, NOOR, 'setAnswer', { ...one, ...change })).code
    expect(code({ groupId: 'G-999' })).toBe('GROUP_NOT_ASKED')
    expect(code({ calls: 9_999 })).toBe('CALLS_UNREADABLE')
    expect(code({ calls: -1 })).toBe('CALLS_UNREADABLE')
    expect(code({ answerId: 'R-9999' })).toBe('ANSWER_GONE')
    expect(code({ alertId: 'A-0099' })).toBe('ALERT_NOT_FOUND')
    expect(answersIn(ws)).toEqual([])
  })

  test('“look now” reads at once by the operator’s account, and tells others whose it is', () => {
    const ws = alerted(2)
    answer(ws, lead(1), 'IN')
    expect(faultOf(() => ask(ws, NOOR, 'readAnswers', { alertId: 'A-0001' })).code).toBe('NOT_THE_OPERATOR')
    expect(ask(ws, MAYA, 'readAnswers', { alertId: 'A-0001' })).toMatchObject({ answered: 1, mayLook: true })
    tick(ws)
    expect(short(ws)).toHaveLength(1)
  })
})
