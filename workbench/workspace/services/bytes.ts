/** Bytes as Apps Script has them (signed, −128 to 127), as unsigned arrays, and as text. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUE = new Map([...ALPHABET].map((c, i) => [c, i] as const))
VALUE.set('-', 62)
VALUE.set('_', 63)

export const signed = (bytes: Uint8Array): number[] => Array.from(bytes, (b) => (b > 127 ? b - 256 : b))
export const unsigned = (bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes, (b) => b & 255)

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Characters outside ASCII become `?`, as Java does. */
export const ascii = (text: string): Uint8Array =>
  Uint8Array.from(text, (c) => (c.charCodeAt(0) < 128 ? c.charCodeAt(0) : 63))

/** Text of bytes; an unknown charset is read as UTF-8. */
export function decodeText(bytes: Uint8Array, charset = 'utf-8'): string {
  const name = charset.trim().toLowerCase()
  // Decoders of the web read Windows-1252 for this name; Java means what it says.
  if (name === 'iso-8859-1' || name === 'latin1') return binary(bytes)
  try {
    return new TextDecoder(name, { ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

/** One character a byte (U+0000 to U+00FF): how messages lie in a mailbox. */
export function binary(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += 8192) parts.push(String.fromCharCode(...bytes.subarray(i, i + 8192)))
  return parts.join('')
}
export const unbinary = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0) & 255)

export function toBase64(bytes: Uint8Array, webSafe = false): string {
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i] ?? 0, bytes[i + 1], bytes[i + 2]]
    const triple = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    parts.push(
      (ALPHABET[triple >> 18] ?? '') +
        (ALPHABET[(triple >> 12) & 63] ?? '') +
        (b === undefined ? '=' : (ALPHABET[(triple >> 6) & 63] ?? '')) +
        (c === undefined ? '=' : (ALPHABET[triple & 63] ?? '')),
    )
  }
  const text = parts.join('')
  return webSafe ? text.replace(/\+/g, '-').replace(/\//g, '_') : text
}

/** Reads both alphabets, with or without padding, and skips white space; null where it is not base64. */
export function fromBase64(text: string): Uint8Array | null {
  const clean = text.replace(/\s+/g, '').replace(/={1,2}$/, '')
  if (clean.length % 4 === 1) return null
  const out = new Uint8Array(Math.floor((clean.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const char of clean) {
    const value = VALUE.get(char)
    if (value === undefined) return null
    held = (held << 6) | value
    bits += 6
    if (bits >= 8) {
      bits -= 8
      out[at++] = (held >> bits) & 255
    }
  }
  return out
}
