/** Answers as they really come, and what must not come of them: a count that nobody said. Through the built bundle. */
import { deliverRaw } from '../../../workbench/workspace/services/mail-outside'
import {
  alerted,
  answer,
  answersIn,
  backupOf,
  board,
  counts,
  fillIn,
  HOUR,
  isReminder,
  lastMail,
  later,
  lead,
  MAYA,
  MINUTE,
  network,
  rowsIn,
  send,
  setting,
  short,
  subjects,
  write,
} from './world'

const tick = (ws: Parameters<typeof later>[0]): void => later(ws, 6 * MINUTE)

test('three hundred and twenty answers within one run of the timer are all counted, the oldest too', () => {
  const ws = alerted(20)
  for (let i = 1; i <= 4; i++) answer(ws, lead(i), 'IN')
  for (let round = 1; round <= 20; round++) {
    ws.advance(1_000)
    for (let i = 5; i <= 20; i++) answer(ws, lead(i), `DONE ${round}`)
  }
  later(ws, 20 * MINUTE)
  expect(board(ws)).toMatchObject({ answered: 20, calls: 320 })
  expect(answersIn(ws)).toHaveLength(324)
})

test('answers among four hundred newsletters are counted, the oldest too', () => {
  const ws = alerted(2)
  answer(ws, lead(1), 'IN')
  for (let i = 0; i < 400; i++) write(ws, `news${i}@example.net`, `Offer ${i}`, 'Buy!')
  answer(ws, lead(2), 'OUT')
  later(ws, 20 * MINUTE)
  expect(board(ws).answered).toBe(2)
})

test('a flood that takes several runs to read is read once: what was looked at is not begun again, and reminders still go', () => {
  const ws = alerted(4)
  answer(ws, lead(1), 'IN')
  for (let i = 0; i < 1_400; i++) {
    if (i % 5 === 0) ws.clock.pass(1_000)
    if (i === 1_000) answer(ws, lead(2), 'OUT')
    write(ws, `news${i}@example.net`, `Offer ${i}`, 'Buy!')
  }
  later(ws, HOUR)
  expect(board(ws).answered).toBe(2)
  const spent = () =>
    Number(
      /"tick time":"(.+?)\}"/
        .exec(ws.save())?.[1]
        ?.match(/\d+\.\d+/g)
        ?.reduce((a, b) => a + Number(b), 0),
    )
  const before = spent()
  later(ws, HOUR)
  expect(spent() - before).toBeLessThan(3 * MINUTE)
  later(ws, 2 * HOUR)
  expect(counts(ws, [1, 2, 3, 4].map(lead), isReminder)).toEqual([0, 0, 1, 1])
})

test('a sentence that a mail program broke before “out” or “in” is no answer of its own', () => {
  const ws = alerted(3)
  answer(
    ws,
    lead(1),
    'DONE 12 The scheduler of Senator Brandt told us that the senator was\nout. We left a message with her, and one on the machine of the office.',
  )
  answer(
    ws,
    lead(2),
    'Thank you. Four of our people wanted to know whether the committee is still\nin, or whether it has gone home for the day.',
  )
  answer(ws, lead(3), 'Sorry, nobody at home this week.\nout')
  tick(ws)
  expect(board(ws).groups.map((g) => [g.answer, g.calls])).toEqual([
    ['done', 12],
    ['', null],
    ['out', null],
  ])
})

test('a mail that says IN and OUT is for a person to judge', () => {
  const ws = network(2)
  fillIn(ws, { people: [{ id: 'P-77', name: 'Both', email: lead(1), groupId: 'G-002', roles: 'lead' }] })
  send(ws)
  answer(ws, lead(1), 'IN: Elm Fork 1\nOUT: Elm Fork 2')
  tick(ws)
  expect(answersIn(ws).map((r) => [r.answer || '', r.counts, r.why])).toEqual([['', 'no', 'it says both IN and OUT']])
  expect(answersIn(ws)[0]?.said).toContain('OUT: Elm Fork 2')
})

test.each([
  ['DONE 218-555-0142 was busy', null],
  ['DONE (218) 555-0142', null],
  ['DONE 11/23', null],
  ['Done 5:30 pm', null],
  ['DONE 2026-11-23', null],
  ['DONE 555.555.0142', null],
  ['Done 2 hours ago', null],
  ['DONE two minutes ago', null],
  ['Done 5 pm', null],
  ['Done, 5 p.m. at the latest', null],
  ['DONE 20 min. each', null],
  ['DONE 5 people called', 5],
  ['DONE 12-15 calls', 12],
  ['DONE 12. 5 of them left word', 12],
  ['DONE 12/all of us', 12],
])('“%s” is done, and %s calls', (text, calls) => {
  const ws = alerted(2)
  answer(ws, lead(1), text)
  tick(ws)
  expect(short(ws)).toEqual([['G-001', 'done', calls, 'yes']])
})

