/**
 * Who writes that they want no more alerts: OPT OUT, UNSUBSCRIBE or STOP as the first line they wrote, or as the subject, which is
 * what a mail program sends where somebody presses its button for that (`../mail/mime.ts`). Pure.
 */
import type { Letter } from './letter'
import { plainLine } from './own-words'

/** Why its row in Answers is in no sum. */
export const OPTED_OUT = 'asked for no more alerts: opted out in People'

const ASKS = /^(please )?(opt[- ]?out|unsubscribe|stop)( me)?( please)?$/
const LONGEST = 100
const asks = (line: string): boolean =>
  line.length <= LONGEST &&
  ASKS.test(plainLine(line.replace(/[^\p{L}\p{N}\s-]+/gu, ' ').replace(/^[\s-]+|[\s-]+$/g, '')))

/** A new mail with such a subject. An answer’s subject says what it answers, even where that is such a word. */
export const isOptOutSubject = ({ subject, replies }: Pick<Letter, 'subject' | 'replies'>): boolean =>
  !replies && asks(subject)

/** `first`: the first line that was written. A program that sends the subject for somebody may say that it is a machine. */
export const wantsOut = (letter: Letter, first: string): boolean =>
  isOptOutSubject(letter) || (letter.machine === '' && asks(first))
