import { deliverFromOutside } from '../../../workbench/workspace/services/mail-outside'
import { begin, LEE, MAYA, makeWorkspace, thrown } from './run'

const DAY = 86_400_000
const workspace = makeWorkspace()
const post = (subject: string, text: string, more: object = {}): void =>
  deliverFromOutside(workspace, { from: `Lee Park <${LEE}>`, to: MAYA, subject, text, authenticated: true, ...more })

beforeAll(() => {
  post('Re: Vote on SB 12', 'HAVE IT, the group is on it')
  workspace.clock.pass(3 * DAY)
  post('Lunch', 'soup and it has bread', { headers: { 'Message-ID': '<lunch@example.org>' } })
  post('Numbers', '<ignored>', { html: '<p>forty <b>two</b></p><style>.secret{}</style>', from: 'kim@example.org' })
  workspace.clock.pass(DAY)
  begin(workspace).MailApp.sendEmail(LEE, 'Sent by me', 'the vote is near')
  const { Gmail, Utilities } = begin(workspace)
  Gmail.Users.Drafts.create(
    { message: { raw: Utilities.base64EncodeWebSafe('To: a@b.org\r\nSubject: Draft\r\n\r\nvote') } },
    'me',
  )
})

const find = (q: string): string[] => {
  const { Gmail } = begin(workspace)
  const found = Gmail.Users.Messages.list('me', { q }).messages ?? []
  return found.map(({ id = '' }) => {
    const { payload } = Gmail.Users.Messages.get('me', id, { format: 'metadata' })
    return payload?.headers?.find((h) => h.name === 'Subject')?.value ?? ''
  })
}

test.each([
  ['vote', ['Draft', 'Sent by me', 'Re: Vote on SB 12']],
  ['"vote on sb 12"', ['Re: Vote on SB 12']],
  ['"on vote"', []],
  ['"SB-12"', ['Re: Vote on SB 12']],
  ['vot', []],
  ['it soup', ['Lunch']],
  ['vote -group', ['Draft', 'Sent by me']],
  ['"forty two"', ['Numbers']],
  ['secret', []],
  ['from:lee', ['Lunch', 'Re: Vote on SB 12']],
  ['from:kim@example.org', ['Numbers']],
  ['to:lee@example.org', ['Sent by me']],
  ['subject:vote', ['Re: Vote on SB 12']],
  ['subject:"vote on"', ['Re: Vote on SB 12']],
  ['in:sent', ['Sent by me']],
  ['in:drafts', ['Draft']],
  ['in:inbox is:unread', ['Numbers', 'Lunch', 'Re: Vote on SB 12']],
  ['is:read', ['Draft', 'Sent by me']],
  ['newer_than:2d', ['Draft', 'Sent by me', 'Numbers', 'Lunch']],
  ['older_than:2d', ['Re: Vote on SB 12']],
  ['after:2026/11/25 in:inbox', ['Numbers', 'Lunch']],
  ['before:2026/11/25', ['Re: Vote on SB 12']],
  [`after:${Math.floor(Date.parse('2026-11-27T00:00:00Z') / 1000)}`, ['Draft', 'Sent by me']],
  ['rfc822msgid:<lunch@example.org>', ['Lunch']],
  ['rfc822msgid:other@example.org', []],
  ['from:lee subject:lunch', ['Lunch']],
])('%s', (query, subjects) => {
  expect(find(query)).toEqual(subjects)
})

test.each(['vote OR lunch', '{vote lunch}', '(vote)', 'larger:5M', 'is:chat', 'after:yesterday'])(
  'a search that is not emulated is refused: %s',
  (query) => {
    expect(thrown(() => find(query)).message).toMatch(/^not emulated: Gmail search/)
  },
)

test('trash is left out unless it is asked for', () => {
  const { Gmail } = begin(workspace)
  const [lunch] = Gmail.Users.Messages.list('me', { q: 'subject:lunch' }).messages ?? []
  Gmail.Users.Messages.trash('me', lunch?.id ?? '')
  expect(find('subject:lunch')).toEqual([])
  expect(find('subject:lunch in:trash')).toEqual(['Lunch'])
  expect(find('subject:lunch in:anywhere')).toEqual(['Lunch'])
})

test('a thread is found as one, with all its messages', () => {
  const { Gmail } = begin(workspace)
  const [thread] = Gmail.Users.Threads.list('me', { q: 'in:sent' }).threads ?? []
  expect(Gmail.Users.Threads.get('me', thread?.id ?? '').messages).toHaveLength(1)
  expect(thrown(() => Gmail.Users.Threads.get('me', 'nothing')).details?.code).toBe(404)
})
