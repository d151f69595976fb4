/**
 * What a mail says as plain text. Bodies come from anyone: a megabyte, HTML nested without end, bytes that are no text.
 * Everything here walks once over a bounded piece. Pure.
 */

/** Bytes looked at. An HTML body may begin with fifty thousand of styles. */
export const MOST_BYTES = 300_000
const MOST_TEXT = 40_000

/** A part’s content as Apps Script gives it: signed bytes; or web-safe Base64, as the API itself does. */
export type Data = readonly number[] | string

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function unbase64(text: string): number[] {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const char of text) {
    const value = ALPHABET.indexOf(char === '+' ? '-' : char === '/' ? '_' : char)
    if (value < 0) continue
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
  }
  return bytes
}

/** UTF-8, or where it is none, one character a byte. */
function toText(bytes: readonly number[]): string {
  const out: string[] = []
  let latin = ''
  for (let i = 0; i < bytes.length; ) {
    const first = (bytes[i] ?? 0) & 255
    const more = first < 0x80 ? 0 : first >= 0xf0 && first < 0xf8 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : -1
    let code = more <= 0 ? first : first & (0x3f >> more)
    let good = more >= 0 && first < 0xf8
    for (let k = 1; good && k <= more; k++) {
      const next = (bytes[i + k] ?? 0) & 255
      // The last character may have been cut in two.
      if (i + k >= bytes.length || (next & 0xc0) !== 0x80) good = i + k >= bytes.length
      else code = (code << 6) | (next & 0x3f)
    }
    if (!good) {
      latin = ''
      for (const byte of bytes) latin += String.fromCharCode(byte & 255)
      return latin
    }
    if (i + more < bytes.length) out.push(String.fromCodePoint(Math.min(code, 0x10ffff)))
    i += more + 1
  }
  return out.join('')
}

export const decode = (data: Data): string =>
  toText(typeof data === 'string' ? unbase64(data.slice(0, MOST_BYTES)) : data.slice(0, MOST_BYTES))

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', rsquo: '’' } // biome-ignore format: a list
const entity = (name: string): string => {
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? ' '
  return code > 31 && code < 0xd800 ? String.fromCharCode(code) : ' '
}

/** Begins a new line. */
const BLOCK = /^\/?(p|div|br|li|tr|ul|ol|h[1-6]|table|blockquote|hr)\b/i
/** What a mail program puts round the mail that is answered. Behind a blockquote the answer may go on; behind these it does not. */
const QUOTE = /^(div[^>]*(gmail_quote|gmail_attr|divrplyfwdmsg|yahoo_quoted|appendonsend|moz-cite-prefix))/i

export interface Shown {
  readonly text: string
  /** Where the answered mail begins in it; -1 where nothing says so. */
  readonly quoteAt: number
}

/** Text of HTML: tags go, what is not shown goes. What is quoted in it leaves the mark of a quoted line. */
export function htmlText(html: string): Shown {
  const out: string[] = []
  let length = 0
  let quoteAt = -1
  const lower = html.toLowerCase()
  let quotes = 0
  const add = (text: string): void => {
    if (quotes > 0) return
    out.push(text)
    length += text.length
  }
  for (let i = 0; i < html.length && length < MOST_TEXT; ) {
    const open = html.indexOf('<', i)
    const until = open < 0 ? html.length : open
    if (until > i)
      add(
        html
          .slice(i, Math.min(until, i + MOST_TEXT))
          .replace(/\s+/g, ' ')
          .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});?/gi, (_, name: string) => entity(name)),
      )
    if (open < 0) break
    if (lower.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open)
      i = end < 0 ? html.length : end + 3
      continue
    }
    const close = html.indexOf('>', open)
    if (close < 0) break
    const tag = html.slice(open + 1, Math.min(close, open + 300))
    const hidden = /^(style|script|head|title)\b/i.exec(tag)?.[1]
    if (quoteAt < 0 && QUOTE.test(tag)) quoteAt = length
    const quote = /^(\/?)blockquote\b/i.exec(tag)
    if (quote && !quote[1]) {
      add('\n>')
      quotes += 1
    } else if (quote && quotes > 0) quotes -= 1
    if (BLOCK.test(tag)) add('\n')
    if (!hidden) {
      i = close + 1
      continue
    }
    const end = lower.indexOf(`</${hidden.toLowerCase()}`, close)
    i = end < 0 ? html.length : end
  }
  return { text: out.join('').slice(0, MOST_TEXT), quoteAt }
}

export interface Part {
  /** `text/plain`, lower case. */
  readonly type: string
  readonly data: Data
}

export interface Body {
  /** What was written, with what it quotes. */
  readonly text: string
  readonly quoteAt: number
  /** All of it, to look for what only machines read. */
  readonly whole: string
}

/** The plain part where it says something, else the HTML. */
export function bodyOf(parts: readonly Part[]): Body {
  const first = (type: string): string => decode(parts.find((p) => p.type === type && p.data.length > 0)?.data ?? '')
  // A server may have put its warning before it, a list its own words behind it, as parts of their own.
  const plain = parts
    .filter((p) => p.type === 'text/plain')
    .slice(0, 4)
    .map((p) => decode(p.data))
    .join('\n')
    .slice(0, MOST_TEXT)
  const html = plain.trim() ? null : htmlText(first('text/html'))
  const rest = parts
    .filter((p) => /^(text|message)\//.test(p.type))
    .slice(0, 6)
    .map((p) => decode(p.data))
  return {
    text: html?.text ?? plain,
    quoteAt: html?.quoteAt ?? -1,
    whole: rest.join('\n').slice(0, MOST_BYTES),
  }
}
