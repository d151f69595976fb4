/** What an import changes in the Legislators tab. Pure: nothing that a person typed is ever among the changes. */
import type { LegislatorTables, Params } from '../../contract'
import { districtLabel, type StateFacts } from '../../registry/states'
import { SOURCE } from '../source'
import type { Seated } from './join'
import { tidy } from './open-states'

export type Standing = LegislatorTables['standing'][number]
export type SentRow = Params<'commitLegislators'>['rows'][number]

export interface Change {
  readonly kind: 'new' | 'gone' | 'moved' | 'changed'
  readonly name: string
  readonly detail: string
}

export interface ImportPlan {
  /** As they are to stand: everyone with a seat, and those who have lost theirs. */
  readonly rows: readonly SentRow[]
  readonly changes: readonly Change[]
}

/**
 * District phones filled in where a known person had none: each is a cell of its own between columns of people, so one
 * import does only so many, and the next one goes on.
 */
const PHONES_AT_ONCE = 25
/** Characters of a text that is sent. */
const MOST = 500

const ours = (row: Standing): boolean => row.source.startsWith(SOURCE)

/** People who are no longer in the file keep their row, without a seat: notes and phones belong to whoever typed them. */
const withoutSeat = (id: string, seat: string, day: string): SentRow => ({
  id,
  name: '',
  chamber: '',
  district: '',
  party: '',
  email: '',
  source: tidy(`${SOURCE}, not listed since ${day}, was ${seat}`, MOST),
  capitolPhone: '',
  districtPhone: '',
})

/** `day`: today in the state, such as `2026-11-23`. On a first import everyone is new, and nothing is told as a change. */
export function planImport(
  seated: readonly Seated[],
  standing: readonly Standing[],
  state: StateFacts,
  day: string,
): ImportPlan {
  const known = new Map(standing.map((row) => [row.id.trim(), row]))
  const first = !standing.some(ours)
  const rows: SentRow[] = []
  const changes: Change[] = []
  const label = (row: Pick<Standing, 'chamber' | 'district'>): string =>
    row.chamber ? districtLabel(state, row.chamber, row.district) : 'no seat'
  let phones = 0

  for (const person of seated) {
    const { id, name, chamber, district, party, email } = person
    const row = known.get(id)
    if (!row) {
      rows.push({ ...person, source: SOURCE })
      if (!first) changes.push({ kind: 'new', name, detail: label(person) })
      continue
    }
    const fill = person.districtPhone !== '' && row.districtPhone.trim() === '' && phones < PHONES_AT_ONCE
    if (fill) phones += 1
    rows.push({ ...person, source: SOURCE, capitolPhone: '', districtPhone: fill ? person.districtPhone : '' })
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

  const done = new Set(seated.map((person) => person.id))
  for (const row of standing) {
    const id = row.id.trim()
    if (done.has(id) || !ours(row) || row.chamber === '' || id.length > MOST) continue
    done.add(id)
    rows.push(withoutSeat(id, label(row), day))
    changes.push({ kind: 'gone', name: row.name, detail: label(row) })
  }
  return { rows, changes }
}
