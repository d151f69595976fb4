import fc from 'fast-check'
import { isEmail, parseAddresses } from '../../../workbench/workspace/services/mail-address'
import { deliverFromOutside, deliverRaw, reply } from '../../../workbench/workspace/services/mail-outside'
import { inbox, readMailbox, sentMail } from '../../../workbench/workspace/services/mail-read'
import { submit } from '../../../workbench/workspace/services/mail-server'
import { decodeWords, encodeWords } from '../../../workbench/workspace/services/mail-words'
import { LEE, MAYA, makeWorkspace } from './run'

const KIM = 'kim@example.org'
const LIST = 'leaders@groups.example.org'

const withGroup = (posting: 'anyone' | 'members') => {
  const workspace = makeWorkspace()
  workspace.state.groups.groups[LIST] = {
    email: LIST,
    hidden: true,
    posting,
    members: [
      { email: MAYA, role: 'OWNER' },
      { email: LEE, role: 'MEMBER' },
      { email: KIM, role: 'MEMBER' },
      { email: 'asked@example.org', role: 'INVITED' },
      { email: 'out@example.org', role: 'BANNED' },
    ],
  }
  return workspace
}
const letter = (to: string, more = '') => `To: ${to}\r\n${more}Subject: Hello\r\n\r\nText`

describe('recipients', () => {
  test('are found in folded headers, with names, commas in quotes and encoded words', () => {
    const workspace = makeWorkspace()
    const to = `"Park, Lee" <${LEE}>,\r\n\t=?UTF-8?B?S8OtbQ==?= <Kim@Example.org>`
    submit(workspace, MAYA, letter(to, 'bcc: (hidden) pat@example.org\r\n'))
    for (const who of [LEE, KIM, 'pat@example.org']) expect(inbox(workspace, who)).toHaveLength(1)
    expect(sentMail(workspace, MAYA)[0]).toMatchObject({ to: [LEE, KIM], bcc: ['pat@example.org'] })
  })

  test('addressed twice get one copy', () => {
    const workspace = makeWorkspace()
    submit(workspace, MAYA, letter(`${LEE}, LEE@example.org`, `Cc: ${LEE}\r\nBcc: ${LEE}\r\n`))
    expect(inbox(workspace, LEE)).toHaveLength(1)
  })

  test('who are the sender too find it sent and received as one message', () => {
    const workspace = makeWorkspace()
    submit(workspace, MAYA, letter(MAYA))
    expect(readMailbox(workspace, MAYA)).toHaveLength(1)
    expect(readMailbox(workspace, MAYA)[0]?.labels).toEqual(['SENT', 'INBOX', 'UNREAD'])
  })
})

describe('headers', () => {
  test('nobody can send in the name of another', () => {
    const workspace = makeWorkspace()
    submit(workspace, MAYA, letter(LEE, 'From: The Governor <governor@example.org>\r\n'))
    expect(inbox(workspace, LEE)[0]).toMatchObject({ from: MAYA, fromName: 'Maya Ortiz' })
  })

  test('one may choose the name one sends under', () => {
    const workspace = makeWorkspace()
    submit(workspace, MAYA, letter(LEE, `From: Statewide <${MAYA}>\r\n`))
    expect(inbox(workspace, LEE)[0]?.fromName).toBe('Statewide')
  })

  test('date and Message-ID are added, an own Message-ID is kept', () => {
    const workspace = makeWorkspace()
    submit(workspace, MAYA, letter(LEE))
    submit(workspace, MAYA, letter(LEE, 'Message-ID: <mine@example.org>\r\n'))
    const [first, second] = inbox(workspace, LEE)
    expect(first?.headers['message-id']).toMatch(/^<[^<>\s]+@mail\.gmail\.com>$/)
    expect(first?.headers.date).toBe('Mon, 23 Nov 2026 17:00:00 +0000')
    expect(second?.headers['message-id']).toBe('<mine@example.org>')
  })

  test('text outside ASCII in a raw header is mangled, encoded words are not', () => {
    const workspace = makeWorkspace()
    const bytes = Buffer.from(letter(LEE, 'X-Bare: Grüße\r\nX-Word: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n')).toString(
      'latin1',
    )
    submit(workspace, MAYA, bytes)
    const [mail] = inbox(workspace, LEE)
    expect(mail?.headers['x-bare']).not.toBe('Grüße')
    expect(mail?.headers['x-word']).toBe('Grüße')
  })

  test('any text survives being encoded for a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const oneLine = text.replace(/[\r\n]+/g, ' ')
        const encoded = encodeWords(text)
        expect(encoded).toMatch(/^[\x20-\x7e\t\r\n]*$/)
        for (const line of encoded.split('\r\n')) if (encoded !== oneLine) expect(line.length).toBeLessThanOrEqual(76)
        expect(decodeWords(encoded.replace(/\r\n/g, ''))).toBe(oneLine)
      }),
    )
  })

  test('reading addresses never throws, and an address never holds a line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const { email } of parseAddresses(text)) if (isEmail(email)) expect(email).not.toMatch(/[\r\n,<>\s]/)
      }),
    )
  })
})

