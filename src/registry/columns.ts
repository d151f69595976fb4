/**
 * The kinds of column a tab can have. A column knows its header, who owns it (a person or the program), what to type
 * in it, and — as a type — what a cell of it is once read.
 */
export type Owner = 'person' | 'program'
export type Kind = 'text' | 'number' | 'date' | 'oneOf' | 'someOf'

export interface Column<V> {
  readonly header: string
  readonly owner: Owner
  readonly kind: Kind
  /** Shown as a note on the header: what to type here. */
  readonly note: string
  /** The values of a drop-down (`oneOf`), or of a comma-separated list (`someOf`). */
  readonly values?: readonly string[]
  /** Only a type: what a read cell is. */
  readonly cell?: V
}

const column =
  <V>(kind: Kind, owner: Owner) =>
  (header: string, note = ''): Column<V> => ({ header, owner, kind, note })

/** Text: kept as typed (number format `@`), so ZIP codes, phones and district codes keep their zeros. */
export const text = (owner: Owner) => column<string>('text', owner)
export const number = (owner: Owner) => column<number | null>('number', owner)
export const date = (owner: Owner) => column<Date | null>('date', owner)

/** One value of a list; a blank or unknown cell reads as `''`. */
export const oneOf =
  (owner: Owner) =>
  <const T extends readonly string[]>(header: string, values: T, note = ''): Column<T[number] | ''> => ({
    header,
    owner,
    kind: 'oneOf',
    note,
    values,
  })

/** Several values of a list, separated by commas; unknown ones are left out when read. */
export const someOf =
  (owner: Owner) =>
  <const T extends readonly string[]>(header: string, values: T, note = ''): Column<T[number][]> => ({
    header,
    owner,
    kind: 'someOf',
    note,
    values,
  })
