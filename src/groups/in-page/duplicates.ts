/** Who is there already: in the sheet, or further up in the same paste. Pure. */
import type { Row } from '../../registry/tables'
import type { Kind } from './columns'

export interface Duplicate {
  readonly row: number
  readonly name: string
  readonly why: 'same e-mail' | 'same name and town' | 'same name'
  /** The ID in the sheet, or `row 12` of the same paste. */
  readonly of: string
  readonly ofName: string
}
export interface Candidate {
  readonly row: number
  readonly values: Partial<Row<'groups'> & Row<'people'>>
}

/** Names compared without regard to case, spacing, accents and punctuation. */
export const sameMark = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

interface Known {
  readonly of: string
  readonly name: string
}

/** Marks that are the same only for the same group or person, strongest first. Blank ones are left out. */
function marksOf(kind: Kind, values: Candidate['values']): [Duplicate['why'], string][] {
  const name = sameMark(values.name ?? '')
  const marks: [Duplicate['why'], string][] = []
  if (kind === 'people') {
    if (values.email) marks.push(['same e-mail', `${values.email.toLowerCase()}|${values.groupId ?? ''}`])
    else if (name) marks.push(['same name', `${name}|${values.groupId ?? ''}`])
  } else if (name) {
    marks.push(['same name and town', `${name}|${sameMark(values.town ?? '')}`])
  }
  return marks
}

/**
 * Finds rows that stand already. A group without a town is the same as one of that name anywhere. People are compared by
 * e-mail and group, since who leads two groups has two rows; by name and group where there is no e-mail.
 */
export function findDuplicates(
  kind: Kind,
  candidates: readonly Candidate[],
  standing: readonly (Candidate['values'] & { id: string })[],
): Duplicate[] {
  const known = new Map<string, Known>()
  const byName = new Map<string, (Known & { town: string })[]>()
  const learn = (values: Candidate['values'], of: string) => {
    const entry = { of, name: values.name ?? '' }
    const marks = marksOf(kind, values)
    // A row that names no group says nothing new about an address that stands with one.
    if (values.email) marks.push(['same e-mail', `${values.email.toLowerCase()}|`])
    for (const [why, mark] of marks) if (!known.has(why + mark)) known.set(why + mark, entry)
    if (kind !== 'groups') return
    const name = sameMark(entry.name)
    const same = byName.get(name) ?? []
    same.push({ ...entry, town: sameMark(values.town ?? '') })
    byName.set(name, same)
  }
  const look = (values: Candidate['values']): { why: Duplicate['why']; known: Known } | null => {
    for (const [why, mark] of marksOf(kind, values)) {
      const found = known.get(why + mark)
      if (found) return { why, known: found }
    }
    if (kind !== 'groups') return null
    const town = sameMark(values.town ?? '')
    const found = byName.get(sameMark(values.name ?? ''))?.find((k) => k.town === '' || town === '')
    return found ? { why: 'same name', known: found } : null
  }
  for (const row of standing) learn(row, row.id)
  const duplicates: Duplicate[] = []
  for (const { row, values } of candidates) {
    const found = look(values)
    if (found)
      duplicates.push({ row, name: values.name ?? '', why: found.why, of: found.known.of, ofName: found.known.name })
    learn(values, `row ${row}`)
  }
  return duplicates
}