describe('mail from outside', () => {
  test('says whether the sender is who it claims to be', () => {
    const workspace = makeWorkspace()
    const mail = { from: `Lee <${LEE}>`, to: MAYA, subject: 's', text: 't' }
    deliverFromOutside(workspace, { ...mail, authenticated: true })
    deliverFromOutside(workspace, { ...mail, authenticated: false })
    const results = inbox(workspace, MAYA).map((m) => m.headers['authentication-results'])
    expect(results[0]).toMatch(/dkim=pass .*spf=pass .*dmarc=pass header\.from=example\.org/)
    expect(results[1]).toMatch(/dkim=fail .*spf=fail .*dmarc=fail header\.from=example\.org/)
    expect(sentMail(workspace, LEE)).toEqual([])
  })

  test('cannot bring its own verdict along', () => {
    const workspace = makeWorkspace()
    const forged = 'Authentication-Results: mx.google.com; dkim=pass header.i=@example.org; dmarc=pass'
    deliverRaw(workspace, LEE, `${forged}\r\nFrom: ${LEE}\r\nTo: ${MAYA}\r\nSubject: s\r\n\r\nt`, false)
    const [stored] = workspace.state.mail.boxes[MAYA]?.messages ?? []
    expect(stored?.raw).not.toContain('dkim=pass')
    expect(stored?.raw).toContain('dkim=fail')
  })

  test('may be as broken as it likes', () => {
    const workspace = makeWorkspace()
    const nested = Array.from(
      { length: 200 },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
    )
    deliverRaw(workspace, 'x@example.org', `To: ${MAYA}\r\nno colon here\r\n: nothing\r\n${nested.join('')}`, false)
    deliverRaw(workspace, 'x@example.org', `To: ${MAYA}`, false)
    expect(inbox(workspace, MAYA)).toHaveLength(2)
  })
})

