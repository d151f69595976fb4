/**
 * How much of the day's timed runs an account has used. A consumer account has 90 minutes in 24 hours (Google's “Quotas for
 * Google Services”); when they are gone, Google does not start the timer at all, and nobody is told. Pure.
 */

const HOUR = 3_600_000
const DAY_HOURS = 24
/** A killed run has written nothing of its end: it counts as long as Google lets one live. */
const LONGEST_MS = 6 * 60_000

/** As the script property keeps it. */
export interface TickTime {
  /** Whose timer. Another account has its own 90 minutes. */
  readonly who: string
  /** When the newest run began, in milliseconds since 1970. */
  readonly began: number
  readonly ended: boolean
  /** Milliseconds run, by hour since 1970. */
  readonly hours: Readonly<Record<string, number>>
}

const NEVER: TickTime = { who: '', began: 0, ended: true, hours: {} }

/** What `writeTickTime` wrote; a blank start where it is anything else. */
export function readTickTime(text: string): TickTime {
  try {
    const { who, began, ended, hours } = JSON.parse(text) as TickTime
    const sound = typeof who === 'string' && Number.isFinite(began) && typeof ended === 'boolean' && Boolean(hours)
    return sound && Object.values(hours).every(Number.isFinite) ? { who, began, ended, hours } : NEVER
  } catch {
    return NEVER
  }
}

function add(hours: TickTime['hours'], at: number, ms: number): TickTime['hours'] {
  const hour = Math.floor(at / HOUR)
  const kept = Object.entries(hours).filter(([h]) => Number(h) > hour - DAY_HOURS - 1 && Number(h) <= hour)
  return { ...Object.fromEntries(kept), [hour]: (hours[hour] ?? 0) + ms }
}

/** A run of `who` begins. What a killed run before it took is counted now. */
export function beginRun(time: TickTime, who: string, now: number): TickTime {
  if (time.who !== who) return { who, began: now, ended: false, hours: {} }
  const hours = time.ended
    ? time.hours
    : add(time.hours, time.began, Math.min(LONGEST_MS, Math.max(0, now - time.began)))
  return { who, began: now, ended: false, hours }
}

export const endRun = (time: TickTime, now: number): TickTime => ({
  ...time,
  ended: true,
  hours: add(time.hours, time.began, Math.max(0, now - time.began)),
})

/** Milliseconds that ran in the last 24 hours. The oldest hour counts whole. */
export function spentMs(time: TickTime, now: number): number {
  const from = Math.floor(now / HOUR) - DAY_HOURS
  return Object.entries(time.hours).reduce((sum, [hour, ms]) => (Number(hour) >= from ? sum + ms : sum), 0)
}

/**
 * What each kind of work may use of the 90 minutes: mapping can wait till tomorrow, calls leave some for alerts, and alerts
 * one run that hangs until it is killed.
 */
export const SHARES_MS = { alerts: 83 * 60_000, calls: 75 * 60_000, mapping: 45 * 60_000 } as const
