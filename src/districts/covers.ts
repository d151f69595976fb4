/** What a person says that a group covers, beside what the Coverage tab says now. Pure. */
import type { Params } from '../contract'
import { Fault } from '../fault'
import { speller } from '../registry/district-names'
import { districtPlan } from '../registry/district-plan'
import { fingerprint } from '../registry/fingerprint'
import { addressOf } from '../registry/group-rows'
import { chamberOf, districtLabel, type StateFacts } from '../registry/states'
import type { Row } from '../registry/tables'

type Coverage = Row<'coverage'>
type Group = Row<'groups'>

const FIELDS = ['basis', 'share', 'source', 'lines', 'confirmedBy'] as const
const DIGITS = 6
const short = (value: unknown): string => fingerprint(String(value ?? '')).slice(0, DIGITS)

/** What identifies a row among those of its group. */
export const coverKey = (row: Pick<Coverage, 'chamber' | 'district'>): string => `${row.chamber}|${row.district.trim()}`
const stampOf = (row: Coverage): string => [coverKey(row), ...FIELDS.map((field) => row[field])].map(short).join('')

/** A fingerprint of the address, then one of every row, cell by cell, so that a run that died half-way can be told. */
export const sealOf = (group: Group, rows: readonly Coverage[]): string =>
  [short(addressOf(group)), ...rows.map(stampOf).sort()].join(' ')

/** Whether a cell is now neither what the person saw (`seal`) nor what they want. */
export function isStale(seal: string, group: Group, rows: readonly Coverage[], wanted: readonly Coverage[]): boolean {
  const [address, ...seen] = seal.split(' ')
  const cells = (stamps: readonly string[]) => new Map(stamps.map((s) => [s.slice(0, DIGITS), s.slice(DIGITS)]))
  const [was, is, to] = [cells(seen), cells(rows.map(stampOf)), cells(wanted.map(stampOf))]
  const cell = (of: Map<string, string>, key: string, i: number) => of.get(key)?.slice(i * DIGITS, (i + 1) * DIGITS)
  return (
    address !== short(addressOf(group)) ||
    [...was.keys(), ...is.keys()].some((key) =>
      FIELDS.some((_, i) => {
        const now = cell(is, key, i)
        return now !== cell(was, key, i) && now !== cell(to, key, i)
      }),
    )
  )
}

const dateOf = (text: string | null): Date | null => {
  const date = new Date(text ?? '')
  return Number.isNaN(date.getTime()) ? null : date
}

/**
 * The rows that these covers make, each district once, spelled as the state does. `stamp` goes into Confirmed by where it
 * is not ''. Throws `UNKNOWN_DISTRICT`, `BAD_SHARE`.
 */
export function rowsFor(
  { covers }: Pick<Params<'setCovers'>, 'covers'>,
  group: Group,
  before: readonly Coverage[],
  districts: readonly Row<'districts'>[],
  state: StateFacts,
  stamp: string,
  now: Date,
): Coverage[] {
  const standing = new Map(before.map((row) => [coverKey(row), row]))
  const rows = new Map<string, Coverage>()
  for (const cover of covers) {
    const { chamber, basis, share, source, lines } = cover
    const facts = chamberOf(state, chamber)
    const listed = districts.filter((d) => d.chamber === chamber).map((d) => d.district)
    const spelled = speller(facts ? districtPlan(facts) : [], listed)(cover.district)
    // What somebody wrote by hand stays as it is until it is taken away.
    const district = spelled ?? (standing.has(coverKey(cover)) ? cover.district.trim() : null)
    if (district === null)
      throw new Fault(
        'UNKNOWN_DISTRICT',
        `${districtLabel(state, chamber, cover.district)} is not a district of ${state.name}.`,
        'Choose one from the list.',
        'district',
      )
    if (share !== null && !(share >= 0 && share <= 100))
      throw new Fault('BAD_SHARE', 'The share is a number from 0 to 100.', 'Correct it, or leave it blank.', 'share')
    const key = coverKey({ chamber, district })
    if (rows.has(key)) continue
    const mappedOn = dateOf(cover.mappedOn) ?? standing.get(key)?.mappedOn ?? now
    const confirmedBy = stamp || cover.confirmedBy
    rows.set(key, {
      groupId: group.id,
      group: group.name,
      chamber,
      district,
      basis,
      share,
      source,
      lines,
      mappedOn,
      confirmedBy,
    })
  }
  return [...rows.values()]
}
