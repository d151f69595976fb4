/** A whole paste → what would be added, what is wrong, who is there already; then what is sent. Pure. */
import type { ImportTables, Params } from '../../contract'
import { Fault } from '../../fault'
import { type Field, headerOf, type Kind, matchColumns, REQUIRED } from './columns'
import { type Candidate, type Duplicate, findDuplicates, sameMark } from './duplicates'
import { checkRow, type FindGroup, type ImportProblem } from './validate'

export interface Import {
  readonly kind: Kind
  /** First row of the paste. */
  readonly header: readonly string[]
  /** The rows under it, each as wide as they were typed. */
  readonly rows: readonly (readonly string[])[]
}

export interface ImportPlan {
  readonly columns: readonly { readonly from: string; readonly to: string | null }[]
  /** Rows that are not blank. */
  readonly rows: number
  readonly problems: readonly ImportProblem[]
  /** Rows without an error, as they would stand. */
  readonly good: readonly Candidate[]
  readonly duplicates: readonly Duplicate[]
}

/** Finds a group by its ID or, if it is the only one of that name, by its name. */
export function groupFinder(groups: ImportTables['groups']): FindGroup {
  const byId = new Map(groups.map((g) => [g.id.toUpperCase(), g.id]))
  const byName = new Map<string, string[]>()
  for (const { id, name } of groups) {
    const same = byName.get(sameMark(name)) ?? []
    same.push(id)
    byName.set(sameMark(name), same)
  }
  return (text) => {
    const id = byId.get(text.trim().toUpperCase())
    if (id) return { id }
    const [first, ...others] = byName.get(sameMark(text)) ?? []
    if (!first) return 'unknown'
    return others.length > 0 ? 'several' : { id: first }
  }
}

/** The fault `COLUMNS_MISSING` where the paste cannot be what it is said to be, or null. */
export function missingColumns(kind: Kind, headers: readonly string[]): Fault | null {
  const fields = matchColumns(kind, headers)
  const missing = REQUIRED[kind].filter((field) => !fields.includes(field))
  if (missing.length === 0) return null
  const names = missing.map((field) => `“${headerOf(kind, field)}”`).join(' and ')
  const found = headers
    .map((h) => h.trim().slice(0, 40))
    .filter(Boolean)
    .slice(0, 12)
    .join(', ')
  return new Fault(
    'COLUMNS_MISSING',
    `The first row has no column ${names}. It has: ${found || 'nothing'}.`,
    `Give the first row the headers of the ${kind === 'groups' ? 'Groups' : 'People'} tab, such as ${REQUIRED[kind]
      .map((field) => headerOf(kind, field))
      .join(', ')}.`,
  )
}

/** What a new row has where the paste says nothing. */
function withDefaults(kind: Kind, values: Candidate['values']): Candidate['values'] {
  if (kind === 'groups') return { ...values, status: values.status || 'active' }
  const leads = (values.roles ?? []).length === 0 && values.groupId
  return leads ? { ...values, roles: ['lead'] } : values
}

const hint = (code: string, message: string, next: string): ImportProblem => ({
  row: 0,
  column: '',
  code,
  message,
  next,
  level: 'warning',
})

function hints(kind: Kind, fields: readonly (Field | null)[], rows: readonly Candidate[]): ImportProblem[] {
  if (kind === 'groups')
    return fields.includes('address')
      ? []
      : [hint('NO_ADDRESSES', 'There is no column “Address”.', 'Groups without a street address cannot be mapped.')]
  const found: ImportProblem[] = []
  const assumed = rows.filter(({ values }) => values.groupId && (values.roles ?? []).length === 0).length
  if (assumed > 0)
    found.push(
      hint('ROLE_ASSUMED', `${assumed} of a group without a role: lead is assumed.`, 'Change it in the People tab.'),
    )
  const silent = rows.filter(({ values }) => !values.email).length
  if (silent > 0) found.push(hint('NO_EMAIL', `Without an e-mail address: ${silent}.`, 'They get no alerts by mail.'))
  return found
}

/** Throws `COLUMNS_MISSING`. */
export function planImport({ kind, header, rows }: Import, standing: ImportTables): ImportPlan {
  const missing = missingColumns(kind, header)
  if (missing) throw missing
  const fields = matchColumns(kind, header)
  const find = groupFinder(standing.groups)
  const problems: ImportProblem[] = []
  const good: Candidate[] = []
  let count = 0
  rows.forEach((cells, i) => {
    if (cells.every((cell) => cell.trim() === '')) return
    count += 1
    const row = i + 2
    const checked = checkRow(kind, row, cells, fields, header, find)
    problems.push(...checked.problems)
    if (checked.problems.every((p) => p.level !== 'error')) good.push({ row, values: checked.values })
  })
  return {
    columns: header.map((from, i) => {
      const field = fields[i]
      return { from: from.slice(0, 100), to: field ? headerOf(kind, field) : null }
    }),
    rows: count,
    problems: [...hints(kind, fields, good), ...problems],
    good: good.map(({ row, values }) => ({ row, values: withDefaults(kind, values) })),
    duplicates: findDuplicates(kind, good, kind === 'groups' ? standing.groups : standing.people),
  }
}

/** A value as the text that stands for it in a cell. */
export const asText = (value: unknown): string =>
  Array.isArray(value)
    ? value.join(', ')
    : value instanceof Date
      ? value.toISOString().slice(0, 10)
      : String(value ?? '')

/** What is sent to be added: every good row that is not left out. */
export function toCommit(kind: Kind, plan: ImportPlan, skipRows: readonly number[]): Params<'commitImport'> {
  const fields = [...new Set(plan.good.flatMap(({ values }) => Object.keys(values)))]
  const skipped = new Set(skipRows)
  const rows = plan.good.filter(({ row }) => !skipped.has(row))
  return {
    kind,
    fields,
    rows: rows.map(({ values }) => fields.map((field) => asText((values as Record<string, unknown>)[field]))),
  }
}
