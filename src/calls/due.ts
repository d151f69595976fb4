/** Which mails of a call are due, to whom, and until when they make sense. Each has a key; a key is mailed once. Pure. */
const HOUR = 3_600_000

export type MailKind = 'ask' | 'day' | 'hour' | 'moved' | 'cancelled' | 'next'

export interface DueMail {
  readonly kind: MailKind
  /** `ask P-001`, `day 2026-12-03T19:00` */
  readonly key: string
  /** Person ID, '' for everybody who is invited. */
  readonly to: string
  readonly from: Date
  readonly until: Date
}

export interface Dated {
  readonly state: 'planned' | 'cancelled' | 'held'
  readonly wall: string
  readonly starts: Date
  readonly minutes: number
  /** Person IDs, '' for nobody. */
  readonly facilitator: string
  readonly notes: string
  /** Tokens of the Told column: keys that are done, and `!moved …` for what is to be told. */
  readonly told: readonly string[]
}

export const tokensOf = (told: string): string[] =>
  told
    .split(';')
    .map((token) => token.trim())
    .filter(Boolean)

/** Every mail this call has or will have. */
export function mailsOf(call: Dated): DueMail[] {
  const { state, wall, starts, minutes, facilitator, notes, told } = call
  const at = (hours: number): Date => new Date(starts.getTime() + hours * HOUR)
  const mail = (kind: MailKind, key: string, to: string, from: Date, until: Date): DueMail => ({
    kind,
    key,
    to,
    from,
    until,
  })
  const flagged = (kind: 'moved' | 'cancelled'): DueMail[] =>
    told.includes(`!${kind} ${wall}`) && (kind === 'cancelled') === (state === 'cancelled')
      ? [mail(kind, `${kind} ${wall}`, '', new Date(0), at(0))]
      : []
  const over = new Date(starts.getTime() + minutes * 60_000)
  const next = state === 'held' ? [mail('next', 'next', '', over, new Date(over.getTime() + 72 * HOUR))] : []
  const asked = [...new Set([facilitator, notes])].filter(Boolean)
  const before = [
    // Who facilitates hears of it in the last hour too; whoever takes notes has only this one.
    ...asked.map((id) => mail('ask', `ask ${id}`, id, at(-7 * 24), at(id === facilitator ? -1 : 0))),
    mail('day', `day ${wall}`, '', at(-24), at(-1)),
    ...(facilitator ? [mail('hour', `hour ${wall} ${facilitator}`, facilitator, at(-1), at(0))] : []),
  ]
  // What was begun before it was called off is only settled.
  const off = (m: DueMail): DueMail => ({ ...m, until: new Date(0) })
  return [...flagged('moved'), ...flagged('cancelled'), ...(state === 'planned' ? before : before.map(off)), ...next]
}

/** Those that are due now and not done; one whose `until` has come is only to be settled. */
export const dueOf = (call: Dated, now: Date): DueMail[] =>
  mailsOf(call).filter((mail) => mail.from <= now && !call.told.includes(mail.key))
