/** Which outlines the sheet keeps, how many there should be, and which districts they stand for. Pure. */
import type { Answer, DistrictsView } from '../contract'
import { districtPlan } from '../registry/district-plan'
import { type ChamberFacts, chamberOf, type StateFacts } from '../registry/states'
import type { Row } from '../registry/tables'
import type { Chamber, Lines } from '../registry/words'
import { isNowhere, joiner } from './names'

type OutlineRow = Row<'outlines'>

/** How many outlines a chamber has. */
export const outlineCount = (facts: ChamberFacts): number =>
  new Set(
    districtPlan(facts)
      .map((p) => p.outline)
      .filter(Boolean),
  ).size

/** The rows of this chamber that hold an outline of this state, each GEOID once. */
function standing(state: StateFacts, rows: readonly OutlineRow[], chamber: Chamber): OutlineRow[] {
  const found = new Map<string, OutlineRow>()
  for (const row of rows) {
    const nowhere = isNowhere({ geoid: row.geoid, code: '', basename: '', name: row.name })
    if (row.chamber === chamber && row.geoid.startsWith(state.fips) && row.shape.startsWith('[[') && !nowhere)
      found.set(row.geoid, row)
  }
  return [...found.values()]
}

/**
 * Outlines kept, of how many, and the oldest’s time. Those of an older plan than the one on which groups are mapped do not
 * count as kept.
 */
export function outlinesKept(
  state: StateFacts,
  rows: readonly OutlineRow[],
  coverage: readonly Row<'coverage'>[],
  lines: Lines,
): DistrictsView['outlines'] {
  const newest =
    lines === 'current'
      ? coverage
          .map((row) => row.lines)
          .filter(isYear)
          .sort()
          .pop()
      : ''
  let [kept, of] = [0, 0]
  let oldest = Number.POSITIVE_INFINITY
  for (const facts of state.chambers) {
    const here = standing(state, rows, facts.chamber).filter((row) => row.lines >= (newest ?? ''))
    kept += here.length
    of += Math.max(outlineCount(facts), here.length)
    for (const { asOf } of here) oldest = Math.min(oldest, asOf?.getTime() ?? oldest)
  }
  return { kept, of, asOf: Number.isFinite(oldest) ? new Date(oldest).toISOString() : null }
}

const isYear = (text: string): boolean => /^\d{4}$/.test(text)

/** The outlines of a chamber with the districts they stand for, as Open States writes these. */
export function viewOutlines(
  state: StateFacts,
  chamber: Chamber,
  rows: readonly OutlineRow[],
  districts: readonly Row<'districts'>[],
): Answer<'outlines'>['outlines'] {
  const facts = chamberOf(state, chamber)
  if (!facts) return []
  const seen = districts.filter((d) => d.chamber === chamber).map((d) => d.district)
  const districtsOf = joiner(districtPlan(facts), seen)
  return standing(state, rows, chamber).map(({ geoid, name, lines, shape }) => ({
    geoid,
    name,
    districts: districtsOf({ geoid, code: geoid.slice(2), basename: '', name }),
    lines,
    shape,
  }))
}
