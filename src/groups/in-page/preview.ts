/** What a person sees before anything is written. Pure. */
import { type Field, matchColumns } from './columns'
import { asText, type Import, type ImportPlan } from './plan'

const SAMPLE_ROWS = 5

export interface ImportPreview extends Pick<ImportPlan, 'columns' | 'rows' | 'problems' | 'duplicates'> {
  /** Good rows that are not duplicates. */
  readonly willAdd: number
  /** The first of them as they would stand, one text a column that is brought in. */
  readonly sample: readonly (readonly string[])[]
}

/** Problems that keep a row out come first. */
export function previewOf({ kind, header }: Import, plan: ImportPlan): ImportPreview {
  const { columns, rows, duplicates } = plan
  const doubled = new Set(duplicates.map(({ row }) => row))
  const fresh = plan.good.filter(({ row }) => !doubled.has(row))
  const fields = matchColumns(kind, header).filter((field): field is Field => field !== null)
  return {
    columns,
    rows,
    duplicates,
    willAdd: fresh.length,
    problems: [...plan.problems].sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning')),
    sample: fresh
      .slice(0, SAMPLE_ROWS)
      .map(({ values }) => fields.map((field) => asText((values as Record<string, unknown>)[field]))),
  }
}
