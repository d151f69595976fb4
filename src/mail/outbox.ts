/** Reading a row of the Outbox. */
import type { Row } from '../registry/tables'

export type OutboxRow = Row<'outbox'>
export type Change = Partial<OutboxRow>

/** A run lives six minutes at most; half a minute more, and it is dead for certain. */
export const RUN_LIFE_MS = 6.5 * 60_000
/** After so many tries a message is given up. */
export const MAX_TRIES = 5

export const recipientsOf = (row: OutboxRow): string[] =>
  row.recipients
    .split(',')
    .map((a) => a.trim())
    .filter(Boolean)

/** People a row stands for. */
export const peopleIn = (row: OutboxRow): number => row.to ?? recipientsOf(row).length

/** `maya@example.org#k3f9` → `maya@example.org`: the account in whose mailbox the draft lies. */
export const ownerOf = (run: string): string => run.split('#')[0] ?? ''

/** One word that a mail search finds, the same for every try of a message. */
export const tokenOf = (messageId: string): string => `sw${messageId.toLowerCase().replace(/[^a-z0-9]/g, '')}`

/** The run that last touched this row cannot be alive any more. A row without a date was touched by hand. */
export const isDead = (row: OutboxRow, now: Date): boolean =>
  now.getTime() - (row.changedAt?.getTime() ?? 0) > RUN_LIFE_MS
