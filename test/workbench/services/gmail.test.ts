import { draftsOf, inbox, readMailbox, sentMail } from '../../../workbench/workspace/services/mail-read'
import { begin, LEE, MAYA, makeWorkspace, type Setting, thrown } from './run'

const mime = (to: string, subject = 'Vote', extra = '') =>
  `To: ${to}\r\nSubject: ${subject}\r\n${extra}Content-Type: text/plain; charset=UTF-8\r\n\r\nCall today. token-4711`
const raw = (text: string): string => Buffer.from(text).toString('base64url')

const start = (setting: Setting = {}) => {
  const workspace = makeWorkspace(setting)
  const { Gmail } = begin(workspace)
  const draft = (to = LEE, subject?: string) =>
    Gmail.Users.Drafts.create({ message: { raw: raw(mime(to, subject)) } }, 'me')
  return { workspace, Gmail, draft }
}

describe('drafts', () => {
  test('a draft waits in its own mailbox and nobody has got anything', () => {
    const { workspace, draft } = start()
    const made = draft()
    expect(draftsOf(workspace, MAYA)).toMatchObject([{ to: [LEE], subject: 'Vote' }])
    expect(made.message?.labelIds).toEqual(['DRAFT'])
    expect(inbox(workspace, LEE)).toEqual([])
    expect(sentMail(workspace, MAYA)).toEqual([])
  })

  test('sending takes the draft away and makes a message with another ID', () => {
    const { workspace, Gmail, draft } = start()
    const made = draft()
    const sent = Gmail.Users.Drafts.send({ id: made.id }, 'me')
    expect(sent.labelIds).toEqual(['SENT'])
    expect(sent.id).not.toBe(made.message?.id)
    expect(draftsOf(workspace, MAYA)).toEqual([])
    expect(inbox(workspace, LEE)).toHaveLength(1)
    const gone = thrown(() => Gmail.Users.Drafts.get('me', made.id ?? ''))
    expect(gone.details?.code).toBe(404)
  })

  test('a draft that is gone cannot be sent again', () => {
    const { workspace, Gmail, draft } = start()
    const made = draft()
    Gmail.Users.Drafts.send({ id: made.id }, 'me')
    const again = thrown(() => Gmail.Users.Drafts.send({ id: made.id }, 'me'))
    expect([again.name, again.details?.code]).toEqual(['GoogleJsonResponseException', 404])
    expect(again.message).toBe('API call to gmail.users.drafts.send failed with error: Requested entity was not found.')
    expect(inbox(workspace, LEE)).toHaveLength(1)
  })

  test('in another language only the code is the same', () => {
    const { Gmail } = start({ language: 'es' })
    const error = thrown(() => Gmail.Users.Drafts.get('me', 'r1'))
    expect(error.message).not.toMatch(/not found/i)
    expect(error.details?.code).toBe(404)
  })

  test('a removed draft is gone for good', () => {
    const { workspace, Gmail, draft } = start()
    const made = draft()
    Gmail.Users.Drafts.remove('me', made.id ?? '')
    expect(thrown(() => Gmail.Users.Drafts.send({ id: made.id }, 'me')).details?.code).toBe(404)
    expect(readMailbox(workspace, LEE)).toEqual([])
  })

  test('an updated draft keeps its ID, its message does not', () => {
    const { workspace, Gmail, draft } = start()
    const made = draft()
    const changed = Gmail.Users.Drafts.update({ message: { raw: raw(mime(LEE, 'Changed')) } }, 'me', made.id ?? '')
    expect(changed.id).toBe(made.id)
    expect(changed.message?.id).not.toBe(made.message?.id)
    Gmail.Users.Drafts.send({ id: made.id }, 'me')
    expect(inbox(workspace, LEE)[0]?.subject).toBe('Changed')
  })

  test('the list comes in pages of at most 500', () => {
    const { Gmail, draft } = start()
    for (let i = 0; i < 502; i++) draft(`p${i}@example.org`)
    const first = Gmail.Users.Drafts.list('me', { maxResults: 1000 })
    expect(first.drafts).toHaveLength(500)
    const second = Gmail.Users.Drafts.list('me', { maxResults: 500, pageToken: first.nextPageToken })
    expect(second.drafts).toHaveLength(2)
    expect(second.nextPageToken).toBeUndefined()
    const ids = new Set([...(first.drafts ?? []), ...(second.drafts ?? [])].map((d) => d.id))
    expect(ids.size).toBe(502)
  })

  test('an empty list has no drafts at all', () => {
    expect(start().Gmail.Users.Drafts.list('me').drafts).toBeUndefined()
  })

  test('a draft is found by a token in its text, but only once the index knows it', () => {
    const { workspace, Gmail, draft } = start({ unknowns: { gmailIndexDelayMs: 60_000 } })
    const made = draft()
    const search = (g: typeof Gmail) => g.Users.Drafts.list('me', { q: '"token-4711"' }).drafts
    expect(search(Gmail)).toBeUndefined()
    expect(Gmail.Users.Drafts.list('me').drafts?.[0]?.id).toBe(made.id)
    workspace.clock.pass(60_000)
    expect(search(begin(workspace).Gmail)?.[0]?.id).toBe(made.id)
  })

  test('a kill right after the call leaves the mail sent and the draft gone', () => {
    const { workspace, Gmail, draft } = start()
    const made = draft()
    workspace.hook = { after: (call) => void (call.method === 'Users.Drafts.send' && call.execution.kill()) }
    expect(thrown(() => Gmail.Users.Drafts.send({ id: made.id }, 'me')).name).toBe('RunKilled')
    expect(draftsOf(workspace, MAYA)).toEqual([])
    expect(inbox(workspace, LEE)).toHaveLength(1)
  })

  test('a kill right before the call leaves the draft where it was', () => {
    const { workspace, Gmail, draft } = start()
    const made = draft()
    workspace.hook = { before: (call) => void (call.method === 'Users.Drafts.send' && call.execution.kill()) }
    expect(thrown(() => Gmail.Users.Drafts.send({ id: made.id }, 'me')).name).toBe('RunKilled')
    expect(draftsOf(workspace, MAYA)).toHaveLength(1)
    expect(inbox(workspace, LEE)).toEqual([])
  })
})

