import { scriptDate } from './script-date'

/** The workspace's own time: it moves when a service call takes time or when somebody moves it, never by itself. */
export class Clock {
  constructor(public now: number) {}

  /** Lets modelled time pass. */
  pass(ms: number): void {
    this.now += Math.max(0, ms)
  }

  /** A `Date` for one run: `new Date()` and `Date.now()` give this clock’s time, `instanceof` holds for all dates. */
  dateClass(zone = 'UTC'): DateConstructor {
    return scriptDate(this, zone)
  }
}
