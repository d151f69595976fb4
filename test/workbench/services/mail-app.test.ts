import { inbox, sentMail } from '../../../workbench/workspace/services/mail-read'
import { begin, LEE, MAYA, makeWorkspace, thrown } from './run'

const many = (count: number): string => Array.from({ length: count }, (_, i) => `p${i}@example.org`).join(',')

test('a mail arrives, and the script is told nothing about it', () => {
  const workspace = makeWorkspace()
  const told = begin(workspace).MailApp.sendEmail(LEE, 'Vote today', 'Call now.\nThanks!')
  expect(told).toBeUndefined()
  const [mail] = inbox(workspace, LEE)
  expect(mail).toMatchObject({
    from: MAYA,
    fromName: 'Maya Ortiz',
    to: [LEE],
    subject: 'Vote today',
    text: 'Call now.\nThanks!',
  })
  expect(sentMail(workspace, MAYA)).toHaveLength(1)
})

test('all four ways to call it mean the same', () => {
  const workspace = makeWorkspace()
  const { MailApp } = begin(workspace)
  MailApp.sendEmail(LEE, 'one', 'text')
  MailApp.sendEmail(LEE, 'two', 'text', { htmlBody: '<b>text</b>', name: 'Statewide' })
  MailApp.sendEmail(LEE, 'answers@example.org', 'three', 'text')
  MailApp.sendEmail({ to: LEE, subject: 'four', body: 'text' })
  const mails = inbox(workspace, LEE)
  expect(mails.map((m) => m.subject)).toEqual(['one', 'two', 'three', 'four'])
  expect(mails[1]).toMatchObject({ html: '<b>text</b>', fromName: 'Statewide' })
  expect(mails[2]?.headers['reply-to']).toBe('answers@example.org')
})

test('who is in BCC gets it and is seen by nobody but the sender', () => {
  const workspace = makeWorkspace()
  begin(workspace).MailApp.sendEmail({ to: MAYA, bcc: `${LEE}, kim@example.org`, subject: 's', body: 'b' })
  for (const who of [LEE, 'kim@example.org']) {
    const [mail] = inbox(workspace, who)
    expect(mail?.bcc).toEqual([])
    expect(JSON.stringify(mail?.headers)).not.toContain('kim@example.org, ')
    expect(mail?.headers).not.toHaveProperty('bcc')
  }
  expect(sentMail(workspace, MAYA)[0]?.bcc).toEqual([LEE, 'kim@example.org'])
})

test('letters outside ASCII arrive in subject, name and text', () => {
  const workspace = makeWorkspace()
  const subject = 'Ärger — “jetzt” 📣 '.repeat(6).trim()
  begin(workspace).MailApp.sendEmail(LEE, subject, 'Grüße 📣', { name: 'Łukasz' })
  expect(inbox(workspace, LEE)[0]).toMatchObject({ subject, text: 'Grüße 📣', fromName: 'Łukasz' })
})

test('a line break in the subject adds no header', () => {
  const workspace = makeWorkspace()
  begin(workspace).MailApp.sendEmail(LEE, 'Hello\r\nBcc: spy@example.org', 'text')
  expect(inbox(workspace, 'spy@example.org')).toEqual([])
  expect(inbox(workspace, LEE)[0]?.subject).toBe('Hello Bcc: spy@example.org')
})

test('fifty addresses a message, counted over To, Cc and Bcc', () => {
  const { MailApp } = begin(makeWorkspace())
  expect(() => MailApp.sendEmail({ to: many(25), bcc: many(26), subject: 's', body: 'b' })).toThrow(
    'Limit Exceeded: Email Recipients Per Message.',
  )
  expect(() => MailApp.sendEmail({ to: many(25), bcc: many(25), subject: 's', body: 'b' })).not.toThrow()
})

test('a consumer may mail 100 people a day; the rest is refused whole', () => {
  const workspace = makeWorkspace()
  const { MailApp } = begin(workspace)
  MailApp.sendEmail({ bcc: many(50), subject: 's', body: 'b' })
  MailApp.sendEmail({ bcc: many(45), subject: 's', body: 'b' })
  expect(MailApp.getRemainingDailyQuota()).toBe(5)
  expect(() => MailApp.sendEmail({ bcc: many(6), subject: 'x', body: 'b' })).toThrow(
    'Service invoked too many times for one day: email.',
  )
  expect(inbox(workspace, 'p0@example.org')).toHaveLength(2)
  workspace.clock.pass(24 * 3_600_000)
  expect(begin(workspace).MailApp.getRemainingDailyQuota()).toBe(100)
})

test('a Workspace account may mail 1,500', () => {
  expect(begin(makeWorkspace({ kind: 'workspace' })).MailApp.getRemainingDailyQuota()).toBe(1500)
})

test.each([
  ['no recipient', { to: '', subject: 's', body: 'b' }, /no recipient/],
  ['a broken address', { to: 'lee@example', subject: 's', body: 'b' }, /^Invalid email: lee@example$/],
  ['one broken among good ones', { to: `${LEE}, oops`, subject: 's', body: 'b' }, /^Invalid email: oops$/],
  ['a subject of 251 characters', { to: LEE, subject: 'x'.repeat(251), body: 'b' }, /^Argument too large: subject$/],
  ['a body over 200 KB', { to: LEE, subject: 's', body: 'x'.repeat(204_801) }, /^Limit Exceeded: Email Body Size\.$/],
])('%s is refused and costs nothing', (_, options, message) => {
  const workspace = makeWorkspace()
  const { MailApp } = begin(workspace)
  expect(() => MailApp.sendEmail(options)).toThrow(message)
  expect(MailApp.getRemainingDailyQuota()).toBe(100)
  expect(inbox(workspace, LEE)).toEqual([])
})

test('arguments of the wrong kind are named', () => {
  const { MailApp } = begin(makeWorkspace())
  const send = MailApp.sendEmail as unknown as (...args: unknown[]) => void
  expect(() => send(LEE, 5, null)).toThrow(
    "The parameters (String,number,null) don't match the method signature for MailApp.sendEmail.",
  )
})

test('refusals come in the language of the user', () => {
  const { MailApp } = begin(makeWorkspace({ language: 'de' }))
  const { message } = thrown(() => MailApp.sendEmail({ to: many(51), subject: 's', body: 'b' }))
  expect(message).toMatch(/^Limit überschritten/)
})

test('attachments arrive with name and content', () => {
  const workspace = makeWorkspace()
  const { MailApp, Utilities } = begin(workspace)
  const file = Utilities.newBlob('a,b\n1,ü', 'text/csv', 'größe.csv')
  MailApp.sendEmail(LEE, 's', 'see file', { attachments: [file] })
  expect(inbox(workspace, LEE)[0]).toMatchObject({
    text: 'see file',
    attachments: [{ name: 'größe.csv', type: 'text/csv', text: 'a,b\n1,ü' }],
  })
})

test('mail needs its scope, and cannot be sent from a simple trigger', () => {
  expect(() => begin(makeWorkspace({ scopes: ['gmail.compose'] })).MailApp.getRemainingDailyQuota()).toThrow(
    /script\.send_mail/,
  )
  expect(() => begin(makeWorkspace(), MAYA, 'simple').MailApp.sendEmail(LEE, 's', 'b')).toThrow(/permission/)
})