test('an HTML mail that answers below what it quotes says what stands below, never what it quotes', () => {
  const ws = alerted(4)
  const html = (from: string, body: string) => {
    const mail = lastMail(ws, from)
    write(ws, from, `Re: ${mail.subject}`, '', {
      html: body,
      headers: { 'In-Reply-To': mail.headers['message-id'] ?? '' },
    })
  }
  html(lead(1), '<blockquote><div>IN</div></blockquote><div>OUT</div>')
  html(
    lead(2),
    '<blockquote type="cite"><blockquote><p>OUT</p></blockquote><p>IN</p></blockquote><p>DONE 3</p><blockquote>DONE 99</blockquote>',
  )
  html(lead(3), '<blockquote><p>DONE 99</p></blockquote>')
  html(lead(4), '<div>OUT</div><div class="gmail_quote">On Mon, Lee wrote:<br><blockquote>DONE 99</blockquote></div>')
  tick(ws)
  expect(board(ws).groups.map((g) => [g.answer, g.calls])).toEqual([
    ['out', null],
    ['done', 3],
    ['', null],
    ['out', null],
  ])
})

test('a reply in another conversation is no answer to an alert', () => {
  const ws = alerted(2)
  write(ws, lead(1), 'Re: Flyers for Saturday', 'Done! They are at the printer.\n\n> Can you do the flyers?', {
    headers: { 'In-Reply-To': '<flyers@example.org>', References: '<flyers@example.org>' },
  })
  tick(ws)
  expect(board(ws).answered).toBe(0)
  expect(answersIn(ws).map((r) => [r.counts, r.why])).toEqual([['no', 'it does not say which alert it answers']])
})

test('an old request that somebody sends again with its signature asks for nothing', () => {
  const ws = network(2)
  fillIn(ws, { people: [{ id: 'P-80', name: 'Wren', email: 'wren@example.org', roles: 'coordinator' }] })
  setting(ws, 'Alerts by mail', 'yes')
  const dated = 'Fri, 20 Nov 2026 15:00:00 +0000'
  deliverRaw(
    ws,
    'wren@example.org',
    `From: wren@example.org\r\nTo: ${MAYA}\r\nDate: ${dated}\r\nSubject: ALERT SB 12 HD-1 by 5pm\r\n\r\nAsk: vote no on SB 12`,
    true,
  )
  later(ws, 20 * MINUTE)
  expect(rowsIn(ws, 'alerts')).toEqual([])
  expect(rowsIn(ws, 'log').map((r) => r.detail)).toContain(`wren@example.org: the mail is dated ${dated}`)
})

test('a coordinator with two spellings of one mailbox gets what came of it once', () => {
  const ws = alerted(2)
  fillIn(ws, {
    people: [
      { id: 'P-81', name: 'Wren', email: 'wren.lee@gmail.com', roles: 'coordinator' },
      { id: 'P-82', name: 'Wren', email: 'WrenLee@gmail.com', roles: 'organizer' },
    ],
  })
  later(ws, 5 * 60 * MINUTE)
  expect(
    [...subjects(ws, 'wren.lee@gmail.com'), ...subjects(ws, 'wrenlee@gmail.com')].filter((s) => s.startsWith('After')),
  ).toHaveLength(1)
})

test.each([
  ['IN 👍', 'in', null],
  ['Out 😢 sorry', 'out', null],
  ['We’re in 🎉🎉', 'in', null],
  ['IN (five of us)', 'in', null],
  ['In… we will try', 'in', null],
  ['_IN_', 'in', null],
  ['DONE! 12 calls', 'done', 12],
  ['DONE (12)', 'done', 12],
  ['Done ✅ 12', 'done', 12],
  ['Done ✔️ 12', 'done', 12],
])('“%s” is an answer', (text, word, calls) => {
  const ws = alerted(2)
  answer(ws, lead(1), text)
  tick(ws)
  expect(short(ws)).toEqual([['G-001', word, calls, 'yes']])
})

test('an answer below the warning that a mail server put before it as a part of its own is read', () => {
  const ws = alerted(2)
  const { subject } = lastMail(ws, lead(1))
  const part = (text: string) => `--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n`
  deliverRaw(
    ws,
    lead(1),
    `From: ${lead(1)}\r\nTo: ${MAYA}\r\nSubject: Re: ${subject}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${part('CAUTION: this mail came from outside.')}${part('DONE 4')}--b--`,
    true,
  )
  tick(ws)
  expect(short(ws)).toEqual([['G-001', 'done', 4, 'yes']])
})

test('a group that left or paused after the alert went is neither reminded nor its backup asked', () => {
  const ws = alerted(3)
  for (const [row, status] of [
    [2, 'left'],
    [3, 'paused'],
  ] as const)
    ws.edit(MAYA, 'Groups', row, 6, status)
  expect(rowsIn(ws, 'groups').map((g) => g.status)).toEqual(['left', 'paused', 'active'])
  later(ws, 4 * 60 * MINUTE)
  const got = (email: string) => subjects(ws, email).filter((s) => /^(Can you|Reminder)/.test(s)).length
  expect([1, 2, 3].map((n) => [got(lead(n)), got(backupOf(n))])).toEqual([
    [0, 0],
    [0, 0],
    [1, 2],
  ])
})

test('mails that are not counted in one second each keep their own line in the Log', () => {
  const ws = alerted(2)
  const { subject } = lastMail(ws, lead(1))
  for (let i = 0; i < 3; i++) write(ws, `stranger${i}@example.net`, `Re: ${subject}`, 'DONE 4')
  tick(ws)
  const lines = rowsIn(ws, 'log').filter((row) => row.did === 'did not count a mail')
  expect(lines.map((row) => String(row.detail).split(':')[0]).sort()).toEqual(
    [0, 1, 2].map((i) => `stranger${i}@example.net`),
  )
})
