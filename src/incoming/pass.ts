/**
 * One pass by the operator’s account: what arrived is read, recorded and counted, then whatever is due goes out. All of it
 * is worked out afresh from what stands in the sheet, so a pass that was stopped anywhere is made good by the next.
 */
import { Fault, isOfSheet } from '../fault'
import { keepArrivals, markOf, readArrivals } from '../mail/arrivals'
import type { Caller } from '../registry/callers'
import { log } from '../registry/log'
import type { Settings } from '../registry/settings'
import { acknowledge, goOnWith, type Sight } from './go-on'
import { type Doors, goOnWithRequests } from './make-alert'
import { readMail } from './read-mail'
import { logRefused, record } from './record'
import { answersGoElsewhere, readWorld, type World, whyBlind } from './world'

/** What the timer does for mail that comes in. */
export function tickIncoming(deadlineMs: number, caller: Caller, settings: Settings, doors: Doors): void {
  try {
    pass(deadlineMs, caller, settings, doors)
  } catch (error) {
    // A sheet that was set up before there were answers has no such tab yet, or a column stands twice: the first page says so.
    if (!(error instanceof Fault)) throw error
    if (!isOfSheet(error)) log(caller.email, 'could not go on with answers', '', error.message)
  }
}

const reads = ({ readAnswers, alertsByMail }: Settings): boolean => readAnswers || alertsByMail

/** Without `doors` only reads, records and counts: what follows is left to the timer, which then looks at everything. */
export function pass(deadlineMs: number, caller: Caller, settings: Settings, doors: Doors | null): World {
  const before = readArrivals()
  let w = readWorld(settings, caller.now)
  const looked = reads(settings) ? readMail(w, before, deadlineMs) : null
  let arrivals = looked?.arrivals ?? before
  if (looked) {
    if (!record(looked.verdicts, w)) {
      // Another run is at it: this one leaves everything as it was.
      return w
    }
    arrivals = { ...arrivals, refused: logRefused(looked.verdicts, w, before) }
    if (looked.verdicts.length > 0) w = readWorld(settings, caller.now)
  }
  acknowledge(w)
  const soon = caller.now.getTime() + 60_000
  const due: number[] = doors ? [] : [0]
  const sight = sightOf(settings, looked?.complete ?? false, arrivals.blind, w)
  // What is under way goes before what is only asked for.
  for (const asked of doors ? w.finder.all : []) due.push(goOnWith(asked, w, sight, deadlineMs))
  if (doors && w.answers.some((row) => row.counts === 'request') && !goOnWithRequests(w, doors, deadlineMs))
    due.push(soon)
  if (looked && !looked.complete && arrivals.blind === 0) due.push(soon)
  const next = Math.min(Number.MAX_SAFE_INTEGER, ...due)
  const kept = { ...arrivals, of: markOf(w.live), due: next, seen: arrivals.seen.slice(-300) }
  if (JSON.stringify(kept) !== JSON.stringify(before)) keepArrivals(kept)
  return w
}

function sightOf(settings: Settings, complete: boolean, blind: number, w: World): Sight {
  if (whyBlind(settings, { blind }, w.setting.now)) return 'blind'
  return complete && !answersGoElsewhere(settings) ? 'clear' : 'unsure'
}