describe('who may', () => {
  const drafting = (scopes: string[]) => {
    const { Gmail } = begin(makeWorkspace({ scopes }))
    const made = () => Gmail.Users.Drafts.create({ message: { raw: raw(mime(LEE)) } }, 'me')
    return { Gmail, made }
  }

  test('gmail.compose is enough for drafts and for sending them, not for reading mail', () => {
    const { Gmail, made } = drafting(['gmail.compose'])
    const draft = made()
    expect(Gmail.Users.Drafts.list('me', { q: 'token-4711' }).drafts).toHaveLength(1)
    Gmail.Users.Drafts.get('me', draft.id ?? '')
    const sent = Gmail.Users.Drafts.send({ id: draft.id }, 'me')
    expect(() => Gmail.Users.Messages.get('me', sent.id ?? '')).toThrow(/gmail\.readonly/)
    expect(() => Gmail.Users.Messages.list('me')).toThrow(/permissions are not sufficient/)
  })

  test('gmail.send sends and cannot draft', () => {
    const { Gmail, made } = drafting(['gmail.send'])
    expect(made).toThrow(/gmail\.compose/)
    expect(Gmail.Users.Messages.send({ raw: raw(mime(LEE)) }, 'me').labelIds).toEqual(['SENT'])
  })

  test('gmail.metadata sees headers, no bodies, and cannot search', () => {
    const { Gmail } = drafting(['gmail.metadata', 'gmail.send'])
    const { id = '' } = Gmail.Users.Messages.send({ raw: raw(mime(MAYA)) }, 'me')
    const seen = Gmail.Users.Messages.get('me', id, { format: 'metadata', metadataHeaders: ['Subject'] })
    expect(seen.payload?.headers).toEqual([{ name: 'Subject', value: 'Vote' }])
    expect(thrown(() => Gmail.Users.Messages.get('me', id)).details?.code).toBe(403)
    expect(thrown(() => Gmail.Users.Messages.list('me', { q: 'vote' })).details?.code).toBe(403)
  })

  test('a scope that the person did not grant is refused to them alone', () => {
    const workspace = makeWorkspace()
    workspace.account(LEE).granted = ['userinfo.email']
    const create = (who: string) =>
      begin(workspace, who).Gmail.Users.Drafts.create({ message: { raw: raw(mime(MAYA)) } }, 'me')
    expect(() => create(LEE)).toThrow(/^You do not have permission to call/)
    expect(() => create(MAYA)).not.toThrow()
  })

  test('nobody reaches another mailbox', () => {
    const { Gmail } = start()
    expect(thrown(() => Gmail.Users.Messages.list(LEE)).details?.code).toBe(403)
  })

  test('the service is there only if the manifest enables it', () => {
    const workspace = makeWorkspace()
    workspace.options.manifest.dependencies = {}
    expect(begin(workspace)).not.toHaveProperty('Gmail')
  })
})

