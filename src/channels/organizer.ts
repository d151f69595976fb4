/**
 * Contact with the national organizer: who that is, what they were last told, and a digest of what the network did. Pure,
 * but for what `tell.ts` does with it.
 */
import type { OutboxRow } from '../mail/outbox'
import { toAddress } from '../registry/address'
import { districtKey, groupsByDistrict } from '../registry/district-rows'
import type { StateFacts } from '../registry/states'
import type { Row } from '../registry/tables'
import { dateText, dayText, plural } from '../registry/when'
import { hasOptedOut } from '../registry/words'

/** Digests stand in the Outbox under this name. */
export const DIGEST = 'organizer'
export const isDigest = ({ alertId }: Pick<OutboxRow, 'alertId'>): boolean => alertId.startsWith(`${DIGEST} `)

export interface Organizer {
  readonly name: string
  readonly address: string
}

/** Everyone with the role who may be mailed, each mailbox once. */
export function organizersOf(people: readonly Row<'people'>[]): Organizer[] {
  const found = new Map<string, Organizer>()
  for (const person of people) {
    const address = toAddress(person.email)
    if (address && person.roles.includes('organizer') && !hasOptedOut(person))
      found.set(address, { name: person.name.trim() || address, address })
  }
  return [...found.values()]
}

export interface Told {
  readonly at: string | null
  readonly text: string
  /** What is under way or in doubt. */
  readonly note: string
}

export function toldOf(outbox: readonly OutboxRow[], now: Date, zone: string): Told {
  const rows = outbox.filter(isDigest)
  const sent = rows.filter((row) => row.state === 'sent' && row.changedAt)
  const last = sent.reduce<Date | null>(
    (at, { changedAt }) => (changedAt && (!at || changedAt > at) ? changedAt : at),
    null,
  )
  const [open] = rows.filter((row) => row.state === 'queued' || row.state === 'claimed')
  const [doubt] = rows.filter((row) => row.state === 'doubt')
  return {
    at: last ? last.toISOString() : null,
    text: last ? dayText(last, now, zone) : '',
    note: open ? 'A digest is on its way.' : doubt ? doubt.reason : '',
  }
}

export interface DigestTables {
  readonly alerts: readonly Row<'alerts'>[]
  readonly calls: readonly Row<'calls'>[]
  readonly series: readonly Row<'series'>[]
  readonly groups: readonly Row<'groups'>[]
  readonly coverage: readonly Row<'coverage'>[]
  readonly districts: readonly Row<'districts'>[]
}

const MOST = 30
const some = (items: readonly string[]): string =>
  items.length <= MOST ? items.join(', ') : `${items.slice(0, MOST).join(', ')} and ${items.length - MOST} more`

const bullets = (lines: readonly string[], none: string): string =>
  lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : none

function coverageText(tables: DigestTables, state: StateFacts | null): string {
  const covered = groupsByDistrict(tables.coverage, tables.groups)
  const chambers = state?.chambers.map(({ chamber, name }) => ({ chamber, name })) ?? [
    { chamber: 'upper' as const, name: 'Upper chamber' },
    { chamber: 'lower' as const, name: 'Lower chamber' },
  ]
  return chambers
    .map(({ chamber, name }) => {
      const all = tables.districts.filter((d) => d.chamber === chamber)
      const gaps = all.filter((d) => !covered.has(districtKey(chamber, d.district)))
      const head = `${name}: ${all.length - gaps.length} of ${plural(all.length, 'district')} with a group.`
      return gaps.length > 0 ? `${head}\nWithout one: ${some(gaps.map((d) => d.district))}.` : head
    })
    .join('\n\n')
}

export interface Digest {
  readonly subject: string
  readonly body: string
}

/** What happened from `since` on. */
export function digestOf(
  tables: DigestTables,
  about: {
    readonly network: string
    readonly zone: string
    readonly state: StateFacts | null
    readonly since: Date
    readonly now: Date
  },
): Digest {
  const { network, zone, since, now } = about
  const recent = (at: Date | null | string): boolean => at instanceof Date && at >= since && at <= now
  const alerts = tables.alerts
    .filter((a) => a.approvedBy !== '' && recent(a.madeAt))
    .map((a) => {
      const what = [a.title, a.bill !== a.title ? a.bill : ''].filter(Boolean).join(', ')
      return `${what}: ${plural(a.sent ?? 0, 'leader')} mailed in ${plural(a.groups ?? 0, 'group')} (${a.state || 'state unknown'})`
    })
  const names = new Map(tables.series.map((s) => [s.id, s.name]))
  const from = since.toISOString().slice(0, 10)
  const calls = tables.calls
    .filter((c) => c.state === 'held' && c.date >= from)
    .map((c) => {
      const there = c.attended.split(/[,\s]+/).filter(Boolean).length
      return `${names.get(c.seriesId) ?? 'Call'}, ${c.date}: ${plural(there, 'group')} at the roll call`
    })
  const groups = tables.groups.filter((g) => g.status !== 'left')
  const body = [
    `What ${network} did since ${dateText(since, zone)}.`,
    `ALERTS\n${bullets(alerts, 'No alert went out.')}`,
    `CALLS\n${bullets(calls, 'No call was held.')}`,
    `COVERAGE\n${plural(groups.length, 'group')}.\n\n${coverageText(tables, about.state)}`,
    'You get this because you are down as organizer. Answer to this mail reaches the network’s coordinators.',
  ].join('\n\n')
  return { subject: `${network}: what we did, ${dateText(now, zone)}`, body }
}
