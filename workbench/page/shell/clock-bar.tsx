/** The workspace's own time, in the sheet's zone: it stands still until somebody or something moves it. */
import type { Desk } from '../desk'
import { clockTime, longMoment } from '../times'

const HOUR = 3_600_000

export function ClockBar({ desk }: { desk: Desk }) {
  const { workspace } = desk
  const { timeZone } = desk.spreadsheet
  const now = workspace.clock.now
  const next = workspace.nextTimerAt()

  const move = (ms: number): void => {
    const runs = desk.act(() => workspace.advance(ms)) ?? []
    const failed = runs.filter((run) => run.error).length
    if (runs.length > 0)
      desk.say(
        `${runs.length === 1 ? 'One timed run' : `${runs.length} timed runs`}${failed > 0 ? `, ${failed} failed` : ''}`,
        failed > 0 ? 'bad' : 'plain',
      )
  }

  return (
    <fieldset class="clock" aria-label="Clock">
      <time dateTime={new Date(now).toISOString()}>{longMoment(now, timeZone)}</time>
      <button type="button" disabled={next === null} onClick={() => next !== null && move(Math.max(0, next - now))}>
        {next === null ? 'No trigger' : `Next trigger ${clockTime(next, timeZone, now)}`}
      </button>
      <button type="button" onClick={() => move(HOUR)}>
        +1 hour
      </button>
      <button type="button" onClick={() => move(24 * HOUR)}>
        +1 day
      </button>
    </fieldset>
  )
}
