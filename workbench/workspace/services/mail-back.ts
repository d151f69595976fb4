/** What comes back by itself: the postmaster’s note on an address nobody has, and the answer of someone who is away. */
import type { Workspace } from '../workspace'
import { mailDate } from './mail-compose'
import { type Field, fieldValue, splitMessage } from './mail-headers'

export interface Back {
  /** Address it comes from. */
  readonly from: string
  readonly lines: readonly string[]
  readonly body: string
}

const POSTMASTER = 'mailer-daemon@googlemail.com'

const headersOf = (workspace: Workspace, original: readonly Field[], from: string, to: string, subject: string) => {
  const id = fieldValue(original, 'Message-ID')
  const references = [fieldValue(original, 'References'), id].filter(Boolean).join(' ')
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${mailDate(workspace.clock.now)}`,
    `Message-ID: <${workspace.newId(20)}@mx.google.com>`,
    ...(id ? [`In-Reply-To: ${id}`, `References: ${references}`] : []),
    'MIME-Version: 1.0',
  ]
}

/** The note for an address nobody has, with the returned mail's header and text, as Gmail writes it. [RFC 3464] */
export function bounced(workspace: Workspace, sender: string, address: string, raw: string): Back {
  const { fields, body } = splitMessage(raw)
  const mark = `=_back_${workspace.newId(12)}_=`
  const part = (type: string, ...lines: string[]): string[] => [`--${mark}`, `Content-Type: ${type}`, '', ...lines]
  return {
    from: POSTMASTER,
    lines: [
      ...headersOf(
        workspace,
        fields,
        `Mail Delivery Subsystem <${POSTMASTER}>`,
        sender,
        'Delivery Status Notification (Failure)',
      ),
      'Auto-Submitted: auto-replied',
      `X-Failed-Recipients: ${address}`,
      `Content-Type: multipart/report; report-type=delivery-status; boundary="${mark}"`,
    ],
    body: [
      ...part('text/plain; charset=UTF-8', `Address not found: ${address}`, ''),
      ...part(
        'message/delivery-status',
        'Reporting-MTA: dns; googlemail.com',
        '',
        `Final-Recipient: rfc822; ${address}`,
        'Action: failed',
        'Status: 5.1.1',
        '',
      ),
      ...part('message/rfc822', ...fields.filter((f) => !/^bcc$/i.test(f.name)).map((f) => f.text), '', body),
      `--${mark}--`,
      '',
    ].join('\r\n'),
  }
}

/** The answer of someone who is away: to everybody once, never to lists or to what a machine sent. [RFC 3834] */
export function answersByItself(
  workspace: Workspace,
  email: string,
  sender: string,
  fields: readonly Field[],
  extra: readonly string[],
): Back | null {
  const { mail } = workspace.state
  const text = mail.away?.[email]
  const value = (name: string): string => fieldValue(fields, name).toLowerCase()
  const isMachine = !/^(no)?$/.test(value('Auto-Submitted')) || /bulk|list|junk/.test(value('Precedence'))
  if (text === undefined || isMachine || extra.some((line) => /^list-id:/i.test(line))) return null
  const told = (mail.awayTold ??= [])
  const mark = `${email} > ${sender}`
  if (told.includes(mark)) return null
  told.push(mark)
  return {
    from: email,
    lines: [
      ...headersOf(workspace, fields, email, sender, `Out of office Re: ${fieldValue(fields, 'Subject')}`),
      'Auto-Submitted: auto-replied',
      'Precedence: bulk',
      'X-Autoreply: yes',
      'Content-Type: text/plain; charset=UTF-8',
    ],
    body: `${text}\r\n`,
  }
}
