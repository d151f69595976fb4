/** What is known of a group’s neighbours, where its own address does not do. Never a mapping. Pure. */
import { mappingBy } from '../registry/group-rows'
import { districtLabel, type StateFacts } from '../registry/states'
import type { Row } from '../registry/tables'
import { CHAMBERS } from '../registry/words'

const MOST = 6
const zipOf = (zip: string): string => (/^\s*(\d{3,5})/.exec(zip)?.[1] ?? '').padStart(5, '0')
const plain = (text: string): string => text.trim().toLowerCase()

/** Districts of mapped groups with the same ZIP, else in the same town, those of most groups first: `House 14A (2 groups)`. */
export function hintsFor(
  group: Row<'groups'>,
  groups: readonly Row<'groups'>[],
  coverage: readonly Row<'coverage'>[],
  state: StateFacts,
): string[] {
  const mappingOf = mappingBy(coverage)
  const others = groups.filter((other) => other.id !== group.id && mappingOf(other) === 'mapped')
  const sameZip = others.filter(({ zip }) => /\d{3}/.test(zip) && zipOf(zip) === zipOf(group.zip))
  const sameTown = others.filter(({ town }) => plain(town) !== '' && plain(town) === plain(group.town))
  const near = new Set((sameZip.length > 0 ? sameZip : sameTown).map(({ id }) => id))
  return CHAMBERS.flatMap((chamber) => {
    const counts = new Map<string, number>()
    for (const row of coverage)
      if (row.chamber === chamber && near.has(row.groupId.trim()))
        counts.set(row.district, (counts.get(row.district) ?? 0) + 1)
    return [...counts]
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en', { numeric: true }))
      .slice(0, MOST)
      .map(([district, n]) => `${districtLabel(state, chamber, district)} (${n} ${n === 1 ? 'group' : 'groups'})`)
  })
}
