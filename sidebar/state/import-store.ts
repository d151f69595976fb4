/** The paste, its preview, and what was chosen for each duplicate. Lives on while other pages are open. */
import * as z from 'zod/mini'
import { type Answer, IMPORT_KINDS, type ImportPreview } from '../../src/contract'
import { MOST_ROWS, type Paste, type PasteProblem, readPaste, toText } from '../paste'
import { createKeptStore } from './kept'
import { createStore } from './store'

export type ImportKind = (typeof IMPORT_KINDS)[number]

/** What was typed, or read from a chosen file. */
export const pasted = createKeptStore<{ kind: ImportKind; text: string; file: string }>(
  'statewide.import',
  z.object({ kind: z.enum(IMPORT_KINDS), text: z.string(), file: z.string() }),
  { kind: 'groups', text: '', file: '' },
)

interface Checked {
  paste: Paste | null
  problems: PasteProblem[]
  preview: ImportPreview | null
  /** Rows of duplicates that a person wants in all the same. */
  addRows: number[]
  /** `kept`: rows with errors that stand in the box again. */
  done: (Answer<'commitImport'> & { kind: ImportKind; kept: number }) | null
}
const NOTHING: Checked = { paste: null, problems: [], preview: null, addRows: [], done: null }
export const checked = createStore<Checked>(NOTHING)

/** A change to what was pasted makes the preview void. */
export function paste(
  change: Partial<{ kind: ImportKind; text: string; file: string }>,
  problem?: PasteProblem | null,
) {
  pasted.set(change)
  checked.set({ ...NOTHING, problems: problem ? [problem] : [] })
}

/** Reads the paste in the browser; gives it where it may be sent. */
export function readPasted(): Paste | null {
  const { text } = pasted.get()
  const read = readPaste(text)
  const empty = text.trim() === ''
  const problems = empty
    ? [{ row: 0, message: 'There is nothing to check yet.', next: 'Paste rows above, or choose a CSV file.' }]
    : read.problems
  checked.set({ ...NOTHING, problems, paste: problems.length ? null : read })
  return problems.length || read.rows.length > MOST_ROWS ? null : read
}

/** The rows of duplicates that stay out: all of them unless a person said otherwise. */
export function skippedRows({ preview, addRows }: Pick<Checked, 'preview' | 'addRows'>): number[] {
  const rows = new Set(preview?.duplicates.map((duplicate) => duplicate.row))
  return [...rows].filter((row) => !addRows.includes(row))
}

/** Rows kept out by an error; all rows where the preview could not name every problem: those in are known again. */
function faulty({ paste, preview }: Checked): string[][] {
  if (!paste || !preview) return []
  const errors = preview.problems.filter((problem) => problem.level === 'error')
  if (errors.length > 0 && errors.length === preview.problems.length && preview.problemCount > errors.length)
    return paste.rows
  const rows = new Set(errors.map((problem) => problem.row))
  return paste.rows.filter((_, index) => rows.has(index + 2))
}

/** After the rows are in: what was done, and in the box only what still has to be mended. */
export function imported(done: Answer<'commitImport'>): void {
  const { kind } = pasted.get()
  const before = checked.get()
  const rows = done.skipped > 0 ? faulty(before) : []
  pasted.set({ text: before.paste && rows.length ? toText({ ...before.paste, rows }) : '', file: '' })
  checked.set({ ...NOTHING, done: { ...done, kind, kept: rows.length } })
}
