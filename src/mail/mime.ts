/**
 * One mail as RFC 5322 text, ASCII throughout. Nothing from outside can begin a header of its own: the subject loses
 * every control character, and only checked addresses are let in. `From` is left out: Gmail fills in the account.
 */
import { toAddress } from '../registry/address'
import { base64, utf8 } from './base64'
import { toHtml } from './html'

export interface Mail {
  /** One address: named in `To`. Otherwise everyone is in `Bcc`, unseen by the others. */
  readonly to: readonly string[]
  readonly personal: boolean
  readonly subject: string
  readonly body: string
  /** Letters and digits only, so that a mail search takes it for one word. */
  readonly token: string
  /** '' for none. Mails that ask for no more go there too. */
  readonly replyTo: string
  /** To a Google Group, whose own header says how to leave it. */
  readonly post?: boolean
}

/** Subject of the mail that a mail program writes where somebody presses Unsubscribe. */
export const OPT_OUT_WORDS = 'OPT OUT'

const END = '\r\n'
/** C0, DEL, C1 and the two Unicode line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
const oneLine = (text: string): string => text.replace(CONTROL, ' ').trim()

/** A header’s text: plain words folded at spaces, or RFC 2047 words, one a line. */
export function headerText(text: string): string {
  const line = oneLine(text)
  if (/^[ -~]*$/.test(line) && !line.includes('=?') && !/\S{61}/.test(line)) return foldedAtSpaces(line)
  const words: string[] = []
  let word = ''
  for (const character of line) {
    // 39 bytes make 52 characters of Base64; with `Subject: `, `=?UTF-8?B?` and `?=` a line has 73 of the 76 allowed.
    if (utf8(word + character).length > 39) {
      words.push(word)
      word = ''
    }
    word += character
  }
  words.push(word)
  return words.map((w) => `=?UTF-8?B?${base64(w)}?=`).join(`${END} `)
}

/** Lines short enough that even the first, after the header’s name, stays under 78 characters. */
function foldedAtSpaces(line: string): string {
  const lines: string[] = []
  for (const word of line.split(/ +/)) {
    const last = lines[lines.length - 1]
    if (last !== undefined && last.length + 1 + word.length <= 62) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join(`${END} `)
}

function checked(addresses: readonly string[]): string[] {
  return addresses.map((a) => {
    const address = toAddress(a)
    if (!address) throw new Error('not a plain e-mail address')
    return address
  })
}

/** No character of an address can be taken for one of the link. */
const optOutLink = (address: string): string =>
  `<mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodeURIComponent(OPT_OUT_WORDS)}>`

const folded = (text: string): string => (base64(text).match(/.{1,76}/g) ?? []).join(END)

/** Plain text and the HTML made from it; the token stands at the foot of both. */
export function toMime(mail: Mail): string {
  const token = mail.token.replace(/[^A-Za-z0-9]/g, '')
  const text = `${mail.body.replace(/\r\n?/g, '\n').trim()}\n\nRef: ${token}\n`
  const boundary = `=_${token}_=`
  const part = (type: string, content: string): string[] => [
    `--${boundary}`,
    `Content-Type: ${type}; charset=UTF-8`,
    'Content-Transfer-Encoding: base64',
    '',
    folded(content),
  ]
  const replyTo = toAddress(mail.replyTo)
  return [
    `${mail.personal ? 'To' : 'Bcc'}: ${checked(mail.to).join(`,${END} `)}`,
    ...(replyTo ? [`Reply-To: ${replyTo}`] : []),
    ...(replyTo && !mail.post ? [`List-Unsubscribe: ${optOutLink(replyTo)}`] : []),
    `Subject: ${headerText(mail.subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', text.replace(/\n/g, END)),
    ...part('text/html', toHtml(text)),
    `--${boundary}--`,
    '',
  ].join(END)
}
