/** MIME: the parts of a message and what they say. Raw text has one character a byte. */
import { decodeText, fromBase64, unbinary } from './bytes'
import { type Field, fieldValue, splitMessage } from './mail-headers'
import { decodeWords } from './mail-words'

export interface Part {
  readonly fields: readonly Field[]
  /** Such as `text/plain`, lower case. */
  readonly type: string
  readonly charset: string
  /** '' for what is no attachment. */
  readonly filename: string
  /** Still encoded for transport. */
  readonly body: string
  readonly parts: readonly Part[]
}

/** Deeper nesting is left unread: only hostile mail has it. */
const DEPTH = 20

const parameter = (header: string, name: string): string => {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(header)
  return decodeWords((found?.[1] ?? found?.[2] ?? '').replace(/\\(.)/g, '$1'))
}

function splitParts(body: string, boundary: string): string[] {
  const mark = `--${boundary}`
  const pieces: string[] = []
  let piece: string[] | null = null
  for (const line of body.split(/\r?\n/)) {
    const end = line.trimEnd() === `${mark}--`
    if (end || line.trimEnd() === mark) {
      if (piece) pieces.push(piece.join('\r\n'))
      piece = end ? null : []
      if (end) break
    } else piece?.push(line)
  }
  if (piece) pieces.push(piece.join('\r\n'))
  return pieces
}

export function parseMime(raw: string, depth = 0): Part {
  const { fields, body } = splitMessage(raw)
  const contentType = fieldValue(fields, 'Content-Type')
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase() || 'text/plain'
  const boundary = parameter(contentType, 'boundary')
  const filename = parameter(fieldValue(fields, 'Content-Disposition'), 'filename') || parameter(contentType, 'name')
  const inner = type.startsWith('multipart/') && boundary && depth < DEPTH ? splitParts(body, boundary) : []
  const pieces = type === 'message/rfc822' && depth < DEPTH ? [body] : inner
  const parts = pieces.map((piece) => parseMime(piece, depth + 1))
  return { fields, type, charset: parameter(contentType, 'charset') || 'utf-8', filename, body, parts }
}

const quotedPrintable = (text: string): Uint8Array =>
  unbinary(
    text
      .replace(/[ \t]+(?=\r?\n|$)/g, '')
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  )

/** The part's content, decoded from transport. */
export function contentOf(part: Part): Uint8Array {
  const encoding = fieldValue(part.fields, 'Content-Transfer-Encoding').toLowerCase()
  if (encoding === 'base64') return fromBase64(part.body) ?? unbinary(part.body)
  return encoding === 'quoted-printable' ? quotedPrintable(part.body) : unbinary(part.body)
}

export const textOf = (part: Part): string => decodeText(contentOf(part), part.charset)

/** The first part of this type that is no attachment; null where there is none. */
export function findPart(part: Part, type: string): Part | null {
  if (part.type === type && part.filename === '') return part
  for (const inner of part.parts) {
    const found = findPart(inner, type)
    if (found) return found
  }
  return null
}

export const attachmentsOf = (part: Part): Part[] => (part.filename === '' ? part.parts.flatMap(attachmentsOf) : [part])
