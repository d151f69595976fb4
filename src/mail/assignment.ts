/** A lot that a run has claimed, and what became of it. */
import type { Fault } from '../fault'
import type { Lot } from './claim'
import type { Change, LeftOut } from './outbox'

export interface Assignment extends Pick<Lot, 'work' | 'search'>, LeftOut {
  readonly me: string
  readonly run: string
  readonly actBy: Date | null
  readonly cancelled: boolean
  /** Asked once more right before sending. */
  isCancelled(): boolean
  readonly replyTo: string
  /** Gmail drafts are not allowed for this account, and the sheet says to send by MailApp then. */
  readonly mailApp?: boolean
  /** Puts into a text what must not stand in the Outbox. */
  finish?(body: string): string
}

export interface Sent {
  /** What became of each message; one that is missing stays claimed, for a later run to find out. */
  readonly outcomes: Map<string, Change>
  /** Drafts to delete once the outcomes are written. */
  readonly discard: string[]
  /** Gmail lets this account do nothing. */
  readonly refused: Fault | null
}
