/** Takes away from a schedule that fails whatever it fails without, one thing after the other. */
import type { Leg, Misfortune } from './misfortune'
import type { Schedule } from './schedule'

function* smallerStrikes(strikes: readonly Misfortune[]): Generator<Misfortune[]> {
  for (const [i, strike] of strikes.entries()) {
    const others = (now: Misfortune[]) => [...strikes.slice(0, i), ...now, ...strikes.slice(i + 1)]
    yield others([])
    if (strike.next) yield others([{ at: strike.at, act: strike.act }])
    if (strike.act.do === 'other')
      for (const inner of smallerStrikes(strike.act.strikes))
        yield others([{ ...strike, act: { ...strike.act, strikes: inner } }])
  }
}

function* smaller({ scene, legs }: Schedule): Generator<Schedule> {
  const put = (i: number, now: Leg[]): Schedule => ({
    scene,
    legs: [...legs.slice(0, i), ...now, ...legs.slice(i + 1)],
  })
  for (const i of legs.keys()) yield put(i, [])
  for (const [i, leg] of legs.entries())
    for (const strikes of smallerStrikes(leg.strikes)) yield put(i, [{ ...leg, strikes }])
  if (scene.crowd) yield { scene: { ...scene, crowd: false }, legs }
  const { mailApp, ...drafts } = scene
  if (mailApp) yield { scene: drafts, legs }
  for (const name of Object.keys(scene.unknowns)) {
    const unknowns = Object.fromEntries(Object.entries(scene.unknowns).filter(([other]) => other !== name))
    yield { scene: { ...scene, unknowns }, legs }
  }
}

/** `fails` is asked at most `tries` times. */
export function shrink(schedule: Schedule, fails: (schedule: Schedule) => boolean, tries = 120): Schedule {
  let best = schedule
  let left = tries
  for (let again = true; again && left > 0; ) {
    again = false
    for (const candidate of smaller(best)) {
      if (left-- <= 0) break
      if (!fails(candidate)) continue
      best = candidate
      again = true
      break
    }
  }
  return best
}
