/** Messages in the shapes the API gives them; Apps Script turns its base64 fields into arrays of bytes. */
import { signed, unbinary } from './bytes'
import { contentOf, findPart, type Part, parseMime, textOf } from './mail-mime'
import type { MailMessage } from './mail-state'

type Message = GoogleAppsScript.Gmail.Schema.Message
type MessagePart = GoogleAppsScript.Gmail.Schema.MessagePart
export type Format = 'minimal' | 'full' | 'raw' | 'metadata'

const headersOf = (part: Part, only?: readonly string[]) =>
  part.fields.filter((f) => !only || only.includes(f.name.toLowerCase())).map((f) => ({ name: f.name, value: f.value }))

function partShape(part: Part, id: string, messageId: string): MessagePart {
  const content = part.parts.length > 0 ? new Uint8Array() : contentOf(part)
  const attachment = part.filename !== ''
  const data = signed(content) as unknown as string
  return {
    partId: id,
    mimeType: part.type,
    filename: part.filename,
    headers: headersOf(part),
    body: attachment
      ? { attachmentId: `${messageId}-${id}`, size: content.length }
      : { size: content.length, ...(content.length > 0 ? { data } : {}) },
    ...(part.parts.length > 0
      ? { parts: part.parts.map((p, i) => partShape(p, id === '' ? `${i}` : `${id}.${i}`, messageId)) }
      : {}),
  }
}

function snippet(whole: Part): string {
  const plain = findPart(whole, 'text/plain')
  const html = plain ? null : findPart(whole, 'text/html')
  const text = plain ? textOf(plain) : html ? textOf(html).replace(/<[^>]+>/g, ' ') : ''
  return text.replace(/\s+/g, ' ').trim().slice(0, 200).replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

/** `only`: the headers asked for with format `metadata`. */
export function messageShape(message: MailMessage, format: Format, only: readonly string[] = []): Message {
  const { id, threadId, labelIds, at, raw } = message
  const base: Message = {
    id,
    threadId,
    labelIds: [...labelIds],
    historyId: String(at),
    internalDate: String(at),
    sizeEstimate: raw.length,
  }
  if (format === 'minimal') return base
  const whole = parseMime(raw)
  base.snippet = snippet(whole)
  if (format === 'raw') return { ...base, raw: signed(unbinary(raw)) as unknown as string }
  if (format === 'full') return { ...base, payload: partShape(whole, '', id) }
  const names = only.map((name) => name.toLowerCase())
  return { ...base, payload: { mimeType: whole.type, headers: headersOf(whole, names.length > 0 ? names : undefined) } }
}

export const idsOnly = ({ id, threadId }: MailMessage): Message => ({ id, threadId })
