/** The judging half of a run: what has to be known beforehand, and the geocoder’s verdicts on a batch of groups. */
import { Fault } from '../fault'
import { fetchMany } from '../google/fetch'
import { wait } from '../google/wait'
import { districtPlan } from '../registry/district-plan'
import { getSettings } from '../registry/settings'
import { type StateFacts, stateOf } from '../registry/states'
import { readTable } from '../registry/table'
import type { Row } from '../registry/tables'
import type { Chamber } from '../registry/words'
import { askable } from './address'
import { askCensus } from './ask-census'
import { isSettled } from './merge'
import { joiner } from './names'
import { type Joined, judge, nothing, type Verdict } from './verdict'

/** The state the sheet is set up for. Throws `NO_STATE`. */
export function stateOfSheet(): StateFacts {
  const state = stateOf(getSettings().state)
  if (state) return state
  throw new Fault(
    'NO_STATE',
    'The sheet does not say for which state it is.',
    'Set the sheet up first, on the first page.',
  )
}

/** What one run needs to know to judge any group. */
export interface Work {
  readonly state: StateFacts
  readonly joined: Joined
  /** Groups for which a person has said all there is to say. */
  readonly settled: ReadonlySet<string>
  readonly late: () => boolean
}

/** Reads what every verdict needs; `until` (as `Date.now()` counts) ends the asking again. Throws `NO_STATE`. */
export function startWork(until: number): Work {
  const state = stateOfSheet()
  const districts = readTable('districts')
  const rowsOf = new Map<string, Row<'coverage'>[]>()
  for (const row of readTable('coverage')) {
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
  return {
    state,
    joined: { upper: joinerOf('upper'), lower: joinerOf('lower') },
    settled: new Set([...rowsOf].filter(([, rows]) => isSettled(rows, chambers)).map(([id]) => id)),
    late: () => Date.now() >= until,
  }
}

export interface Judgement {
  /** In the order of the groups; null where the geocoder gave no answer. */
  readonly verdicts: readonly (Verdict | null)[]
  /** It gave none at all. */
  readonly down: boolean
}

/** What the geocoder says of up to a batch of groups: one fetch, more only where it failed. */
export function judgeBatch(groups: readonly Row<'groups'>[], work: Work): Judgement {
  const typed = groups.map((group) => askable(group, work.state))
  const lines = typed.flatMap((t) => ('line' in t ? [t.line] : []))
  const answers = askCensus(lines, { fetchMany, wait, late: work.late })
  const down = lines.length > 0 && answers.every((answer) => answer.kind === 'down')
  let next = 0
  const verdicts = typed.map((t) => {
    if (!('line' in t)) return nothing('none', t)
    const answer = answers[next++]
    if (!answer || answer.kind === 'down') return null
    return judge(answer.kind === 'places' ? answer.places : [], t.line, work.state, work.joined)
  })
  return { verdicts, down }
}
