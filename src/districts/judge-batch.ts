/** The judging half of a run: what has to be known beforehand, and the geocoder’s verdicts on a batch of groups. */
import { Fault } from '../fault'
import { fetchMany, fetchOne } from '../google/fetch'
import { wait } from '../google/wait'
import { districtPlan } from '../registry/district-plan'
import { stateOfSheet } from '../registry/network'
import { getSettings, type Settings } from '../registry/settings'
import type { StateFacts } from '../registry/states'
import { readTable } from '../registry/table'
import type { Row } from '../registry/tables'
import type { Chamber } from '../registry/words'
import { askable, type Reason } from './address'
import { askCensus } from './ask-census'
import { CURRENT, type Place, sittingVintage, VINTAGES_URL } from './census'
import { linesNow, outdatedBy } from './lines'
import { isSettled } from './merge'
import { joiner } from './names'
import { borderWatch } from './near'
import { type Joined, judge, nothing, type Verdict } from './verdict'

/** What one run needs to know to judge any group. */
export interface Work {
  readonly settings: Settings
  readonly state: StateFacts
  readonly joined: Joined
  /** Groups for which a person has said all there is to say. */
  readonly settled: ReadonlySet<string>
  /** Groups whose lines no longer count. */
  readonly outdated: ReadonlyMap<string, string>
  readonly late: () => boolean
  /** Asked for when the first address goes out. */
  readonly vintage: () => string
  /** Why a place needs checking. The outlines are read when the first place is there. */
  readonly nearBorder: (place: Place) => Reason | null
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null
  return () => {
    made = made ?? { value: make() }
    return made.value
  }
}

/** A sheet that was set up before there were outlines has no tab for them. */
function keptOutlines(): Row<'outlines'>[] {
  try {
    return readTable('outlines')
  } catch (error) {
    if (error instanceof Fault) return []
    throw error
  }
}

/** Reads what every verdict needs; `until` (as `Date.now()` counts) ends the asking again. Throws `NO_STATE`. */
export function startWork(until: number): Work {
  const settings = getSettings()
  const state = stateOfSheet(settings)
  const districts = readTable('districts')
  const rowsOf = new Map<string, Row<'coverage'>[]>()
  const coverage = readTable('coverage')
  for (const row of coverage) {
    const rows = rowsOf.get(row.groupId) ?? []
    rows.push(row)
    rowsOf.set(row.groupId, rows)
  }
  const chambers = state.chambers.map((c) => c.chamber)
  const joinerOf = (chamber: Chamber): Joined[Chamber] => {
    const facts = state.chambers.find((c) => c.chamber === chamber)
    const seen = districts.filter((d) => d.chamber === chamber).map((d) => d.district)
    return facts ? joiner(districtPlan(facts), seen) : () => []
  }
  const joined = { upper: joinerOf('upper'), lower: joinerOf('lower') }
  const watch = once(() => borderWatch(keptOutlines(), state, joined))
  const list = () => fetchOne({ url: VINTAGES_URL, timeoutSeconds: 20 })
  return {
    settings,
    state,
    joined,
    settled: new Set([...rowsOf].filter(([, rows]) => isSettled(rows, chambers)).map(([id]) => id)),
    outdated: outdatedBy(linesNow(settings.lines), coverage),
    late: () => Date.now() >= until,
    vintage: once(() => (settings.lines === 'sitting' ? sittingVintage(list()) : CURRENT)),
    nearBorder: (place) => watch()(place),
  }
}

export interface Judgement {
  /** In the order of the groups; null where the geocoder gave no answer. */
  readonly verdicts: readonly (Verdict | null)[]
  /** It gave none at all. */
  readonly down: boolean
}

function checked(verdict: Verdict, work: Work): Verdict {
  const reason = verdict.mapping === 'mapped' && verdict.place ? work.nearBorder(verdict.place) : null
  return reason ? { ...verdict, mapping: 'check', ...reason } : verdict
}

/**
 * What the geocoder says of up to a batch of groups: one fetch, more only where it failed. `pick`: the address that a
 * person chose among several.
 */
export function judgeBatch(groups: readonly Row<'groups'>[], work: Work, pick?: string): Judgement {
  const typed = groups.map((group) => askable(group, work.state))
  const lines = typed.flatMap((t) => ('line' in t ? [t.line] : []))
  const answers =
    lines.length > 0 ? askCensus(lines, { fetchMany, wait, late: work.late, vintage: work.vintage() }) : []
  const down = lines.length > 0 && answers.every((answer) => answer.kind === 'down')
  let next = 0
  const verdicts = typed.map((t) => {
    if (!('line' in t)) return nothing('none', t)
    const answer = answers[next++]
    if (!answer || answer.kind === 'down') return null
    const places = answer.kind === 'places' ? answer.places : []
    return checked(judge(places, t.line, work.state, work.joined, pick), work)
  })
  return { verdicts, down }
}
