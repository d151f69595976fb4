/** What people are told of an error that nobody expected; it stands in the script's log. */
export const UNEXPECTED = {
  code: 'UNEXPECTED',
  message: 'Something went wrong that Statewide did not expect.',
  next: 'Try again. If it stays so, tell whoever looks after the script.',
} as const

/** An error a person can act on: a code for programs, a sentence for people, and what to do next. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly next: string,
    /** The sidebar field this belongs to, where it was typed. */
    readonly field?: string,
  ) {
    super(message)
    this.name = 'Fault'
  }
}

/** A tab or a column is missing, or stands twice: the first page says so. */
export const isOfSheet = (error: unknown): boolean => error instanceof Fault && /^(TAB|COLUMN)_/.test(error.code)
