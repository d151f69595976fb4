/** Takes messages from senders and lays one copy into each mailbox. Any address has a mailbox, account or not. */
import type { Workspace } from '../workspace'
import { formatAddress, parseAddresses } from './mail-address'
import { answersByItself, type Back, bounced } from './mail-back'
import { mailDate } from './mail-compose'
import { groupFields, listHeaders, mayPost, membersFor } from './mail-groups'
import { type Field, fieldValue, fieldValues, joinMessage, splitMessage, withCrlf } from './mail-headers'
import type { Mailbox, MailMessage } from './mail-state'
import { findThread } from './mail-threads'

export function boxOf(workspace: Workspace, email: string): Mailbox {
  return (workspace.state.mail.boxes[email.toLowerCase()] ??= { messages: [], drafts: [] })
}

/** Everyone in To, Cc and Bcc, each once, lower case, in their order. */
export function envelopeOf(fields: readonly Field[]): string[] {
  const all = ['To', 'Cc', 'Bcc'].flatMap((name) => fieldValues(fields, name))
  return [...new Set(all.flatMap((value) => parseAddresses(value).map((a) => a.email)))].filter(Boolean)
}

const domainOf = (email: string): string => email.split('@')[1] ?? email

/** What the receiving server writes down about a sender, `pass` or `fail`. */
export function authentication(email: string, passed: boolean): string {
  const verdict = passed ? 'pass' : 'fail'
  const domain = domainOf(email)
  return (
    `mx.google.com; dkim=${verdict} header.i=@${domain}; ` +
    `spf=${verdict} smtp.mailfrom=${email}; dmarc=${verdict} header.from=${domain}`
  )
}

/** Puts a message into one mailbox and gives it there. `fields`: its header, where it has been read already. */
export function store(
  workspace: Workspace,
  email: string,
  raw: string,
  about: Partial<MailMessage> = {},
  fields: readonly Field[] = splitMessage(raw).fields,
): MailMessage {
  const box = boxOf(workspace, email)
  const id = workspace.newId(16)
  const message: MailMessage = {
    id,
    threadId: about.threadId ?? findThread(box, fields) ?? id,
    labelIds: about.labelIds ?? ['INBOX', 'UNREAD'],
    raw,
    at: workspace.clock.now,
    envelope: about.envelope ?? [email.toLowerCase()],
  }
  box.messages.push(message)
  return message
}

export interface Delivery {
  /** Envelope sender, lower case. */
  readonly sender: string
  readonly raw: string
  readonly recipients: readonly string[]
  readonly authenticated: boolean
  /** The sender's own copy, where the sender has one here: a mail to oneself is that same message. */
  readonly own: MailMessage | null
}

/** One copy a mailbox, even for those addressed twice or through several Google Groups; without Bcc. */
export function deliver(workspace: Workspace, { sender, raw, recipients, authenticated, own }: Delivery): void {
  const { fields, body } = splitMessage(raw)
  const kept = fields.filter(
    (f) =>
      !/^(bcc|delivered-to|return-path)$/i.test(f.name) &&
      // Results that claim to be the receiver's own are forged.
      !(/^authentication-results$/i.test(f.name) && /^mx\.google\.com\b/i.test(f.value)),
  )
  const served = new Set<string>()
  const texts = kept.map((f) => f.text)
  const put = (email: string, extra: readonly string[], rest: readonly string[] = texts): void => {
    if (served.has(email)) return
    served.add(email)
    if (workspace.state.mail.dead?.includes(email)) {
      answer(sender, bounced(workspace, sender, email, raw))
      return
    }
    const lines = [`Delivered-To: ${email}`, `Return-Path: <${sender}>`, ...extra, ...rest]
    store(workspace, email, joinMessage(lines, body), {}, kept)
    answer(sender, answersByItself(workspace, email, sender, kept, extra))
  }
  /** What a machine sends back arrives as any other mail, and is not answered again. */
  const answer = (to: string, back: Back | null): void => {
    if (!back) return
    const auth = `Authentication-Results: ${authentication(back.from, true)}`
    store(workspace, to, joinMessage([`Delivered-To: ${to}`, 'Return-Path: <>', auth, ...back.lines], back.body))
  }
  const direct = recipients.filter((email) => !workspace.state.groups.groups[email])
  for (const email of direct) {
    if (own && email === sender) own.labelIds.push('INBOX', 'UNREAD')
    else put(email, [`Authentication-Results: ${authentication(sender, authenticated)}`])
  }
  for (const email of recipients) {
    const group = workspace.state.groups.groups[email]
    if (!group) continue
    const extra = listHeaders(group, authentication(sender, authenticated))
    if (mayPost(group, sender)) (group.archive ??= []).push({ at: workspace.clock.now, from: sender, raw })
    // Gmail keeps one's own post as the sent message: the group's copy of it never shows.
    for (const member of membersFor(workspace, group, sender))
      if (!own || member !== sender) put(member, extra, groupFields(group, kept))
  }
}

/**
 * A message leaves somebody's mailbox: it lies there as sent (with its Bcc), and in every recipient's. `From` is the
 * sender's whatever the text says; Date and Message-ID are added where they are missing.
 */
export function submit(workspace: Workspace, senderEmail: string, text: string, threadId?: string): MailMessage {
  const sender = senderEmail.toLowerCase()
  const { fields, body } = splitMessage(withCrlf(text))
  const lines = fields.filter((f) => !/^(from|date)$/i.test(f.name) && f.text.length > 0).map((f) => f.text)
  const [from] = parseAddresses(fieldValue(fields, 'From'))
  const name = (from?.email === sender ? from.name : '') || (workspace.state.accounts[sender]?.name ?? '')
  lines.unshift(`From: ${formatAddress({ name, email: sender })}`)
  lines.push(`Date: ${fieldValue(fields, 'Date') || mailDate(workspace.clock.now)}`)
  if (!fieldValue(fields, 'Message-ID')) lines.push(`Message-ID: <CA${workspace.newId(24)}@mail.gmail.com>`)
  if (!fieldValue(fields, 'MIME-Version')) lines.push('MIME-Version: 1.0')
  const raw = joinMessage(lines, body)
  const recipients = envelopeOf(fields)
  const about = { labelIds: ['SENT'], envelope: recipients, ...(threadId === undefined ? {} : { threadId }) }
  const own = store(workspace, sender, raw, about, fields)
  deliver(workspace, { sender, raw, recipients, authenticated: true, own })
  return own
}
