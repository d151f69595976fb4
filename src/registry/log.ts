/** The Log tab: who did what. Lines are gathered and written together when the request is over. */
import { appendRows } from './table'
import type { Row } from './tables'
import { plainText } from './text'

let pending: Row<'log'>[] = []

/** Notes something done; `flushLog` writes it. Never a secret, never a mail's text. */
export function log(who: string, did: string, to: string, detail = ''): void {
  // As a cell keeps them: they are part of what a line is known by.
  pending.push({ at: new Date(), who, did, to: plainText(to), detail: plainText(detail) })
}

/** Writes what was noted, in one append. A log that cannot be written must not undo what was done: it is only told. */
export function flushLog(): void {
  const lines = pending
  pending = []
  if (lines.length === 0) return
  try {
    appendRows('log', lines)
  } catch (error) {
    console.error('the log could not be written', error instanceof Error ? error.name : '')
  }
}
