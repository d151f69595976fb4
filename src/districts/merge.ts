/**
 * A verdict meets what the Coverage tab already says of the group. What a person added or confirmed stays and counts
 * more than the Census Bureau; only rows that the program itself wrote are replaced.
 */
import { plainKey } from '../registry/district-names'
import { noteOf } from '../registry/mapping-note'
import type { Row } from '../registry/tables'
import { CHAMBERS, type Chamber, type Mapping } from '../registry/words'
import type { Verdict } from './verdict'

type Coverage = Row<'coverage'>
export type GroupChange = Pick<Row<'groups'>, 'upper' | 'lower' | 'mapping' | 'mappingNote'>

export interface Merged {
  readonly added: readonly Coverage[]
  /** Rows that stay and were found again. */
  readonly renewed: readonly Coverage[]
  readonly removed: readonly Coverage[]
  readonly group: GroupChange
  /** All rows of the group as they will stand. */
  readonly rows: readonly Coverage[]
}

/** A person wrote or confirmed this row. */
export const isPersons = (row: Coverage): boolean =>
  row.source !== 'census' || row.confirmedBy.trim() !== '' || (row.basis !== 'meeting place' && row.basis !== '')
const isMeetingPlace = (row: Coverage): boolean => row.basis === 'meeting place' || row.basis === ''
const same = (a: { chamber: string; district: string }, b: { chamber: string; district: string }): boolean =>
  a.chamber === b.chamber && plainKey(a.district) === plainKey(b.district)

const districtsIn = (rows: readonly Coverage[], chamber: Chamber): string =>
  rows
    .filter((row) => row.chamber === chamber)
    .map((row) => row.district.trim())
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .join('; ')

/** The columns of Groups that follow from its rows in Coverage. */
export const groupColumns = (rows: readonly Coverage[], mapping: Mapping | '', note: string): GroupChange => ({
  upper: districtsIn(rows, 'upper'),
  lower: districtsIn(rows, 'lower'),
  mapping,
  mappingNote: note,
})

/** Whether a person has said, for every chamber, where the group meets. */
export const isSettled = (rows: readonly Coverage[], chambers: readonly Chamber[]): boolean =>
  chambers.every((chamber) => rows.some((r) => r.chamber === chamber && r.district.trim() !== '' && isPersons(r)))

/** `who` picked the place where the verdict is on a picked one. `moved`: the address is another than it was. */
export function merge(
  group: { readonly id: string; readonly name: string },
  before: readonly Coverage[],
  verdict: Verdict,
  chambers: readonly Chamber[],
  now: Date,
  { who = '', moved = false } = {},
): Merged {
  // Who picks anew takes back what was picked before.
  const mayReplace = (row: Coverage) =>
    !isPersons(row) || (verdict.picked === true && row.source === 'census' && isMeetingPlace(row))
  const persons = before.filter((row) => !mayReplace(row))
  const own = before.filter(mayReplace)
  const confirmedBy = verdict.picked && verdict.mapping === 'mapped' ? who : ''
  const saidHere = (chamber: Chamber) => persons.filter((r) => r.chamber === chamber && isMeetingPlace(r))
  const against = CHAMBERS.filter((chamber) => {
    const finds = verdict.finds.filter((f) => f.chamber === chamber)
    const said = saidHere(chamber)
    return finds.length > 0 && said.length > 0 && !said.some((row) => finds.some((find) => same(row, find)))
  })

  const wanted = verdict.finds
    .filter((find) => !against.includes(find.chamber) && !persons.some((row) => same(row, find)))
    .map(
      ({ chamber, district, lines }): Coverage => ({
        groupId: group.id,
        group: group.name,
        chamber,
        district,
        basis: 'meeting place',
        share: null,
        source: 'census',
        lines,
        mappedOn: now,
        confirmedBy,
      }),
    )
  const again = wanted
    .map((row) => ({ row, old: own.find((o) => same(o, row)) }))
    .flatMap(({ row, old }) => (old ? [{ ...row, district: old.district, share: old.share }] : []))
  // What a person confirmed stands on the newest lines, too, where the Census Bureau says the same on them.
  const standing = persons.map((row) => {
    const find = row.source === 'census' ? verdict.finds.find((f) => same(f, row)) : undefined
    return find && find.lines !== row.lines ? { ...row, lines: find.lines, mappedOn: now } : row
  })
  const added = wanted.filter((row) => !own.some((o) => same(o, row)))
  // Nothing was found for a chamber: what is known from before stays, and a person is told.
  const foundIn = (row: Coverage) => verdict.finds.some((f) => f.chamber === row.chamber)
  const kept = own.filter((row) => !foundIn(row))
  const removed = own.filter((row) => foundIn(row) && !wanted.some((w) => same(w, row)))
  const rows = [...standing, ...kept, ...again, ...added]
  const renewed = [...again, ...standing.filter((row, i) => row !== persons[i])]

  if (against.length > 0) {
    const census = verdict.finds.filter((f) => against.includes(f.chamber)).map((f) => f.district)
    const people = against.flatMap((chamber) => saidHere(chamber).map((row) => row.district.trim()))
    const why = `The Census Bureau says ${census.join(', ')}, the Coverage tab says ${people.join(', ')} by hand.`
    const next = 'If the address is right, delete the row in the Coverage tab and map it; else correct the address.'
    return { added, renewed, removed, rows, group: groupColumns(rows, 'check', noteOf(why, next)) }
  }
  if (isSettled(persons, chambers) && !(moved && verdict.mapping !== 'mapped'))
    return { added, renewed, removed, rows, group: groupColumns(rows, 'mapped', '') }
  const open = CHAMBERS.filter((c) => kept.some((r) => r.chamber === c) && saidHere(c).length === 0)
  const mapping: Mapping = verdict.mapping === 'none' && rows.length > 0 ? 'check' : verdict.mapping
  const why = verdict.why && open.length > 0 ? `${verdict.why} The districts are from an earlier mapping.` : verdict.why
  return { added, renewed, removed, rows, group: groupColumns(rows, mapping, noteOf(why, verdict.next)) }
}
