/** A whole paste → what would be added, what is wrong, who is there already. Pure. */
import type { ImportPreview, ImportProblem, ImportRequest } from '../contract'
import { Fault } from '../fault'
import type { Row } from '../registry/tables'
import { type Field, headerOf, type Kind, matchColumns, REQUIRED } from './columns'
import { type Candidate, type Duplicate, findDuplicates, sameMark } from './duplicates'
import { checkRow, type FindGroup } from './validate'

/** The sheet as it stands. `people` may be left out where groups are brought in. */
export interface Standing {
  readonly groups: readonly Row<'groups'>[]
  readonly people: readonly Row<'people'>[]
}

export interface ImportPlan {
  readonly columns: ImportPreview['columns']
  /** Rows that are not blank. */
  readonly rows: number
  readonly problems: readonly ImportProblem[]
  /** Rows without an error, as they would stand. */
  readonly good: readonly Candidate[]
  readonly duplicates: readonly Duplicate[]
}

const MOST_PROBLEMS = 200
const SAMPLE_ROWS = 5

/** Finds a group by its ID or, if it is the only one of that name, by its name. */
export function groupFinder(groups: readonly Row<'groups'>[]): FindGroup {
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

/** Throws `COLUMNS_MISSING` where the paste cannot be what it is said to be. */
function requireColumns(kind: Kind, headers: readonly string[], fields: readonly (Field | null)[]): void {
  const missing = REQUIRED[kind].filter((field) => !fields.includes(field))
  if (missing.length === 0) return
  const names = missing.map((field) => `“${headerOf(kind, field)}”`).join(' and ')
  const found = headers
    .map((h) => h.trim().slice(0, 40))
    .filter(Boolean)
    .slice(0, 12)
    .join(', ')
  throw new Fault(
    'COLUMNS_MISSING',
    `The first row has no column ${names}. It has: ${found || 'nothing'}.`,
    `Give the first row the headers of the ${kind === 'groups' ? 'Groups' : 'People'} tab, such as ${REQUIRED[kind]
      .map((field) => headerOf(kind, field))
      .join(', ')}.`,
  )
}

/** What a new row has where the paste says nothing. */
function withDefaults(kind: Kind, values: Candidate['values']): Candidate['values'] {
  if (kind === 'groups') return { ...values, status: values.status || 'active', mapping: 'none' }
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
export function planImport(request: ImportRequest, standing: Standing): ImportPlan {
  const { kind, header, rows } = request
  const fields = matchColumns(kind, header)
  requireColumns(kind, header, fields)
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

const asText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  return Object.prototype.toString.call(value) === '[object Date]'
    ? (value as Date).toISOString().slice(0, 10)
    : String(value)
}

/** The rows to write: without an error, not left out, and not there already word for word. */
export function rowsToAdd(
  kind: Kind,
  plan: ImportPlan,
  skipRows: readonly number[],
  standing: Standing,
): Candidate['values'][] {
  const fields = [...new Set(plan.good.flatMap(({ values }) => Object.keys(values)))].filter((f) => f !== 'mapping')
  const wording = (of: object): string =>
    JSON.stringify(fields.map((field) => asText((of as Record<string, unknown>)[field])))
  const seen = new Set(standing[kind].map(wording))
  const skipped = new Set(skipRows)
  return plan.good.flatMap(({ row, values }) => {
    const words = wording(values)
    if (skipped.has(row) || seen.has(words)) return []
    seen.add(words)
    return [values]
  })
}

/** What a person sees before anything is written. */
export function previewOf(request: ImportRequest, plan: ImportPlan): ImportPreview {
  const doubled = new Set(plan.duplicates.map((d) => d.row))
  const fields = matchColumns(request.kind, request.header).filter((field): field is Field => field !== null)
  const fresh = plan.good.filter(({ row }) => !doubled.has(row))
  const errorsFirst = [...plan.problems].sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'))
  return {
    columns: [...plan.columns],
    rows: plan.rows,
    willAdd: fresh.length,
    problems: errorsFirst.slice(0, MOST_PROBLEMS),
    problemCount: plan.problems.length,
    duplicates: [...plan.duplicates],
    sample: fresh
      .slice(0, SAMPLE_ROWS)
      .map(({ values }) => fields.map((field) => asText((values as Record<string, unknown>)[field]))),
  }
}
