/** What all methods of the advanced Gmail service share: scopes, whose mailbox, raw text, search, pages, sending. */
import type { Execution } from '../execution'
import { fullScope } from '../permissions'
import { binary, fromBase64, unsigned } from './bytes'
import { compileSearch, reachesTrash } from './gmail-search'
import type { Format } from './gmail-shape'
import { isEmail } from './mail-address'
import { splitMessage, withCrlf } from './mail-headers'
import { boxOf, envelopeOf, submit } from './mail-server'
import type { Mailbox, MailDraft, MailMessage } from './mail-state'
import { type ApiError, apiError, spend } from './refuse'

const MAIL = 'https://mail.google.com/'
/** Any one is enough. [Gmail API reference, “Authorization scopes” of each method] */
export const SCOPES = {
  draftRead: [MAIL, 'gmail.modify', 'gmail.compose', 'gmail.readonly'],
  draftWrite: [MAIL, 'gmail.modify', 'gmail.compose'],
  send: [MAIL, 'gmail.modify', 'gmail.compose', 'gmail.send'],
  read: [MAIL, 'gmail.modify', 'gmail.readonly', 'gmail.metadata'],
  change: [MAIL, 'gmail.modify'],
  labelRead: [MAIL, 'gmail.modify', 'gmail.readonly', 'gmail.labels', 'gmail.metadata'],
  labelWrite: [MAIL, 'gmail.modify', 'gmail.labels'],
  profile: [MAIL, 'gmail.modify', 'gmail.compose', 'gmail.readonly', 'gmail.metadata'],
} as const

/** Gmail's own limits, over and above those of Apps Script. [platform facts 1c] */
const PER_MESSAGE = 100
const MESSAGES_A_DAY = { consumer: 500, workspace: 2_000 }
const RECIPIENTS_A_DAY = { consumer: 500, workspace: 10_000 }
const DAY = 86_400_000

export interface ListOptions {
  q?: string
  maxResults?: number
  pageToken?: string
  labelIds?: string | string[]
  includeSpamTrash?: boolean
}

export type Access = ReturnType<typeof gmailAccess>

export function gmailAccess(execution: Execution) {
  const { workspace, account } = execution
  const box = (): Mailbox => boxOf(workspace, account)

  /** Runs `effect` for the caller's own mailbox; `method` such as `Drafts.create`. */
  function call<T>(method: string, scopes: readonly string[], userId: string, effect: () => T, items = 0): T {
    return execution.call(
      { service: 'Gmail', method: `Users.${method}`, scopes },
      () => {
        if (userId !== 'me' && userId?.toLowerCase() !== account) throw fail(method, 403, 'delegationDenied', userId)
        if (!method.endsWith('.send')) spend(execution, 'email read/write', 1, 'gmail')
        return effect()
      },
      items,
    )
  }

  type Key = Parameters<typeof apiError>[4]
  function fail(method: string, code: number, key: Key, ...args: (string | number)[]): ApiError {
    const reason = {
      400: 'invalidArgument',
      403: 'forbidden',
      404: 'notFound',
      409: 'aborted',
      429: 'rateLimitExceeded',
    }
    const name = method.charAt(0).toLowerCase() + method.slice(1)
    return apiError(execution, `gmail.users.${name}`, code, reason[code as 400] ?? 'failedPrecondition', key, ...args)
  }

  /** The text of `message.raw`: base64url as the API wants it, or bytes. */
  function rawOf(method: string, message: GoogleAppsScript.Gmail.Schema.Message | undefined): string {
    const raw: unknown = message?.raw
    if (Array.isArray(raw)) return binary(unsigned(raw as number[]))
    const bytes = typeof raw === 'string' && raw !== '' ? fromBase64(raw) : null
    if (!bytes) throw fail(method, 400, 'rawMissing')
    return binary(bytes)
  }

  /** Sends, or throws before anything is sent. */
  function send(method: string, raw: string, threadId?: string): MailMessage {
    const recipients = envelopeOf(splitMessage(withCrlf(raw)).fields)
    if (recipients.length === 0) throw fail(method, 400, 'recipientMissing')
    if (!recipients.every(isEmail)) throw fail(method, 400, 'badHeader', 'To')
    if (recipients.length > PER_MESSAGE) throw fail(method, 400, 'tooManyRecipients')
    const { kind } = workspace.account(account)
    const today = box().messages.filter((m) => m.labelIds.includes('SENT') && m.at > workspace.clock.now - DAY)
    const reached = today.reduce((sum, m) => sum + m.envelope.length, 0)
    if (today.length >= MESSAGES_A_DAY[kind] || reached + recipients.length > RECIPIENTS_A_DAY[kind])
      throw fail(method, 429, 'rateLimit')
    if (workspace.unknowns.gmailCountsAsEmail) spend(execution, 'email recipients', recipients.length, 'email')
    return submit(workspace, account, raw, threadId)
  }

  /** A draft in the shape of a message. */
  const draftMessage = (draft: MailDraft): MailMessage => ({
    id: draft.messageId,
    threadId: draft.threadId,
    labelIds: ['DRAFT'],
    raw: draft.raw,
    at: draft.at,
    envelope: [],
  })

  const everything = (): MailMessage[] => [...box().messages, ...box().drafts.map(draftMessage)]

  /** Those that match, newest first. What is too new for the search index is missing from searches. */
  function search(list: readonly MailMessage[], options: ListOptions): MailMessage[] {
    const { q = '', labelIds = [] } = options
    const wanted = typeof labelIds === 'string' ? [labelIds] : labelIds
    const matches = compileSearch(q)
    const now = workspace.clock.now
    const indexedUntil = now - workspace.unknowns.gmailIndexDelayMs
    const labels = box().labels ?? {}
    const hidden = options.includeSpamTrash || reachesTrash(q) ? [] : ['SPAM', 'TRASH']
    return list
      .filter((m) => wanted.every((id) => m.labelIds.includes(id)))
      .filter((m) => !m.labelIds.some((id) => hidden.includes(id) && !wanted.includes(id)))
      .filter((message) => q === '' || (message.at <= indexedUntil && matches({ message, labels, now, me: account })))
      .reverse()
      .sort((a, b) => b.at - a.at)
  }

  function page<T>(list: readonly T[], options: ListOptions): { items: T[]; rest: { nextPageToken?: string } } {
    const size = Math.min(options.maxResults ?? 100, 500)
    const from = Number(options.pageToken ?? 0) || 0
    const next = from + size < list.length ? { nextPageToken: String(from + size) } : {}
    return { items: list.slice(from, from + size), rest: next }
  }

  /** With nothing but `gmail.metadata` there is no search and no body. */
  function metadataOnly(): boolean {
    const own = workspace.account(account).granted?.map(fullScope)
    const have = workspace.options.manifest.oauthScopes.filter((scope) => !own || own.includes(scope))
    return !SCOPES.draftRead.map(fullScope).some((s) => have.includes(s) && !s.endsWith('compose'))
  }

  function formatOf(method: string, options: { format?: string } = {}): Format {
    const format = (options.format ?? 'full').toLowerCase() as Format
    if (!['minimal', 'full', 'raw', 'metadata'].includes(format)) throw fail(method, 400, 'invalidArgument', 'format')
    return format
  }

  return { workspace, box, call, fail, rawOf, send, draftMessage, everything, search, page, metadataOnly, formatOf }
}
