/** Reading one mail, as `inbox.ts` finds it: for rooms alone. */
import { attempt, ME, messages, users } from './inbox'

export interface MailPart {
  /** Lower case; `message/enclosed` for what stands in a mail that this one encloses. */
  readonly type: string
  /** Signed bytes as Apps Script gives them, or web-safe Base64 as the API does. */
  readonly data: readonly number[] | string
}

export interface Mail {
  readonly id: string
  readonly threadId: string
  readonly at: number
  readonly labels: readonly string[]
  readonly size: number
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly parts: readonly MailPart[]
}

/** Parts looked at: only hostile mail has more. */
const MOST_PARTS = 40

function partsOf(payload: GoogleAppsScript.Gmail.Schema.MessagePart | undefined): MailPart[] {
  const found: MailPart[] = []
  const open = payload ? [{ part: payload, enclosed: false }] : []
  for (let seen = 0; seen < MOST_PARTS; seen++) {
    const next = open.shift()
    if (!next) break
    const { part, enclosed } = next
    const type = (part.mimeType ?? '').toLowerCase()
    const data = part.body?.data as unknown as MailPart['data'] | undefined
    if (data && !part.filename) found.push({ type: enclosed ? 'message/enclosed' : type, data })
    const inner = (part.parts ?? []).slice(0, MOST_PARTS)
    open.unshift(...inner.map((one) => ({ part: one, enclosed: enclosed || type === 'message/rfc822' })))
  }
  return found
}

/** One message: `metadata` has its headers, `full` its text too. */
export const getMail = (id: string, format: 'metadata' | 'full'): Mail | null =>
  attempt(() => {
    const m = messages().get(ME, id, { format })
    return {
      id: m.id ?? id,
      threadId: m.threadId ?? '',
      at: Number(m.internalDate) || 0,
      labels: m.labelIds ?? [],
      size: m.sizeEstimate ?? 0,
      headers: (m.payload?.headers ?? []).map((h) => ({ name: h.name ?? '', value: h.value ?? '' })),
      parts: partsOf(m.payload),
    }
  })

/** IDs of the messages of a conversation. */
export const threadMates = (threadId: string): string[] | null =>
  attempt(() => {
    const thread = users()?.Threads?.get(ME, threadId, { format: 'minimal' })
    return (thread?.messages ?? []).map((m) => m.id ?? '')
  })
