/** Writes a whole message, in ASCII. */
import { toBase64, utf8 } from './bytes'
import { formatDate } from './date-format'
import { type Address, formatAddress } from './mail-address'
import { joinMessage } from './mail-headers'
import { encodeWords } from './mail-words'

export interface Attachment {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  /** `cid:` of an inline image. */
  readonly contentId?: string
}

export interface Letter {
  readonly from: Address
  readonly to?: readonly Address[]
  readonly cc?: readonly Address[]
  readonly bcc?: readonly Address[]
  readonly replyTo?: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly attachments?: readonly Attachment[]
  /** Further headers, as they stand. */
  readonly headers?: Readonly<Record<string, string>>
  /** Virtual time, for `Date`. */
  readonly at: number
}

export const mailDate = (ms: number): string => formatDate(ms, 'UTC', 'EEE, dd MMM yyyy HH:mm:ss Z') ?? ''

const wrap = (base64: string): string => base64.replace(/.{76}(?=.)/g, '$&\r\n')

const leaf = (type: string, content: Uint8Array, extra: readonly string[] = []): string =>
  joinMessage([`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...extra], wrap(toBase64(content)))

function multipart(kind: string, pieces: readonly string[], level: number): string {
  // No base64 line can begin with two dashes, so the mark cannot occur in a part.
  const boundary = `=_part_${level}_=`
  const body = pieces.map((piece) => `--${boundary}\r\n${piece}\r\n`).join('')
  return joinMessage([`Content-Type: multipart/${kind}; boundary="${boundary}"`], `${body}--${boundary}--\r\n`)
}

export function compose(letter: Letter): string {
  const list = (name: string, addresses: readonly Address[] = []): string[] =>
    addresses.length === 0 ? [] : [`${name}: ${addresses.map(formatAddress).join(',\r\n ')}`]
  const lines = [
    'MIME-Version: 1.0',
    `From: ${formatAddress(letter.from)}`,
    ...list('To', letter.to),
    ...list('Cc', letter.cc),
    ...list('Bcc', letter.bcc),
    ...(letter.replyTo ? [`Reply-To: ${letter.replyTo.replace(/[\r\n]+/g, ' ')}`] : []),
    `Subject: ${encodeWords(letter.subject)}`,
    `Date: ${mailDate(letter.at)}`,
    ...Object.entries(letter.headers ?? {}).map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}`),
  ]
  let content = leaf('text/plain; charset=UTF-8', utf8(letter.text))
  if (letter.html !== undefined)
    content = multipart('alternative', [content, leaf('text/html; charset=UTF-8', utf8(letter.html))], 1)
  if (letter.attachments?.length) {
    const files = letter.attachments.map((a) =>
      leaf(`${a.type}; name="${encodeWords(a.name)}"`, a.bytes, [
        `Content-Disposition: ${a.contentId ? 'inline' : 'attachment'}; filename="${encodeWords(a.name)}"`,
        ...(a.contentId ? [`Content-ID: <${a.contentId}>`] : []),
      ]),
    )
    content = multipart('mixed', [content, ...files], 2)
  }
  return `${lines.join('\r\n')}\r\n${content}`
}
