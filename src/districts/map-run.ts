/** One run over groups that are due: batch after batch is asked for, and written in blocks of some minutes’ worth. */
import type { MapLot } from '../contract'
import type { Caller } from '../registry/callers'
import { hasMoved } from '../registry/group-rows'
import { log } from '../registry/log'
import { readNote } from '../registry/mapping-note'
import type { Row } from '../registry/tables'
import { BATCH } from './ask-census'
import { commit, type Judged } from './commit'
import { judgeBatch, type Work } from './judge-batch'
import { learnLines } from './lines'
import { nothing } from './verdict'

type Group = Row<'groups'>

/** What was asked is written at the latest after so many groups or so long: a killed run loses no more. */
const BLOCK = 500
const BLOCK_MS = 60_000

const silent = () => ({
  why: 'The Census geocoder gave no answer for this address.',
  next: 'Map it again in a few minutes.',
})
export const changed = () => ({
  why: 'The row was changed while it was being mapped, or its ID stands twice.',
  next: 'Empty the ID of a copied row, then map it again.',
})

export interface MapRun extends MapLot {
  /** The last group ID this run is through with. */
  last: string
}

/** A person has said all there is to say, and neither address nor lines are others since. */
const stands = (group: Group, work: Work): boolean =>
  work.settled.has(group.id) && !hasMoved(group) && !work.outdated.has(group.id)

/**
 * Goes on until all or `enough` is done, or nothing answers. After each block that stands in the sheet `reached` hears up
 * to which group; `after` is where the run before came to.
 */
export function run(
  due: readonly Group[],
  enough: (batches: number) => boolean,
  work: Work,
  after: string,
  caller: Caller,
  reached: (last: string, down: boolean) => void,
): MapRun {
  const problems: MapLot['problems'] = []
  const tell = ({ id, name }: Group, reason: { why: string; next: string }) =>
    problems.push({ groupId: id, group: name, ...reason })
  const tally = { mapped: 0, check: 0 }
  let judged: Judged[] = []
  let done = 0
  let last = after
  let down = false
  let written = Date.now()

  const write = (): void => {
    const changes = commit(judged, work.state, caller)
    for (const { group } of judged) {
      const change = changes.get(group.id)
      if (change?.mapping === 'mapped' || change?.mapping === 'check') tally[change.mapping] += 1
      if (change?.mapping !== 'mapped') tell(group, change ? readNote(change.mappingNote) : changed())
    }
    const finds = judged.flatMap(({ verdict }) => verdict.finds)
    if (finds.length > 0) learnLines(work.settings.lines, finds, caller.now)
    judged = []
    written = Date.now()
    last = due[done - 1]?.id ?? after
    reached(last, down)
  }

  for (let batch = 0; done < due.length && !(batch > 0 && enough(batch)); batch++) {
    const groups = due.slice(done, done + BATCH)
    const asked = groups.filter((group) => !stands(group, work))
    const { verdicts, down: nobody } = judgeBatch(asked, work)
    if (nobody) {
      down = true
      break
    }
    for (const group of groups) if (!asked.includes(group)) judged.push({ group, verdict: nothing('mapped') })
    asked.forEach((group, i) => {
      const verdict = verdicts[i]
      if (verdict) judged.push({ group, verdict })
      else tell(group, silent())
    })
    done += groups.length
    if (judged.length >= BLOCK || Date.now() - written >= BLOCK_MS) write()
  }
  if (judged.length > 0 || down || last !== (due[done - 1]?.id ?? after)) write()

  const { mapped, check } = tally
  const left = due.length - done
  if (done > 0) log(caller.email, 'mapped groups', `${done} groups`, `${mapped} mapped, ${check} to check`)
  return {
    tried: done,
    mapped,
    check,
    failed: done - mapped - check,
    left,
    problems,
    paused: down
      ? `The Census geocoder does not answer now. ${left} ${left === 1 ? 'group waits' : 'groups wait'}: map again in a few minutes. What is mapped stays.`
      : null,
    last,
  }
}
