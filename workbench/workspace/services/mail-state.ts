/** Every account's mailbox. A message lies once in the sender's box (SENT) and once in each recipient's (INBOX). */
export interface MailMessage {
  readonly id: string
  readonly threadId: string
  readonly labelIds: string[]
  /** RFC 5322 text, headers and body, as the box's owner has it (BCC only in the sender's copy). */
  readonly raw: string
  readonly at: number
  /** Envelope recipients, lower case. */
  readonly envelope: string[]
}
export interface MailDraft {
  readonly id: string
  messageId: string
  threadId: string
  raw: string
  readonly at: number
}
export interface Mailbox {
  messages: MailMessage[]
  drafts: MailDraft[]
  /** Labels the person made: ID → name. */
  labels?: Record<string, string>
}
export interface MailState {
  boxes: Record<string, Mailbox>
  /** Addresses nobody has: mail to them bounces. */
  dead?: string[]
  /** Who is away: address → what their mailbox answers by itself, once to everybody. */
  away?: Record<string, string>
  /** `who is away > whom it told`. */
  awayTold?: string[]
}
export const emptyMail = (): MailState => ({ boxes: {} })
