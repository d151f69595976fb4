/** RFC 2047: words of a header outside ASCII. */
import { binary, decodeText, fromBase64, toBase64, unbinary, utf8 } from './bytes'

const isPlain = (text: string): boolean => /^[\t\x20-\x7e]*$/.test(text) && !text.includes('=?')

/** ASCII stays; anything else becomes UTF-8 words of at most 75 characters, to be folded at the blanks. */
export function encodeWords(value: string): string {
  const text = value.replace(/[\r\n]+/g, ' ')
  if (isPlain(text)) return text
  const words: string[] = []
  let piece = ''
  for (const char of text) {
    if (utf8(piece + char).length > 45) {
      words.push(piece)
      piece = ''
    }
    piece += char
  }
  words.push(piece)
  return words.map((word) => `=?UTF-8?B?${toBase64(utf8(word))}?=`).join('\r\n ')
}

const decodeQ = (text: string): Uint8Array =>
  unbinary(
    text.replace(/_/g, ' ').replace(/=([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  )

/** The blank between two encoded words is no part of the text; a character may even be cut in two by it. */
export function decodeWords(header: string): string {
  return header.replace(/=\?[^?\s]+\?[bBqQ]\?[^?]*\?=(?:\s+=\?[^?\s]+\?[bBqQ]\?[^?]*\?=)*/g, (run) => {
    let charset = ''
    let held = ''
    let out = ''
    for (const [, set = '', kind = '', data = ''] of run.matchAll(/=\?([^?\s*]+)[^?]*\?([bBqQ])\?([^?]*)\?=/g)) {
      const bytes = kind.toUpperCase() === 'Q' ? decodeQ(data) : (fromBase64(data) ?? unbinary(data))
      if (set.toLowerCase() !== charset.toLowerCase() && held) {
        out += decodeText(unbinary(held), charset)
        held = ''
      }
      charset = set
      held += binary(bytes)
    }
    return out + decodeText(unbinary(held), charset)
  })
}
