/** The paste, its preview, and what was chosen for each duplicate. Lives on while other pages are open. */
import * as z from 'zod/mini'
import { type Answer, IMPORT_KINDS, type ImportKind, type ImportTables, type Params } from '../../src/contract'
import {
  type ImportPlan,
  type ImportPreview,
  missingColumns,
  planImport,
  previewOf,
  toCommit,
} from '../../src/groups/in-page'
import { MOST_ROWS, type Paste, type PasteProblem, readPaste, toText } from '../paste'
import { createKeptStore } from './kept'
import { createStore } from './store'

/** What was typed, or read from a chosen file. */
export const pasted = createKeptStore<{ kind: ImportKind; text: string; file: string }>(
  'statewide.import',
  z.object({ kind: z.enum(IMPORT_KINDS), text: z.string(), file: z.string() }),
  { kind: 'groups', text: '', file: '' },
)

interface Checked {
  paste: Paste | null
  problems: PasteProblem[]
  plan: ImportPlan | null
  preview: ImportPreview | null
  /** Rows of duplicates that a person wants in all the same. */
  addRows: number[]
  /** `skipped`: rows that are not in; `kept`: those of them with errors, which stand in the box again. */
  done: (Answer<'commitImport'> & { kind: ImportKind; skipped: number; kept: number }) | null
}
const NOTHING: Checked = { paste: null, problems: [], plan: null, preview: null, addRows: [], done: null }
export const checked = createStore<Checked>(NOTHING)

/** A change to what was pasted makes the preview void. */
export function paste(
  change: Partial<{ kind: ImportKind; text: string; file: string }>,
  problem?: PasteProblem | null,
) {
  pasted.set(change)
  checked.set({ ...NOTHING, problems: problem ? [problem] : [] })
}

/** Reads the paste; gives it where it can be compared with the sheet. */
export function readPasted(): Paste | null {
  const { kind, text } = pasted.get()
  const read = readPaste(text)
  const problems = [...read.problems]
  if (text.trim() === '')
    problems.push({
      row: 0,
      message: 'There is nothing to check yet.',
      next: 'Paste rows above, or choose a CSV file.',
    })
  const missing = problems.length ? null : missingColumns(kind, read.header)
  if (missing) problems.push({ row: 1, message: missing.message, next: missing.next })
  checked.set({ ...NOTHING, problems, paste: problems.length ? null : read })
  return problems.length || read.rows.length > MOST_ROWS ? null : read
}

/** Plans the paste with what is there already. */
export function planPasted(read: Paste, tables: ImportTables): ImportPreview {
  const request = { kind: pasted.get().kind, header: read.header, rows: read.rows }
  const plan = planImport(request, tables)
  const preview = previewOf(request, plan)
  checked.set({ plan, preview })
  return preview
}

/** The rows of duplicates that stay out: all of them unless a person said otherwise. */
export function skippedRows({ preview, addRows }: Pick<Checked, 'preview' | 'addRows'>): number[] {
  const rows = new Set(preview?.duplicates.map((duplicate) => duplicate.row))
  return [...rows].filter((row) => !addRows.includes(row))
}

/** Rows kept out by an error. */
function faulty({ paste, plan }: Checked): string[][] {
  const rows = new Set(plan?.problems.filter(({ level }) => level === 'error').map(({ row }) => row))
  return paste?.rows.filter((_, index) => rows.has(index + 2)) ?? []
}

/**
 * Sends the chosen rows. Then says what was done, and keeps in the box only what still has to be mended — or what was
 * typed there meanwhile.
 */
export async function addChosen(
  send: (rows: Params<'commitImport'>) => Promise<Answer<'commitImport'>>,
): Promise<void> {
  const { kind } = pasted.get()
  const sent = checked.get()
  const { paste, plan } = sent
  if (!paste || !plan) return
  const done = await send(toCommit(kind, plan, skippedRows(sent)))
  const untouched = checked.get().paste === paste
  const rows = untouched ? faulty(sent) : []
  if (untouched) pasted.set({ text: rows.length ? toText({ ...paste, rows }) : '', file: '' })
  checked.set({ ...NOTHING, done: { ...done, kind, skipped: plan.rows - done.added, kept: rows.length } })
}
