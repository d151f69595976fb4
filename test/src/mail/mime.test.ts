import fc from 'fast-check'
import { base64 } from '../../../src/mail/base64'
import { headerText, type Mail, toMime } from '../../../src/mail/mime'

const mail = (about: Partial<Mail> = {}): string =>
  toMime({
    to: ['a@example.org', 'b@example.org'],
    personal: false,
    subject: 'Call today',
    body: 'Héllo\nthere',
    token: 'swa1',
    replyTo: '',
    ...about,
  })

/** Headers as a mail reader sees them: unfolded, decoded words joined. */
function read(raw: string): { headers: [string, string][]; parts: string[] } {
  const cut = raw.indexOf('\r\n\r\n')
  const headers = raw
    .slice(0, cut)
    .replace(/\r\n[ \t]/g, ' ')
    .split('\r\n')
    .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
  const parts = raw
    .slice(cut)
    .split(/\r\n--\S+\r\n/)
    .slice(1)
    .map((part) => Buffer.from(part.slice(part.indexOf('\r\n\r\n')).split('\r\n--')[0] ?? '', 'base64').toString())
  return { headers, parts }
}
const decoded = (value: string): string =>
  value.replace(/\?= =\?/g, '?==?').replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, b) => Buffer.from(b, 'base64').toString())

test('a cohort is in BCC without a To, one person is in To', () => {
  expect(read(mail()).headers).toEqual([
    ['Bcc', 'a@example.org, b@example.org'],
    ['Subject', 'Call today'],
    ['MIME-Version', '1.0'],
    ['Content-Type', 'multipart/alternative; boundary="=_swa1_="'],
  ])
  expect(
    read(mail({ personal: true, to: ['a@example.org'], replyTo: 'maya@example.org' })).headers.slice(0, 2),
  ).toEqual([
    ['To', 'a@example.org'],
    ['Reply-To', 'maya@example.org'],
  ])
})

test('whoever wants no more finds where to say so, but not in a post to a Google Group', () => {
  const link = (about: Partial<Mail>) => read(mail(about)).headers.find(([name]) => name === 'List-Unsubscribe')?.[1]
  expect(link({ replyTo: 'maya@example.org' })).toBe('<mailto:maya@example.org?subject=OPT%20OUT>')
  expect(link({ replyTo: "o'neil+a?b&c%=@example.org" })).toBe(
    "<mailto:o'neil%2Ba%3Fb%26c%25%3D@example.org?subject=OPT%20OUT>",
  )
  expect(link({ replyTo: '' })).toBeUndefined()
  expect(link({ replyTo: 'maya@example.org', post: true })).toBeUndefined()
})

test('both halves hold the text and the token', () => {
  const [text, html] = read(mail()).parts
  expect(text).toBe('Héllo\r\nthere\r\n\r\nRef: swa1\r\n')
  expect(html).toContain('<p>Héllo<br>\nthere</p>')
  expect(html).toContain('Ref: swa1')
})

test('no subject, however hostile, adds a header or leaves ASCII, and a reader sees it whole', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\0', ''),
      (text, evil) => {
        const raw = mail({ subject: `${text}${evil}Bcc: thief@example.org` })
        expect(raw).toMatch(/^[\t\r\n -~]*$/)
        expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76)
        const { headers } = read(raw)
        expect(headers.map(([name]) => name)).toEqual(['Bcc', 'Subject', 'MIME-Version', 'Content-Type'])
        expect(headers[0]?.[1]).toBe('a@example.org, b@example.org')
      },
    ),
  )
  const long = 'Bitte rufen Sie heute noch an – 「法案」 120 🗳️ '.repeat(5).trim()
  expect(decoded(headerText(long).replace(/\r\n /g, ' '))).toBe(long)
})

test('an address with anything around it is refused', () => {
  for (const to of [
    'a@example.org\r\nX: y',
    'Lee <a@example.org>',
    'a@example.org,b@example.org',
    'a b@example.org',
    'ä@example.org',
  ])
    expect(() => mail({ to: [to] })).toThrow()
  expect(mail({ replyTo: 'x@example.org\r\nBcc: thief@example.org' })).not.toContain('thief')
})

test('base64 is what everyone else’s is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(base64(text)).toBe(Buffer.from(text, 'utf8').toString('base64'))
    }),
  )
})
