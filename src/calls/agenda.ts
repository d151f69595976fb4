/** What a call is about, from the network’s template and what the registry knows, and for how long each. Pure. */
import type { Answer } from '../contract'
import type { Row } from '../registry/tables'
import { plural } from '../registry/when'

export type Part = Answer<'openCall'>['agenda'][number]
export type Item = Row<'agenda'>

export interface AgendaFacts {
  readonly minutes: number
  readonly facilitator: string
  readonly notes: string
  /** Alerts still open, and those that ended since the call before: one line each. */
  readonly open: readonly string[]
  readonly ended: readonly string[]
  /** `Elm Fork Indivisible (Elm Fork)` */
  readonly newGroups: readonly string[]
  /** `House: 12A, 14B and 3 more` */
  readonly gaps: readonly string[]
  /** Items of this call. */
  readonly items: readonly Item[]
  readonly next: string
}

/** Items that belong on this agenda: its own, those of whichever call is next, and those carried over. */
export function itemsOf(items: readonly Item[], seriesId: string, callId: string, isNext: boolean): Item[] {
  return items.filter(
    (item) =>
      item.name.trim() &&
      item.state !== 'done' &&
      (item.seriesId === seriesId || item.seriesId === '') &&
      (item.callId === callId || (isNext && (item.callId === '' || item.state === 'carried'))),
  )
}

/** Whole minutes in these proportions that add up to `total`, none without a minute where there are enough. */
export function shares(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, w) => all + w, 0) || 1
  const least = total >= weights.length ? 1 : 0
  const free = total - least * weights.length
  const exact = weights.map((w) => (w / sum) * free)
  const given = exact.map((x) => Math.floor(x) + least)
  const order = exact.map((x, i) => ({ rest: x - Math.floor(x), i })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  let left = total - given.reduce((all, x) => all + x, 0)
  for (const { i } of order) {
    if (left <= 0) break
    given[i] = (given[i] ?? 0) + 1
    left -= 1
  }
  return given
}

/** The parts in order; their minutes add up to the call’s. What has nothing to say is left out. */
export function agendaOf(facts: AgendaFacts): Part[] {
  const { minutes, facilitator, notes, open, ended, newGroups, gaps, items, next } = facts
  const nobody = 'nobody yet'
  const parts: { title: string; weight: number; lines: string[]; fixed?: number }[] = [
    {
      title: 'Welcome and roll call by district',
      weight: 5,
      lines: [`Facilitator: ${facilitator || nobody}. Notes: ${notes || nobody}.`],
    },
    {
      title: 'Since last time',
      weight: 10,
      lines: [...ended, ...(newGroups.length > 0 ? [`New: ${newGroups.join(', ')}.`] : [])],
    },
  ]
  if (open.length > 0) parts.push({ title: 'Bills this week: asks and act-by', weight: 20, lines: [...open] })
  if (gaps.length > 0) parts.push({ title: 'Districts that no group covers', weight: 5, lines: [...gaps] })
  for (const { name, who, minutes: own, state } of items)
    parts.push({
      title: name.trim(),
      weight: 10,
      lines: [who.trim(), state === 'carried' ? 'Carried over from an earlier call.' : ''].filter(Boolean),
      ...(own && own > 0 ? { fixed: Math.max(1, Math.round(own)) } : {}),
    })
  parts.push({ title: 'Groups’ round', weight: 15, lines: [] })
  parts.push({ title: 'Decisions and sign-ons', weight: 10, lines: [] })
  parts.push({ title: 'Rota and next date', weight: 5, lines: [next] })

  const fixed = parts.reduce((sum, p) => sum + (p.fixed ?? 0), 0)
  const others = parts.filter((p) => !p.fixed)
  // Where people ask for more than there is, everyone gives way in proportion.
  const fits = fixed + others.length <= minutes
  const given = shares(
    (fits ? others : parts).map((p) => p.fixed ?? p.weight),
    fits ? minutes - fixed : minutes,
  )
  return parts.map(({ title, lines, fixed: own }) => ({
    title,
    lines,
    minutes: fits && own ? own : (given.shift() ?? 0),
  }))
}

/** As text for mails, the event and the page to print. */
export const agendaText = (parts: readonly Part[]): string =>
  parts
    .map(({ title, minutes, lines }) =>
      [`${minutes} min  ${title}`, ...lines.map((line) => `        ${line}`)].join('\n'),
    )
    .join('\n')

/** `House: 12A, 14B, 15 and 3 more` */
export function gapLines(
  districts: readonly { readonly label: string; readonly district: string; readonly groups: number }[],
): string[] {
  const byChamber = new Map<string, string[]>()
  for (const { label, district, groups } of districts)
    if (groups === 0) byChamber.set(label, [...(byChamber.get(label) ?? []), district])
  return [...byChamber].map(([label, gaps]) => {
    const shown = gaps.slice(0, 8).join(', ')
    return `${label}: ${shown}${gaps.length > 8 ? ` and ${gaps.length - 8} more` : ''}`
  })
}

/** `HB 120 hearing: 42 of 45 people reached, 18 answered.` */
export const alertLine = (alert: Row<'alerts'>): string => {
  const reached = `${alert.sent ?? 0} of ${plural(alert.people ?? 0, 'person', 'people')} reached`
  return `${alert.title}: ${reached}${alert.acknowledged ? `, ${alert.acknowledged} answered` : ''}.`
}