describe('limits', () => {
  const people = (count: number) => Array.from({ length: count }, (_, i) => `p${i}@example.org`).join(', ')

  test('recipients count against the mail quota, where they do', () => {
    const { workspace, Gmail, draft } = start()
    Gmail.Users.Drafts.send({ id: draft(people(60)).id }, 'me')
    expect(workspace.quotas.left(MAYA, 'email recipients')).toBe(40)
    const second = draft(people(41))
    expect(() => Gmail.Users.Drafts.send({ id: second.id }, 'me')).toThrow(/too many times for one day: email/)
    expect(draftsOf(workspace, MAYA)).toHaveLength(1)
    expect(inbox(workspace, 'p0@example.org')).toHaveLength(1)
  })

  test('or do not', () => {
    const { workspace, Gmail, draft } = start({ unknowns: { gmailCountsAsEmail: false } })
    Gmail.Users.Drafts.send({ id: draft(people(60)).id }, 'me')
    expect(workspace.quotas.left(MAYA, 'email recipients')).toBe(100)
  })

  test('the API takes 100 recipients a message', () => {
    const { Gmail, draft } = start({ unknowns: { gmailCountsAsEmail: false } })
    expect(thrown(() => Gmail.Users.Drafts.send({ id: draft(people(101)).id }, 'me')).details?.code).toBe(400)
    expect(() => Gmail.Users.Drafts.send({ id: draft(people(100)).id }, 'me')).not.toThrow()
  })

  test('a consumer reaches 500 people a day by Gmail, whatever Apps Script allows', () => {
    const { workspace, Gmail } = start({ unknowns: { gmailCountsAsEmail: false } })
    const send = (g: typeof Gmail) => g.Users.Messages.send({ raw: raw(mime(people(100))) }, 'me')
    for (let i = 0; i < 5; i++) send(Gmail)
    expect(thrown(() => send(Gmail)).details?.code).toBe(429)
    workspace.clock.pass(24 * 3_600_000)
    expect(() => send(begin(workspace).Gmail)).not.toThrow()
  })

  test.each([
    ['nothing', undefined],
    ['no base64', 'a$$'],
  ])('raw that is %s is refused', (_, text) => {
    const { Gmail } = start()
    const message = text === undefined ? {} : { raw: text }
    expect(thrown(() => Gmail.Users.Drafts.create({ message }, 'me')).details?.code).toBe(400)
  })

  test('a message to nobody, or to what is no address, is refused', () => {
    const { Gmail, draft } = start()
    const empty = Gmail.Users.Drafts.create({ message: { raw: raw('Subject: x\r\n\r\ny') } }, 'me')
    expect(thrown(() => Gmail.Users.Drafts.send({ id: empty.id }, 'me')).details?.code).toBe(400)
    const broken = draft('lee at example.org')
    expect(thrown(() => Gmail.Users.Drafts.send({ id: broken.id }, 'me')).details?.code).toBe(400)
  })
})

describe('messages', () => {
  test('are given whole, with their bodies as bytes', () => {
    const { Gmail, workspace } = start()
    const html = [
      'To: maya@example.org',
      'Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=',
      'Content-Type: multipart/alternative; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/plain; charset=UTF-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Stra=C3=9Fe =',
      'lang',
      '--b1',
      'Content-Type: text/html; charset=ISO-8859-1',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('<b>Stra\u00dfe</b>', 'latin1').toString('base64'),
      '--b1--',
    ].join('\r\n')
    const { id = '' } = Gmail.Users.Messages.send({ raw: raw(html) }, 'me')
    const { payload } = Gmail.Users.Messages.get('me', id)
    expect(payload?.mimeType).toBe('multipart/alternative')
    const bytes = payload?.parts?.[0]?.body?.data as unknown as number[]
    expect(Buffer.from(bytes.map((b) => b & 255)).toString()).toBe('Straße lang')
    expect(readMailbox(workspace, MAYA)[0]).toMatchObject({
      subject: 'Grüße',
      text: 'Straße lang',
      html: '<b>Straße</b>',
    })
  })

  test('come back raw as they lie there', () => {
    const { Gmail } = start()
    const { id = '' } = Gmail.Users.Messages.send({ raw: raw(mime(LEE)) }, 'me')
    const bytes = Gmail.Users.Messages.get('me', id, { format: 'raw' }).raw as unknown as number[]
    expect(Buffer.from(bytes).toString()).toContain('Call today. token-4711')
  })

  test('can be marked read and labelled', () => {
    const { Gmail } = start()
    const { id = '' } = Gmail.Users.Messages.send({ raw: raw(mime(MAYA)) }, 'me')
    const label = Gmail.Users.Labels.create({ name: 'Answers' }, 'me')
    Gmail.Users.Messages.modify({ addLabelIds: [label.id ?? ''], removeLabelIds: ['UNREAD'] }, 'me', id)
    const found = (q: string) => Gmail.Users.Messages.list('me', { q }).messages?.map((m) => m.id)
    expect(found('label:answers')).toEqual([id])
    expect(found('is:unread')).toBeUndefined()
    expect(thrown(() => Gmail.Users.Messages.modify({ addLabelIds: ['Label_x'] }, 'me', id)).details?.code).toBe(400)
  })

  test('labels have names of their own', () => {
    const { Gmail } = start()
    Gmail.Users.Labels.create({ name: 'Answers' }, 'me')
    expect(thrown(() => Gmail.Users.Labels.create({ name: 'answers' }, 'me')).details?.code).toBe(409)
    const names = Gmail.Users.Labels.list('me').labels?.map((l) => l.name)
    expect(names).toEqual(expect.arrayContaining(['INBOX', 'SENT', 'Answers']))
  })
})

test('what the advanced service lacks here says so', () => {
  const { Gmail } = start()
  expect(thrown(() => Gmail.Users.watch({}, 'me')).message).toBe('not emulated: Gmail.Users.watch')
  expect(thrown(() => Gmail.Users.History).message).toBe('not emulated: Gmail.Users.History')
})
