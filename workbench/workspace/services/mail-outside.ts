/** Mail that no script sends: from strangers, and answers of people who got some. */
import type { Workspace } from '../workspace'
import { parseAddresses } from './mail-address'
import { compose } from './mail-compose'
import { joinMessage, splitMessage } from './mail-headers'
import type { ReadMail } from './mail-read'
import { deliver, envelopeOf, submit } from './mail-server'
import type { MailMessage } from './mail-state'

export interface OutsideMail {
  /** As the header shall say it: `Lee Park <lee@example.org>`. */
  readonly from: string
  /** Addresses, or Google Groups of this workspace, separated by commas. */
  readonly to: string
  readonly cc?: string
  readonly bcc?: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Do SPF, DKIM and DMARC agree that it comes from whom it says? */
  readonly authenticated: boolean
}

/** Arrives from another provider: nothing is kept of the sender's side. */
export function deliverFromOutside(workspace: Workspace, mail: OutsideMail): void {
  const [from = { name: '', email: mail.from }] = parseAddresses(mail.from)
  const domain = from.email.split('@')[1] ?? 'example.org'
  const raw = compose({
    from,
    to: parseAddresses(mail.to),
    cc: parseAddresses(mail.cc ?? ''),
    bcc: parseAddresses(mail.bcc ?? ''),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    headers: { 'Message-ID': `<${workspace.newId(20)}@${domain}>`, ...mail.headers },
    at: workspace.clock.now,
  })
  deliverRaw(workspace, from.email, raw, mail.authenticated)
}

/** The same with a whole message, well-formed or not (one character a byte). */
export function deliverRaw(workspace: Workspace, sender: string, raw: string, authenticated: boolean): void {
  const { fields, body } = splitMessage(raw)
  const recipients = envelopeOf(fields)
  const text = joinMessage(
    fields.map((f) => f.text),
    body,
  )
  deliver(workspace, { sender: sender.toLowerCase(), raw: text, recipients, authenticated, own: null })
}

export interface Reply {
  /** Who answers: the owner of the mailbox `mail` was read from. */
  readonly from: string
  readonly text: string
  /** Also to everybody in To and Cc. */
  readonly all?: boolean
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
}

const quoted = (mail: ReadMail): string =>
  `${mail.fromName || mail.from} wrote:\n${mail.text.replace(/\r\n/g, '\n').replace(/^/gm, '> ')}`

/** Somebody answers a mail as a mail program does: subject, references, the old text quoted below. */
export function reply(workspace: Workspace, mail: ReadMail, answer: Reply): MailMessage {
  const own = answer.from.toLowerCase()
  const id = mail.headers['message-id'] ?? ''
  const others = answer.all ? [...mail.to, ...mail.cc].filter((email) => email !== own && email !== mail.from) : []
  const raw = compose({
    from: { name: workspace.state.accounts[own]?.name ?? '', email: own },
    to: parseAddresses(mail.headers['reply-to'] ?? mail.from),
    cc: others.map((email) => ({ name: '', email })),
    subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
    text: `${answer.text}\n\n${quoted(mail)}\n`,
    ...(answer.html === undefined ? {} : { html: answer.html }),
    headers: {
      'In-Reply-To': id,
      References: [mail.headers.references, id].filter(Boolean).join(' '),
      ...answer.headers,
    },
    at: workspace.clock.now,
  })
  return submit(workspace, own, raw)
}
