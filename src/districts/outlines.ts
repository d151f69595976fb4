/** Fetches the outlines of the state’s districts from TIGERweb into the sheet, lot after lot, and gives them out. */
import type { Answer } from '../contract'
import { Fault } from '../fault'
import { fetchMany, fetchOne } from '../google/fetch'
import { wait } from '../google/wait'
import type { Caller } from '../registry/callers'
import { log } from '../registry/log'
import { stateOfSheet } from '../registry/network'
import { getSettings } from '../registry/settings'
import { alone } from '../registry/settle'
import { type ChamberFacts, districtLabel, type StateFacts } from '../registry/states'
import { appendRows, keyOf, readTable, removeRows, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import type { Chamber } from '../registry/words'
import type { Thing } from './census'
import { learnLines } from './lines'
import { outlineCount, viewOutlines } from './outlines-kept'
import { decodeShape } from './shape'
import * as tigerweb from './tigerweb'

type OutlineRow = Row<'outlines'>
interface Wanted extends tigerweb.Listed {
  readonly chamber: Chamber
  readonly layer: number
}

/**
 * Requests of a lot, and outlines asked for in each: fewer after a lot in which none came. One request that never answers
 * takes its whole lot down, so in the end one is asked for alone.
 */
const REQUESTS = 6
const SIZES = [12, 3, 1]
const TIMEOUT = 20
const PAUSE_MS = 1_500
/** What was fetched so lately is not fetched again: a run that was given up goes on where it was. */
const FRESH_MS = 12 * 3_600_000
/** Pages of a list. */
const PAGES = 9

const AGAIN = 'Try again in a few minutes. What was fetched is kept.'

/** The body of an answer, asked for once more where none came. */
function ask(url: string): Thing | null {
  for (let again = false; ; again = true) {
    const body = tigerweb.readBody(fetchOne({ url, timeoutSeconds: TIMEOUT }))
    if (body || again) return body
    wait(PAUSE_MS)
  }
}

/** All that TIGERweb lists of a chamber; null where it does not, or where that cannot be right. */
function listOf(layers: Thing, facts: ChamberFacts, { fips }: StateFacts): Wanted[] | null {
  const layer = tigerweb.layerOf(layers, facts.chamber, getSettings().lines)
  if (!layer) return null
  const features: Thing[] = []
  for (let more = true, pages = 0; more; pages++) {
    const page = tigerweb.readFeatures(ask(tigerweb.listUrl(layer.id, fips, features.length)))
    if (!page || pages === PAGES) return null
    features.push(...page.features)
    more = page.more
  }
  const listed = tigerweb.readList(features, fips, layer.year)
  const isWhole = listed.length > 0 && listed.length * 2 >= outlineCount(facts)
  if (!isWhole || listed.length > facts.districts * 2 + 9) return null
  return listed.map((one) => ({ ...one, chamber: facts.chamber, layer: layer.id }))
}

/** Fetches these in one go. Gives the rows for those that came. */
function fetchShapes(wanted: readonly Wanted[], size: number, asOf: Date): OutlineRow[] {
  const requests: Wanted[][] = []
  for (const one of wanted) {
    const last = requests[requests.length - 1]
    if (last && last.length < size && last[0]?.layer === one.layer) last.push(one)
    else requests.push([one])
  }
  const answers = fetchMany(
    requests.map((asked) => ({
      url: tigerweb.shapesUrl(
        asked[0]?.layer ?? 0,
        asked.map((one) => one.geoid),
      ),
      timeoutSeconds: TIMEOUT,
    })),
  )
  const rows = new Map<Wanted, OutlineRow>()
  answers.forEach((answer, i) => {
    for (const feature of tigerweb.readFeatures(tigerweb.readBody(answer))?.features ?? []) {
      const one = requests[i]?.find(({ geoid }) => geoid === tigerweb.geoidIn(feature))
      const shape = one && !rows.has(one) ? tigerweb.readShape(feature) : ''
      if (!one || !shape) continue
      const { chamber, geoid, name, lines } = one
      rows.set(one, { chamber, geoid, name, lines, shape, asOf })
    }
  })
  return [...rows.values()]
}

const key = (row: Partial<OutlineRow>): string => keyOf('outlines', row)

/** Writes rows, new ones at the end. What is `gone` is taken out. */
function keep(rows: readonly OutlineRow[], gone: (row: OutlineRow) => boolean): void {
  alone(() => {
    const standing = readTable('outlines')
    const known = new Set(standing.map(key))
    appendRows(
      'outlines',
      rows.filter((row) => !known.has(key(row))),
    )
    updateRows('outlines', new Map(rows.filter((row) => known.has(key(row))).map((row) => [key(row), row])))
    removeRows('outlines', new Set(standing.filter(gone).map(key)))
  })
}

/**
 * Fetches the next outlines of both chambers and writes them. `after`: `last` of the answer before, '' to begin. What did
 * not come is asked for again when all others had their turn. Throws `TIGERWEB_DOWN`, `NO_STATE`, `SHEET_BUSY`,
 * `TAB_MISSING`, `COLUMN_MISSING`.
 */
export function outlineLot(after: string, { email, now }: Caller): Answer<'outlineLot'> {
  const state = stateOfSheet()
  const [from = '', asked] = after.split('~')
  const size = SIZES.find((n) => n <= Number(asked)) ?? SIZES[0] ?? 1
  const layers = ask(tigerweb.layersUrl())
  const lists = state.chambers.map((facts) => ({ facts, list: layers && listOf(layers, facts, state) }))
  const wanted = lists.flatMap(({ list }) => list ?? []).sort((a, b) => (key(a) < key(b) ? -1 : 1))
  if (wanted.length === 0)
    throw new Fault('TIGERWEB_DOWN', 'The Census Bureau’s map service gives no outlines now.', AGAIN)

  const since = now.getTime() - FRESH_MS
  const fresh = new Set(
    readTable('outlines').flatMap((row) =>
      row.asOf && row.asOf.getTime() >= since && decodeShape(row.shape).length > 0 ? [`${key(row)} ${row.lines}`] : [],
    ),
  )
  const open = wanted.filter((one) => !fresh.has(`${key(one)} ${one.lines}`))
  const turn = [...open.filter((one) => key(one) > from), ...open.filter((one) => key(one) <= from)]
  const lot = turn.slice(0, size === 1 ? 1 : size * REQUESTS)
  const rows = fetchShapes(lot, size, now)
  const isAll = rows.length === open.length
  const unlisted = lists.filter(({ list }) => !list).map(({ facts }) => facts)
  const stays = new Set(wanted.map(key))
  keep(rows, (row) => isAll && !stays.has(key(row)) && !unlisted.some(({ chamber }) => chamber === row.chamber))
  if (rows.length > 0) learnLines(getSettings().lines, rows, now)
  if (isAll && rows.length > 0) log(email, 'fetched outlines', state.name, `${wanted.length} outlines`)

  const came = new Set(rows.map(key))
  const failed = lot.filter((one) => !came.has(key(one)))
  const names = failed.slice(0, 3).map((one) => one.name || districtLabel(state, one.chamber, one.geoid.slice(2)))
  const more = failed.length > names.length ? ` and ${failed.length - names.length} more` : ''
  const problems = unlisted.map(({ name }) => `TIGERweb gives no list of the ${name}’s districts now.`)
  if (failed.length > 0)
    problems.push(`No outline came for ${names.join(', ')}${more}. Still missing: ${open.length - rows.length}.`)
  const at = SIZES.indexOf(size) + (failed.length === 0 ? -1 : rows.length > 0 ? 0 : 1)
  return {
    done: wanted.length - open.length + rows.length,
    of: wanted.length,
    last: `${lot.length > 0 ? key(turn[lot.length - 1] ?? {}) : from}~${SIZES[at] ?? size}`,
    problem: problems.length > 0 ? [...problems, AGAIN].join(' ') : '',
  }
}

/** The outlines that the sheet keeps of a chamber, with the districts they stand for. Throws `NO_STATE`, `TAB_MISSING`. */
export const outlines = (chamber: Chamber): Answer<'outlines'> => ({
  outlines: viewOutlines(stateOfSheet(), chamber, readTable('outlines'), readTable('districts')),
})
