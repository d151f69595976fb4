/** Maps groups to districts: which are due, who begins, who goes on, and that no address leaves where none may. */
import { Fault } from '../fault'
import type { Caller } from '../registry/callers'
import { hasLeft, hasMoved, mappingBy } from '../registry/group-rows'
import { serialOf } from '../registry/keys'
import { log } from '../registry/log'
import type { Settings } from '../registry/settings'
import { readTable } from '../registry/table'
import type { Row } from '../registry/tables'
import { begun, end, goOn } from './begun'
import { commit } from './commit'
import { judgeBatch, startWork, type Work } from './judge-batch'
import { learnLines, lookAtLines } from './lines'
import { changed, type MapRun, run } from './map-run'
import type { Choice } from './verdict'

export type { MapRun } from './map-run'

type Group = Row<'groups'>

/** How long one request of the sidebar goes on asking a geocoder that does not answer. */
const PATIENCE_MS = 60_000
/** A lot begins no further batch after this time: a person watches. Reading and writing the sheet takes as long again. */
const LOT_MS = 8_000
/** The most batches of a lot, where the geocoder is very quick. */
const LOT_BATCHES = 20

const stays = () => ({
  why: 'The setting “Send addresses out” says no: no address leaves this sheet.',
  next: 'Choose the districts on the map or by hand, or change it in the Settings tab.',
})

/** In the order in which IDs were given. */
const byId = (a: string, b: string): number => serialOf('G', a) - serialOf('G', b) || (a < b ? -1 : a > b ? 1 : 0)

/**
 * Groups after the ID `after` that mapping all asks for: those without a mapping, also where it failed before, and those
 * whose address or lines are others since. What a person should look at is not asked again.
 */
function dueNow({ outdated }: Work, after: string): Group[] {
  const mappingOf = mappingBy(readTable('coverage'))
  const isDue = (group: Group): boolean =>
    mappingOf(group) === 'none' ||
    hasMoved(group) ||
    (group.mapping === 'check' && group.mappedAddress === '') ||
    outdated.has(group.id)
  return readTable('groups')
    .filter((group) => !hasLeft(group) && (after === '' || byId(group.id, after) > 0) && isDue(group))
    .sort((a, b) => byId(a.id, b.id))
}

/** Goes through all that is due after `after` as long as not `enough`, and remembers how far it came. */
function goThrough(
  after: string,
  enough: (batches: number) => boolean,
  work: Work,
  caller: Caller,
  { by, at, kept = true }: { by: string; at: number; kept?: boolean },
): MapRun {
  const due = dueNow(work, after)
  if (!work.settings.sendAddresses) {
    const { why, next } = stays()
    return {
      ...{ tried: 0, mapped: 0, check: 0, failed: 0, left: due.length, problems: [], last: after },
      paused: `${why} ${next}`,
    }
  }
  if (after === '' && due.length > 0) goOn({ by, at }, '')
  const done = run(due, enough, work, after, caller, (last, down) => kept && goOn({ by, at }, last, down))
  if (done.left === 0) end()
  return done
}

/**
 * One lot of the groups that are due, from the ID after `after` on; '' begins anew. Throws `NO_STATE`, `SHEET_BUSY`,
 * `TAB_MISSING`, `COLUMN_MISSING`.
 */
export function mapLot(after: string, caller: Caller): MapRun {
  const start = Date.now()
  const work = startWork(start + PATIENCE_MS)
  // Given up by someone meanwhile: the page that is still at it ends its own way, `tick` does not begin it again.
  const kept = after === '' ? { by: caller.email, at: start } : (begun() ?? { by: '', at: start, kept: false })
  return goThrough(after, (batches) => batches >= LOT_BATCHES || Date.now() >= start + LOT_MS, work, caller, kept)
}

/** All that is due, on from where it was begun, until `deadlineMs` (as `Date.now()` counts) is near. Throws as `mapLot`. */
export function mapAllUntil(deadlineMs: number, caller: Caller): MapRun {
  const work = startWork(deadlineMs)
  const before = begun()
  const { by, at, last } = before ?? { by: caller.email, at: Date.now(), last: '' }
  return goThrough(last, work.late, work, caller, { by, at })
}

/** What the timer does: looks for new lines once a week, and goes on with what was begun and left. */
export function tickMapping(deadlineMs: number, caller: Caller, { state, sendAddresses }: Settings): void {
  if (state === '' || !sendAddresses) return
  lookAtLines(caller.now)
  const before = begun()
  if (before && Date.now() >= before.from && Date.now() < deadlineMs) mapAllUntil(deadlineMs, caller)
}

/** Mapping all is given up. */
export function stopMapping(caller: Caller): Record<string, never> {
  if (begun()) log(caller.email, 'stopped mapping', 'groups')
  end()
  return {}
}

/**
 * Maps one group anew, whatever its mapping says; `pick`: the address of the choice that the caller took. Gives the
 * choices where several places fit. Throws `ADDRESSES_STAY`, `GROUP_GONE`, `GEOCODER_DOWN`, `PICK_GONE`, `ROW_CHANGED`,
 * and as `mapLot`.
 */
export function mapOne(groupId: string, caller: Caller, pick?: string): readonly Choice[] {
  const work = startWork(Date.now() + PATIENCE_MS)
  if (!work.settings.sendAddresses) throw new Fault('ADDRESSES_STAY', stays().why, stays().next)
  const group = readTable('groups').find((g) => g.id === groupId)
  if (!group)
    throw new Fault(
      'GROUP_GONE',
      `There is no group ${groupId} in the sheet.`,
      'Select its row in the Groups tab again.',
    )
  const [verdict] = judgeBatch([group], work, pick).verdicts
  if (!verdict)
    throw new Fault(
      'GEOCODER_DOWN',
      'The Census geocoder does not answer now.',
      'Try again in a few minutes, or add the districts in the Coverage tab by hand. Nothing was changed.',
    )
  if (pick !== undefined && !verdict.picked)
    throw new Fault(
      'PICK_GONE',
      'The Census Bureau no longer gives the place you chose for this address.',
      'Map the group again and choose among the places it gives now. Nothing was changed.',
    )
  if (!commit([{ group, verdict }], work.state, caller).has(groupId))
    throw new Fault('ROW_CHANGED', changed().why, changed().next)
  learnLines(work.settings.lines, verdict.finds, caller.now)
  log(
    caller.email,
    'mapped',
    group.id,
    verdict.finds.map((f) => `${f.chamber} ${f.district}`).join(', ') || verdict.why,
  )
  return verdict.choices ?? []
}
