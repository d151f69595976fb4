/** What an alert says in a channel: one wording for everybody there, whomever they have to call. Pure. */
import { postId } from '../../mail/outbox'
import { toAddress } from '../../registry/address'
import { plainText } from '../../registry/text'
import type { ChannelKind } from '../../registry/words'
import type { Message } from './cohorts'
import type { Target } from './targets'
import { type Facts, type Wording, wordingFor } from './text'
import { nameOf, type Way } from './ways'

/** A channel’s post before it has a row. */
export interface Post extends Wording {
  readonly id: string
  readonly kind: ChannelKind
  readonly name: string
  /** Stands under “Recipients”: the address of a Google Group; `CH-002 #alerts` elsewhere. */
  readonly to: string
  /** Groups of whoever gets no mail because of it: they answer as the others do. */
  readonly groupIds: readonly string[]
}

/** Slack shows no more of a text at once, and cuts what is much longer. */
export const SLACK_LENGTH = 3_000

const REPLY_HERE = `Please answer here, in a thread:
HAVE IT – you have read it and pass it on
IN or OUT – your group can, or cannot
DONE and the number of calls, such as DONE 12 – and what the office said`

/** Cut at the end of a paragraph, else of a line, else of a word. */
export function cutTo(text: string, length: number): string {
  if (text.length <= length) return text
  const more = '\n\n… (the rest is in the mail)'
  const head = text.slice(0, length - more.length)
  const ends = ['\n\n', '\n', ' '].map((end) => head.lastIndexOf(end)).filter((at) => at > length / 2)
  return `${head.slice(0, Math.max(0, ...ends.slice(0, 1)) || head.length).trim()}${more}`
}

export function postOf(
  way: Way,
  template: Wording,
  facts: Facts,
  targets: readonly Target[],
  groupIds: readonly string[] = [],
): Post {
  const isMail = way.kind === 'google group'
  const words = wordingFor(template, facts, targets, [], isMail ? undefined : REPLY_HERE)
  const whole = `${words.subject}\n\n${words.body}`
  const body = isMail ? words.body : way.kind === 'slack' ? cutTo(whole, SLACK_LENGTH) : whole
  return {
    id: way.id,
    groupIds,
    kind: way.kind,
    name: nameOf(way),
    to: isMail
      ? (toAddress(way.address) ?? '')
      : `${way.id} ${nameOf(way)
          .replace(/[,\s]+/g, ' ')
          .slice(0, 80)}`.trim(),
    // As a cell keeps them, so that the row that is read is the message that was written.
    subject: plainText(words.subject),
    body: plainText(body),
  }
}

/** The Outbox message of a post. Of a channel there is one a alert, whoever approves it how often. */
export const toPostMessage = (alertId: string, { kind, to, groupIds, subject, body }: Post): Message => ({
  id: postId(kind, alertId, to, subject, body),
  to: [to],
  groupIds,
  subject,
  body,
})
