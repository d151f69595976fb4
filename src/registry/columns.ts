/**
 * The kinds of column a tab can have. A column knows its header, who owns it (a person or the program), what to type
 * in it, and — as a type — what a cell of it is once read.
 */
export type Owner = 'person' | 'program'
export type Kind = 'text' | 'number' | 'date' | 'oneOf' | 'someOf'

/** People may type anything: what is not understood is kept, so that nobody takes it for blank. */
type Typed<O extends Owner, V> = O extends 'person' ? string : V

type Note = () => string
const NO_NOTE: Note = () => ''

export interface Column<V> {
  readonly header: string
  readonly owner: Owner
  readonly kind: Kind
  /** Shown as a note on the header: what to type here. A function, so that the build can take the sentence out. */
  readonly note: Note
  /** The values of a drop-down (`oneOf`), or of a comma-separated list (`someOf`). */
  readonly values?: readonly string[]
  /** Reads in capitals, without blanks around it. */
  readonly isId?: boolean
  /** Only a type: what a read cell is. */
  readonly cell?: V
}

const column =
  <V>(kind: Kind, owner: Owner) =>
  (header: string, note = NO_NOTE): Column<V> => ({ header, owner, kind, note })

/** An ID, such as `G-014`, however it is capitalised and spaced. */
export const id =
  (owner: Owner) =>
  (header: string, note = NO_NOTE): Column<string> => ({ ...text(owner)(header, note), isId: true })

/** Text: kept as typed (number format `@`), so ZIP codes, phones and district codes keep their zeros. */
export const text = (owner: Owner) => column<string>('text', owner)
export const number = (owner: Owner) => column<number | null>('number', owner)
/** Text that is no day is kept as it was typed where people type it. */
export const date = <O extends Owner>(owner: O) => column<Date | null | Typed<O, never>>('date', owner)

/** One value of a list; a blank cell reads as `''`, and so does an unknown word where people do not type. */
export const oneOf =
  <O extends Owner>(owner: O) =>
  <const T extends readonly string[]>(header: string, values: T, note = NO_NOTE): Column<Typed<O, T[number] | ''>> => ({
    header,
    owner,
    kind: 'oneOf',
    note,
    values,
  })

/** Several values of a list, separated by commas; then those that are unknown, as they were typed. */
export const someOf =
  (owner: Owner) =>
  <const T extends readonly string[]>(header: string, values: T, note = NO_NOTE): Column<string[]> => ({
    header,
    owner,
    kind: 'someOf',
    note,
    values,
  })
