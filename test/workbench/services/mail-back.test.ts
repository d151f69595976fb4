/** What comes back by itself, and how posts of a group arrive that speaks in its own name. */
import { deliverFromOutside, reply } from '../../../workbench/workspace/services/mail-outside'
import { inbox, sentMail } from '../../../workbench/workspace/services/mail-read'
import { submit } from '../../../workbench/workspace/services/mail-server'
import { begin, LEE, MAYA, makeWorkspace } from './run'

const letter = (to: string, more = '') => `To: ${to}\r\n${more}Subject: Vote\r\n\r\nText Ref: swa1`

test('mail to an address nobody has comes back with the address, its status and the returned text', () => {
  const workspace = makeWorkspace()
  workspace.state.mail.dead = ['gone@example.org']
  submit(workspace, MAYA, letter(LEE, 'Bcc: gone@example.org\r\n'))
  const [back] = inbox(workspace, MAYA)
  expect(back).toMatchObject({ from: 'mailer-daemon@googlemail.com' })
  expect(back?.headers).toMatchObject({
    'x-failed-recipients': 'gone@example.org',
    'auto-submitted': 'auto-replied',
    'in-reply-to': sentMail(workspace, MAYA)[0]?.headers['message-id'],
  })
  const { Gmail } = begin(workspace)
  const { payload } = Gmail.Users.Messages.get('me', back?.id ?? '', { format: 'full' })
  expect(payload?.parts?.map((p) => p.mimeType)).toEqual(['text/plain', 'message/delivery-status', 'message/rfc822'])
  expect(inbox(workspace, LEE)).toHaveLength(1)
})

test('who is away answers everybody once, and never a list', () => {
  const workspace = makeWorkspace()
  workspace.state.mail.away = { [LEE]: 'Back on Monday.' }
  submit(workspace, MAYA, letter(LEE))
  submit(workspace, MAYA, letter(LEE))
  submit(workspace, MAYA, letter(LEE, 'Precedence: bulk\r\n'))
  expect(inbox(workspace, MAYA).map((m) => [m.from, m.text.trim(), m.headers['auto-submitted']])).toEqual([
    [LEE, 'Back on Monday.', 'auto-replied'],
  ])
})

test('a group that speaks in its own name says who wrote, and the check is about the group', () => {
  const workspace = makeWorkspace()
  const list = 'leaders@groups.example.org'
  workspace.state.groups.groups[list] = {
    email: list,
    hidden: true,
    posting: 'anyone',
    rewritesFrom: true,
    members: [{ email: MAYA, role: 'MEMBER' }],
  }
  deliverFromOutside(workspace, { from: `Lee <${LEE}>`, to: list, subject: 's', text: 't', authenticated: true })
  const [mail] = inbox(workspace, MAYA)
  expect(mail).toMatchObject({ from: list, fromName: "'Lee' via leaders" })
  expect(mail?.headers['x-original-from']).toContain(LEE)
  expect(mail?.headers['reply-to']).toContain(LEE)
  expect(mail?.headers['authentication-results']).toMatch(/dmarc=pass header\.from=groups\.example\.org/)
  expect(mail?.headers['x-original-authentication-results']).toMatch(/dmarc=pass header\.from=example\.org/)
})

test('an answer to someone in BCC goes where Reply-To says, in the conversation of the mail it answers', () => {
  const workspace = makeWorkspace()
  submit(workspace, MAYA, letter(MAYA, `Bcc: ${LEE}\r\nReply-To: noor@example.org\r\n`))
  const [got] = inbox(workspace, LEE)
  if (!got) throw new Error('nothing arrived')
  reply(workspace, got, { from: LEE, text: 'IN' })
  expect(inbox(workspace, 'noor@example.org').map((m) => m.subject)).toEqual(['Re: Vote'])
  expect(sentMail(workspace, LEE)[0]?.threadId).toBe(got.threadId)
})

test('“from:me” is the account that searches', () => {
  const workspace = makeWorkspace()
  submit(workspace, MAYA, letter(LEE))
  submit(workspace, LEE, letter(MAYA))
  const { Gmail } = begin(workspace)
  const found = (q: string): number => Gmail.Users.Messages.list('me', { q }).messages?.length ?? 0
  expect([found('from:me'), found('-from:me'), found('')]).toEqual([1, 1, 2])
})
