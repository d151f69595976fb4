/** Maps groups to districts: which are due, how many in one go, and what is told of it. */
import type { MapLot } from '../contract'
import { Fault } from '../fault'
import type { Caller } from '../registry/callers'
import { hasLeft, mappingBy } from '../registry/group-rows'
import { serialOf } from '../registry/keys'
import { log } from '../registry/log'
import { readNote } from '../registry/mapping-note'
import { readTable } from '../registry/table'
import type { Row } from '../registry/tables'
import { BATCH } from './ask-census'
import { commit, type Judged } from './commit'
import { judgeBatch, startWork, type Work } from './judge-batch'
import { nothing } from './verdict'

type Group = Row<'groups'>

/** How long one request of the sidebar goes on asking a geocoder that does not answer. */
const PATIENCE_MS = 60_000
/** A lot begins no further batch after this time: a person watches. Reading and writing the sheet takes as long again. */
const LOT_MS = 8_000
/** The most batches of a lot, where the geocoder is very quick. */
const LOT_BATCHES = 20
const SILENT = { why: 'The Census geocoder gave no answer for this address.', next: 'Map it again in a few minutes.' }
const CHANGED = {
  why: 'The row was changed while it was being mapped, or its ID stands twice.',
  next: 'Empty the ID of a copied row, then map it again.',
}

/** In the order in which IDs were given. */
const byId = (a: string, b: string): number => serialOf('G', a) - serialOf('G', b) || (a < b ? -1 : a > b ? 1 : 0)

/** Groups to be mapped, as the Groups page counts them. */
function dueNow(): Group[] {
  const mappingOf = mappingBy(readTable('coverage'))
  return readTable('groups').filter((group) => mappingOf(group) !== 'mapped' && !hasLeft(group))
}

export interface MapRun extends MapLot {
  /** The last group ID this run is through with. */
  last: string
}

/** Batch after batch until all or `enough` is done, or nothing answers; then all is written together. */
function run(
  due: readonly Group[],
  enough: (batches: number) => boolean,
  work: Work,
  after: string,
  caller: Caller,
): MapRun {
  const judged: Judged[] = []
  const silent: Group[] = []
  let done = 0
  let down = false
  for (let batch = 0; done < due.length && !(batch > 0 && enough(batch)); batch++) {
    const groups = due.slice(done, done + BATCH)
    const asked = groups.filter((group) => !work.settled.has(group.id))
    const { verdicts, down: nobody } = judgeBatch(asked, work)
    if (nobody) {
      down = true
      break
    }
    for (const group of groups) if (!asked.includes(group)) judged.push({ group, verdict: nothing('mapped') })
    asked.forEach((group, i) => {
      const verdict = verdicts[i]
      if (verdict) judged.push({ group, verdict })
      else silent.push(group)
    })
    done += groups.length
  }

  const changes = commit(judged, work.state, caller.now)
  const mappings = judged.map(({ group }) => changes.get(group.id)?.mapping)
  const problems = judged.flatMap(({ group }): MapLot['problems'] => {
    const change = changes.get(group.id)
    if (change?.mapping === 'mapped') return []
    return [{ groupId: group.id, group: group.name, ...(change ? readNote(change.mappingNote) : CHANGED) }]
  })
  const mapped = mappings.filter((m) => m === 'mapped').length
  const check = mappings.filter((m) => m === 'check').length
  if (done > 0) log(caller.email, 'mapped groups', `${done} groups`, `${mapped} mapped, ${check} to check`)
  return {
    tried: done,
    mapped,
    check,
    failed: done - mapped - check,
    left: due.length - done,
    problems: [...problems, ...silent.map((group) => ({ groupId: group.id, group: group.name, ...SILENT }))],
    paused: down
      ? `The Census geocoder does not answer now. ${due.length - done} ${due.length - done === 1 ? 'group waits' : 'groups wait'}: map again in a few minutes. What is mapped stays.`
      : null,
    last: due[done - 1]?.id ?? after,
  }
}

/**
 * One lot of the groups that are not mapped yet, from the ID after `after` on: also those that could not be mapped
 * before, for their address may have been corrected. Throws `NO_STATE`, `SHEET_BUSY`, `TAB_MISSING`, `COLUMN_MISSING`.
 */
export function mapLot(after: string, caller: Caller): MapRun {
  const start = Date.now()
  const work = startWork(start + PATIENCE_MS)
  const due = dueNow()
    .filter((g) => after === '' || byId(g.id, after) > 0)
    .sort((a, b) => byId(a.id, b.id))
  return run(due, (batches) => batches >= LOT_BATCHES || Date.now() >= start + LOT_MS, work, after, caller)
}

/**
 * Maps everything that is not mapped, groups never tried first, until all is done or `deadlineMs` (as `Date.now()`
 * counts) is near. Throws as `mapLot`.
 */
export function mapAllUntil(deadlineMs: number, caller: Caller): MapRun {
  const work = startWork(deadlineMs)
  const due = dueNow().sort((a, b) => Number(a.mapping !== '') - Number(b.mapping !== '') || byId(a.id, b.id))
  return run(due, work.late, work, '', caller)
}

/** Maps one group anew, whatever its mapping says. Throws `GROUP_GONE`, `GEOCODER_DOWN`, `ROW_CHANGED`, and as `mapLot`. */
export function mapOne(groupId: string, caller: Caller): void {
  const work = startWork(Date.now() + PATIENCE_MS)
  const group = readTable('groups').find((g) => g.id === groupId)
  if (!group)
    throw new Fault(
      'GROUP_GONE',
      `There is no group ${groupId} in the sheet.`,
      'Select its row in the Groups tab again.',
    )
  const [verdict] = judgeBatch([group], work).verdicts
  if (!verdict)
    throw new Fault(
      'GEOCODER_DOWN',
      'The Census geocoder does not answer now.',
      'Try again in a few minutes, or add the districts in the Coverage tab by hand. Nothing was changed.',
    )
  if (!commit([{ group, verdict }], work.state, caller.now).has(groupId))
    throw new Fault('ROW_CHANGED', CHANGED.why, CHANGED.next)
  log(
    caller.email,
    'mapped',
    group.id,
    verdict.finds.map((f) => `${f.chamber} ${f.district}`).join(', ') || verdict.why,
  )
}
