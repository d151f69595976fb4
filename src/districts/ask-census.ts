/**
 * Asks the geocoder for many addresses: one fetchAll a batch; what got no answer is asked again in smaller batches, a
 * bounded number of times, so that one bad request does not take fifty good ones down with it.
 */
import type { WebAnswer } from '../google/fetch'
import { type CensusAnswer, questionUrl, readAnswer } from './census'

/** Addresses in one fetchAll. */
export const BATCH = 50

/** Batch sizes of the first try and the two after it, and the pause before each. */
const ROUNDS = [
  { size: BATCH, pauseMs: 0 },
  { size: 10, pauseMs: 2_000 },
  { size: 2, pauseMs: 5_000 },
]
/** The longest pause, whatever the geocoder asks for. */
const LONGEST_MS = 20_000
/** So many batches in a row without one answer, and the geocoder counts as down. */
const PATIENCE = 2

export interface Web {
  /** Which lines are asked for. */
  readonly vintage: string
  /** Answers in the order of the addresses. */
  readonly fetchMany: (requests: readonly { readonly url: string; readonly timeoutSeconds: number }[]) => WebAnswer[]
  readonly wait: (ms: number) => void
  /** No time is left to ask again. */
  readonly late: () => boolean
}

/** One answer a line, in order. At most 1 + 5 + 25 fetches. */
export function askCensus(lines: readonly string[], web: Web): CensusAnswer[] {
  const answers: CensusAnswer[] = lines.map(() => ({ kind: 'down' }))
  let open = lines.map((_, i) => i)
  let told = 0
  for (const { size, pauseMs } of ROUNDS) {
    const again = pauseMs > 0
    if (open.length === 0 || (again && web.late())) break
    if (again) web.wait(Math.min(Math.max(pauseMs, told * 1_000), LONGEST_MS))
    let silent = 0
    for (let from = 0; from < open.length && silent < PATIENCE && !(again && web.late()); from += size) {
      const batch = open.slice(from, from + size)
      const raw = web.fetchMany(
        batch.map((i) => ({ url: questionUrl(lines[i] ?? '', web.vintage), timeoutSeconds: 20 })),
      )
      const got = raw.map(readAnswer)
      told = raw.reduce((most, { retryAfter = 0 }) => Math.max(most, retryAfter), told)
      batch.forEach((i, k) => {
        answers[i] = got[k] ?? { kind: 'down' }
      })
      silent = got.some((answer) => answer.kind !== 'down') ? 0 : silent + 1
    }
    open = open.filter((i) => answers[i]?.kind === 'down')
  }
  return answers
}
