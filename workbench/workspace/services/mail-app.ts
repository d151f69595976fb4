/** MailApp: sends and knows nothing of it afterwards. Limits of platform facts 1a, 1b and 1d. */
import { strict } from '../errors'
import type { Execution } from '../execution'
import { unsigned, utf8 } from './bytes'
import { type Address, isEmail, parseAddresses } from './mail-address'
import { type Attachment, compose } from './mail-compose'
import { submit } from './mail-server'
import { badSignature, refuse, spend } from './refuse'

type Service = GoogleAppsScript.Mail.MailApp
type Options = GoogleAppsScript.Mail.MailAdvancedParameters
type Source = GoogleAppsScript.Base.BlobSource & { getBlob?: () => GoogleAppsScript.Base.Blob }

const SCOPES = ['script.send_mail']
const PER_MESSAGE = 50
const SUBJECT_LENGTH = 250
const BODY_BYTES = { consumer: 200 * 1024, workspace: 400 * 1024 }
const ATTACHMENT_BYTES = 25 * 1024 * 1024

/** The four ways to call sendEmail, as one. */
function toOptions(execution: Execution, args: unknown[]): Options {
  const [first, second, third, fourth] = args
  if (args.length === 1 && typeof first === 'object' && first !== null) return first as Options
  if (typeof first === 'string' && typeof second === 'string' && typeof third === 'string') {
    if (typeof fourth === 'string') return { to: first, replyTo: second, subject: third, body: fourth }
    return { ...(fourth as Options | undefined), to: first, subject: second, body: third }
  }
  throw badSignature(execution, 'MailApp.sendEmail', ...args)
}

function toAttachment(source: Source, contentId?: string): Attachment {
  const blob = source.getBlob ? source.getBlob() : (source as GoogleAppsScript.Base.Blob)
  return {
    name: blob.getName() ?? 'attachment',
    type: blob.getContentType() ?? 'application/octet-stream',
    bytes: unsigned(blob.getBytes()),
    ...(contentId === undefined ? {} : { contentId }),
  }
}

export function makeMailApp(execution: Execution): Service {
  const { workspace, account } = execution
  const me = () => workspace.account(account)

  const addresses = (text: string | undefined): Address[] => {
    const found = parseAddresses(text ?? '')
    for (const { email } of found) if (!isEmail(email)) throw refuse(execution, 'mailAddress', email)
    return found
  }

  const send = (options: Options): void => {
    const [to, cc, bcc] = [addresses(options.to), addresses(options.cc), addresses(options.bcc)]
    const count = to.length + cc.length + bcc.length
    if (count === 0) throw refuse(execution, 'mailNobody')
    if (count > PER_MESSAGE) throw refuse(execution, 'mailRecipients')
    const subject = String(options.subject ?? '')
    if (subject.length > SUBJECT_LENGTH) throw refuse(execution, 'tooLarge', 'subject')
    const text = String(options.body ?? '')
    const html = options.htmlBody
    const most = BODY_BYTES[me().kind]
    if (utf8(text).length > most || utf8(html ?? '').length > most) throw refuse(execution, 'mailBody')
    const attachments = [
      ...(options.attachments ?? []).map((source) => toAttachment(source)),
      ...Object.entries(options.inlineImages ?? {}).map(([id, source]) => toAttachment(source, id)),
    ]
    if (attachments.reduce((sum, a) => sum + a.bytes.length, 0) > ATTACHMENT_BYTES)
      throw refuse(execution, 'mailAttachments')
    spend(execution, 'email recipients', count, 'email')
    const letter = {
      from: { name: options.name ?? me().name, email: account },
      to,
      cc,
      bcc,
      subject,
      text,
      ...(html === undefined ? {} : { html }),
      ...(options.replyTo === undefined ? {} : { replyTo: options.replyTo }),
      attachments,
      at: workspace.clock.now,
    }
    submit(workspace, account, compose(letter))
  }

  return strict('MailApp', {
    sendEmail: (...args: unknown[]) =>
      execution.call({ service: 'MailApp', method: 'sendEmail', scopes: SCOPES }, () =>
        send(toOptions(execution, args)),
      ),
    getRemainingDailyQuota: () =>
      execution.call({ service: 'MailApp', method: 'getRemainingDailyQuota', scopes: SCOPES }, () =>
        workspace.quotas.left(account, 'email recipients'),
      ),
  } satisfies Service)
}
