/** Mailboxes as a person reads them: for tests, for the page, for whoever answers. */
import type { Workspace } from '../workspace'
import { decodeText } from './bytes'
import { parseAddresses } from './mail-address'
import { fieldValue, fieldValues } from './mail-headers'
import { attachmentsOf, contentOf, findPart, parseMime, textOf } from './mail-mime'
import type { MailMessage } from './mail-state'
import { decodeWords } from './mail-words'

export interface ReadMail {
  readonly id: string
  readonly threadId: string
  /** Address, lower case. */
  readonly from: string
  readonly fromName: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  /** Seen only in the sender's own copy. */
  readonly bcc: readonly string[]
  readonly subject: string
  /** '' where there is no such part. */
  readonly text: string
  readonly html: string
  /** Name in lower case → value, decoded; the first where a header comes twice. */
  readonly headers: Readonly<Record<string, string>>
  /** `INBOX`, `SENT`, `UNREAD`, … */
  readonly labels: readonly string[]
  readonly attachments: readonly { name: string; type: string; text: string }[]
  /** Virtual time. */
  readonly at: number
}

const read = new WeakMap<MailMessage, Omit<ReadMail, 'labels'>>()

function parse(message: Pick<MailMessage, 'id' | 'threadId' | 'raw' | 'at'>): Omit<ReadMail, 'labels'> {
  const whole = parseMime(message.raw)
  const { fields } = whole
  const headers: Record<string, string> = {}
  for (const field of fields) headers[field.name.toLowerCase()] ??= decodeWords(field.value)
  const emails = (name: string) =>
    fieldValues(fields, name).flatMap((value) => parseAddresses(value).map((a) => a.email))
  const [from] = parseAddresses(fieldValue(fields, 'From'))
  const plain = findPart(whole, 'text/plain')
  const html = findPart(whole, 'text/html')
  return {
    id: message.id,
    threadId: message.threadId,
    from: from?.email ?? '',
    fromName: from?.name ?? '',
    to: emails('To'),
    cc: emails('Cc'),
    bcc: emails('Bcc'),
    subject: headers.subject ?? '',
    text: plain ? textOf(plain) : '',
    html: html ? textOf(html) : '',
    headers,
    attachments: attachmentsOf(whole).map((part) => ({
      name: part.filename,
      type: part.type,
      text: decodeText(contentOf(part), part.charset),
    })),
    at: message.at,
  }
}

export function readMail(message: MailMessage): ReadMail {
  let known = read.get(message)
  if (!known) read.set(message, (known = parse(message)))
  return { ...known, labels: [...message.labelIds] }
}

const boxes = (workspace: Workspace, email: string) => workspace.state.mail.boxes[email.toLowerCase()]

/** Everything in a mailbox, sent and received, oldest first. */
export const readMailbox = (workspace: Workspace, email: string): ReadMail[] =>
  boxes(workspace, email)?.messages.map(readMail) ?? []

const labelled = (label: string) => (workspace: Workspace, email: string) =>
  (boxes(workspace, email)?.messages ?? []).filter((m) => m.labelIds.includes(label)).map(readMail)

/** What arrived at an address, oldest first. */
export const inbox = labelled('INBOX')

/** What an address sent, oldest first. */
export const sentMail = labelled('SENT')

/** Drafts that wait in a mailbox; `id` is the draft's own. */
export const draftsOf = (workspace: Workspace, email: string): ReadMail[] =>
  (boxes(workspace, email)?.drafts ?? []).map((draft) => ({ ...parse(draft), labels: ['DRAFT'] }))

/** Every address that has a mailbox. */
export const mailAddresses = (workspace: Workspace): string[] => Object.keys(workspace.state.mail.boxes)
