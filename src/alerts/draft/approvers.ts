/** Who can approve an alert, for people to read. Pure. */
import type { Row } from '../../registry/tables'

/** The operator's address, then the coordinators: `Noor (noor@example.org)`. */
export function approversOf(people: readonly Row<'people'>[], operator: string): string[] {
  const others = people.filter((p) => p.roles.includes('coordinator') && p.email.trim().toLowerCase() !== operator)
  return [...new Set([operator, ...others.map((p) => `${p.name} (${p.email})`)])].filter(Boolean)
}
