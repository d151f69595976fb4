/** What the sidebar shows of districts and of one group. Pure: rows in, answers out. */
import type { DistrictsView, GroupCard } from '../contract'
import { districtKey, groupsByDistrict } from '../registry/district-rows'
import { hasLeft, mappingBy, noteOfGroup } from '../registry/group-rows'
import { oddities, oddityOf } from '../registry/oddities'
import { districtLabel, type StateFacts } from '../registry/states'
import type { Row } from '../registry/tables'
import { BASES, CHAMBERS } from '../registry/words'
import { sealOf } from './covers'
import { hintsFor } from './hints'
import { outdatedBy, type Years } from './lines'
import { readPoint } from './point'
import { membersByDistrict, seatsOf } from './seats'

export interface Tables {
  readonly groups: readonly Row<'groups'>[]
  readonly people: readonly Row<'people'>[]
  readonly coverage: readonly Row<'coverage'>[]
  readonly districts: readonly Row<'districts'>[]
  readonly legislators: readonly Row<'legislators'>[]
  /** The lines that count now. */
  readonly years: Years
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null

/** All districts in the order of the tab, with members, vacant seats and the groups that cover them. */
export function viewDistricts(state: StateFacts, tables: Omit<Tables, 'people'>): DistrictsView {
  const members = membersByDistrict(tables.legislators)
  const covering = groupsByDistrict(tables.coverage, tables.groups)
  const oddity = oddities(state)
  const nameOf = new Map(tables.groups.filter((group) => !hasLeft(group)).map((group) => [group.id, group.name]))
  const latest = tables.legislators.reduce((max, row) => Math.max(max, row.asOf?.getTime() ?? 0), 0)
  return {
    chambers: state.chambers.map(({ chamber, name, title }) => ({ chamber, name, title })),
    districts: tables.districts.flatMap(({ chamber, district, seats }) => {
      if (chamber === '') return []
      const key = districtKey(chamber, district)
      const here = members.get(key) ?? []
      return [
        {
          chamber,
          district,
          label: districtLabel(state, chamber, district),
          seats: seats ?? here.length,
          legislators: seatsOf(here, seats, members.size > 0),
          groups: (covering.get(key) ?? []).map((id) => ({ id, name: nameOf.get(id) ?? id })),
          oddity: oddity(chamber, district),
        },
      ]
    }),
    asOf: latest > 0 ? new Date(latest).toISOString() : null,
    outlines: { kept: 0, of: 0, asOf: null },
    outdated: [...outdatedBy(tables.years, tables.coverage)].flatMap(([groupId, why]) => {
      const group = nameOf.get(groupId)
      return group === undefined ? [] : [{ groupId, group, why }]
    }),
  }
}

/** One group with the districts it covers and who sits there. `row`: where it stands in the Groups tab. */
export function viewGroup(group: Row<'groups'>, row: number, state: StateFacts, tables: Tables): GroupCard {
  const members = membersByDistrict(tables.legislators)
  const seatsIn = new Map(tables.districts.map((d) => [districtKey(d.chamber, d.district), d.seats]))
  const ours = tables.coverage.filter((row) => row.groupId.trim() === group.id && row.chamber !== '')
  const covers = ours.flatMap((row) => {
    const { chamber } = row
    if (chamber === '') return []
    const key = districtKey(chamber, row.district)
    return [
      {
        chamber,
        district: row.district,
        label: districtLabel(state, chamber, row.district),
        basis: BASES.find((basis) => basis === row.basis) ?? ('meeting place' as const),
        share: row.share,
        source: row.source || ('hand' as const),
        lines: row.lines,
        mappedOn: iso(row.mappedOn),
        confirmedBy: row.confirmedBy,
        seats: seatsOf(members.get(key) ?? [], seatsIn.get(key) ?? null, members.size > 0 && seatsIn.has(key)),
        oddity: oddityOf(state, chamber, row.district),
      },
    ]
  })
  const note = noteOfGroup(group)
  const mapping = mappingBy(tables.coverage)(group)
  const untried = mapping !== 'mapped' && (group.mapping === '' || note.why === '')
  return {
    id: group.id,
    row,
    name: group.name,
    town: group.town,
    address: group.address,
    zip: group.zip,
    status: group.status,
    mapping,
    why: mapping === 'mapped' ? '' : untried ? 'The group has not been mapped yet.' : note.why,
    next: mapping === 'mapped' ? '' : untried ? 'Map it.' : note.next,
    covers: covers.sort(
      (a, b) =>
        CHAMBERS.indexOf(a.chamber) - CHAMBERS.indexOf(b.chamber) ||
        a.district.localeCompare(b.district, 'en', { numeric: true }),
    ),
    seal: sealOf(group, ours),
    point: readPoint(group.point),
    choices: [],
    hints: covers.length === 0 ? hintsFor(group, tables.groups, tables.coverage, state) : [],
    outdated: outdatedBy(tables.years, tables.coverage).get(group.id) ?? '',
    leaders: tables.people.filter((p) => p.groupId.trim() === group.id && p.roles.includes('lead')).length,
  }
}