describe('conversations', () => {
  test('an answer joins the thread of both sides', () => {
    const workspace = makeWorkspace()
    const sent = submit(workspace, MAYA, letter(LEE))
    const [asked] = inbox(workspace, LEE)
    if (!asked) throw new Error('nothing arrived')
    reply(workspace, asked, { from: LEE, text: 'HAVE IT' })
    const [answer] = inbox(workspace, MAYA)
    expect(answer).toMatchObject({ from: LEE, subject: 'Re: Hello', threadId: sent.threadId })
    expect(answer?.text).toMatch(/^HAVE IT\n/)
    expect(answer?.text).toContain('> Text')
    expect(sentMail(workspace, LEE)[0]?.threadId).toBe(asked.threadId)
  })

  test('a reference under another subject starts a thread of its own', () => {
    const workspace = makeWorkspace()
    const sent = submit(workspace, MAYA, letter(LEE, 'Message-ID: <m1@example.org>\r\n'))
    const headers = { 'In-Reply-To': '<m1@example.org>' }
    deliverFromOutside(workspace, { from: LEE, to: MAYA, subject: 'Other', text: '', headers, authenticated: true })
    deliverFromOutside(workspace, { from: LEE, to: MAYA, subject: 'AW: Hello', text: '', headers, authenticated: true })
    const [other, same] = inbox(workspace, MAYA)
    expect(other?.threadId).not.toBe(sent.threadId)
    expect(same?.threadId).toBe(sent.threadId)
  })

  test('the same subject alone makes no thread', () => {
    const workspace = makeWorkspace()
    const ids = [1, 2].map(() => submit(workspace, MAYA, letter(LEE)).threadId)
    expect(ids[0]).not.toBe(ids[1])
  })
})

describe('Google Groups', () => {
  test('a post reaches members only, not who is invited or banned, and not its sender again', () => {
    const workspace = withGroup('members')
    submit(workspace, MAYA, letter(LIST))
    for (const who of [LEE, KIM]) {
      expect(inbox(workspace, who)).toHaveLength(1)
      expect(inbox(workspace, who)[0]?.headers['list-id']).toBe('<leaders.groups.example.org>')
    }
    for (const who of ['asked@example.org', 'out@example.org', LIST, MAYA]) expect(inbox(workspace, who)).toEqual([])
  })

  test('who is addressed directly and through the group has it once', () => {
    const workspace = withGroup('members')
    submit(workspace, MAYA, letter(`${LIST}, ${LEE}`))
    expect(inbox(workspace, LEE)).toHaveLength(1)
  })

  test('a stranger’s post is dropped without a word, unless anyone may post', () => {
    const post = { from: 'x@elsewhere.example', to: LIST, subject: 's', text: 't', authenticated: true }
    const closed = withGroup('members')
    deliverFromOutside(closed, post)
    expect(inbox(closed, LEE)).toEqual([])
    const open = withGroup('anyone')
    deliverFromOutside(open, post)
    expect(inbox(open, LEE)).toHaveLength(1)
  })

  test('a banned member may not post even where anyone may', () => {
    const workspace = withGroup('anyone')
    submit(workspace, 'out@example.org', letter(LIST))
    expect(inbox(workspace, LEE)).toEqual([])
  })

  test('the group vouches for itself, not for the author', () => {
    const workspace = withGroup('anyone')
    deliverFromOutside(workspace, { from: KIM, to: LIST, subject: 's', text: 't', authenticated: false })
    const [mail] = inbox(workspace, LEE)
    expect(mail?.headers['authentication-results']).toMatch(/dkim=pass header\.i=@groups\.example\.org.*dmarc=fail/)
    expect(mail?.headers['x-original-authentication-results']).toMatch(/dkim=fail/)
  })

  test('groups inside groups are opened, also where they hold each other', () => {
    const workspace = withGroup('members')
    const inner = 'north@groups.example.org'
    workspace.state.groups.groups[inner] = {
      email: inner,
      hidden: false,
      posting: 'members',
      members: [
        { email: 'deep@example.org', role: 'MEMBER' },
        { email: LIST, role: 'MEMBER' },
      ],
    }
    workspace.state.groups.groups[LIST]?.members.push({ email: inner, role: 'MEMBER' })
    submit(workspace, MAYA, letter(LIST))
    expect(inbox(workspace, 'deep@example.org')).toHaveLength(1)
    expect(inbox(workspace, LEE)).toHaveLength(1)
  })
})

test('mailboxes are plain data: they survive being saved and loaded', () => {
  const workspace = makeWorkspace()
  submit(workspace, MAYA, letter(LEE))
  expect(JSON.parse(JSON.stringify(workspace.state.mail))).toEqual(workspace.state.mail)
})
