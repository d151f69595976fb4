/** What all alerts about one bill came to. Pure. */
import type { Row } from '../registry/tables'
import { groupsIn } from './asked'
import { standOf } from './stand'

export interface BillSum {
  /** As this alert names it. */
  readonly bill: string
  /** Alerts about it that were approved, this one too; drills are none. */
  readonly alerts: number
  readonly calls: number
  /** Groups that made them, each once. */
  readonly groups: number
}

/** `hb120`, `HB 120` and `H.B. 120` are one bill. */
const plain = (bill: string): string => bill.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Null where this is the only alert about its bill, or it names none. */
export function billSum(
  alert: Row<'alerts'>,
  alerts: readonly Row<'alerts'>[],
  answers: readonly Row<'answers'>[],
): BillSum | null {
  const bill = plain(alert.bill)
  const same = alerts.filter((a) => plain(a.bill) === bill && a.kind !== 'drill' && a.state !== 'draft')
  if (!bill || same.length < 2 || !same.some((a) => a.id === alert.id)) return null
  let calls = 0
  const groups = new Set<string>()
  for (const { id } of same) {
    const own = answers.filter((row) => row.alertId === id)
    const stand = standOf(own, [...new Set(own.flatMap(groupsIn))])
    calls += stand.calls
    for (const [group, { answer }] of stand.groups) if (answer === 'done') groups.add(group)
  }
  return { bill: alert.bill.trim(), alerts: same.length, calls, groups: groups.size }
}
