/**
 * Which lines count now, per setting and chamber: learnt from the newest answers and outlines, kept in a script property.
 * They only ever move ahead. What stands on others is to be mapped again.
 */
import { fetchOne } from '../google/fetch'
import { getProperty, setProperty } from '../google/properties'
import type { Row } from '../registry/tables'
import { CHAMBERS, type Chamber, LINES, type Lines } from '../registry/words'
import { layerOf, layersUrl, readBody } from './tigerweb'

const KEY = 'lines that count'
const WEEK_MS = 7 * 86_400_000

/** The year of the lines of either chamber. */
export type Years = Partial<Record<Chamber, string>>
type Known = Partial<Record<Lines, Years>> & { lookedAt?: number }

function known(): Known {
  try {
    const kept: unknown = JSON.parse(getProperty(KEY))
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}

/** The years that count under a setting, as far as they are known. */
export const linesNow = (setting: Lines): Years => known()[setting] ?? {}

/** The later year of each chamber; what is no year, or one far ahead, teaches nothing. */
function later(now: Date, before: Years = {}, seen: Years = {}): Years {
  const years: Years = {}
  for (const chamber of CHAMBERS) {
    const isYear = (year = ''): boolean => /^20\d\d$/.test(year) && Number(year) <= now.getFullYear() + 2
    const year = [before[chamber], seen[chamber]].filter(isYear).sort().pop()
    if (year) years[chamber] = year
  }
  return years
}

/** Remembers what answers or outlines asked for under `setting` said of their lines; writes only what is new. */
export function learnLines(setting: Lines, rows: readonly { chamber: Chamber | ''; lines: string }[], now: Date): void {
  const kept = known()
  const seen = CHAMBERS.map((chamber) => {
    const years = rows.filter((row) => row.chamber === chamber).map((row) => row.lines)
    return [chamber, years.sort().pop()]
  })
  const years = later(now, kept[setting], Object.fromEntries(seen))
  if (JSON.stringify(years) !== JSON.stringify(kept[setting] ?? {}))
    setProperty(KEY, JSON.stringify({ ...kept, [setting]: years }))
}

/**
 * Once a week: has the Census Bureau drawn new lines? A short list of layers is read, and no address goes out for it. What
 * cannot be read is looked at next week.
 */
export function lookAtLines(now: Date): void {
  const kept = known()
  if (now.getTime() - (kept.lookedAt ?? 0) < WEEK_MS) return
  const layers = readBody(fetchOne({ url: layersUrl(), timeoutSeconds: 20 }))
  const seen = (setting: Lines): Years =>
    Object.fromEntries(CHAMBERS.map((chamber) => [chamber, layers ? layerOf(layers, chamber, setting)?.year : '']))
  const years = LINES.map((setting) => [setting, later(now, kept[setting], seen(setting))])
  setProperty(KEY, JSON.stringify({ ...Object.fromEntries(years), lookedAt: now.getTime() }))
}

type Covers = Pick<Row<'coverage'>, 'groupId' | 'chamber' | 'source' | 'lines'>

/** Why a group’s mapping is out of date, by its ID: only what the Census Bureau said can be. */
export function outdatedBy(years: Years, coverage: readonly Covers[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { groupId, chamber, source, lines } of coverage) {
    const year = chamber && years[chamber]
    if (source !== 'census' || !year || lines === '' || lines === year) continue
    found.set(groupId.trim(), `Mapped on the lines of ${lines}; those of ${year} count now.`)
  }
  return found
}
