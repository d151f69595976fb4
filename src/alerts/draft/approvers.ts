/** Who can approve an alert, for people to read. Pure. */
import type { Row } from '../../registry/tables'

/** The operator's address, then the coordinators: `Noor (noor@example.org, 617-555-0101)`. */
export function approversOf(people: readonly Row<'people'>[], operator: string): string[] {
  const others = people.filter((p) => p.roles.includes('coordinator') && p.email.trim().toLowerCase() !== operator)
  return [
    ...new Set([operator, ...others.map((p) => `${p.name} (${[p.email, p.phone].filter(Boolean).join(', ')})`)]),
  ].filter(Boolean)
}
