/** What an import changes in the Legislators tab. Pure: nothing that a person typed is ever among the changes. */
import type { LegislatorsImported } from '../contract'
import { districtLabel, type StateFacts } from '../registry/states'
import type { Row } from '../registry/tables'
import type { Seated } from './join'

type Legislator = Row<'legislators'>
export type Change = LegislatorsImported['changes'][number]

export interface ImportPlan {
  readonly added: readonly Legislator[]
  /** By legislator ID: program columns of everyone known, and district phones that were blank. */
  readonly updates: ReadonlyMap<string, Partial<Legislator>>
  readonly changes: readonly Change[]
}

export const SOURCE = 'Open States'
/**
 * District phones filled in where a known person had none: each is a cell of its own between columns of people, so one
 * import does only so many, and the next one goes on.
 */
const PHONES_AT_ONCE = 25

const ours = (row: Legislator): boolean => row.source.startsWith(SOURCE)

/** People who are no longer in the file keep their row, without a seat: notes and phones belong to whoever typed them. */
function withoutSeat(row: Legislator, state: StateFacts, day: string): Partial<Legislator> {
  const seat = row.chamber ? `, was ${districtLabel(state, row.chamber, row.district)}` : ''
  return { chamber: '', district: '', source: `${SOURCE}, not listed since ${day}${seat}` }
}

/** `day`: today in the state, such as `2026-11-23`. On a first import everyone is new, and nothing is told as a change. */
export function planImport(
  seated: readonly Seated[],
  standing: readonly Legislator[],
  state: StateFacts,
  now: Date,
  day: string,
): ImportPlan {
  const known = new Map(standing.map((row) => [row.id.trim(), row]))
  const first = !standing.some(ours)
  const added: Legislator[] = []
  const updates = new Map<string, Partial<Legislator>>()
  const changes: Change[] = []
  const label = (row: { chamber: Legislator['chamber']; district: string }): string =>
    row.chamber ? districtLabel(state, row.chamber, row.district) : 'no seat'
  let phones = 0

  for (const person of seated) {
    const { id, name, chamber, district, party, email } = person
    const program = { name, chamber, district, party, email, source: SOURCE, asOf: now }
    const row = known.get(id)
    if (!row) {
      const { capitolPhone, districtPhone } = person
      added.push({ id, ...program, capitolPhone, districtPhone, leaves: '' })
      if (!first) changes.push({ kind: 'new', name, detail: label(person) })
      continue
    }
    const fill = person.districtPhone !== '' && row.districtPhone.trim() === '' && phones < PHONES_AT_ONCE
    if (fill) phones += 1
    updates.set(id, fill ? { ...program, districtPhone: person.districtPhone } : program)
    if (row.chamber === '') changes.push({ kind: 'new', name, detail: `${label(person)}, listed again` })
    else if (row.chamber !== chamber || row.district !== district)
      changes.push({ kind: 'moved', name, detail: `${label(row)} → ${label(person)}` })
    const other = [
      row.name !== name ? `name was ${row.name}` : '',
      row.party !== party ? `party: ${row.party || 'none'} → ${party || 'none'}` : '',
      row.email !== email ? `e-mail: ${row.email || 'none'} → ${email || 'none'}` : '',
    ].filter((text) => text !== '')
    if (other.length > 0) changes.push({ kind: 'changed', name, detail: other.join('; ') })
  }

  const here = new Set(seated.map((person) => person.id))
  for (const row of standing) {
    if (here.has(row.id.trim()) || !ours(row) || row.chamber === '') continue
    updates.set(row.id.trim(), withoutSeat(row, state, day))
    changes.push({ kind: 'gone', name: row.name, detail: label(row) })
  }
  return { added, updates, changes }
}
