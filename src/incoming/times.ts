/** When backups are asked, when is reminded, when is summed up. Pure. */
const MINUTE = 60_000

export interface Times {
  /** Half of the time between the first mail and act-by. */
  readonly half: Date
  /** Shortly before act-by: a fifth of the time, from 10 minutes to an hour. Null where all is too short for it. */
  readonly remind: Date | null
  readonly summary: Date
}

/** Late reports still come in. */
const AFTER = 30 * MINUTE
const SHORTEST = 20 * MINUTE

export function timesOf(sentAt: Date, actBy: Date): Times {
  const span = Math.max(0, actBy.getTime() - sentAt.getTime())
  const before = Math.min(60 * MINUTE, Math.max(10 * MINUTE, span / 5))
  return {
    half: new Date(sentAt.getTime() + span / 2),
    remind: span < SHORTEST ? null : new Date(actBy.getTime() - before),
    summary: new Date(actBy.getTime() + AFTER),
  }
}
