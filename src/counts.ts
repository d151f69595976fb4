/** What the sheet holds, in numbers: the page makes the setup steps and the to-dos of them. Pure. */
import type { Counts } from './contract'
import { isReachable } from './registry/district-rows'
import { hasLeft, mappingBy } from './registry/group-rows'
import type { Row } from './registry/tables'
import { hasOptedOut } from './registry/words'

export function countAll(
  tables: {
    groups: readonly Row<'groups'>[]
    people: readonly Row<'people'>[]
    legislators: readonly Row<'legislators'>[]
    alerts: readonly Row<'alerts'>[]
    coverage: readonly Row<'coverage'>[]
  },
  ready: boolean,
  nameless: number,
  unled: Counts['unled'] = [],
): Counts {
  const listed = tables.groups.filter((g) => !hasLeft(g))
  const mappingOf = mappingBy(tables.coverage)
  const unmapped = listed.filter((g) => mappingOf(g) === 'none')
  const reachable = tables.people.filter((p) => p.email !== '' && !hasOptedOut(p))
  const led = new Set(reachable.map((p) => p.groupId.trim()))
  return {
    ready,
    groups: listed.length,
    unmapped: unmapped.length,
    untried: unmapped.filter((g) => g.mappingNote === '').length,
    check: listed.filter((g) => mappingOf(g) === 'check').length,
    legislators: tables.legislators.length,
    people: tables.people.length,
    mailable: reachable.length,
    leaderless: listed.filter((g) => isReachable(g) && !led.has(g.id)).length,
    alerts: tables.alerts.filter((a) => a.kind !== 'drill' && a.approvedBy !== '').length,
    nameless,
    doubled: twice(tables.groups.map((g) => g.id.trim())),
    unled,
  }
}

function twice(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  const doubled = new Set<string>()
  for (const id of ids) (seen.has(id) ? doubled : seen).add(id)
  return [...doubled]
}
